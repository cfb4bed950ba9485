import { Module } from '@nestjs/common';
import { GenerationJobs } from './generation-jobs.js';
import { GenerationWriter } from './generation-writer.js';
import { GenerationsStore } from './generations.store.js';

@Module({ providers: [GenerationJobs, GenerationWriter, GenerationsStore] })
export class GenerationsModule {}
