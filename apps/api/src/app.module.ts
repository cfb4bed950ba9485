import { createDataSource } from '#database';
import { createWechatClient } from '#wechat';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswersModule } from './answers/answers.module.js';
import { API_CONFIG, type ApiConfig } from './api-config.js';
import { ArticlesModule } from './articles/articles.module.js';
import { AttemptsModule } from './attempts/attempts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { FactQuestionsModule } from './fact-questions/fact-questions.module.js';
import { FactsModule } from './facts/facts.module.js';
import { FlagsModule } from './flags/flags.module.js';
import { GenerationsModule } from './generations/generations.module.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { LearnersModule } from './learners/learners.module.js';
import { OverridesModule } from './overrides/overrides.module.js';
import { MarkingModule } from './marking/marking.module.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { QuestionExportsModule } from './question-exports/question-exports.module.js';
import { QuestionFilesModule } from './question-files/question-files.module.js';
import { QuestionImportsModule } from './question-imports/question-imports.module.js';
import { QuestionReportsModule } from './question-reports/question-reports.module.js';
import { QuestionEditsModule } from './question-edits/question-edits.module.js';
import { QuestionLabelsModule } from './question-labels/question-labels.module.js';
import { QuestionReviewsModule } from './question-reviews/question-reviews.module.js';
import { QuestionUsesModule } from './question-uses/question-uses.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { QuizPlansModule } from './quiz-plans/quiz-plans.module.js';
import { QuizzesModule } from './quizzes/quizzes.module.js';
import { Clock, SystemClock } from './requests/clock.js';
import { ExtraInputGuard } from './requests/extra-input.guard.js';
import { InputPipe } from './requests/input.pipe.js';
import { RegradesModule } from './regrades/regrades.module.js';
import { ResultsExportModule } from './results-export/results-export.module.js';
import { ResultsModule } from './results/results.module.js';
import { RevealsModule } from './reveals/reveals.module.js';
import { StaleMapModule } from './stale-map/stale-map.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { TopicsModule } from './topics/topics.module.js';
import { StaffAttemptsModule } from './staff-attempts/staff-attempts.module.js';
import { StaffResultsModule } from './staff-results/staff-results.module.js';
import { WECHAT_CLIENT } from './sign-in/sign-in.service.js';

@Global()
@Module({})
export class AppModule {
  /** The whole api for one configuration; tests may bring their own clock. */
  static with(config: ApiConfig, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
          dataSourceFactory: () =>
            createDataSource(config.databaseUrl, { applicationName: 'quiz-api' }).initialize(),
        }),
        IdentityModule,
        HealthModule,
        AuditModule,
        SignInModule,
        LearnersModule,
        CoursesModule,
        QuizzesModule,
        AttemptsModule,
        AnswersModule,
        FlagsModule,
        RevealsModule,
        OverridesModule,
        ResultsModule,
        QuestionReportsModule,
        RegradesModule,
        MarkingModule,
        StaffResultsModule,
        ResultsExportModule,
        StaffAttemptsModule,
        ArticlesModule,
        StaleMapModule,
        GenerationsModule,
        FactsModule,
        FactQuestionsModule,
        TopicsModule,
        QuestionsModule,
        QuestionLabelsModule,
        QuestionEditsModule,
        QuestionReviewsModule,
        QuestionUsesModule,
        QuestionFilesModule,
        QuestionImportsModule,
        QuestionExportsModule,
        QuizPlansModule,
      ],
      providers: [
        { provide: API_CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: WECHAT_CLIENT, useFactory: () => createWechatClient({ baseUrl: config.wechat.baseUrl }) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        // After the audience guard of IdentityModule: a stranger learns nothing about the input.
        { provide: APP_GUARD, useClass: ExtraInputGuard },
        { provide: APP_PIPE, useClass: InputPipe },
      ],
      exports: [API_CONFIG, WECHAT_CLIENT],
    };
  }
}
