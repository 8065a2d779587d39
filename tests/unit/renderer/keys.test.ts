import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPressed, KEYS } from '#renderer/app/keys.ts';

// One hand language: the table of keys against itself, against what the screens show, and against the guide.

const root = resolve(import.meta.dirname, '../../..');
type Scope = keyof typeof KEYS;
const scopes = Object.keys(KEYS) as Scope[];
const actionsOf = (scope: Scope) => Object.entries(KEYS[scope] as Record<string, readonly string[]>);

/** Scopes that hold at the same time as another; what is nearer may take a key of the window for the same action only. */
const WITH: Partial<Record<Scope, readonly Scope[]>> = {
  list: ['window'],
  dossiers: ['list', 'window'],
  paperCheck: ['window'],
  ledger: ['list', 'window'],
  imports: ['window'],
  targets: ['list', 'ledger', 'window'],
  reports: ['window'],
  verify: ['window'],
  settings: ['window', 'list'],
  backup: ['window', 'settings'],
  privacy: ['window', 'settings'],
  merge: ['window', 'settings'],
};
/** Where the same key does what comes to the same: going on is how a screen's work is saved. */
const ALIKE: Readonly<Record<string, string>> = { goOn: 'save', confirm: 'save', open: 'save' };
const meaning = (action: string) => ALIKE[action] ?? action;

/** Two actions of one hand on one key, in words. */
function clashes(tables: readonly (readonly (readonly [string, readonly string[]])[])[]): string[] {
  const found = new Map<string, string>();
  const wrong: string[] = [];
  for (const [action, keys] of tables.flat())
    for (const key of keys) {
      const other = found.get(key);
      if (other !== undefined && meaning(other) !== meaning(action))
        wrong.push(`${key}: ${other}, ${action}`);
      found.set(key, action);
    }
  return wrong;
}

describe('the table of keys', () => {
  it.each(scopes)('%s: no key does two things', (scope) => {
    expect(clashes([actionsOf(scope), ...(WITH[scope] ?? []).map(actionsOf)])).toEqual([]);
  });

  it('finds a planted clash', () => {
    expect(clashes([[['create', ['N']]], [['next', ['N']]]])).toEqual(['N: create, next']);
  });

  it('gives one action one key, wherever it is found', () => {
    const shown = new Map<string, Set<string>>();
    for (const scope of scopes)
      for (const [action, keys] of actionsOf(scope))
        shown.set(action, (shown.get(action) ?? new Set()).add(keys[0] ?? ''));
    // Today is a day to be written in a form, and a place in the calendar; Alt goes with a letter inside a form, where the letter alone is text.
    const several = [...shown].filter(
      ([action, keys]) => keys.size > 1 && !['suspend', 'today'].includes(action),
    );
    expect(several.map(([action, keys]) => `${action}: ${[...keys].join(', ')}`)).toEqual([]);
    expect(shown.get('suspend')).toEqual(new Set(['T', 'Alt+T']));
  });

  it('knows a key press whatever the keyboard', () => {
    const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
      ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
      ...held,
    });
    expect(isPressed(press('n'), KEYS.list.create)).toBe(true);
    expect(isPressed(press('N', { shiftKey: true }), KEYS.list.create)).toBe(false);
    expect(isPressed(press('n', { ctrlKey: true }), KEYS.list.create)).toBe(false);
    expect(isPressed(press('z', { metaKey: true }), KEYS.list.undo)).toBe(true);
    expect(isPressed(press('Z', { ctrlKey: true, shiftKey: true }), KEYS.list.undo)).toBe(false);
    expect(isPressed(press('/', { shiftKey: true }), KEYS.list.search)).toBe(true);
    expect(isPressed(press('P', { ctrlKey: true, shiftKey: true }), KEYS.print.systemPrint)).toBe(true);
  });
});

/** The scopes whose keys the files of a folder may show, the longest name first. */
const FOLDERS: readonly (readonly [string, readonly Scope[]])[] = [
  ['features/settings/privacy', ['privacy', 'dialog']],
  ['features/settings/merge', ['merge', 'dialog']],
  ['features/settings/backup', ['backup']],
  ['features/settings', ['settings', 'backup', 'dialog', 'window']],
  ['features/dossiers', ['list', 'dossiers', 'calendar', 'paperCheck', 'form', 'dialog']],
  ['features/targets', ['list', 'targets', 'paper', 'dialog']],
  ['features/imports', ['imports']],
  ['features/reports', ['reports', 'dialog', 'paper']],
  ['features/verify', ['verify', 'drawer', 'answer', 'dialog']],
  ['features/overview', ['window', 'paper']],
  ['features/palette', ['window']],
  ['features/start', ['signIn', 'dialog']],
  ['record-list', ['list', 'form']],
  ['ledgers', ['list', 'ledger', 'form']],
  ['printing', ['print', 'dialog', 'paper']],
  ['papers', ['paper']],
  ['keys', ['signing']],
  ['backup', ['backup', 'dialog']],
  ['access', ['dialog']],
  ['help', ['help']],
  ['ui', ['window', 'paper']],
  ['app', ['window', 'dialog']],
];

const NAMES: Readonly<Record<string, string>> = { Ctrl: 'Control', Esc: 'Escape', Del: 'Delete' };
const ARROWS: Readonly<Record<string, string>> = { '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft' };
/** `Ctrl Enter` as it is printed → `Control+Enter`. */
const spelled = (printed: string) =>
  printed
    .split(' ')
    .map((part) => NAMES[part] ?? ARROWS[part] ?? part)
    .join('+');

/** Keys that a source shows beside a button or tells readers. */
function shownKeys(source: string): string[] {
  const told = [...source.matchAll(/['"]?aria-keyshortcuts['"]?[=:]\s?['"]([^'"{]+)['"]/gu)];
  const printed = [...source.matchAll(/<Kbd[^>]*>([^<{]+)<\/Kbd>/gu)];
  return [...told.map(([, key = '']) => key), ...printed.map(([, key = '']) => spelled(key))].filter(
    // Digits choose one of several, arrows move.
    (key) => !/^(?:\d|ArrowUp\+ArrowDown.*)$/u.test(key),
  );
}

describe('what the screens show', () => {
  const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, keys: shownKeys(readFileSync(join(root, 'renderer', name), 'utf8')) }))
    .filter(({ keys }) => keys.length > 0);

  it('finds keys in the sources', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(shownKeys('<B aria-keyshortcuts="N" r={<Kbd quiet>Ctrl Enter</Kbd>}>')).toEqual([
      'N',
      'Control+Enter',
    ]);
  });

  it.each(sources)('$name shows keys of the table', ({ name, keys }) => {
    const folder = FOLDERS.find(([start]) => name.startsWith(`${start}/`));
    expect(folder, 'a folder without scopes').toBeDefined();
    const known = new Set((folder?.[1] ?? []).flatMap((scope) => actionsOf(scope).flatMap(([, all]) => all)));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  it('tells of every key in the guide', () => {
    const chapters = readdirSync(join(root, 'resources/guide/vi')).map((file) =>
      readFileSync(join(root, 'resources/guide/vi', file), 'utf8'),
    );
    const told = new Set(
      [...chapters.join('\n').matchAll(/`([^`\n]+)`/gu)].flatMap(([, key = '']) => key.split(' ')),
    );
    const printed = (key: string) =>
      key
        .replace('Control', 'Ctrl')
        .replace('Escape', 'Esc')
        .replace('ArrowUp', '↑')
        .replace('ArrowDown', '↓')
        .replace('ArrowLeft', '←');
    const untold = scopes.flatMap((scope) =>
      actionsOf(scope)
        .filter(([action]) => !['openScreen', 'openTab'].includes(action))
        .flatMap(([, keys]) => keys)
        .filter((key) => !told.has(printed(key)))
        .map((key) => `${scope}: ${key}`),
    );
    expect(untold).toEqual([]);
  });
});
