import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#electron/cli/commands.ts';
import { parseArguments } from '#electron/cli/parse-arguments.ts';
import { usage } from '#electron/cli/usage.ts';
import { createWords } from '#electron/cli/words.ts';
import { ownArguments, readArguments } from '#electron/main/arguments.ts';
import { AppError } from '#shared/errors.ts';

function problem(...args: string[]): unknown {
  try {
    parseArguments(args);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('USAGE');
    return (error as AppError).params.problem;
  }
}

describe('parsing the command line', () => {
  it('takes options with blanks and with equals signs, flags and operands in any order', () => {
    const parsed = parseArguments([
      'import',
      'danh sách.xlsx',
      '--data=D',
      '--sheet',
      'Trang 1',
      '--strict',
      '--json',
      '--lang',
      'en',
    ]);
    expect(parsed).toMatchObject({ command: 'import', json: true, lang: 'en', operands: ['danh sách.xlsx'] });
    expect([...parsed.values]).toEqual([
      ['data', 'D'],
      ['sheet', 'Trang 1'],
      ['lang', 'en'],
    ]);
    expect(parsed.flags.has('strict')).toBe(true);
    expect(parseArguments(['verify', '--', '--odd-name.pdf', '-x']).operands).toEqual([
      '--odd-name.pdf',
      '-x',
    ]);
    expect(parseArguments(['verify', 'a.pdf', 'b.pdf', 'c.pdf']).operands).toHaveLength(3);
    expect(parseArguments(['evaluate', '--data', 'D', '--period', '']).values.get('period')).toBe('');
  });

  it.each([
    ['command', ['evaluat']],
    ['command', ['--json']],
    ['option', ['check', '--data', 'D', '--dta', 'X']],
    ['option', ['check', '--data', 'D', '-x']],
    ['option', ['check', '--data', 'D', '--__proto__', 'X']],
    ['flag-value', ['import', '--data', 'D', 'F', '--strict=yes']],
    ['value', ['check', '--data']],
    ['twice', ['check', '--data', 'D', '--data', 'E']],
    ['missing', ['check']],
    ['missing', ['import', '--data', 'D']],
    ['missing', ['verify']],
    ['missing', ['check', '--data', '']],
    ['surplus', ['import', '--data', 'D', 'F', 'G']],
    ['lang', ['check', '--data', 'D', '--lang', 'fr']],
  ])('%s: %j', (expected, args) => {
    expect(problem(...args)).toBe(expected);
  });

  it.each(['vi', 'en'] as const)('has help on every command in %s', (lang) => {
    const words = createWords(lang);
    for (const command of [null, ...COMMANDS]) {
      const text = usage(command, 'program', words).join('\n');
      expect(text).toContain('program');
      expect(text).not.toMatch(/\{\{|undefined/);
    }
  });
});

describe('arguments of the installed app', () => {
  const own = (argv: string[], packaged: boolean) => readArguments(ownArguments(argv, packaged), COMMANDS);

  it('opens a window unless the first word is a command', () => {
    expect(own(['app.exe'], true)).toEqual({ command: null, shot: null });
    expect(own(['app.exe', 'verify', 'a.pdf', '--json'], true)).toEqual({
      command: ['verify', 'a.pdf', '--json'],
      shot: null,
    });
    expect(own(['app.exe', 'report.pdf'], true).command).toBeNull();
    expect(
      own(['electron', '--disable-gpu', '/home/verify/app', '--headless-shot=/tmp/a.png'], false),
    ).toEqual({ command: null, shot: '/tmp/a.png' });
    expect(own(['electron', '/app', 'check', '--data', 'D'], false).command).toEqual([
      'check',
      '--data',
      'D',
    ]);
  });
});
