import { saveGeneration, settleArticle, type GenerationProgress, type WrittenGeneration } from '#database';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { VersionComparer } from '../comparisons/version-comparer.js';
import { ThreadFailure } from '../run-thread.js';
import { WORKER_CONFIG, type WorkerConfig } from '../worker-config.js';
import { writeAssisted } from './assisted-writing.js';
import { GenerationsStore } from './generations.store.js';
import { writeInThread, type WritingOrder } from './write-in-thread.js';

const SIGNAL_EVERY_MS = 250;

/** Does the job of one generation. May be done twice, or by two at once: what counts is stored once. */
@Injectable()
export class GenerationWriter {
  private readonly log = new Logger(GenerationWriter.name);

  constructor(
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly dataSource: DataSource,
    private readonly store: GenerationsStore,
    private readonly comparer: VersionComparer,
  ) {}

  /** Rejects only when the job should be tried again: the database is away, or the worker is told to stop. */
  async write(id: string, signal: AbortSignal): Promise<void> {
    const order = await this.store.begin(id);
    if (!order) return;
    try {
      await this.signed(id, async (onProgress) => {
        const written = await this.writeQuiz(order, signal, onProgress);
        const versionId = await this.dataSource.transaction((manager) =>
          settleArticle(manager, id, written, new Date()),
        );
        if (versionId) await this.comparer.compareUpTo(versionId);
        await this.dataSource.transaction((manager) => saveGeneration(manager, id, written, new Date()));
        this.log.log(
          `generation ${id}: ${written.facts.length} facts, ${written.questions.length} questions`,
        );
      });
    } catch (error) {
      if (!(error instanceof ThreadFailure)) throw error;
      this.log.error(`generation ${id}: ${error.message}`, error.stack);
      const detail = '出题程序处理这篇文章时出错，题库没有变化。请换一篇文章，或联系管理员。';
      await this.store.fail(id, 'writer-failed', detail, new Date());
    }
  }

  private async writeQuiz(
    order: WritingOrder,
    signal: AbortSignal,
    onProgress: (progress: GenerationProgress) => void,
  ): Promise<WrittenGeneration> {
    let progress: GenerationProgress | null = null;
    const keep = (news: GenerationProgress) => onProgress((progress = news));
    const { model } = this.config;
    if (!model) return { ...(await writeInThread(order, signal, keep)), progress };
    const { quiz, assistance, notes } = await writeAssisted(model, order, signal, keep);
    return { ...quiz, notes: [...notes, ...quiz.notes], assistance, progress };
  }

  /** Works, and a few times a second says in the database that it is still at it and how far it is. */
  private async signed(
    id: string,
    work: (onProgress: (progress: GenerationProgress) => void) => Promise<void>,
  ): Promise<void> {
    let news: GenerationProgress | null = null;
    const timer = setInterval(() => {
      const progress = news;
      news = null;
      this.store.signal(id, progress).catch((error: Error) => this.log.warn(error.message));
    }, SIGNAL_EVERY_MS);
    try {
      await work((progress) => {
        news = progress;
      });
    } finally {
      clearInterval(timer);
    }
  }
}
