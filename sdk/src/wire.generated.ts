export interface Learner {
  id: string;
  nickname: string | null;
}
export interface LearnerSession {
  accessToken: string;
  expiresAt: string;
  learner: Learner;
}
export interface Course {
  id: string;
  title: string;
  description: string;
}
export interface CourseList {
  items: Course[];
}
export interface QuizSummary {
  id: string;
  courseId: string;
  title: string;
  description: string;
  questionCount: number;
  totalPoints: number;
  timeLimitSeconds: number | null;
  attemptsAllowed: number | null;
  attemptsUsed: number;
  openAttemptId: string | null;
}
export interface QuizList {
  items: QuizSummary[];
}
export interface Option {
  id: string;
  text: string;
}
export interface LearnerQuestion {
  type: 'single' | 'multi' | 'tf' | 'fill' | 'order' | 'match';
  stem: string;
  options?: Option[];
  lefts?: Option[];
  rights?: Option[];
  blanks?: number;
}
export type Response =
  | { type: 'single'; choice: string }
  | { type: 'multi'; choices: string[] }
  | { type: 'tf'; value: boolean }
  | { type: 'fill'; texts: string[] }
  | { type: 'order'; order: string[] }
  | { type: 'match'; pairs: { left: string; right: string }[] };
export interface AttemptSlot {
  slot: number;
  points: number;
  question: LearnerQuestion;
  response: Response | null;
  sequence: number;
  answeredAt: string | null;
}
export interface AttemptSummary {
  id: string;
  quizId: string;
  quizTitle: string;
  number: number;
  state: 'in_progress' | 'submitted';
  startedAt: string;
  dueAt: string | null;
  submittedAt: string | null;
}
export interface AttemptList {
  items: AttemptSummary[];
}
export interface Attempt extends AttemptSummary {
  slots: AttemptSlot[];
}
export interface AnswerReceipt {
  slot: number;
  saved: boolean;
  sequence: number;
  answeredAt: string;
  answered: number;
  total: number;
}
export interface AttemptResult {
  attemptId: string;
  score: number;
  maxScore: number;
}
