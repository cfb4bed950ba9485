import { createDataSource } from '#database';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptsModule } from './attempts/attempts.module.js';
import { ComparisonsModule } from './comparisons/comparisons.module.js';
import { GenerationsModule } from './generations/generations.module.js';
import { RegradesModule } from './regrades/regrades.module.js';
import { WORKER_CONFIG, type WorkerConfig } from './worker-config.js';

@Global()
@Module({})
export class WorkerModule {
  static with(config: WorkerConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
          dataSourceFactory: () =>
            createDataSource(config.databaseUrl, {
              applicationName: 'quiz-worker',
              poolSize: 4,
            }).initialize(),
        }),
        ComparisonsModule,
        GenerationsModule,
        AttemptsModule,
        RegradesModule,
      ],
      providers: [{ provide: WORKER_CONFIG, useValue: config }],
      exports: [WORKER_CONFIG],
    };
  }
}
