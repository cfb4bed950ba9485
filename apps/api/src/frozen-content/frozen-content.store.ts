import { type Run, runOn, type Statement } from '#database';
import type { Question } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface VersionRecord {
  readonly id: string;
  readonly content: Question;
  readonly articleTitle: string | null;
  readonly cleanText: string | null;
}

export interface PlanRecord {
  readonly title: string;
  readonly slots: readonly PlannedSlot[];
}

export interface PlannedSlot {
  readonly slot: number;
  readonly questionVersionId: string;
  readonly points: number;
}

const FIND_VERSIONS: Statement = {
  name: 'frozen-questions',
  text: `
    select v.id, v.content, a.title as "articleTitle", t.clean_text as "cleanText"
    from question_version v
    left join article_version t on t.id = v.article_version_id
    left join article a on a.id = t.article_id
    where v.id = any($1::uuid[])`,
};

const FIND_PLAN: Statement = {
  name: 'frozen-plan',
  text: `
    select v.title,
           (select json_agg(json_build_object('slot', s.slot, 'questionVersionId', s.question_version_id,
                                              'points', s.points::float8) order by s.slot)
            from quiz_slot s where s.quiz_version_id = v.id) as slots
    from quiz_version v where v.id = $1 and v.published_at is not null`,
};

@Injectable()
export class FrozenContentStore {
  private readonly run: Run;

  constructor(dataSource: DataSource) {
    this.run = runOn(dataSource);
  }

  findVersions(ids: readonly string[]): Promise<VersionRecord[]> {
    return this.run<VersionRecord>(FIND_VERSIONS, [ids]);
  }

  async findPlan(quizVersionId: string): Promise<PlanRecord | null> {
    const [plan] = await this.run<PlanRecord>(FIND_PLAN, [quizVersionId]);
    return plan ?? null;
  }
}
