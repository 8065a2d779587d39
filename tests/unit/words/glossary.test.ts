import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, vi } from '#shared/i18n/index.ts';
import { saidKeys, withoutPlural } from './said-messages.ts';

// One word for one thing: docs/glossary.md says which, and this is what holds the catalogues and the guide to it.

const root = resolve(import.meta.dirname, '../../..');

type Tree = { readonly [key: string]: string | Tree };
type Text = readonly [where: string, text: string];

interface Rule {
  readonly written: string;
  readonly not: readonly string[];
  readonly except: readonly string[];
}

/** Words that help to find a screen by Ctrl+K: whatever people may type. */
const SEARCH_WORDS = /^palette\.also/;

function texts(tree: Tree, path = ''): Text[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : texts(value, `${path}${key}.`),
  );
}

const vietnamese = texts(vi as Tree).filter(([key]) => !SEARCH_WORDS.test(key));
const english = texts(en as Tree).filter(([key]) => !SEARCH_WORDS.test(key));
const guideFolder = join(root, 'resources/guide/vi');
const guide = readdirSync(guideFolder).flatMap((name): Text[] =>
  readFileSync(join(guideFolder, name), 'utf8')
    .split('\n')
    .map((line, at) => [`${name}:${at + 1}`, line.replace(/\]\([^)]*\)/g, ']')] as const),
);

/** The table „Written one way“ of docs/glossary.md. */
function rulesOf(document: string): Rule[] {
  const section = document.split('## Written one way')[1]?.split('\n## ')[0] ?? '';
  const several = (cell: string) =>
    cell
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return section
    .split('\n')
    .filter((line) => /^\| (?!written)/.test(line))
    .map((line) => {
      const [written = '', not = '', except = ''] = line
        .replaceAll('\\|', '\u0000')
        .split('|')
        .slice(1)
        .map((cell) => cell.replaceAll('\u0000', '|').trim());
      return { written, not: several(not), except: several(except) };
    });
}

const rules = rulesOf(readFileSync(join(root, 'docs/glossary.md'), 'utf8'));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** A word or phrase that stands alone; what begins or ends with a sign needs no border there. */
function pattern(words: string): RegExp {
  const open = /^\p{L}/u.test(words) ? '(?<![\\p{L}\\p{N}_])' : '';
  const close = /\p{L}$/u.test(words) ? '(?![\\p{L}\\p{N}_])' : '';
  return new RegExp(`${open}${escaped(words)}${close}`, 'iu');
}

/** What is written otherwise than the rules say: where, what stands there, what should. */
function against(found: readonly Text[], given: readonly Rule[]): string[] {
  const ready = given.map(({ written, not, except }) => ({
    written,
    not: not.map((each) => ({ words: each, found: pattern(each) })),
    except: except.map((each) => new RegExp(escaped(each), 'giu')),
  }));
  return found.flatMap(([where, text]) => {
    const bare = text.replace(/\{\{\w+\}\}/g, '…');
    return ready.flatMap(({ written, not, except }) => {
      const rest = except.reduce((left, each) => left.replace(each, ' '), bare);
      return not.flatMap(({ words, found }) =>
        found.test(rest) ? [`${where}: „${words}“, not „${written}“: ${text}`] : [],
      );
    });
  });
}

/** Whether a rule is about English words: all that it forbids are plain ASCII and so is what it wants. */
const isEnglish = ({ written, not }: Rule) => [written, ...not].every((each) => /^[\x20-\x7e]*$/.test(each));
const vietnameseRules = rules.filter((rule) => !isEnglish(rule) || rule.written === 'Decision; target; rate');
const englishRules = rules.filter(isEnglish);

describe('the glossary', () => {
  it('is read', () => {
    expect(rules.length).toBeGreaterThan(25);
    expect(rules.find(({ written }) => written === 'dự thảo')?.not).toEqual(['bản nháp', 'bản thảo']);
  });

  it('is kept to by the Vietnamese texts', () => expect(against(vietnamese, vietnameseRules)).toEqual([]));
  it('is kept to by the guide', () => expect(against(guide, vietnameseRules)).toEqual([]));
  it('is kept to by the English texts', () => expect(against(english, englishRules)).toEqual([]));

  it('finds a planted word, and lets its exceptions stand', () => {
    const planted: Text[] = [
      ['a', 'Cập nhật phần mềm rồi thử lại.'],
      ['b', 'Xuất danh sách từ phần mềm một cửa.'],
      ['c', 'Bản nháp chưa ký'],
      ['d', 'Kéo file vào đây'],
      ['e', 'Profile'],
      ['f', 'Nhận được hồ sơ'],
    ];
    expect(against(planted, vietnameseRules).map((each) => each.slice(0, 2))).toEqual(['a:', 'c:', 'd:']);
    expect(against([['g', 'The threshold was lowered']], englishRules)).toHaveLength(1);
  });
});

/** Each way of writing that is wrong wherever it stands, in either language. */
const FORMS: readonly { readonly what: string; readonly wrong: RegExp }[] = [
  { what: 'tone on the second vowel (hoà, huỷ)', wrong: /(?<!q)u[ỳýỷỹỵ](?!\p{L})|o[àáảãạèéẻẽẹ](?!\p{L})/iu },
  { what: 'a straight quotation mark', wrong: /(?<![=\w(])"|(?<=\p{L})'(?=\p{L})/u },
  { what: 'three points', wrong: /\.\.\./ },
  { what: 'a blank before a sign', wrong: /\p{L} [,.;:!?](?:\s|$)/u },
  { what: 'two blanks', wrong: /\p{L} {2}\p{L}/u },
  { what: 'a doubled stop', wrong: /\.\.$|,,|;;/ },
  { what: 'an exclamation', wrong: /!/ },
];
const misformed = (found: readonly Text[]) =>
  found.flatMap(([where, text]) =>
    FORMS.filter(({ wrong }) => wrong.test(text)).map(({ what }) => `${where}: ${what}: ${text}`),
  );

/** Keys of what is pressed or stands at the head of something; bands, hints and answers speak in sentences. */
const LABEL =
  /\.(?:actions?|buttons?|columns?|fields?|tabs?|label|title|submit|open|save|close|cancel|back|next|add|remove|retry|choose|pick)(?:\.|$)/;
const SPOKEN =
  /^common\.(?:clock|sample|restarted|warning)\.|^cli\.|\.(?:\w*Done|referredTo|hint|short|differ)$|^access\.signIn\./;
const ABBREVIATION = /^(?:No|Rev)\.$/;
/** Messages under the actions they tell of: full-stops.test.ts. */
const said = saidKeys(join(root, 'renderer'));
const stopped = (found: readonly Text[]) =>
  found.filter(
    ([where, text]) =>
      LABEL.test(where) &&
      !SPOKEN.test(where) &&
      !said.has(withoutPlural(where)) &&
      /[^.]\.$/.test(text) &&
      !ABBREVIATION.test(text),
  );

describe('the texts', () => {
  it('have one style of tones, quotes and signs', () => {
    expect(misformed([...vietnamese, ...english])).toEqual([]);
    expect(misformed(guide.filter(([, line]) => !/\.{4}|!\[/.test(line)))).toEqual([]);
  });

  it('have no full stop on a button, a heading or a label', () =>
    expect(stopped([...vietnamese, ...english])).toEqual([]));

  it('a planted form is found', () => {
    const planted = ['Huỷ', 'Hoà Bình', 'nói "thế"', 'Chờ... đã', 'Xong , rồi', 'Được!', "office's"];
    for (const text of planted) expect(misformed([['x', text]])).toHaveLength(1);
    expect(misformed([['x', 'Quý I, quỹ, hủy, hòa, khỏe, thủy, “thế”, chờ…, xong']])).toEqual([]);
    expect(
      stopped([
        ['x.action.save', 'Lưu.'],
        ['x.saved', 'Đã lưu tệp.'],
      ]),
    ).toHaveLength(1);
  });
});
