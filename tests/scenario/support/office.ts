import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sampleProfile } from '#electron/application/app/sample.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { isLedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { DOSSIER_IMPORT_FIELDS } from '#shared/import/fields.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';
import type { Deed, Plain } from './deeds.ts';

export const root = resolve(import.meta.dirname, '../../..');
/** Words of a list for what the record keeps as codes. */
const LIST_WORDS: Readonly<Record<string, string>> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  post: 'Bưu chính',
  processing: 'Đang xử lý',
  supplement: 'Yêu cầu bổ sung',
  finished: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
  refused: 'Từ chối',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
  yes: 'có',
  no: 'không',
  'not-required': 'không yêu cầu',
};

interface Known {
  readonly id: number;
  readonly version: number;
}

/** An office at work: deeds are done through the calls of the window, on a clock of its own. */
export class Office {
  readonly backend: Backend;
  readonly #known = new Map<string, Known>();
  readonly #lists: string;
  #today = '2023-12-01';
  #lastChangeSet: { readonly kind: string; readonly changeSet: number; readonly name: string } | null = null;
  #listNumber = 0;

  constructor(folder: string) {
    const dataDir = join(folder, 'data');
    this.#lists = join(folder, 'lists');
    mkdirSync(this.#lists, { recursive: true });
    mkdirSync(dataDir, { recursive: true });
    this.backend = createBackend({
      dataDir,
      resourcesDir: join(root, 'resources'),
      version: '0.0.0',
      costs: CHEAP,
      clock: { today: () => this.#today as LocalDate, now: () => `${this.#today}T03:00:00Z` },
    });
  }

  /** Founds the office with the sample commune's profile. */
  async found(): Promise<void> {
    const profile = sampleProfile(join(root, 'resources'));
    await this.call('app.initialise', {
      profile,
      login: profile.users[0]?.login,
      passphrase: TEST_PASSPHRASE,
      backupFolder: null,
    });
  }

  goTo(day: string): void {
    this.#today = day;
  }

  // The scenario speaks to the contract as the window does: plain values in, plain values out.
  // biome-ignore lint/suspicious/noExplicitAny: answers are read field by field and compared.
  call(channel: string, input: unknown): Promise<any> {
    return this.backend.callUnparsed(channel, input);
  }

  async do(deed: Deed): Promise<void> {
    this.goTo(deed.on);
    switch (deed.do) {
      case 'save':
        return this.#save(deed.kind, deed.name, deed.record);
      case 'remove':
      case 'restore':
        return this.#setDeleted(deed.do, deed.kind, deed.name);
      case 'undo':
        return this.#undo();
      case 'keep':
        await this.call('ledgers.setKept', { ledger: deed.kind, from: deed.on });
        return;
      case 'import':
        return this.#import(deed);
    }
  }

  async #save(kind: string, name: string, record: Plain): Promise<void> {
    const known = this.#known.get(`${kind} ${name}`) ?? (await this.#find(kind, record));
    const input = { id: known?.id ?? null, version: known?.version ?? null, record, reason: null };
    this.#keep(kind, name, await this.call(...calling(kind, 'save', input)));
  }

  async #setDeleted(what: 'remove' | 'restore', kind: string, name: string): Promise<void> {
    const known = this.#known.get(`${kind} ${name}`);
    if (!known) throw new Error(`nothing called ${name}`);
    const input = what === 'remove' ? { ...known, reason: 'ghi nhầm' } : { ...known };
    this.#keep(kind, name, await this.call(...calling(kind, what, input)));
  }

  async #undo(): Promise<void> {
    const last = this.#lastChangeSet;
    if (last === null) return;
    const channel = last.kind === 'dossiers' ? 'dossiers.undo' : 'ledgers.undo';
    this.#keep(last.kind, last.name, await this.call(channel, { changeSet: last.changeSet }));
  }

  #keep(
    kind: string,
    name: string,
    answer: { dossier?: Known; entry?: Known; changeSet: number | null },
  ): void {
    const { id, version } = (answer.dossier ?? answer.entry) as Known;
    this.#known.set(`${kind} ${name}`, { id, version });
    // A save that changed nothing left nothing to take back.
    this.#lastChangeSet = answer.changeSet === null ? null : { kind, changeSet: answer.changeSet, name };
  }

  /** A record that came by a list has no handle yet. */
  async #find(kind: string, record: Plain): Promise<Known | null> {
    if (kind !== 'dossiers') return null;
    const found = await this.call('dossiers.byCode', { code: record.code });
    return found === null ? null : { id: found.id, version: found.version };
  }

  async #import({ kind, rows, undone, on }: Extract<Deed, { do: 'import' }>): Promise<void> {
    if (rows.length === 0) return;
    this.#listNumber += 1;
    const path = join(this.#lists, `${on}-${kind}-${this.#listNumber}.csv`);
    writeFileSync(
      path,
      listOf(
        kind,
        rows.map(({ record }) => record),
      ),
    );
    const file = this.backend.files.register(path);
    const request = { file, options: { kind }, task: `import-${this.#listNumber}` };
    const { result } = await this.call('imports.preview', request);
    const done = await this.call('imports.commit', { ...request, sha256: result.sha256 });
    if (done.bad > 0) throw new Error(JSON.stringify(done.badRows.slice(0, 5)));
    if (undone) await this.call('imports.undo', { importId: done.importId });
    for (const { name } of rows) this.#known.delete(`${kind} ${name}`);
  }
}

function calling(kind: string, deed: string, input: object): [string, unknown] {
  return kind === 'dossiers' ? [`dossiers.${deed}`, input] : [`ledgers.${deed}`, { ledger: kind, ...input }];
}

/** A list as an office gets it: semicolons, headings of its own, days as people write them. */
function listOf(kind: string, records: readonly Plain[]): string {
  const headings: [string, string][] = isLedgerId(kind)
    ? Object.entries(ledgerOf(kind).fields).map(([field, { headings }]) => [
        field,
        headings.split('|')[0] ?? '',
      ])
    : DOSSIER_IMPORT_FIELDS.filter(({ field }) => !NOT_LISTED.has(field)).map(({ field, synonyms }) => [
        field,
        synonyms[0] ?? '',
      ]);
  const choices = (field: string, value: string): string =>
    isLedgerId(kind)
      ? (ledgerOf(kind).fields[field]?.choices?.[value]?.split('|')[0] ?? value)
      : (LIST_WORDS[value] ?? value);
  const cell = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return value ? 'Có' : 'Không';
    const text = String(value);
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (day) return `${day[3]}/${day[2]}/${day[1]}`;
    return `"${choices(field, text).replaceAll('"', '""')}"`;
  };
  const lines = records.map((record) => headings.map(([field]) => cell(field, record[field])).join(';'));
  return `\ufeff${headings.map(([, heading]) => heading).join(';')}\n${lines.join('\n')}\n`;
}
/** What the one-stop software's list does not give. */
const NOT_LISTED: ReadonlySet<string> = new Set([
  'reappointedDueOn',
  'outcome',
  'inSoftware',
  'paperParallel',
  'handler',
  'note',
  'suspensions',
]);
