import type { Regrade, RegradeChange } from './regrades.dto.js';
import type { RegradeChangeRecord, RegradeRecord } from './regrades.store.js';

export function regradeView(record: RegradeRecord): Regrade {
  const { createdAt, appliedAt, undoneAt, counts, ...rest } = record;
  const { attempts, changed, up, down, nowPassed, nowFailed } = counts;
  return {
    ...rest,
    counts: { attempts, changed, up, down, nowPassed, nowFailed },
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}

export function regradeChangeView({ appliedAt, undoneAt, ...rest }: RegradeChangeRecord): RegradeChange {
  return {
    ...rest,
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
