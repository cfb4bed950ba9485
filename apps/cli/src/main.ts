import { Command, CommanderError } from 'commander';
import { speakChinese } from './chinese-usage.js';
import { migrateCommand } from './database/migrate-command.js';
import { doctorCommand } from './doctor/doctor-command.js';
import { factsCommand } from './facts/facts-command.js';
import { CommandFailure } from './failure.js';
import { generateCommand } from './generate.js';
import { importCommand } from './import/import-command.js';
import { seedCommand } from './seed/seed-command.js';
import { startCommand } from './start/start-command.js';
import { tell } from './tell.js';

/** The `quiz` command. Data on stdout, everything else on stderr; exit 0 done, 1 could not, 2 asked wrongly. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever read our output may leave first (`| head`); that must not look like a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const program = new Command('quiz')
    .description('青岛工业互联网学院测验服务')
    .addCommand(startCommand())
    .addCommand(generateCommand())
    .addCommand(factsCommand())
    .addCommand(importCommand())
    .addCommand(migrateCommand())
    .addCommand(seedCommand())
    .addCommand(doctorCommand());
  try {
    await speakChinese(program).parseAsync(argv);
  } catch (error) {
    process.exitCode = judge(error);
  }
}

function judge(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailure) {
    tell(error.message);
    return error.exitCode;
  }
  // Known by its name: its class would bring the whole database along, for commands that need none as well.
  if (error instanceof Error && error.name === 'LocalPostgresRefusal') {
    tell(error.message);
    return 1;
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}
