import { Module } from '@nestjs/common';
import { ComparisonsModule } from '../comparisons/comparisons.module.js';
import { GenerationJobs } from './generation-jobs.js';
import { GenerationWriter } from './generation-writer.js';
import { GenerationsStore } from './generations.store.js';

@Module({
  imports: [ComparisonsModule],
  providers: [GenerationJobs, GenerationWriter, GenerationsStore],
})
export class GenerationsModule {}
