import type { DataSource, EntityManager } from 'typeorm';
import { type QuestionFilter, QuestionsStore } from '../../apps/api/src/questions/questions.store.js';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How Postgres comes to the questions of a search: the scans of its plan, innermost last. */
export async function planShape(
  dataSource: DataSource,
  partnerId: string,
  filter: QuestionFilter,
): Promise<string[]> {
  const asked: { text: string; values: unknown[] }[] = [];
  const listening = {
    query: (text: string, values: unknown[] = []) => {
      asked.push({ text, values });
      return Promise.resolve([{ total: 0, ids: null }]);
    },
  } as unknown as EntityManager;
  await new QuestionsStore().findPage(listening, partnerId, filter);
  const shapes: string[] = [];
  return dataSource.transaction(async (manager) => {
    for (const { text, values } of asked) {
      if (text.startsWith('set local')) await manager.query(text);
      else {
        const explain = `explain (format json) ${text}`;
        const [row] = await manager.query<[{ 'QUERY PLAN': [{ Plan: PlanNode }] }]>(explain, values);
        collect(row['QUERY PLAN'][0].Plan, shapes);
      }
    }
    return shapes;
  });
}

function collect(node: PlanNode, shapes: string[]): void {
  const on = node['Relation Name'] ?? node['Index Name'];
  if (node['Node Type'].includes('Scan') && on?.startsWith('question'))
    shapes.push(`${node['Node Type']} ${on}`);
  for (const inner of node.Plans ?? []) collect(inner, shapes);
}
