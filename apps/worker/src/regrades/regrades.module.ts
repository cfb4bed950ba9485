import { Module } from '@nestjs/common';
import { UnfinishedRegrades } from './unfinished-regrades.js';

@Module({ providers: [UnfinishedRegrades] })
export class RegradesModule {}
