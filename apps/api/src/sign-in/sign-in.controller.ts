import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForEverybody } from '../identity/audience.decorator.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { InstructorSession, LearnerSession, PasswordSignIn, WechatSignIn } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('auth')
@Controller('v1/auth')
@ForEverybody()
export class AuthController {
  constructor(private readonly signIn: SignInService) {}

  /** 学员用微信登录。A learner signs in with a WeChat code. */
  @Post('wechat')
  @HttpCode(200)
  @ApiProblems(
    'wechat-code-invalid',
    'wechat-user-blocked',
    'wechat-busy',
    'wechat-misconfigured',
    'wechat-unavailable',
  )
  signInWithWechat(@Body() input: WechatSignIn, @ArrivedAt() now: Date): Promise<LearnerSession> {
    return this.signIn.withWechat(input, now);
  }

  /** 教师或管理员用账号密码登录。An instructor signs in with account and password. */
  @Post('password')
  @HttpCode(200)
  @ApiProblems('wrong-credentials', 'rate-limited')
  signInWithPassword(
    @Body() input: PasswordSignIn,
    @Ip() address: string,
    @ArrivedAt() now: Date,
  ): Promise<InstructorSession> {
    return this.signIn.withPassword(input, address, now);
  }
}
