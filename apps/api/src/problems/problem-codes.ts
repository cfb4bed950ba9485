interface ProblemKind {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** Every way a request can be refused: code → status and title. The only place where a new one is added. */
export const PROBLEMS = {
  'validation-failed': {
    status: 400,
    zh: '请求内容不符合要求',
    en: 'The request does not have the required shape',
  },
  'malformed-json': { status: 400, zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
  'article-empty': { status: 400, zh: '文章是空的', en: 'The article is empty' },
  'article-binary': { status: 400, zh: '这不是文本文件', en: 'The article is not a text' },
  'file-empty': { status: 400, zh: '文件是空的', en: 'The file is empty' },
  'file-damaged': { status: 400, zh: '文件已损坏', en: 'The file is damaged' },
  'file-encrypted': { status: 400, zh: '文件设有密码', en: 'The file is encrypted' },
  'file-unsafe': { status: 400, zh: '文件含有不安全的内容', en: 'The file holds unsafe content' },
  'questions-flawed': {
    status: 400,
    zh: '题目文件里有错误，没有导入',
    en: 'The file of questions has errors; nothing was imported',
  },
  unauthenticated: { status: 401, zh: '请先登录', en: 'Sign in first' },
  'token-expired': { status: 401, zh: '登录已过期，请重新登录', en: 'The access token has expired' },
  'wrong-credentials': { status: 401, zh: '账号或密码不正确', en: 'Wrong account or password' },
  'wechat-code-invalid': {
    status: 401,
    zh: '微信登录凭证无效或已使用',
    en: 'The WeChat code is invalid or used',
  },
  forbidden: { status: 403, zh: '没有权限', en: 'Not allowed' },
  'wechat-user-blocked': { status: 403, zh: '该微信用户被限制登录', en: 'WeChat blocks this user' },
  'not-found': { status: 404, zh: '没有找到', en: 'Not found' },
  'attempt-closed': { status: 409, zh: '答卷已经结束，不能再作答', en: 'The attempt is closed' },
  'attempt-not-submitted': { status: 409, zh: '答卷还没有提交', en: 'The attempt is not submitted yet' },
  'attempts-used-up': { status: 409, zh: '作答次数已经用完', en: 'No attempts are left' },
  'quiz-not-published': { status: 409, zh: '测验还没有发布', en: 'The quiz is not published' },
  'quiz-not-open': { status: 409, zh: '测验还没有开始', en: 'The quiz is not open yet' },
  'quiz-closed': { status: 409, zh: '测验已经结束', en: 'The quiz is closed' },
  'quiz-exhausted': {
    status: 409,
    zh: '题库里可抽的题不够了',
    en: 'The bank cannot fill this quiz any more',
  },
  'slot-revealed': {
    status: 409,
    zh: '这一题已经看过答案，不能再改',
    en: 'The answer to this question was shown',
  },
  'slot-passed': { status: 409, zh: '这份测验不能回头作答', en: 'This quiz does not go back' },
  'feedback-closed': { status: 409, zh: '现在还不能查看', en: 'Not shown yet' },
  'question-edited': { status: 409, zh: '题目刚被别人改过', en: 'The question was edited meanwhile' },
  'question-exists': { status: 409, zh: '题库里已经有这道题', en: 'The bank has this question already' },
  'external-id-taken': { status: 409, zh: '外部编号已经用过', en: 'The external id is taken' },
  'own-question': { status: 409, zh: '不能审批自己写的题', en: 'Nobody accepts a question of their own' },
  'evidence-missing': { status: 409, zh: '题目没有依据', en: 'The question has no evidence' },
  'topic-name-taken': { status: 409, zh: '同级已有同名的知识点', en: 'A sibling topic has this name' },
  'topic-in-use': { status: 409, zh: '知识点还在使用', en: 'The topic is in use' },
  'invalid-transition': { status: 409, zh: '当前状态不允许这样操作', en: 'Not possible in this state' },
  'article-too-long': { status: 413, zh: '文章太长', en: 'The article is too long' },
  'file-too-large': { status: 413, zh: '文件太大', en: 'The file is too large' },
  'payload-too-large': { status: 413, zh: '请求体太大', en: 'The body is too large' },
  'file-binary': { status: 415, zh: '这不是文本文件', en: 'The file is not a text' },
  'file-encoding': { status: 415, zh: '认不出文件的文字编码', en: 'The encoding of the file is unknown' },
  'file-unsupported': { status: 415, zh: '这种文件不能读', en: 'This kind of file cannot be read' },
  'unsupported-media-type': {
    status: 415,
    zh: '不接受这种请求体',
    en: 'A body of this media type is not accepted',
  },
  'rate-limited': { status: 429, zh: '请求太频繁，请稍后再试', en: 'Too many requests' },
  'wechat-busy': { status: 429, zh: '微信登录繁忙，请稍后再试', en: 'WeChat sign-in is busy' },
  internal: { status: 500, zh: '服务器内部错误', en: 'Internal error' },
  'wechat-misconfigured': { status: 500, zh: '微信登录配置有误', en: 'WeChat sign-in is misconfigured' },
  unavailable: { status: 503, zh: '服务暂时不可用', en: 'Temporarily unavailable' },
  'wechat-unavailable': { status: 503, zh: '微信登录服务暂时不可用', en: 'WeChat is unavailable' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
