import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { createSecretKey } from 'node:crypto';
import { API_CONFIG, type ApiConfig } from '../api-config.js';
import { AccessTokens } from './access-tokens.js';
import { AudienceGuard } from './audience.guard.js';

@Global()
@Module({
  imports: [
    DiscoveryModule,
    JwtModule.registerAsync({
      inject: [API_CONFIG],
      useFactory: ({ tokenSecret }: ApiConfig) => ({
        // A KeyObject: with a string, jsonwebtoken tries it as a public key first, half a millisecond on every request.
        secret: createSecretKey(Buffer.from(tokenSecret)),
        signOptions: { algorithm: 'HS256', issuer: 'qiic-quiz' },
        verifyOptions: { algorithms: ['HS256'], issuer: 'qiic-quiz' },
      }),
    }),
  ],
  providers: [AccessTokens, { provide: APP_GUARD, useClass: AudienceGuard }],
  exports: [AccessTokens],
})
export class IdentityModule {}
