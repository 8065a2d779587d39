import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsOutsideCatalogues } from './found-texts.ts';

// Whatever the program says stands in shared/i18n: a text that does not cannot be read through, translated or corrected.

const root = resolve(import.meta.dirname, '../../..');
/**
 * Words of others: what lists call their columns and values, how Vietnamese is sorted and folded, and the headings of
 * the user guide, which is Vietnamese whatever the language of the window (tests/guide proves that they exist).
 */
const VOCABULARY = [
  'shared/import/',
  'shared/domain/',
  'shared/text/',
  'shared/i18n/',
  'renderer/help/topics.ts',
];
/** Keys as their caps name them. */
const KEYS = /^\(?(?:(?:Ctrl|Alt|Shift)[ +]?)*(?:[A-Z]|F\d{1,2}|Enter|Home|Esc|Del(?:ete)?|[↑↓←→])?\)?$/u;

/** Texts that are no sentence of the program, with the reason. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  // The name of the program, of its files, and of a language in that language.
  'electron/main/window.ts': ['Sổ Chất Lượng'],
  'electron/main/update/place.ts': ['Uninstall Sổ Chất Lượng.exe'],
  'renderer/features/settings/appearance-section.tsx': ['Tiếng Việt'],
  'renderer/features/start/language-switch.tsx': ['Tiếng Việt'],
  // What stands in documents, which are Vietnamese whatever the language of the window.
  'renderer/features/start/defaults.ts': [
    'xã',
    'phường',
    'thị trấn',
    'đặc khu',
    'Ủy ban nhân dân',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
  ],
  'shared/receiver/receipt-places.ts': [
    'Biểu II.06a',
    'chưa ghi lĩnh vực',
    'tổng cộng',
    'Thuyết minh',
    'Số, ngày văn bản',
    'Người ký',
  ],
  // The form of the command line's answers, for whoever writes a script.
  'shared/cli/answers.ts': ['Biểu II.06a'],
  'shared/cli/receiver-answers.ts': [
    'Biểu II.06a of all reports that count',
    'the equations of Biểu II.06a hold for the sums',
  ],
  'electron/cli/commands/demo.ts': ['xã mẫu Phước An'],
  // The name of a table that has none, kept with the import as a sheet's own name is.
  'electron/import/library-readers.ts': ['Bảng'],
  // Looked for in what others wrote.
  'electron/persistence/code-slips.ts': ['0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ./-'],
  'electron/report/verify/explain-damage.ts': ['\xd0\xcf\x11\xe0'],
  'electron/report/verify/fold-text.ts': ['ỦY BAN'],
};

const sources = ['renderer', 'electron', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !VOCABULARY.some((folder) => path.startsWith(folder))),
);

describe('texts', () => {
  it('stand in the catalogues', () => {
    const stray = sources.flatMap((path) =>
      textsOutsideCatalogues(readFileSync(join(root, path), 'utf8'), path.endsWith('x'))
        .filter(({ text }) => !KEYS.test(text) && !OTHERS[path]?.includes(text))
        .map(({ line, text }) => `${path}:${line}: ${text}`),
    );
    expect(stray).toEqual([]);
  });

  it('that are let through are still there', () => {
    const gone = Object.entries(OTHERS).flatMap(([path, texts]) => {
      const found = textsOutsideCatalogues(readFileSync(join(root, path), 'utf8'), path.endsWith('x'));
      return texts.filter((text) => !found.some((each) => each.text === text)).map((text) => [path, text]);
    });
    expect(gone).toEqual([]);
  });
});

describe('a planted text is found', () => {
  it.each([
    ['between tags', 'const A = () => <p>Save now</p>;', 'Save now'],
    ['behind a condition', 'const A = ({ n }) => <p>{n > 1 ? "rows" : null}</p>;', 'rows'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source
    ['in a template', 'const A = ({ n }) => <p>{`row ${n}`}</p>;', 'row'],
    ['in an attribute that is read aloud', 'const A = () => <b aria-label="Close" />;', 'Close'],
    [
      'as a value that is shown later',
      'const note = "The list was saved to disk";',
      'The list was saved to disk',
    ],
    ['in Vietnamese, anywhere', 'const words = { save: ["Lưu lại đã"] };', 'Lưu lại đã'],
    ['in Vietnamese, in a fault', 'throw new AppError("Không được");', 'Không được'],
  ])('%s', (_where, source, text) => {
    expect(textsOutsideCatalogues(source)).toEqual([{ line: 1, text }]);
  });

  it.each([
    ['a key of the catalogue', 'const A = () => <p>{t("common:save")}</p>;'],
    ['a class, a role, a test id', 'const A = () => <p className="dim wide" role="note" data-is="x" />;'],
    ['a comparison', 'const A = ({ k }) => <p>{k === "rows" ? 1 : 2}</p>;'],
    ['a fault for the log', 'throw new Error("The journal names no folder");'],
    ['a comment', '// Không phải lời của chương trình\nconst a = 1;'],
  ])('%s is none', (_what, source) => {
    expect(textsOutsideCatalogues(source)).toEqual([]);
  });

  it('and its line named', () => {
    expect(textsOutsideCatalogues('// đây\n\nconst a = 1;\nconst A = () => <p>One two</p>;')).toEqual([
      { line: 4, text: 'One two' },
    ]);
  });
});
