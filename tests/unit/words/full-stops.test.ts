import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, vi } from '#shared/i18n/index.ts';
import { messagesOf, saidKeys, withoutPlural } from './said-messages.ts';

// Where a full stop ends a text and where none does: docs/glossary.md, „Full stops“.

type Tree = { readonly [key: string]: string | Tree };
type Text = readonly [where: string, text: string];

function texts(tree: Tree, path = ''): Text[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : texts(value, `${path}${key}.`),
  );
}

const vietnamese = texts(vi as Tree);
const english = texts(en as Tree);
const both = [...vietnamese, ...english];
const renderer = resolve(import.meta.dirname, '../../../renderer');

/** What stands at the end of a text but for closing marks: a sign that ends a sentence, or nothing. */
function ending(text: string): string {
  const bare = text.replace(/[”)⟧]+$/u, '').replace(/<\/\w+>$/, '');
  return /[.?…:]$/.test(bare) ? bare.slice(-1) : '';
}
/** One sentence ends within the text and another begins; „1. Nhập“ and „TM.“ are no sentences. */
const SEVERAL = /(?:[\p{Ll}\d”)]|\p{Lu}{2})[.?] (?=[\p{Lu}“])/u;
const several = (text: string) =>
  SEVERAL.test(text.replace(/^(?:\d+|[IVX]+)\. /, '').replace(/\{\{\w+\}\}/g, 'x'));

/** Numbers, abbreviations and examples: no words that could end a sentence. */
const NO_WORDS = /^(?:No|Rev)\.$|\/BC-UBND$|^…+$/;
/** Printed pages have the forms' own ways. */
const PRINTED = /^report\.|Paper\./;
/** What stands below or beside a field or title: an explanation, or what is wrong with what was typed. */
const BESIDE =
  /(?:^|\.)(?:hint|\w+Hint|note|\w+Note|errors|breaches|receiptFaults|mismatch|tooShort|wrong)(?:\.|$)/;
const SENTENCES = /^errors\.|\.problems\./;

const unfinished = (found: readonly Text[]) =>
  found.filter(([, text]) => several(text) && ending(text) === '').map(([where]) => where);
const stopped = (found: readonly Text[]) =>
  found
    .filter(
      ([where, text]) =>
        BESIDE.test(where) && !SENTENCES.test(where) && !PRINTED.test(where) && !several(text),
    )
    .filter(([, text]) => ending(text) === '.')
    .map(([where, text]) => `${where}: ${text}`);

describe('full stops', () => {
  it('end whatever has several sentences', () => expect(unfinished(both)).toEqual([]));

  it('end faults and problems, which are told in sentences', () =>
    expect(both.filter(([where, text]) => SENTENCES.test(where) && ending(text) === '')).toEqual([]));

  it('end messages that come up by themselves', () => {
    const keys = saidKeys(renderer);
    const said = both.filter(([where]) => keys.has(withoutPlural(where)));
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter(([, text]) => ending(text) === '')).toEqual([]);
  });

  it('are none at one phrase beside a field or below a title', () => expect(stopped(both)).toEqual([]));

  it('stand alike in both languages', () => {
    const other = new Map(english);
    const unlike = vietnamese.filter(([where, text]) => {
      const words = other.get(where) ?? '';
      return !NO_WORDS.test(text) && !NO_WORDS.test(words) && ending(text) !== ending(words);
    });
    expect(unlike.filter(([where]) => !/placeholder$/i.test(where))).toEqual([]);
  });

  it('a planted fault is found', () => {
    expect(unfinished([['a', 'Đã lưu. Có thể đóng']])).toEqual(['a']);
    expect(unfinished([['a', '1. Khởi tạo: {{unit}}']])).toEqual([]);
    expect(stopped([['x.nameHint', 'Ghi tên.']])).toHaveLength(1);
    expect(stopped([['x.nameHint', 'Ghi tên. Có thể để trống.']])).toEqual([]);
    const source =
      "useTranslation(['log', 'common']); showDone(yes ? t('export.done', { n }) : t('common:a.b'), t('no'))";
    expect(messagesOf('x.ts', source)).toEqual([
      { file: 'x.ts', keys: ['export.done', 'common:a.b'], namespaces: ['log', 'common'] },
    ]);
  });
});
