import { Module } from '@nestjs/common';
import { StaffAttemptsController } from './staff-attempts.controller.js';
import { StaffAttemptsService } from './staff-attempts.service.js';
import { StaffAttemptsStore } from './staff-attempts.store.js';

@Module({ controllers: [StaffAttemptsController], providers: [StaffAttemptsService, StaffAttemptsStore] })
export class StaffAttemptsModule {}
