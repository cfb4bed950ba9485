/** 一次 HTTP 请求。One HTTP request, as plain data. */
export interface PlatformRequest {
  /** 不含 PATCH：wx.request 不支持。No PATCH: wx.request lacks it. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** 毫秒；到时由 SDK 调用 abort。Milliseconds; the SDK itself calls abort when they are over. */
  readonly timeout: number;
}

/** 收到的应答，任何状态码都算。What came back, whatever its status. */
export interface PlatformReply {
  readonly status: number;
  /** 名称均为小写。Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** 未解析的文本。Unparsed text. */
  readonly body: string;
}

export interface PlatformCall {
  /** 没有应答时 reject，可带 errMsg。Rejects when nothing came back, with an errMsg where there is one. */
  readonly reply: Promise<PlatformReply>;
  abort(): void;
}

/** 与 Web Storage 同形。The shape of Web Storage. */
export interface PlatformStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** 运行环境的接口；适配一个新平台只需实现它。What the SDK needs of its surroundings; a new platform is one of these. */
export interface Platform {
  request(request: PlatformRequest): PlatformCall;
  /** 换取登录用的一次性 code。A one-time code to sign in with. */
  signInCode(): Promise<string>;
  /** 小程序的 AppID，平台知道时给出。The mini-program's id, where the platform knows it. */
  appId?(): string | undefined;
  readonly storage: PlatformStorage;
}
