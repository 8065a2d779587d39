import { type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { COMMANDS, type Command } from './commands.ts';

/** `value`: takes one; `required`: must be given; `flag`: stands alone. */
type OptionKind = 'value' | 'required' | 'flag';

export interface CommandSpec {
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Names of what stands without a dash, in order; the last one may repeat when `many`. */
  readonly operands: readonly string[];
  readonly many?: boolean;
}

/** Which key signs: a .p12 file, or one on a token (signing-key.ts). */
const KEY = {
  key: 'value',
  token: 'value',
  slot: 'value',
  certificate: 'value',
  'final-try': 'flag',
} as const;
const DATA = { data: 'required', user: 'value' } as const;

/** What each command takes (docs/command-line.md). */
export const SPECS: Readonly<Record<Exclude<Command, 'help'>, CommandSpec>> = {
  init: { options: { data: 'required', profile: 'required' }, operands: [] },
  import: {
    options: {
      ...DATA,
      kind: 'value',
      sheet: 'value',
      'dry-run': 'flag',
      strict: 'flag',
      'accept-conflicts': 'flag',
      reason: 'value',
    },
    operands: ['FILE'],
  },
  'undo-import': { options: { ...DATA, reason: 'value' }, operands: ['IMPORT-ID'] },
  export: {
    options: { ...DATA, kind: 'value', out: 'required', 'show-ids': 'flag', reason: 'value' },
    operands: [],
  },
  evaluate: {
    options: { ...DATA, period: 'value', scheme: 'value', from: 'value', to: 'value', 'as-of': 'value' },
    operands: [],
  },
  explain: {
    options: {
      ...DATA,
      period: 'required',
      scheme: 'value',
      'as-of': 'value',
      objective: 'required',
      list: 'value',
      pdf: 'value',
    },
    operands: [],
  },
  plan: { options: { ...DATA, period: 'required', out: 'required' }, operands: [] },
  summary: { options: { ...DATA, period: 'required', draft: 'flag', out: 'required' }, operands: [] },
  report: {
    options: {
      ...DATA,
      period: 'required',
      out: 'required',
      ...KEY,
      number: 'value',
      date: 'value',
      amends: 'value',
      reason: 'value',
    },
    operands: [],
  },
  keys: { options: { token: 'required' }, operands: [] },
  'hand-over': {
    options: {
      ...DATA,
      ...KEY,
      successor: 'required',
      'last-day': 'required',
      'first-day': 'required',
      reason: 'required',
      out: 'required',
    },
    operands: [],
  },
  verify: { options: { trust: 'value' }, operands: ['FILE'], many: true },
  consolidate: {
    options: {
      trust: 'required',
      units: 'required',
      period: 'required',
      out: 'required',
      scheme: 'value',
      due: 'value',
      received: 'value',
      level: 'value',
      targets: 'value',
      pages: 'value',
      pdf: 'value',
      key: 'value',
      profile: 'value',
      number: 'value',
      date: 'value',
    },
    operands: ['FILE'],
    many: true,
  },
  receipt: {
    options: {
      ...DATA,
      verdict: 'value',
      reason: 'value',
      ...KEY,
      out: 'value',
    },
    operands: ['FILE-or-CODE'],
  },
  people: {
    options: {
      ...DATA,
      add: 'value',
      change: 'value',
      retire: 'value',
      'bring-back': 'value',
      name: 'value',
      role: 'value',
      give: 'value',
      take: 'value',
    },
    operands: [],
  },
  person: {
    options: {
      ...DATA,
      id: 'value',
      name: 'value',
      phone: 'value',
      also: 'value',
      export: 'value',
      anonymise: 'flag',
      reason: 'value',
    },
    operands: [],
  },
  backup: { options: { ...DATA, out: 'value', drill: 'flag' }, operands: [] },
  restore: { options: { from: 'required', ...DATA }, operands: [] },
  merge: {
    options: {
      ...DATA,
      decision: 'required',
      map: 'value',
      'dry-run': 'flag',
      reason: 'value',
      out: 'value',
    },
    operands: ['SOURCE'],
    many: true,
  },
  check: { options: DATA, operands: [] },
  demo: { options: { out: 'value' }, operands: [] },
  update: { options: { from: 'value', rollback: 'flag' }, operands: [] },
  version: { options: {}, operands: [] },
};

const COMMON: Readonly<Record<string, OptionKind>> = { json: 'flag', lang: 'value', help: 'flag' };

/** A command line taken apart. */
export interface Arguments {
  readonly command: Command;
  readonly json: boolean;
  readonly lang: 'vi' | 'en';
  readonly help: boolean;
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** A wrong use of the command line; the words name what is wrong. */
export function wrong(
  problem: string,
  command: Command | null,
  params: Record<string, string> = {},
): AppError {
  return new AppError('USAGE', { problem, command, ...params });
}

/** Takes arguments apart. Throws `AppError` USAGE with `problem` and what it concerns. */
export function parseArguments(args: readonly string[]): Arguments {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return bare('help');
  if (!(COMMANDS as readonly string[]).includes(first)) throw wrong('command', null, { given: first });
  const command = first as Command;
  if (command === 'help')
    return { ...bare('help'), operands: rest.filter((arg) => !arg.startsWith('-')), lang: readLang(rest) };
  const spec = SPECS[command];
  const known = { ...spec.options, ...COMMON };
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (let n = 0; n < rest.length; n += 1) {
    const arg = rest[n] ?? '';
    if (arg === '--') {
      operands.push(...rest.slice(n + 1));
      break;
    }
    if (arg === '-h') flags.add('help');
    else if (!arg.startsWith('-') || arg === '-') operands.push(arg);
    else {
      const [name = '', inline] = splitOption(arg);
      const kind = arg.startsWith('--') && Object.hasOwn(known, name) ? known[name] : undefined;
      if (kind === undefined) throw wrong('option', command, { given: arg });
      if (kind === 'flag') {
        if (inline !== undefined) throw wrong('flag-value', command, { given: `--${name}` });
        flags.add(name);
      } else {
        const value = inline ?? rest[++n];
        if (value === undefined) throw wrong('value', command, { given: `--${name}` });
        if (values.has(name)) throw wrong('twice', command, { given: `--${name}` });
        values.set(name, value);
      }
    }
  }
  const parsed: Arguments = {
    command,
    json: flags.has('json'),
    lang: readLang(rest),
    help: flags.has('help'),
    operands,
    flags,
    values,
  };
  const lang = values.get('lang');
  if (lang !== undefined && lang !== 'vi' && lang !== 'en') throw wrong('lang', command, { given: lang });
  if (!parsed.help) demandAll(parsed, spec, command);
  return parsed;
}

function demandAll({ operands, values }: Arguments, spec: CommandSpec, command: Command): void {
  const missing = Object.entries(spec.options).find(
    ([name, kind]) => kind === 'required' && !values.get(name),
  );
  if (missing) throw wrong('missing', command, { given: `--${missing[0]}` });
  const absent = spec.operands[operands.length];
  if (absent !== undefined) throw wrong('missing', command, { given: absent });
  const surplus = operands[spec.operands.length];
  if (surplus !== undefined && spec.many !== true) throw wrong('surplus', command, { given: surplus });
}

function splitOption(arg: string): [string, string | undefined] {
  const equals = arg.indexOf('=');
  return equals < 0 ? [arg.slice(2), undefined] : [arg.slice(2, equals), arg.slice(equals + 1)];
}

/** The language of messages, also where the rest is wrong; Vietnamese unless `--lang en` is given. */
export function readLang(args: readonly string[]): 'vi' | 'en' {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'vi';
}

function bare(command: Command): Arguments {
  return { command, json: false, lang: 'vi', help: true, operands: [], flags: new Set(), values: new Map() };
}

/** The value of an option that the spec requires. */
export function required(args: Arguments, name: string): string {
  const value = args.values.get(name);
  if (value === undefined) throw wrong('missing', args.command, { given: `--${name}` });
  return value;
}

/** A day given as YYYY-MM-DD; undefined where it is not given. */
export function dateOption(args: Arguments, name: string): LocalDate | undefined {
  const value = args.values.get(name);
  if (value === undefined) return undefined;
  const date = parseIsoDate(value);
  if (date === null) throw wrong('date', args.command, { given: `--${name} ${value}` });
  return date;
}

/** A value out of a closed list; undefined where it is not given. */
export function choiceOption<const T extends string>(
  args: Arguments,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = args.values.get(name);
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice === undefined)
    throw wrong('choice', args.command, { given: `--${name} ${value}`, choices: choices.join(', ') });
  return choice;
}
