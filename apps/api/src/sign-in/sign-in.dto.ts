import { IsString, Matches, MaxLength } from 'class-validator';

/** 学员用微信登录。A learner signs in with WeChat. */
export class WechatSignIn {
  /**
   * 小程序的 AppID。The mini-program's appid.
   * @example "wx0123456789abcdef"
   */
  @IsString()
  @MaxLength(64)
  @Matches(/\S/)
  appId!: string;

  /**
   * wx.login 得到的一次性凭证，五分钟内有效。The single-use code of wx.login.
   * @example "0a3Xyz0000abcdEFGH1000ijkl3Xyz0K"
   */
  @IsString()
  @MaxLength(256)
  @Matches(/\S/)
  code!: string;
}

/** 教师或管理员用账号和密码登录。An instructor signs in with account and password. */
export class PasswordSignIn {
  /**
   * 账号，不分大小写。Account, case does not matter.
   * @example "teacher"
   */
  @IsString()
  @MaxLength(100)
  @Matches(/\S/)
  account!: string;

  /**
   * 密码。Password.
   * @example "correct horse battery staple"
   */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  password!: string;
}

/** 学员。A learner. */
export class Learner {
  /**
   * 学员编号，与微信的 openid 无关。Id of the learner, not the openid.
   * @example "01936f6e-0000-7000-8000-000000000001"
   */
  id!: string;

  /**
   * 昵称；没有时为 null。Nickname or null.
   * @example "小李"
   */
  nickname!: string | null;
}

/** 教师或管理员。An instructor or admin. */
export class Instructor {
  /**
   * 教师编号。Id of the instructor.
   * @example "01936f6e-0000-7000-8000-000000000002"
   */
  id!: string;

  /**
   * 姓名。Name.
   * @example "王老师"
   */
  name!: string;

  /**
   * 身份：教师或管理员。The role.
   * @example "instructor"
   */
  role!: 'instructor' | 'admin';
}

/** 学员登录成功。A learner is signed in. */
export class LearnerSession {
  /** 访问令牌，放在 Authorization: Bearer 后面。Access token for the Authorization header. */
  accessToken!: string;

  /**
   * 令牌过期的时间。When the token expires.
   * @example "2026-11-22T10:00:00.000Z"
   */
  expiresAt!: string;

  /** 登录的学员。Who signed in. */
  learner!: Learner;
}

/** 教师登录成功。An instructor is signed in. */
export class InstructorSession {
  /** 访问令牌，放在 Authorization: Bearer 后面。Access token for the Authorization header. */
  accessToken!: string;

  /**
   * 令牌过期的时间。When the token expires.
   * @example "2026-11-22T18:00:00.000Z"
   */
  expiresAt!: string;

  /** 登录的教师。Who signed in. */
  instructor!: Instructor;
}
