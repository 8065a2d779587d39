import { remarks as en } from '../i18n/en/remarks.ts';
import { remarks as vi } from '../i18n/vi/remarks.ts';
import type { CellRemark } from '../ipc/contract/imports.ts';
import type { RemarkCode } from './remark-codes.ts';

export type RemarkLanguage = 'vi' | 'en';
export type RemarkWords = keyof typeof vi;

const CATALOGUES = { vi, en } as const;
const MAX_VALUE = 300;
const MAX_MESSAGE = 500;

/**
 * One remark with its message. `column` is the lowest heading above the cell, `value` the cell as shown; `words` picks
 * a fuller wording where the reader knows more than a cell shows.
 */
export function cellRemark(
  language: RemarkLanguage,
  at: { row: number; column: string | null; value: string | null; code: RemarkCode },
  words: RemarkWords = at.code,
  more: Readonly<Record<string, string | number>> = {},
): CellRemark {
  const value = at.value === null || at.value === '' ? null : clip(at.value, MAX_VALUE);
  const column = at.column === null ? null : clip(at.column, MAX_VALUE);
  const message = fill(CATALOGUES[language][words], {
    column: column ?? '',
    value: clip(at.value ?? '', 80),
    row: at.row,
    ...more,
  });
  return { row: at.row, column, value, code: at.code, message: clip(message, MAX_MESSAGE) };
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}
