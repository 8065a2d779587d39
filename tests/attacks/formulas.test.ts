import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#electron/application/receiver/consolidate-workbook.ts';
import { gather } from '#electron/application/receiver/gather.ts';
import { writeLog } from '#electron/export/write-log.ts';
import { writeMerge } from '#electron/export/write-merge.ts';
import { writePerson } from '#electron/export/write-person.ts';
import { writeRecords } from '#electron/export/write-records.ts';
import { writeBadRows } from '#electron/import/index.ts';
import { recordKind } from '#shared/import/kinds.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { SAVED_KINDS } from '#shared/ipc/contract/app.ts';
import { IMPORT_KINDS } from '#shared/ipc/contract/imports.ts';
import type { LogLine } from '#shared/ipc/contract/log.ts';
import type { MergeDone } from '#shared/ipc/contract/merge.ts';
import { gatherRequest, unit } from '../receiver/support/communes.ts';

// Texts that a spreadsheet program would take for formulas, in every table that leaves the program.

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'scl-formulas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;
function fresh(extension: string): string {
  number += 1;
  return join(folder, `${number}.${extension}`);
}

const EVIL = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=cmd|x',
];
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** The text that stands in a part of a workbook. */
const readable = (xml: string): string =>
  xml
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
      name ? (NAMED[name] ?? '') : String.fromCharCode(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
    );

/** Writes each text in turn; no workbook may hold a formula or a link, and each holds the text as a string. */
async function expectTexts(write: (evil: string, target: string) => Promise<unknown>): Promise<void> {
  for (const evil of EVIL) {
    const target = fresh('xlsx');
    await write(evil, target);
    const names = execFileSync('unzip', ['-Z1', target], { encoding: 'utf8' }).trim().split('\n');
    expect(names.filter((name) => /external|vba|connection|query/i.test(name))).toEqual([]);
    const parts = names.filter((name) => /^xl\/(worksheets|sharedStrings).*\.xml$/.test(name));
    const xml = parts
      .map((name) => execFileSync('unzip', ['-p', target, name], { encoding: 'utf8' }))
      .join('');
    expect(xml, evil).not.toMatch(/<f[ >/]|<hyperlink|<dde|t="e"/i);
    const texts = [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => readable(text ?? ''));
    // Blanks at the ends may have been tidied away.
    expect(
      texts.some((text) => text.includes(evil.trim())),
      `${JSON.stringify(evil)} in ${texts.slice(0, 40).join(' | ')}`,
    ).toBe(true);
    // What is no string is a number, a day or a yes.
    for (const [, type = 'n', value] of xml.matchAll(/<c [^>]*?(?:t="(\w+)")?[^>]*><v>([^<]*)<\/v>/g))
      if (type === 'n') expect(value).toMatch(/^-?[\d.eE+-]+$/);
  }
}

/** Every place that makes a workbook; a new one fails below until it is tried here. */
const WRITERS: Readonly<Record<string, (evil: string, target: string) => Promise<unknown>>> = {
  'electron/export/write-records.ts': async (evil, target) => {
    for (const kind of IMPORT_KINDS) {
      const { fields } = recordKind(kind);
      const texts = fields.filter(({ parser }) => ['text', 'long-text', 'code', 'sign'].includes(parser));
      await writeRecords(kind, [[Object.fromEntries(texts.map(({ field }) => [field, evil]))]], target);
      if (kind !== IMPORT_KINDS.at(-1)) rmSync(target);
    }
  },
  'electron/export/write-log.ts': (evil, target) => {
    const line: LogLine = {
      id: 1,
      at: evil,
      login: evil,
      name: evil,
      kind: evil,
      record: evil,
      records: 1,
      file: evil,
      object: { table: evil, name: evil },
      changed: [{ field: 'name', from: evil, to: evil }],
      access: { deed: evil, login: evil, name: evil, role: evil },
      reason: evil,
      corrects: [evil],
      times: 1,
      hash: evil,
    };
    return writeLog([[line]], target, 'vi');
  },
  'electron/export/write-person.ts': (evil, target) => {
    const values = [{ field: 'note', value: evil }];
    return writePerson(
      [
        { kind: 'dossier', ledger: 'dossiers', title: evil, deleted: false, values, former: values },
        {
          kind: 'cell',
          ledger: 'dossiers',
          title: evil,
          deleted: false,
          values: [{ field: evil, value: evil }],
          former: [],
        },
      ],
      target,
    );
  },
  'electron/export/write-merge.ts': (evil, target) => {
    const one = {
      name: evil,
      code: evil,
      label: evil,
      from: null,
      to: null,
      dossiers: 1,
      entries: 1,
      reports: 1,
    };
    const merge = {
      units: [{ ...one, log: { seq: 1, hash: evil } }],
      decision: evil,
      balance: {
        ledgers: [{ ledger: evil, present: 1, sources: [1], came: 1, same: 0, left: 0, after: 1 }],
        figures: [{ period: evil, figure: evil, present: null, sources: [null], gone: null, after: null }],
      },
    } as unknown as MergeDone;
    const origins = [{ ledger: evil, title: evil, source: 0, was: 1, code: evil, joined: false }];
    return writeMerge(merge, origins, target, 'vi');
  },
  'electron/import/write-bad-rows.ts': async (evil, target) => {
    const source = fresh('csv');
    const quoted = `"${evil.replaceAll('"', '""')}"`;
    writeFileSync(source, `Mã hồ sơ,Ngày tiếp nhận,Ghi chú,${quoted}\nHS-1,x,${quoted},${quoted}\n`);
    const remark = { row: 2, column: 'Ngày tiếp nhận', value: evil, code: 'DATE_INVALID', message: evil };
    await writeBadRows(source, DEFAULT_IMPORT_OPTIONS, [remark], target);
  },
  'electron/application/receiver/consolidate-workbook.ts': async (evil, target) => {
    const file = join(folder, `${evil.replaceAll(/[/|]/g, ' ')}.pdf`);
    writeFileSync(file, 'x');
    const found = await gather(
      gatherRequest({
        paths: [file],
        units: [unit(evil.trim(), evil.trim())],
      }),
    );
    await writeWorkbook(found, target, 'vi');
  },
};

describe('texts that begin like formulas', () => {
  it.each(Object.keys(WRITERS))('stay texts in what %s writes', async (writer) => {
    await expectTexts(WRITERS[writer] as (typeof WRITERS)[string]);
  });

  it('are tried with every writer of workbooks, and there is none of CSV', () => {
    const sources = globSync('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
      file: file.replaceAll('\\', '/'),
      text: readFileSync(join(root, file), 'utf8'),
    }));
    // Writes what these hand to it, and is tried with each of them.
    const common = 'electron/export/stream-workbook.ts';
    const writers = sources.filter(
      ({ file, text }) =>
        file !== common &&
        /\b(write(Xlsx|XlsxStream|Ods|Csv|Sheet\w*)|streamWorkbook)\b|\.write(File)?XLSX/.test(text),
    );
    expect(writers.map(({ file }) => file).sort()).toEqual(Object.keys(WRITERS).sort());
    expect(SAVED_KINDS).not.toContain('csv');
    const csv = sources.filter(({ text }) => /text\/csv|toCsv|\.csv`|\+ '\.csv'/.test(text));
    expect(csv.map(({ file }) => file)).toEqual([]);
  });
});
