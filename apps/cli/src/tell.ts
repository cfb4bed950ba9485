/** Progress and complaints go to stderr: stdout carries data only. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
