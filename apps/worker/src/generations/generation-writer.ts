import { saveGeneration, type GenerationProgress } from '#database';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GenerationsStore } from './generations.store.js';
import { writeInThread, WriterFailure, type WritingOrder } from './write-in-thread.js';

const SIGNAL_EVERY_MS = 1_000;

/** Does the job of one generation. May be done twice, or by two at once: what counts is stored once. */
@Injectable()
export class GenerationWriter {
  private readonly log = new Logger(GenerationWriter.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: GenerationsStore,
  ) {}

  /** Rejects only when the job should be tried again: the database is away, or the worker is told to stop. */
  async write(id: string, signal: AbortSignal): Promise<void> {
    const order = await this.store.begin(id);
    if (!order) return;
    try {
      const written = await this.writeSigned(id, order, signal);
      await this.dataSource.transaction((manager) => saveGeneration(manager, id, written, new Date()));
      this.log.log(`generation ${id}: ${written.facts.length} facts, ${written.questions.length} questions`);
    } catch (error) {
      if (!(error instanceof WriterFailure)) throw error;
      this.log.error(`generation ${id}: ${error.message}`, error.stack);
      const detail = '出题程序处理这篇文章时出错，题库没有变化。请换一篇文章，或联系管理员。';
      await this.store.fail(id, 'writer-failed', detail, new Date());
    }
  }

  /** Writes, and once a second says in the database that it is still at it and how far it is. */
  private async writeSigned(id: string, order: WritingOrder, signal: AbortSignal) {
    let news: GenerationProgress | null = null;
    const timer = setInterval(() => {
      const progress = news;
      news = null;
      this.store.signal(id, progress).catch((error: Error) => this.log.warn(error.message));
    }, SIGNAL_EVERY_MS);
    try {
      return await writeInThread(order, signal, (progress) => {
        news = progress;
      });
    } finally {
      clearInterval(timer);
    }
  }
}
