import { IMPORT_KINDS } from '#shared/ipc/contract/imports.ts';
import { COMMANDS, type Command } from './commands.ts';
import { SPECS } from './parse-arguments.ts';
import type { Words } from './words.ts';

/** What stands for the value of an option in the usage text. */
const VALUES: Readonly<Record<string, string>> = {
  data: 'DIR',
  profile: 'FILE.json',
  user: 'LOGIN',
  kind: 'KIND',
  sheet: 'S',
  period: '2024-Q1',
  scheme: 'nd09|calendar',
  from: 'YYYY-MM-DD',
  to: 'YYYY-MM-DD',
  'as-of': 'YYYY-MM-DD',
  objective: '2.3',
  list: 'counted|against|excluded',
  out: 'PATH',
  key: 'FILE.p12',
  token: 'DRIVER',
  slot: 'N',
  certificate: 'SHA256',
  successor: 'CERT',
  'last-day': 'YYYY-MM-DD',
  'first-day': 'YYYY-MM-DD',
  number: '05/BC-UBND',
  date: 'YYYY-MM-DD',
  amends: 'FILE.pdf',
  reason: 'TEXT',
  trust: 'CERT-or-DIR',
  units: 'FILE',
  verdict: 'accepted|returned',
  due: 'YYYY-MM-DD',
  received: 'YYYY-MM-DD',
  level: 'commune|district',
  targets: 'FILE.json',
  pages: 'all|none',
  pdf: 'FILE.pdf',
  add: 'LOGIN',
  change: 'LOGIN',
  retire: 'LOGIN',
  'bring-back': 'LOGIN',
  name: 'NAME',
  role: 'clerk|head|chairman|receiver',
  give: 'ABILITY,…',
  take: 'ABILITY,…',
  id: 'NUMBER',
  phone: 'NUMBER',
  also: 'name|similar-name|mention',
  export: 'FILE.pdf|FILE.xlsx',
  decision: 'TEXT',
  map: 'FILE.json',
};

/** Help on one command, or on all. */
export function usage(command: string | null, program: string, words: Words): string[] {
  const texts = words.cli.usage;
  const one = COMMANDS.find((each) => each === command);
  if (one !== undefined && one !== 'help') {
    const kinds = Object.hasOwn(SPECS[one].options, 'kind')
      ? [words.fill(texts.kinds, { kinds: IMPORT_KINDS.join(', ') })]
      : [];
    return [
      words.fill(texts.one, { program, command: one, rest: pattern(one) }),
      `  ${texts.commands[one]}`,
      ...kinds,
    ];
  }
  const width = Math.max(...COMMANDS.map((name) => name.length));
  return [
    words.fill(texts.title, { program }),
    '',
    ...COMMANDS.map((name) => `  ${name.padEnd(width)}  ${texts.commands[name]}`),
    '',
    texts.common,
    texts.acting,
    texts.exits,
  ];
}

function pattern(command: Exclude<Command, 'help'>): string {
  const { options, operands, many } = SPECS[command];
  const parts = Object.entries(options).map(([name, kind]) => {
    const option = kind === 'flag' ? `--${name}` : `--${name} ${VALUES[name] ?? 'X'}`;
    return kind === 'required' ? option : `[${option}]`;
  });
  return [...parts, ...operands.map((operand) => (many === true ? `${operand}…` : operand))].join(' ');
}
