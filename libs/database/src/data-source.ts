import { DataSource } from 'typeorm';
import { ArticleRow, ArticleVersionRow } from './entities/article.js';
import { AttemptEventRow, AttemptRow, AttemptSlotRow } from './entities/attempt.js';
import { AuditEventRow } from './entities/audit-event.js';
import { CourseRow } from './entities/course.js';
import { FactRow } from './entities/fact.js';
import { GenerationRow } from './entities/generation.js';
import { InstructorRow } from './entities/instructor.js';
import { LearnerIdentityRow, LearnerRow } from './entities/learner.js';
import { LearnerOverrideRow } from './entities/learner-override.js';
import { PartnerRow } from './entities/partner.js';
import { QuestionRow, QuestionVersionRow } from './entities/question.js';
import { QuizDrawRow, QuizPoolRow, QuizRow, QuizSlotRow, QuizVersionRow } from './entities/quiz.js';
import {
  PersonMarkRow,
  QuestionReportRow,
  RegradeChangeRow,
  RegradeRunRow,
  ScoreEventRow,
} from './entities/score-changes.js';
import { TopicRow } from './entities/topic.js';
import { FactChangeRow, QuestionChangeRow } from './entities/version-changes.js';
import { HouseNaming } from './house-naming.js';
import { ContentTables1763800000000 } from './migrations/1763800000000-content-tables.js';
import { LearnerTables1763800100000 } from './migrations/1763800100000-learner-tables.js';
import { QuestionProvenance1763800200000 } from './migrations/1763800200000-question-provenance.js';
import { ArticleVersions1763800300000 } from './migrations/1763800300000-article-versions.js';
import { CleanOrigins1763800400000 } from './migrations/1763800400000-clean-origins.js';
import { LeanAttempts1763800600000 } from './migrations/1763800600000-lean-attempts.js';
import { BankAndPlans1763800700000 } from './migrations/1763800700000-bank-and-plans.js';
import { FormsPerFact1763800710000 } from './migrations/1763800710000-forms-per-fact.js';
import { ScoreChanges1763800800000 } from './migrations/1763800800000-score-changes.js';
import { BankSearch1763800900000 } from './migrations/1763800900000-bank-search.js';
import { Marking1763801000000 } from './migrations/1763801000000-marking.js';
import { RegradeActors1763801010000 } from './migrations/1763801010000-regrade-actors.js';

export interface DataSourceSettings {
  /** Connections kept at most; 10 unless told. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

/** A data source for the whole schema, not yet connected: call `initialize()`. It never changes the schema by itself. */
export function createDataSource(url: string, settings: DataSourceSettings = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: settings.poolSize ?? 10,
    applicationName: settings.applicationName ?? 'qiic-quiz',
    connectTimeoutMS: 5_000,
    namingStrategy: new HouseNaming(),
    synchronize: false,
    migrationsTableName: 'migration',
    migrations: [
      ContentTables1763800000000,
      LearnerTables1763800100000,
      QuestionProvenance1763800200000,
      ArticleVersions1763800300000,
      CleanOrigins1763800400000,
      LeanAttempts1763800600000,
      BankAndPlans1763800700000,
      FormsPerFact1763800710000,
      ScoreChanges1763800800000,
      BankSearch1763800900000,
      Marking1763801000000,
      RegradeActors1763801010000,
    ],
    entities: [
      PartnerRow,
      InstructorRow,
      CourseRow,
      ArticleRow,
      ArticleVersionRow,
      GenerationRow,
      FactRow,
      QuestionRow,
      QuestionVersionRow,
      FactChangeRow,
      QuestionChangeRow,
      QuizRow,
      QuizVersionRow,
      QuizSlotRow,
      QuizDrawRow,
      QuizPoolRow,
      TopicRow,
      LearnerRow,
      LearnerIdentityRow,
      AttemptRow,
      AttemptSlotRow,
      AttemptEventRow,
      LearnerOverrideRow,
      ScoreEventRow,
      RegradeRunRow,
      RegradeChangeRow,
      PersonMarkRow,
      QuestionReportRow,
      AuditEventRow,
    ],
  });
}
