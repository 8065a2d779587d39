import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';

// Texts are sorted by one Vietnamese order (shared/domain/vietnamese-order.ts), numbers and dates written by one set of
// formats (shared/i18n/format.ts), so that an office sees the same on every machine. What would ask the machine's
// locale is not used at all.

const root = resolve(import.meta.dirname, '../../..');
/** What answers by the machine's locale, or by the tables of a runtime that may change. */
const LOCALE = /\b(?:Intl\.|localeCompare\b|toLocale\w*)/g;

/**
 * Sources that sort by plain code points (`sort()` without an order), and why that is right there: nothing of it is a
 * list of words that somebody reads.
 */
const PLAIN: Readonly<Record<string, string>> = {
  'shared/report/view/build-plan-view.ts': 'ids of objectives',
  'shared/receiver/totals.ts': 'the key by which equal filters are known',
  'shared/import/match-headings.ts': 'words of a heading, to compare it whatever their order',
  'shared/import/remembered-mapping.ts': 'the key by which a form of list is known again',
  'shared/domain/progress/dossier-prospects.ts': 'days',
  'shared/domain/array-ledger-source.ts': 'days',
  'electron/persistence/entry-reader.ts': 'days',
  'renderer/features/imports/model/period-to-see.ts': 'days',
  'electron/report/verify/cms.ts': 'object identifiers',
  'electron/report/verify/signature-field.ts': 'keys of a dictionary',
  'electron/cli/commands/demo.ts': 'names of files that the program itself gave',
  'electron/application/backups/swap.ts': 'names of folders that the program itself gave',
  'electron/application/backups/ahead.ts': 'instants',
  'electron/application/backups/make-copy.ts': 'instants',
  'electron/application/evaluation/target-sets.ts': 'names of resources',
  'electron/application/settings/catalogues.ts': 'names of resources',
  'electron/application/closing/closed-guard.ts': 'ids of periods',
  'electron/application/reports/trust-folder.ts': 'files of a folder, read in one order',
  'electron/application/merge/figures.ts': 'days',
};

const sources = ['renderer', 'electron', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** The code of a source without its comments, as far as a look for calls needs it. */
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

function asksTheLocale(source: string): string[] {
  return withoutComments(source).match(LOCALE) ?? [];
}

/** Whether a source calls `sort()` or `toSorted()` without saying by which order. */
function sortsPlainly(source: string, tsx: boolean): boolean {
  if (!/\.(?:sort|toSorted)\(\s*\)/.test(source)) return false;
  let found = false;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    else if (typeof node === 'object' && node !== null) {
      const { type, callee, arguments: given } = node as Record<string, unknown>;
      const name = (callee as { property?: { value?: string } } | undefined)?.property?.value;
      if (type === 'CallExpression' && (name === 'sort' || name === 'toSorted'))
        found ||= (given as unknown[]).length === 0;
      for (const value of Object.values(node)) visit(value);
    }
  };
  visit(parseSync(source, { syntax: 'typescript', tsx }));
  return found;
}

describe('the locale of the machine', () => {
  it('is asked by nothing', () => {
    expect(sources.flatMap((path) => asksTheLocale(textOf(path)).map((what) => `${path}: ${what}`))).toEqual(
      [],
    );
  });

  it('would be found', () => {
    expect(asksTheLocale("names.sort((a, b) => a.localeCompare(b, 'vi')) // Intl.Collator")).toEqual([
      'localeCompare',
    ]);
    expect(asksTheLocale('const n = new Intl.NumberFormat().format(total.toLocaleString());')).toEqual([
      'Intl.',
      'toLocaleString',
    ]);
  });

  it('decides no order of texts: what sorts plainly is known', () => {
    const plain = sources.filter((path) => sortsPlainly(textOf(path), path.endsWith('x')));
    expect(plain.sort()).toEqual(Object.keys(PLAIN).sort());
  });

  it('a plain sort would be found', () => {
    expect(sortsPlainly('export const a = (names: string[]) => [...names].sort();', false)).toBe(true);
    expect(sortsPlainly('export const a = (names: string[]) => names.sort(compareVietnamese);', false)).toBe(
      false,
    );
  });
});
