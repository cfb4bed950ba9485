const PAIRS =
  '增长/下降 提高/降低 提升/降低 上升/下降 增加/减少 扩大/缩小 缩短/延长 高于/低于 大于/小于 多于/少于 超过/低于 快于/慢于 最高/最低 最早/最晚 国有/民营 落叶/常绿 草本/木本 雌雄异株/雌雄同株 对生/互生 裸子/被子 线上/线下 有偿/无偿 自愿/强制 内部/外部 国内/国外 东部/西部 南部/北部 沿海/内陆 上游/下游 之前/之后 以前/以后 长期/短期 定期/不定期 正比/反比 酸性/碱性 有毒/无毒 可再生/不可再生 固体/液体 吸收/释放 收缩/膨胀 升高/降低 提前/推迟 盈利/亏损 合格/不合格'.split(
    ' ',
  );

/** Words whose exchange turns a true statement into a false one, wherever they stand in it. */
export const OPPOSITES: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap((pair) => {
    const [one = '', other = ''] = pair.split('/');
    return [
      [one, other],
      [other, one],
    ] as const;
  }),
);
