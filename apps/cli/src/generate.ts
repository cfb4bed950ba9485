import { Command } from 'commander';

export function generateCommand(): Command {
  return new Command('generate').description('从一篇文章出题');
}
