import { Module } from '@nestjs/common';
import { AuthController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { SignInStore } from './sign-in.store.js';

@Module({ controllers: [AuthController], providers: [SignInService, SignInStore] })
export class SignInModule {}
