import type { WritingProgress, WritingStage } from '#quiz-writing';

const STAGES: Readonly<Record<WritingStage, string>> = {
  'clean-text': '整理文本',
  sentences: '分句',
  names: '识别人名、机构和术语',
  facts: '提取事实',
  choose: '挑选事实',
  stems: '拟题干',
  distractors: '配干扰项',
  gate: '把关',
  balance: '组卷',
};
const WIDTH = 24;

/** A bar on a terminal; elsewhere one plain line a stage, also when a model makes the stages run again. */
export function showProgress(stream: NodeJS.WriteStream): {
  update: (progress: WritingProgress) => void;
  end: () => void;
} {
  let shown = '';
  const told = new Set<WritingStage>();
  return {
    update: (progress) => {
      const line = stream.isTTY ? barFor(progress) : lineFor(progress);
      if (line === null || line === shown || told.has(progress.stage)) return;
      shown = line;
      if (!stream.isTTY) told.add(progress.stage);
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: () => {
      if (stream.isTTY && shown !== '') stream.write('\r\u001b[K');
      shown = '';
    },
  };
}

function barFor({ stage, done, total, facts }: WritingProgress): string {
  const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
  const found = facts > 0 ? `  ${facts} 个事实` : '';
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${STAGES[stage]} ${done}/${total}${found}`;
}

function lineFor({ stage, done, total, facts, kept, dropped }: WritingProgress): string | null {
  if (done < total) return null;
  if (stage === 'facts') return `${STAGES[stage]}：${total} 句，${facts} 个事实`;
  if (stage === 'gate') return `${STAGES[stage]}：留下 ${kept} 道，淘汰 ${dropped} 道`;
  return STAGES[stage];
}
