import { isWechatRefusal, type WechatClient, type WechatRefusal } from '#wechat';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DataSource } from 'typeorm';
import { API_CONFIG, type ApiConfig } from '../api-config.js';
import { AccessTokens } from '../identity/access-tokens.js';
import { invalidField, Problem } from '../problems/problem.js';
import { FailedSignIns } from './failed-sign-ins.js';
import type { InstructorSession, LearnerSession, PasswordSignIn, WechatSignIn } from './sign-in.dto.js';
import { SignInStore, type WechatPerson } from './sign-in.store.js';

export const WECHAT_CLIENT = Symbol('wechat client');

@Injectable()
export class SignInService {
  private readonly failed = new FailedSignIns();
  /** Verified for an unknown account, so that it takes as long to refuse as a known one. */
  private readonly nobodysHash = hash('nobody has this password');

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: SignInStore,
    private readonly tokens: AccessTokens,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(WECHAT_CLIENT) private readonly wechat: WechatClient,
  ) {}

  async withPassword(
    { account, password }: PasswordSignIn,
    address: string,
    now: Date,
  ): Promise<InstructorSession> {
    const name = account.trim().toLowerCase();
    const who = `${name} ${address}`;
    const instructor = await this.store.findInstructor(this.dataSource.manager, name);
    const passwordHash = instructor?.passwordHash ?? (await this.nobodysHash);
    const retryAfterSeconds = this.failed.secondsToWait(who, now);
    if (retryAfterSeconds > 0) {
      throw new Problem('rate-limited', { detail: '密码错误次数太多，请稍后再试。', retryAfterSeconds });
    }
    // Counted before it is judged, with no pause in between: two hundred guesses at once are two hundred guesses.
    this.failed.add(who, now);
    const matches = await verify(passwordHash, password);
    if (!instructor || !matches) throw new Problem('wrong-credentials');
    this.failed.clear(who);
    const { id, partnerId, role } = instructor;
    const { accessToken, expiresAt } = this.tokens.issue(
      { kind: 'staff', instructorId: id, partnerId, role },
      now,
    );
    return {
      accessToken,
      expiresAt: expiresAt.toISOString(),
      instructor: { id, name: instructor.name, role },
    };
  }

  async withWechat({ appId, code }: WechatSignIn, now: Date): Promise<LearnerSession> {
    const partner = await this.store.findPartnerOfApp(this.dataSource.manager, appId);
    if (!partner) throw invalidField('/appId', 'unknown-app', '这个小程序没有接入本服务。');
    if (appId !== this.config.wechat.appId) {
      throw new Problem('wechat-misconfigured', { detail: '服务器没有配置这个小程序的密钥。' });
    }
    const answer = await this.wechat.codeToSession({ appId, secret: this.config.wechat.secret, code });
    if (isWechatRefusal(answer)) throw wechatProblem(answer);
    const person = { appId, openid: answer.openid, unionid: answer.unionid ?? null };
    const learner = await this.admitLearner(partner.id, person, now);
    const { accessToken, expiresAt } = this.tokens.issue(
      { kind: 'learner', learnerId: learner.id, partnerId: partner.id },
      now,
    );
    return {
      accessToken,
      expiresAt: expiresAt.toISOString(),
      learner: { id: learner.id, nickname: learner.nickname },
    };
  }

  /** The learner of this identity, made at the first sign-in; two first sign-ins at once make one learner. */
  private admitLearner(partnerId: string, person: WechatPerson, now: Date) {
    return this.dataSource.transaction(async (manager) => {
      const known = await this.store.findLearner(manager, person);
      if (known) return known;
      await this.store.addLearner(manager, partnerId, person, now);
      const learner = await this.store.findLearner(manager, person);
      if (!learner) throw new Error('a learner just admitted is gone');
      return learner;
    });
  }
}

function wechatProblem({ kind, errcode, rid, retryAfterSeconds }: WechatRefusal): Problem {
  const cause = new Error(`code2Session refused: ${kind} ${errcode ?? ''} ${rid ?? ''}`.trim());
  switch (kind) {
    case 'code-invalid':
      return new Problem('wechat-code-invalid', { detail: '登录凭证无效、已过期或已经用过，请重新登录。' });
    case 'user-blocked':
      return new Problem('wechat-user-blocked');
    case 'busy':
      return new Problem('wechat-busy', { retryAfterSeconds: retryAfterSeconds ?? 60 });
    case 'unavailable':
      return new Problem('wechat-unavailable', { retryAfterSeconds: retryAfterSeconds ?? 5, cause });
    case 'misconfigured':
      return new Problem('wechat-misconfigured', { cause });
  }
}
