import { describe, expect, it } from 'vitest';
import { sameWords } from './same-words.js';

const same: [string, string][] = [
  ['学院成立于哪一年？', '学院成立于哪一年?'],
  ['学院成立于哪一年？', '学院 成立于 哪年？'],
  ['以下哪项正确', '下列哪一项正确？'],
  ['请选出正确的一项', '选出正确的一项'],
  ['共有１，２００人', '共有1200人'],
  ['认真的完成', '认真地完成'],
  ['这是那一层的职责', '这是哪一层的职责'],
  ['《办法》自公布之日起施行', '“办法”自公布之日起施行'],
  ['王老老师主讲', '王老师主讲'],
  ['按照规定的在学习', '按照规定的再学习'],
];
const other: [string, string][] = [
  ['学院在青岛成立', '学院在济南成立'],
  ['王老师主讲', '李老师主讲'],
  ['学院青岛成立', '学院在青岛成立'],
  ['学院在青到成立', '学院在青岛成立'],
  ['首期学员近120人', '首期学员120人'],
  ['首期学员110人', '首期学员120人'],
  ['误差为3.5', '误差为35'],
  ['增长-3%', '增长3%'],
  ['增长3%', '增长3'],
  ['下列说法正确的是', '下列说法不正确的是'],
  ['下列说法正确的是', '下列说法错误的是'],
  ['A型设备', 'B型设备'],
  ['湖南省', '海南省'],
  ['会前准备', '会后准备'],
  ['共有____人', '共有人'],
  ['一层', '二层'],
  ['王老师已经主讲', '主讲'],
];

describe('sameWords', () => {
  it.each(same)('holds together %s and %s', (before, after) => {
    expect(sameWords(before, after)).toBe(true);
  });

  it.each(other)('keeps apart %s and %s', (before, after) => {
    expect(sameWords(before, after)).toBe(false);
    expect(sameWords(after, before)).toBe(false);
  });
});
