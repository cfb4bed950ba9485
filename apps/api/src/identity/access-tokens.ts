import { Injectable } from '@nestjs/common';
import { JwtService, TokenExpiredError } from '@nestjs/jwt';
import { Problem } from '../problems/problem.js';
import type { Identity } from './identity.js';

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
}

const LIFETIME_SECONDS = { learner: 2 * 3600, staff: 8 * 3600 } as const;

/** Short-lived signed tokens that carry who somebody is, so that a request needs no look-up to know it. */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  issue(identity: Identity, now: Date): AccessToken {
    const issuedAt = Math.floor(now.getTime() / 1000);
    const expires = issuedAt + LIFETIME_SECONDS[identity.kind];
    const claims =
      identity.kind === 'learner'
        ? { sub: identity.learnerId, partner: identity.partnerId, role: 'learner' }
        : { sub: identity.instructorId, partner: identity.partnerId, role: identity.role };
    return {
      accessToken: this.jwt.sign({ ...claims, iat: issuedAt, exp: expires }),
      expiresAt: new Date(expires * 1000),
    };
  }

  /** Throws Problem `unauthenticated` or `token-expired`. */
  read(token: string, now: Date): Identity {
    const { sub, partner, role } = this.verify(token, now);
    if (typeof sub === 'string' && typeof partner === 'string') {
      if (role === 'learner') return { kind: 'learner', learnerId: sub, partnerId: partner };
      if (role === 'instructor' || role === 'admin') {
        return { kind: 'staff', instructorId: sub, partnerId: partner, role };
      }
    }
    throw new Problem('unauthenticated');
  }

  private verify(token: string, now: Date): Readonly<Record<string, unknown>> {
    try {
      return this.jwt.verify(token, { clockTimestamp: Math.floor(now.getTime() / 1000) });
    } catch (error) {
      if (error instanceof TokenExpiredError) throw new Problem('token-expired');
      throw new Problem('unauthenticated', { detail: '登录凭证无效。' });
    }
  }
}
