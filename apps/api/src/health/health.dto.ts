/** 健康状况。State of the service. */
export class HealthReply {
  /**
   * 总是 ok；不正常时以 503 回答。Always ok; otherwise the answer is 503.
   * @example "ok"
   */
  status!: 'ok';
}
