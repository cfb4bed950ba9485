import { Module } from '@nestjs/common';
import { VersionComparer } from './version-comparer.js';

@Module({ providers: [VersionComparer], exports: [VersionComparer] })
export class ComparisonsModule {}
