// Generated from openapi.json by sdk/scripts/generate-types.mjs; change the API's DTOs instead.

export interface Answer {
  /** 作答内容，形状随题型。The response, by question type. */
  response: Response;
  /** 客户端为这一题编的序号，每改一次加一；重发时不变。The client's number of this response for this slot: one more for each change, the same when sent again. */
  sequence: number;
}

export interface AnswerReceipt {
  /** 题号。Number of the slot. */
  slot: number;
  /** 服务器上存的就是这次作答。True when this very response is what the server has stored. */
  saved: boolean;
  /** 服务器上存着的序号。The sequence that is stored. */
  sequence: number;
  /** 存着的作答的时间。When the stored response was given. */
  answeredAt: string;
  /** 已作答的题数。Slots answered so far. */
  answered: number;
  /** 总题数。Slots in all. */
  total: number;
  /** 截止的时间，可能刚被教师延长；不限时为 null。When the attempt closes, as it stands now; null without a limit. */
  dueAt: string | null;
}

export interface Attempt {
  /** 考试或练习。Exam or practice. */
  mode: 'exam' | 'practice';
  /** 能否回头作答：free 可以，sequential 只能按次序。Whether earlier slots can be answered again. */
  navigation: 'free' | 'sequential';
  /** 各个大题，按次序；没有分大题时为空。The sections in order; empty when there are none. */
  sections: QuizSection[];
  /** 各题，按次序。The slots in order. */
  slots: AttemptSlot[];
  /** 答卷编号。Id of the attempt. */
  id: string;
  /** 测验编号。Id of the quiz. */
  quizId: string;
  /** 测验名称。Title of the quiz. */
  quizTitle: string;
  /** 这位学员第几次做这个测验。Which try of this learner at this quiz. */
  number: number;
  /** 状态：进行中、已提交。The state. */
  state: 'in_progress' | 'submitted';
  /** 开始的时间。When it was started. */
  startedAt: string;
  /** 截止的时间；不限时为 null。When it closes by itself, or null. */
  dueAt: string | null;
  /** 结束的时间；进行中为 null。When it ended, or null. */
  submittedAt: string | null;
}

export interface AttemptList {
  /** 各份答卷，新的在前。The attempts, newest first. */
  items: AttemptListItem[];
}

export interface AttemptListItem {
  /** 得分；进行中或还不公布时没有。The score, of a submitted attempt once it is shown. */
  score?: number;
  /** 满分；没有得分时也没有。Points in all, where there is a score. */
  maxScore?: number;
  /** 答卷编号。Id of the attempt. */
  id: string;
  /** 测验编号。Id of the quiz. */
  quizId: string;
  /** 测验名称。Title of the quiz. */
  quizTitle: string;
  /** 这位学员第几次做这个测验。Which try of this learner at this quiz. */
  number: number;
  /** 状态：进行中、已提交。The state. */
  state: 'in_progress' | 'submitted';
  /** 开始的时间。When it was started. */
  startedAt: string;
  /** 截止的时间；不限时为 null。When it closes by itself, or null. */
  dueAt: string | null;
  /** 结束的时间；进行中为 null。When it ended, or null. */
  submittedAt: string | null;
}

export interface AttemptResult {
  /** 答卷编号。Id of the attempt. */
  attemptId: string;
  /** 测验编号。Id of the quiz. */
  quizId: string;
  /** 测验名称。Title of the quiz. */
  quizTitle: string;
  /** 这位学员第几次做这个测验。Which try of this learner at this quiz. */
  number: number;
  /** 结束的时间；到时自动结束的，为截止时间。When it ended: the deadline when nobody submitted. */
  submittedAt: string;
  /** 由谁结束：学员提交，或到时自动结束。Who closed it: its learner or the deadline. */
  closedBy: 'learner' | 'deadline';
  /** 得分；还不公布时为 null。The score; null while not shown. */
  score: number | null;
  /** 满分。Points in all. */
  maxScore: number;
  /** 得分率，0 到 1；还不公布时为 null。Score by points, 0 to 1; null while not shown. */
  fraction: number | null;
  /** 及格线，得分率；不设及格时为 null。Fraction needed to pass, or null. */
  passMark: number | null;
  /** 是否及格；不设及格、还不公布得分，或等待的评分可能决定是否及格时为 null。Whether it passed; null also while open marking decides. */
  passed: boolean | null;
  /** 等待教师评分的分值，得分还可能增加这么多；还不公布得分时为 null。Points that wait for a person to mark them, or null while not shown. */
  openPoints: number | null;
  /** 交卷以后得分的变化，先后次序；没有变化或还不公布得分时为空。How the score changed since, oldest first. */
  changes: ScoreChange[];
  /** 现在公布哪些内容；测验结束后可能公布更多。What is shown at this moment; more may be shown once the quiz has closed. */
  feedback: ShownFeedback;
  /** 各题的结果，按次序。The slots in order. */
  slots: SlotResult[];
}

export interface AttemptSlot {
  /** 题目，没有答案。The question, without its key. */
  question: LearnerQuestion;
  /** 已存的作答；没有时为 null。The stored response, or null. */
  response: Response | null;
  /** 题号，从 1 开始。Number of the slot, from 1. */
  slot: number;
  /** 所在大题，从 1 开始。Number of its section, from 1. */
  section: number;
  /** 分值。What it is worth. */
  points: number;
  /** 已存作答的序号；没有作答时为 0。The stored sequence, 0 before the first response. */
  sequence: number;
  /** 作答的时间；没有时为 null。When it was given, or null. */
  answeredAt: string | null;
  /** 学员标记了要再看。Whether the learner wants to look at it again. */
  flagged: boolean;
  /** 已经看过这一题的答案，作答不能再改。Whether its answer was shown: the response stands. */
  revealed: boolean;
}

export interface Course {
  /** 课程编号。Id of the course. */
  id: string;
  /** 课程名称。Title. */
  title: string;
  /** 课程说明；没有时为空文本。Description, empty when there is none. */
  description: string;
}

export interface CourseList {
  /** 各门课程。The courses. */
  items: Course[];
}

export interface EvidenceInContext {
  /** 原文，一字不差。The exact quote. */
  quote: string;
  /** 引文所在的段落。The paragraph that holds the quote. */
  paragraph: string;
  /** 引文在段落中的起点（UTF-16 单位）。Start of the quote within the paragraph, in UTF-16 units. */
  quoteStart: number;
  /** 引文在段落中的终点（不含）。End of the quote within the paragraph, exclusive. */
  quoteEnd: number;
}

export interface FillLearnerQuestion {
  /** 题型。The question type. */
  type: 'fill';
  /** 题干，空处写作 ____。The stem, with ____ for each blank. */
  stem: string;
  /** 有几个空。How many blanks there are. */
  blanks: number;
}

export interface FillResponse {
  /** 题型。The question type. */
  type: 'fill';
  /** 每空一个文本，按空的次序；没填的空用空字符串。One text per blank, in order; an empty text where nothing is filled in. */
  texts: string[];
}

export interface Flag {
  /** true 为标记。True marks it. */
  flagged: boolean;
}

export interface FlaggedSlots {
  /** 题号，从小到大。Numbers of the slots. */
  flagged: number[];
}

export interface Learner {
  /** 学员编号，与微信的 openid 无关。Id of the learner, not the openid. */
  id: string;
  /** 昵称；没有时为 null。Nickname or null. */
  nickname: string | null;
}

/** 学员看到的题目，没有答案，形状由 type 决定。A question without its key, by `type`. */
export type LearnerQuestion = SingleLearnerQuestion | MultiLearnerQuestion | TfLearnerQuestion | FillLearnerQuestion | OrderLearnerQuestion | MatchLearnerQuestion | ShortLearnerQuestion;

export interface LearnerSession {
  /** 访问令牌，放在 Authorization: Bearer 后面。Access token for the Authorization header. */
  accessToken: string;
  /** 令牌过期的时间。When the token expires. */
  expiresAt: string;
  /** 登录的学员。Who signed in. */
  learner: Learner;
}

export interface MatchLearnerQuestion {
  /** 题型。The question type. */
  type: 'match';
  /** 题干。The stem. */
  stem: string;
  /** 左列。The left column. */
  lefts: QuestionOption[];
  /** 右列，已打乱。The right column, shuffled. */
  rights: QuestionOption[];
}

export interface MatchPair {
  /** 左项编号。Id of the left item. */
  left: string;
  /** 右项编号。Id of the right item. */
  right: string;
}

export interface MatchResponse {
  /** 题型。The question type. */
  type: 'match';
  /** 各个配对；可以先交一部分。The pairs; a part of them is a response too. */
  pairs: MatchPair[];
}

export interface MultiLearnerQuestion {
  /** 题型。The question type. */
  type: 'multi';
  /** 题干。The stem. */
  stem: string;
  /** 选项，已按这份答卷的次序排好。Options in the order of this attempt. */
  options: QuestionOption[];
}

export interface MultiResponse {
  /** 题型。The question type. */
  type: 'multi';
  /** 选中的选项编号，次序无关。Ids of the chosen options, in any order. */
  choices: string[];
}

export interface NewQuestionReport {
  /** 问题的种类：答案有误、表述不清、错别字、其他。What is wrong: the key, the wording, a typo, something else. */
  kind: ReportKind;
  /** 补充说明，可以不写。In one's own words; may be left out. */
  text?: string;
}

export interface OrderLearnerQuestion {
  /** 题型。The question type. */
  type: 'order';
  /** 题干。The stem. */
  stem: string;
  /** 要排序的项，已打乱。Items to be put in order, shuffled. */
  options: QuestionOption[];
}

export interface OrderResponse {
  /** 题型。The question type. */
  type: 'order';
  /** 选项编号，按认为正确的次序。Option ids in the order believed right. */
  order: string[];
}

export interface QuestionOption {
  /** 选项编号，作答时用它。Id, to be used in a response. */
  id: string;
  /** 选项文字。Text of the option. */
  text: string;
}

export interface QuestionReport {
  /** 问题的种类。What is wrong. */
  kind: ReportKind;
  /** 处理状态：待处理、采纳、不采纳。The state. */
  state: ReportState;
  /** 题号。Number of the slot. */
  slot: number;
  /** 补充说明；没有时为空文本。In one's own words, or empty. */
  text: string;
  /** 教师的答复；还没有时为 null。The reply of the staff, or null. */
  reply: string | null;
  /** 报告的时间。When it was made. */
  createdAt: string;
  /** 答复的时间；还没有时为 null。When it was answered, or null. */
  resolvedAt: string | null;
}

export interface QuestionReportList {
  /** 各份报告，按题号。The reports, by slot. */
  items: QuestionReport[];
}

export interface QuizList {
  /** 各个测验。The quizzes. */
  items: QuizSummary[];
}

export interface QuizSection {
  /** 大题的标题。Title of the section. */
  title: string;
}

export interface QuizSummary {
  /** 测验编号。Id of the quiz. */
  id: string;
  /** 课程编号。Id of its course. */
  courseId: string;
  /** 测验名称。Title. */
  title: string;
  /** 测验说明；没有时为空文本。Description, empty when there is none. */
  description: string;
  /** 题数。Number of questions. */
  questionCount: number;
  /** 满分。Points in all. */
  totalPoints: number;
  /** 考试或练习。Exam or practice. */
  mode: 'exam' | 'practice';
  /** 从这时起可以开始；不限为 null。When it opens for this learner, or null. */
  opensAt: string | null;
  /** 到这时全部结束；不限为 null。When it closes for this learner, or null. */
  closesAt: string | null;
  /** 及格线，得分率；不设及格为 null。Fraction needed to pass, or null. */
  passMark: number | null;
  /** 多次作答取哪次。Which of several attempts counts. */
  counting: 'highest' | 'average' | 'first' | 'last';
  /** 能否回头作答。Whether earlier slots can be answered again. */
  navigation: 'free' | 'sequential';
  /** 限时多少秒，这位学员的延长已经算进去；不限时为 null。Time limit in seconds, or null. */
  timeLimitSeconds: number | null;
  /** 最多作答几次；不限为 null。Attempts allowed, or null. */
  attemptsAllowed: number | null;
  /** 这位学员已经用掉几次，包括正在进行的。Attempts this learner has used, a running one included. */
  attemptsUsed: number;
  /** 正在进行的答卷的编号；没有时为 null。Id of the running attempt, or null. */
  openAttemptId: string | null;
}

/** 问题的种类：答案有误、表述不清、错别字、其他。What is wrong: the key, the wording, a typo, something else. */
export type ReportKind = 'wrong-key' | 'unclear' | 'typo' | 'other';

/** 处理状态：待处理、采纳、不采纳。The state. */
export type ReportState = 'open' | 'accepted' | 'rejected';

/** 学员对一题的作答，形状由 type 决定。A response; its shape depends on `type`. */
export type Response = SingleResponse | MultiResponse | TfResponse | FillResponse | OrderResponse | MatchResponse | ShortResponse;

export interface ScoreChange {
  /** 原来的得分。The score before. */
  from: number;
  /** 后来的得分。The score after. */
  to: number;
  /** 原来的满分。Points in all, before. */
  maxFrom: number;
  /** 后来的满分；题目作废会减少满分。Points in all, after: a void question takes its points away. */
  maxTo: number;
  /** 哪一题引起的。The slot that caused it. */
  slot: number | null;
  /** 变化的原因：重判、作废、全员满分、教师评分、撤销更正。What kind of change. */
  cause: 'regrade' | 'void' | 'full-marks' | 'manual' | 'undo';
  /** 教师写的理由；没有时为空文本。Why, in the words of the staff; empty when they gave none. */
  reason: string;
  /** 什么时候。When. */
  at: string;
  /** 可以直接显示的一句话。The change in one sentence. */
  text: string;
}

export interface ShortLearnerQuestion {
  /** 题型。The question type. */
  type: 'short';
  /** 题干。The stem. */
  stem: string;
}

export interface ShortResponse {
  /** 题型。The question type. */
  type: 'short';
  /** 作答的文字。The text of the answer. */
  text: string;
}

export interface ShownFeedback {
  /** 总分和是否及格。The score, and whether it passed. */
  score: boolean;
  /** 每题的对错和得分。What each slot scored. */
  correctness: boolean;
  /** 答案。The keys. */
  key: boolean;
  /** 解析和原文依据。Explanations and the sentences they stand on. */
  explanation: boolean;
}

export interface SingleLearnerQuestion {
  /** 题型。The question type. */
  type: 'single';
  /** 题干。The stem. */
  stem: string;
  /** 选项，已按这份答卷的次序排好。Options in the order of this attempt. */
  options: QuestionOption[];
}

export interface SingleResponse {
  /** 题型。The question type. */
  type: 'single';
  /** 选中的选项编号。Id of the chosen option. */
  choice: string;
}

export interface SlotResult {
  /** 判分的依据；今后可能增加新的取值；还不公布对错时为 null。The rule that decided it; more may come; or null. */
  rule:
    | 'none-given'
    | 'type-mismatch'
    | 'exact'
    | 'wrong'
    | 'all-correct'
    | 'wrong-pick'
    | 'incomplete'
    | 'some-blanks'
    | 'hedge-differs'
    | 'unit-differs'
    | 'space-folded'
    | 'width-folded'
    | 'case-folded'
    | 'punctuation-folded'
    | 'date-folded'
    | 'numeral-folded'
    | 'counter-folded'
    | 'script-folded'
    | 'unit-folded'
    | 'unit-converted'
    | 'share-folded'
    | 'stem-repeated'
    | 'within-tolerance'
    | 'outside-tolerance'
    | 'awaits-marking'
    | 'by-person'
    | 'full-marks'
    | 'void'
    | 'some-neighbours'
    | 'some-pairs'
    | null;
  /** 这道题后来的更正；没有，或还不公布对错时为 null。What the staff decided about the question later, or null. */
  ruling: SlotRuling | null;
  /** 题目，与作答时相同。The question as it was shown. */
  question: LearnerQuestion;
  /** 作答；没有作答为 null。The response, or null. */
  response: Response | null;
  /** 答案，写成得满分的作答；还不公布时为 null。The key, as the response that gives full marks; null while not shown. */
  key: Response | null;
  /** 原文依据，连同所在段落；还不公布时为 null。The sentences that prove the key, in their paragraphs; null while not shown. */
  evidence: EvidenceInContext[] | null;
  /** 题号。Number of the slot. */
  slot: number;
  /** 分值。What it is worth. */
  points: number;
  /** 得分；还不公布对错，或等待教师评分时为 null。What was scored; null while it is not shown or not marked yet. */
  score: number | null;
  /** 得分率，0 到 1；还不公布对错，或等待教师评分时为 null。How right the response is, 0 to 1, or null. */
  fraction: number | null;
  /** 判分依据的说明。The rule in words; null while not shown. */
  ruleText: string | null;
  /** 判断题说法错误时的正确说法。What would be true instead of a false statement. */
  correction?: string;
  /** 解析；还不公布时为 null。The explanation; null while not shown. */
  explanation: string | null;
  /** 依据出自哪篇文章；没有或还不公布时为 null。Title of the article, or null. */
  articleTitle: string | null;
}

export interface SlotRuling {
  /** 更正的方式：按新答案重判、作废、全员满分。Another key, void, or full marks for all. */
  kind: 'regrade' | 'void' | 'full-marks';
  /** 理由。Why. */
  reason: string;
  /** 从什么时候起有效。Since when. */
  appliedAt: string | null;
}

export interface TfLearnerQuestion {
  /** 题型。The question type. */
  type: 'tf';
  /** 要判断的说法。The statement to judge. */
  stem: string;
}

export interface TfResponse {
  /** 题型。The question type. */
  type: 'tf';
  /** 认为说法正确为 true。True for "the statement is right". */
  value: boolean;
}

export interface WechatSignIn {
  /** 小程序的 AppID。The mini-program's appid. */
  appId: string;
  /** wx.login 得到的一次性凭证，五分钟内有效。The single-use code of wx.login. */
  code: string;
}
