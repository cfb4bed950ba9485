/** 请求中的一处错误。One flaw of the input. */
export class ProblemFlaw {
  /**
   * 出错的位置：请求体内用 JSON Pointer；查询参数写作 ?名称，路径参数写作 :名称。JSON pointer into the body; ?name for a query parameter, :name for a path parameter.
   * @example "/slots/0/points"
   */
  pointer!: string;

  /**
   * 稳定的错误代码，供程序判断。Stable code for programs.
   * @example "unknown-field"
   */
  code!: string;

  /**
   * 给人看的中文说明。A Chinese sentence for people.
   * @example "不认识的字段 score。"
   */
  detail!: string;
}

/** 被拒绝的请求（RFC 9457 application/problem+json）。A refused request. */
export class ProblemReply {
  /**
   * 问题类型的标识。Identifies the kind of problem.
   * @example "urn:qiic-quiz:problem:attempt-closed"
   */
  type!: string;

  /**
   * 问题类型的标题；Accept-Language 为英文时是英文。Title of the kind of problem, in the language asked for.
   * @example "答卷已经结束，不能再作答"
   */
  title!: string;

  /**
   * HTTP 状态码。The HTTP status.
   * @example 409
   */
  status!: number;

  /** 这一次的具体说明。What happened this time. */
  detail?: string;

  /**
   * 请求的路径。Path of the request.
   * @example "/v1/attempts/01936f6e-0000-7000-8000-000000000000/submit"
   */
  instance!: string;

  /**
   * 稳定的问题代码，供程序判断；今后可能增加新的代码。Stable code for programs; more may come.
   * @example "attempt-closed"
   */
  code!: string;

  /**
   * 请求编号，与响应头 X-Request-Id 和服务器日志相同。Id of the request, as in X-Request-Id and the logs.
   * @example "01936f6e-0000-7000-8000-000000000000"
   */
  requestId!: string;

  /** 输入中的各处错误。The flaws of the input. */
  errors?: ProblemFlaw[];
}
