import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, it } from 'vitest';
import { pocketDictionary } from './pocket-dictionary.js';
import { knowing } from './segmenter.js';

const FREQUENCY = 100_000;
/** Of these only 云雀 stands in the dictionary. */
const KNOWN_ALREADY = 32;
const NAMES = ['滨海造船厂', '云雀', '张德满', '耕海', '海上牧场', '卡拉OK厅'];
const TEXTS = [
  '滨海造船厂的张德满驾驶“云雀”号，从滨海市区出发，航行了320海里。',
  '耕海一号是全国第一座智能化大型现代生态海洋牧场综合体平台，海上牧场占地1.5亩。',
  '会后大家去4S店和卡拉OK厅，饭后在T恤上签名，5G网络的速度是4G的10倍。',
  '他说：张德满意的是云雀鸣叫，耕海人不怕苦；丰产丰收的乡亲们来了。',
  '龘靐齉爩，𠀀𠀁。AT&T 与 C++ 都不是中文词。',
];

describe('pocketDictionary', () => {
  it.each(TEXTS)('cuts as the whole dictionary does: %s', (text) => {
    const whole = Jieba.withDict(dict);
    whole.loadDict(new TextEncoder().encode(NAMES.map((name) => `${name} ${FREQUENCY} n\n`).join('')));
    const standing = new Set(NAMES.filter((name) => text.includes(name)));
    const heavier = NAMES.length * FREQUENCY - KNOWN_ALREADY;
    const pocket = pocketDictionary(whole.cutAll(text), standing, FREQUENCY, heavier);
    expect(pocket.tag(text, true)).toEqual(whole.tag(text, true));
  });
});

describe('knowing', () => {
  it('tags an article the same whatever names it was taught before', () => {
    const known = (names: readonly string[]) => names.map((text) => ({ text, tag: 'nz' }));
    const before = knowing(known(['滨海造船厂'])).tagAll(TEXTS);
    knowing(known(['满意的是', '人不怕', '龘靐', '丰产丰收的乡亲', '靐齉爩'])).tagAll(TEXTS);
    const again = knowing(known(['滨海造船厂']));
    expect(again.tagAll(TEXTS)).toEqual(before);
    expect(TEXTS.map(again.tag)).toEqual(before);
  });
});
