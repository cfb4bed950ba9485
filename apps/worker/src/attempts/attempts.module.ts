import { Module } from '@nestjs/common';
import { OverdueAttempts } from './overdue-attempts.js';

@Module({ providers: [OverdueAttempts] })
export class AttemptsModule {}
