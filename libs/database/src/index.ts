export { closeAttempt, findOverdueAttempts, type AttemptKey, type ReadQuestions } from './close-attempt.js';
export { createDataSource, type DataSourceSettings } from './data-source.js';
export {
  ArticleRow,
  ArticleVersionRow,
  type ArticleFormat,
  type ArticleOrigins,
  type ArticleReadingNote,
  type ArticleRepair,
} from './entities/article.js';
export {
  AttemptEventRow,
  AttemptRow,
  AttemptSlotRow,
  type AttemptActor,
  type AttemptEventKind,
  type AttemptState,
  type ClosedBy,
} from './entities/attempt.js';
export { AuditEventRow } from './entities/audit-event.js';
export { CourseRow } from './entities/course.js';
export { FactRow, type FactStatus } from './entities/fact.js';
export {
  GenerationRow,
  type GenerationAssistance,
  type GenerationNote,
  type GenerationProgress,
  type GenerationState,
} from './entities/generation.js';
export { InstructorRow, type StaffRole } from './entities/instructor.js';
export { LearnerOverrideRow } from './entities/learner-override.js';
export { LearnerIdentityRow, LearnerRow } from './entities/learner.js';
export { PartnerRow } from './entities/partner.js';
export {
  QuestionRow,
  QuestionVersionRow,
  type QuestionOrigin,
  type QuestionProvenance,
  type QuestionStatus,
} from './entities/question.js';
export {
  QuizDrawRow,
  QuizPoolRow,
  QuizRow,
  QuizSlotRow,
  QuizVersionRow,
  type CountingAttempt,
  type FeedbackPolicy,
  type FeedbackView,
  type QuizMode,
  type QuizNavigation,
} from './entities/quiz.js';
export {
  PersonMarkRow,
  QuestionReportRow,
  RegradeChangeRow,
  RegradeRunRow,
  ScoreEventRow,
  type RegradeCounts,
  type RegradeKind,
  type RegradeState,
  type ReportKind,
  type ReportState,
  type ScoreCause,
} from './entities/score-changes.js';
export { TopicRow } from './entities/topic.js';
export {
  FactChangeRow,
  QuestionChangeRow,
  type ChangeState,
  type QuoteChange,
} from './entities/version-changes.js';
export { enqueueGeneration, GENERATION_QUEUE, type GenerationJob } from './generation-jobs.js';
export { findPendingMigrations, migrate } from './migrate.js';
export { activeRulings, judge, judgedVersionIds, type Judged, type RulingRecord } from './rulings.js';
export { nearDuplicatesIn, type FindNearDuplicates, type NearDuplicate } from './near-duplicates.js';
export { questionFingerprint } from './fingerprint.js';
export { searchColumns } from './question-search.js';
export { readContents, readMarked, type MarkedAttempt, type MarkedSlot } from './rescoring/read-marked.js';
export { writeChanges } from './rescoring/regrade-changes.js';
export { findUnfinishedRegrades, finishRegrade, foreseeRegrade } from './rescoring/run-regrade.js';
export { readRulings } from './rescoring/read-rulings.js';
export { settleSlot } from './rescoring/settle-slot.js';
export { saveForms } from './save-drafts.js';
export {
  type CleanedText,
  saveGeneration,
  settleArticle,
  type WrittenGeneration,
} from './save-generation.js';
export { runIn, runOn, type Run, type Statement } from './statements.js';
export { storable } from './storable.js';
export {
  findUncomparedUpTo,
  findUncomparedVersions,
  readComparison,
  type OpenComparison,
} from './version-comparison/open-comparison.js';
export { saveComparison, type ComparedVersion } from './version-comparison/save-comparison.js';
export {
  statementsOf,
  type StatementChange,
  type StatementsOfText,
} from './version-comparison/statements.js';
export { inspectServer, type ServerInspection, type ServerRefusalCode } from './inspect-server.js';
export {
  findLocalPostgres,
  findLocalSupervisor,
  inspectLocalPostgres,
  LocalPostgresRefusal,
  startLocalPostgres,
  type LocalPostgres,
  type LocalPostgresInspection,
  type LocalPostgresOptions,
  type LocalPostgresRefusalCode,
} from './local-postgres.js';
