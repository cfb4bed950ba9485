import { Module } from '@nestjs/common';
import { StaffResultsController } from './staff-results.controller.js';
import { StaffResultsService } from './staff-results.service.js';
import { StaffResultsStore } from './staff-results.store.js';

@Module({
  controllers: [StaffResultsController],
  providers: [StaffResultsService, StaffResultsStore],
  exports: [StaffResultsService],
})
export class StaffResultsModule {}
