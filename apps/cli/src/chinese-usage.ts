import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/unknown option '(.+?)'/, '没有 $1 这个选项。'],
  [/unknown command '(.+?)'/, '没有 $1 这个命令。'],
  [/missing required argument '(.+?)'/, '缺少参数 $1。'],
  [/option '(.+?)' argument missing/, '选项 $1 后面缺少值。'],
  [/required option '(.+?)' not specified/, '必须给出选项 $1。'],
  [/option '(.+?)' argument '(.*?)' is invalid\.?\s*(.*)/s, '选项 $1 的值 $2 不对。$3'],
  [/command-argument value '(.*?)' is invalid for argument '(.+?)'\.?\s*(.*)/s, '参数 $2 的值 $1 不对。$3'],
  [/too many arguments.*Expected (\d+) arguments? but got (\d+)\.?/s, '参数太多：应有 $1 个，收到 $2 个。'],
  [/\(Did you mean (.+?)\?\)/, '是不是想写 $1？'],
];

/** Makes a command and its subcommands speak Chinese, and throw where commander would end the process. */
export function speakChinese(command: Command): Command {
  command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, displayWidth })
    .configureOutput({ outputError: (complaint, write) => write(translate(complaint)) });
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某个命令的帮助');
  command.commands.forEach(speakChinese);
  return command;
}

/** A Chinese character takes two columns of a terminal. */
function displayWidth(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

function translate(complaint: string): string {
  const translated = COMPLAINTS.filter(([english]) => english.test(complaint)).map(([english, chinese]) =>
    chinese.replace(/\$(\d)/g, (_, group: string) => english.exec(complaint)?.[Number(group)] ?? ''),
  );
  return translated.length > 0 ? `${translated.join('').trim()}\n` : complaint.replace(/^error: /, '');
}
