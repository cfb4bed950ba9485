import { Module } from '@nestjs/common';
import { MeController } from './learners.controller.js';
import { LearnersService } from './learners.service.js';

@Module({ controllers: [MeController], providers: [LearnersService] })
export class LearnersModule {}
