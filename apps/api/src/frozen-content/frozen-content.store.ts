import {
  type CountingAttempt,
  type FeedbackPolicy,
  type QuizMode,
  type QuizNavigation,
  type Run,
  runOn,
  type Statement,
} from '#database';
import type { Question } from '#question';
import type { MarkingPolicy } from '#scoring';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlannedSlot, PoolQuestion } from '../question-content/draw-questions.js';

export interface VersionRecord {
  readonly id: string;
  readonly content: Question;
  readonly articleTitle: string | null;
  readonly cleanText: string | null;
}

/** What is shown in place of a version, and what that version says itself. */
export interface ShownRecord extends VersionRecord {
  readonly given: Question;
}

/** A published version of a quiz. */
export interface PlanRecord {
  readonly title: string;
  readonly mode: QuizMode;
  readonly navigation: QuizNavigation;
  readonly counting: CountingAttempt;
  readonly passMark: number | null;
  readonly closesAt: Date | null;
  readonly graceSeconds: number;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  readonly feedback: FeedbackPolicy | null;
  readonly marking: Partial<MarkingPolicy> | null;
  readonly sections: readonly { readonly title: string }[];
  readonly slots: readonly PlannedSlot[] | null;
  readonly pools: readonly PoolRecord[] | null;
}

export interface PoolRecord {
  readonly draw: number;
  readonly questions: readonly PoolQuestion[];
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

/** The newest version that is reached over edits of wording and explanation only. */
const FIND_SHOWN: Statement = {
  name: 'frozen-questions-shown',
  text: `
    select v.id, v.content as given, w.content, a.title as "articleTitle", t.clean_text as "cleanText"
    from question_version v
    join lateral (
      select w.content, w.article_version_id from question_version w
      where w.question_id = v.question_id and w.number >= v.number and not exists (
        select from question_version x
        where x.question_id = v.question_id and x.number > v.number and x.number <= w.number
          and coalesce(x.edit, 'content') not in ('wording', 'explanation')
      )
      order by w.number desc limit 1
    ) w on true
    left join article_version t on t.id = w.article_version_id
    left join article a on a.id = t.article_id
    where v.id = any($1::uuid[])`,
};

/** Pools lose the questions that were retired since. */
const FIND_PLAN: Statement = {
  name: 'frozen-plan',
  text: `
    select v.title, v.mode, v.navigation, v.counting, v.pass_mark::float8 as "passMark", v.closes_at as "closesAt",
           v.grace_seconds as "graceSeconds", v.shuffle_questions as "shuffleQuestions",
           v.shuffle_options as "shuffleOptions", v.feedback, v.marking, v.sections,
           (select json_agg(json_build_object('slot', s.slot, 'section', s.section, 'points', s.points::float8,
                              'draw', s.draw, 'pinned', case when s.draw is null then
                                json_build_object('questionVersionId', s.question_version_id, 'factId', q.fact_id) end)
                            order by s.slot)
            from quiz_slot s left join question q on q.id = s.question_id where s.quiz_version_id = v.id) as slots,
           (select json_agg(json_build_object('draw', p.draw, 'questions', p.questions))
            from (select p.draw, json_agg(json_build_object('questionVersionId', p.question_version_id,
                                                            'factId', q.fact_id) order by p.question_version_id) as questions
                  from quiz_pool p join question_version w on w.id = p.question_version_id
                  join question q on q.id = w.question_id and q.status = 'published'
                  where p.quiz_version_id = v.id group by p.draw) p) as pools
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

  findShown(ids: readonly string[]): Promise<ShownRecord[]> {
    return this.run<ShownRecord>(FIND_SHOWN, [ids]);
  }

  async findPlan(quizVersionId: string): Promise<PlanRecord | null> {
    const [plan] = await this.run<PlanRecord>(FIND_PLAN, [quizVersionId]);
    return plan ?? null;
  }
}
