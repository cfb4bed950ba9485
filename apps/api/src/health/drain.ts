import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out: it still answers, but asks to be asked elsewhere. */
@Injectable()
export class Drain {
  private draining = false;

  start(): void {
    this.draining = true;
  }

  get started(): boolean {
    return this.draining;
  }
}
