import { saveForms } from '#database';
import type { Note, WrittenQuiz } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import { AuditService } from '../audit/audit.service.js';
import { FactsService } from '../facts/facts.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { QuestionsService } from '../questions/questions.service.js';
import type { FactQuestions, NewFactQuestions } from './fact-questions.dto.js';
import { type AskedQuestion, FactQuestionsStore } from './fact-questions.store.js';
import { FormsWriter } from './forms-writer.js';

/** So often it is written anew when somebody else asked the same fact meanwhile. */
const TURNS = 3;

const RETIRED = note('fact-retired', '这条事实已经停用，没有再出题。');
const OUTDATED = note('article-outdated', '文章有了新的版本或新的整理方法，请先重新出题，再从新的事实里选。');
const MEANWHILE = note('asked-meanwhile', '同时有人在问这条事实，请再试一次。');

interface StoredFact {
  readonly id: string;
  readonly articleId: string;
  readonly articleVersionId: string;
}

/** Single facts asked anew, beside what the bank asks already. */
@Injectable()
export class FactQuestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FactQuestionsStore,
    private readonly writer: FormsWriter,
    private readonly facts: FactsService,
    private readonly articles: ArticlesService,
    private readonly questions: QuestionsService,
    private readonly audit: AuditService,
  ) {}

  async askAnew(
    staff: StaffIdentity,
    factId: string,
    input: NewFactQuestions,
    now: Date,
  ): Promise<FactQuestions> {
    const { manager } = this.dataSource;
    const fact = await this.facts.require(manager, staff, factId);
    if (fact.status === 'retired') return { items: [], notes: [RETIRED] };
    const { articleId, articleVersionId } = fact;
    const newest = await this.articles.require(manager, staff, articleId);
    const { text, cleanText } = await this.articles.getTexts(manager, articleVersionId);
    if (newest.versionId !== articleVersionId) return { items: [], notes: [OUTDATED] };
    const seed = input.seed ?? randomInt(2 ** 31 - 1);
    for (let turn = 0; turn < TURNS; turn++) {
      const asked = await this.store.findAsked(manager, articleVersionId);
      const written = await this.writer.write({
        text,
        seed,
        facts: [{ ...fact.content, id: factId }],
        besides: asked.map(({ content }) => content),
        forms: input.count,
        ...(input.types && { types: input.types }),
      });
      if (written.article !== cleanText) return { items: [], notes: [OUTDATED] };
      const ids = await this.save(staff, fact, asked, written, now);
      if (!ids) continue;
      const items = await Promise.all(ids.map((id) => this.questions.get(staff, id)));
      return { items, notes: [...written.notes] };
    }
    return { items: [], notes: [MEANWHILE] };
  }

  /** Null when the bank was added to since `asked` was read. */
  private save(
    staff: StaffIdentity,
    { id, articleId, articleVersionId }: StoredFact,
    asked: readonly AskedQuestion[],
    { questions }: WrittenQuiz,
    now: Date,
  ): Promise<string[] | null> {
    return this.dataSource.transaction(async (manager) => {
      await this.facts.require(manager, staff, id);
      const known = new Set(asked.map((each) => each.id));
      const since = await this.store.findAsked(manager, articleVersionId);
      if (since.some((each) => !known.has(each.id))) return null;
      if (questions.length === 0) return [];
      const version = { id: articleVersionId, articleId };
      const ids = await saveForms(manager, id, version, questions, now);
      const detail = { added: ids.length };
      await this.audit.record(manager, staff, { action: 'fact.ask', subjectId: id, detail }, now);
      return ids;
    });
  }
}

function note(code: string, detail: string): Note {
  return { stage: 'facts', code, detail };
}
