import { Module } from '@nestjs/common';
import { FrozenContent } from './frozen-content.service.js';
import { FrozenContentStore } from './frozen-content.store.js';

@Module({ providers: [FrozenContent, FrozenContentStore], exports: [FrozenContent] })
export class FrozenContentModule {}
