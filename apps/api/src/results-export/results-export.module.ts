import { Module } from '@nestjs/common';
import { FrozenContentModule } from '../frozen-content/frozen-content.module.js';
import { StaffResultsModule } from '../staff-results/staff-results.module.js';
import { ResultsExportController } from './results-export.controller.js';
import { ResultsExportService } from './results-export.service.js';
import { ResultsExportStore } from './results-export.store.js';

@Module({
  imports: [FrozenContentModule, StaffResultsModule],
  controllers: [ResultsExportController],
  providers: [ResultsExportService, ResultsExportStore],
})
export class ResultsExportModule {}
