import { judge, judgedVersionIds } from '#database';
import { type Question, QUESTION_TYPE_NAMES } from '#question';
import { ATTEMPT_POLICIES, ruleText } from '#scoring';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { FrozenContent } from '../frozen-content/frozen-content.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { keyAsResponse } from '../question-content/key-view.js';
import type { LearnerResult } from '../staff-results/staff-results.dto.js';
import { type PublishedPolicy, StaffResultsService } from '../staff-results/staff-results.service.js';
import { streamWorkbook } from '../workbooks/stream-workbook.js';
import type { Cell } from '../workbooks/workbook-parts.js';
import { responseText } from './response-text.js';
import { type ExportedAttempt, type ExportedSlot, ResultsExportStore } from './results-export.store.js';

/** As many attempts are in memory at a time as these learners have. */
const LEARNERS_AT_ONCE = 50;

const LEARNER_COLUMNS = [
  { header: '学员编号', width: 38 },
  { header: '昵称', width: 16 },
  { header: '答卷数', width: 8 },
  { header: '计入的答卷', width: 12 },
  { header: '得分', width: 8 },
  { header: '满分', width: 8 },
  { header: '是否及格', width: 10 },
  { header: '等待评分', width: 10 },
  { header: '最近交卷（北京时间）', width: 20 },
];

const SLOT_COLUMNS = [
  { header: '学员编号', width: 38 },
  { header: '昵称', width: 16 },
  { header: '第几次', width: 8 },
  { header: '题号', width: 6 },
  { header: '题目编号', width: 38 },
  { header: '题目版本', width: 10 },
  { header: '题型', width: 8 },
  { header: '题干', width: 48 },
  { header: '作答', width: 30 },
  { header: '答案', width: 30 },
  { header: '分值', width: 8 },
  { header: '得分', width: 8 },
  { header: '判分依据', width: 24 },
  { header: '作答时间（北京时间）', width: 20 },
  { header: '交卷时间（北京时间）', width: 20 },
];

/** The results of a quiz as a file, made while it is sent. */
@Injectable()
export class ResultsExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ResultsExportStore,
    private readonly results: StaffResultsService,
    private readonly content: FrozenContent,
  ) {}

  /** Of several attempts of a learner those that count by the policy of the quiz. */
  async export(staff: StaffIdentity, quizId: string): Promise<Readable> {
    const policy = await this.results.requirePolicy(staff, quizId);
    const learners = { name: '成绩', columns: LEARNER_COLUMNS, rows: this.learnerRows(quizId, policy) };
    const slots = { name: '逐题', columns: SLOT_COLUMNS, rows: this.slotRows(quizId, policy) };
    return Readable.from(streamWorkbook([learners, slots]), { objectMode: false });
  }

  private async *learnerRows(quizId: string, policy: PublishedPolicy): AsyncGenerator<Cell[]> {
    for await (const page of this.results.readAll(quizId, policy)) {
      for (const learner of page) yield learnerRow(learner, policy);
    }
  }

  private async *slotRows(quizId: string, policy: PublishedPolicy): AsyncGenerator<Cell[]> {
    for await (const page of this.results.readAll(quizId, policy)) {
      for (let first = 0; first < page.length; first += LEARNERS_AT_ONCE) {
        const learners = new Map(
          page.slice(first, first + LEARNERS_AT_ONCE).map((learner) => [learner.learnerId, learner]),
        );
        const ids = [...learners.keys()];
        const attempts = await this.store.findAttempts(this.dataSource.manager, quizId, ids);
        const counted = attempts.filter(({ learnerId, number }) =>
          learners.get(learnerId)?.countingAttempts.includes(number),
        );
        const questions = await this.content.readContents(counted.flatMap(versionsOf));
        for (const attempt of counted) {
          const nickname = learners.get(attempt.learnerId)?.nickname ?? null;
          for (const slot of attempt.slots) yield slotRow(attempt, slot, nickname, questions);
        }
      }
    }
  }
}

function versionsOf({ slots, rulings }: ExportedAttempt): string[] {
  const frozen = slots.map(({ questionVersionId }) => questionVersionId);
  return [...frozen, ...judgedVersionIds(frozen, rulings ?? [])];
}

function learnerRow(learner: LearnerResult, { counting, passMark }: PublishedPolicy): Cell[] {
  const { learnerId, nickname, attempts, countingAttempts, score, maxScore, passed, provisional } = learner;
  return [
    learnerId,
    nickname,
    attempts,
    countingAttempts.length === 0 ? null : `${ATTEMPT_POLICIES[counting]}：${countingAttempts.join('、')}`,
    score,
    maxScore,
    passMark === null || score === null ? null : passed === null ? '待定' : passed ? '及格' : '不及格',
    provisional ? '是' : null,
    timeText(learner.lastSubmittedAt),
  ];
}

function slotRow(
  { learnerId, number, submittedAt, rulings }: ExportedAttempt,
  slot: ExportedSlot,
  nickname: string | null,
  questions: ReadonlyMap<string, Question>,
): Cell[] {
  const question = questions.get(slot.questionVersionId);
  const judging = questions.get(judge(slot.questionVersionId, rulings ?? []).versionId);
  if (!question || !judging) throw new Error(`the bank lacks slot ${slot.slot} of an attempt`);
  return [
    learnerId,
    nickname,
    number,
    slot.slot,
    slot.questionId,
    slot.version,
    QUESTION_TYPE_NAMES[question.type],
    question.stem,
    slot.response && responseText(question, slot.response),
    responseText(judging, keyAsResponse(judging)),
    slot.points,
    slot.score,
    ruleText(slot.rule),
    timeText(slot.answeredAt),
    timeText(submittedAt),
  ];
}

const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** 2026-03-01 09:30:00 */
function timeText(at: Date | string | null): string | null {
  return at === null ? null : BEIJING.format(new Date(at));
}
