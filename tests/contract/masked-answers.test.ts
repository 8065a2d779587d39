import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { DOSSIER_IMPORT_FIELDS } from '#shared/import/fields.ts';
import { headingKey } from '#shared/import/heading-key.ts';
import { contract, type Output, type ServiceChannel } from '#shared/ipc/contract.ts';
import { CHEAP } from '../support/secrets.ts';
import { validInputs } from './support/valid-inputs.ts';

const channels = (Object.keys(contract) as ServiceChannel[]).filter(
  (channel) => contract[channel].place === 'service',
);
/** They take the folder or the person away from under the test, and answer nothing of a record. */
const ENDS = /^(restore\.|app\.(initialise|openSample|leaveSample|signIn|signOut|recover)$|access\.rekey$)/;
/** The one call that is for showing numbers. */
const SHOWS: ServiceChannel = 'dossiers.unmask';

const FIRST = '031947582206';
const SECOND = '048726193507';
const PASSPORT = 'B9473651';
const LISTED = '067381592404';
const PHONE = '0918273645';
/** What nobody may see of them: any five digits in a row of those that are hidden. */
const HIDDEN = [FIRST, SECOND, LISTED].map((number) => number.slice(0, -4)).concat('94736', '091827');
const PIECES = HIDDEN.flatMap((digits) =>
  Array.from({ length: digits.length - 4 }, (_, at) => digits.slice(at, at + 5)),
);

/** Any answer as text; bytes of papers have a test of their own (tests/papers). */
function textOf(answer: unknown): string {
  return JSON.stringify(answer, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? `[${value.byteLength} bytes]` : value,
  );
}

function told(text: string): string[] {
  return PIECES.filter((piece) => text.includes(piece));
}

describe('ID numbers of citizens', () => {
  let folder: string;
  let backend: Backend;
  let list: string;
  const notices: unknown[] = [];
  const call = async <C extends ServiceChannel>(channel: C, input: unknown): Promise<Output<C>> =>
    (await backend.callUnparsed(channel, input)) as Output<C>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scl-masked-'));
    backend = createBackend({
      dataDir: join(folder, 'data'),
      resourcesDir: resolve(import.meta.dirname, '../../resources'),
      version: '0.0.0',
      clock: frozenClock(localDate(2024, 3, 20)),
      costs: CHEAP,
      notify: (notice) => notices.push(notice),
    });
    await call('app.initialise', validInputs['app.initialise']);
    const { record } = validInputs['dossiers.save'];
    for (const [code, personId] of [
      ['H19-240102-0001', FIRST],
      ['H19-240102-0002', PASSPORT],
      ['H19-240102-0003', SECOND],
      ['H19-240102-0004', FIRST],
    ] as const)
      await call('dossiers.save', {
        id: null,
        version: null,
        reason: null,
        record: { ...record, code, personId },
      });
    // A number that was another, one in the trash.
    const first = await stored('H19-240102-0001');
    await call('dossiers.save', {
      id: first.id,
      version: first.version,
      record: { ...first.record, personId: SECOND },
      reason: null,
    });
    const last = await stored('H19-240102-0004');
    await call('dossiers.remove', { id: last.id, version: last.version, reason: null });
    const file = join(folder, 'danh-sach.csv');
    writeFileSync(
      file,
      [
        'Mã hồ sơ;Họ tên;Số CCCD;Điện thoại;Ngày tiếp nhận;Ngày trả kết quả',
        `H19-240102-0002;Lê Văn Tám;${LISTED};${PHONE};02/01/2024;03/01/2024`,
        `H19-240102-0005;Lê Thị Chín;${LISTED};${PHONE};02/01/2024;31/02/2024`,
        `H19-240102-0006;Lê Thị Mười;${LISTED.slice(0, 3)} 8159 2404 ${'9'.repeat(30)};${PHONE};02/01/2024;`,
        `H19-240102-0007;Lê Thị Tư;${LISTED};${PHONE};02/01/2024;`,
      ].join('\n'),
    );
    list = backend.files.register(file);
    await call('imports.commit', { ...(await importRequest()), sha256: (await previewed()).result.sha256 });
  }, 120_000);
  afterAll(async () => {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const stored = async (code: string) => {
    const found = await call('dossiers.byCode', { code });
    if (found === null) throw new Error(`${code} is not there`);
    return found;
  };
  const importRequest = async () => ({ file: list, options: {}, task: 'nhap' });
  const previewed = async () => call('imports.preview', await importRequest());

  /** Well-formed inputs about what is in the folder; of calls not named here those of the contract's test. */
  async function inputOf(channel: ServiceChannel): Promise<unknown> {
    const target = backend.files.register(join(folder, `${channel}.xlsx`));
    const third = async () => {
      const { id, version, record } = await stored('H19-240102-0003');
      return { id, version, record, reason: null };
    };
    switch (channel) {
      case 'dossiers.rows':
        return { ids: [1, 2, 3, 4] };
      case 'dossiers.byCode':
        return { code: 'H19-240102-0002' };
      case 'dossiers.find':
        return { query: FIRST.slice(0, 6), limit: 5 };
      case 'dossiers.similar':
        return {
          ...validInputs[channel],
          code: 'H19-240102-0008',
          personId: SECOND,
          applicantName: null,
        };
      case 'dossiers.save':
        return { ...(await third()), record: { ...(await third()).record, note: 'đã xem' } };
      case 'dossiers.remove': {
        const { id, version } = await third();
        return { id, version, reason: null };
      }
      case 'dossiers.restore': {
        const { id, version } = await third();
        return { id, version };
      }
      case 'dossiers.undo': {
        const { version } = await third();
        return { changeSet: version };
      }
      case 'dossiers.export':
        return { filter: {}, target, task: 'xuat' };
      case 'imports.inspect':
        // Mapped by hand to what is shown in full.
        return { file: list, options: { columns: { code: 2, receivedOn: 4, note: 3 } } };
      case 'imports.preview':
        return importRequest();
      case 'imports.commit':
        return { ...(await importRequest()), sha256: (await previewed()).result.sha256 };
      case 'imports.saveBadRows':
        return { file: list, options: {}, target };
      case 'log.rows': {
        const { ids } = await call('log.index', {
          filter: { login: null, kinds: null, from: null, to: null },
        });
        return { ids: [...ids] };
      }
      default:
        return validInputs[channel];
    }
  }

  it.each(['thu', 'canbo'])(
    'are in no answer of any call to %s, and in no notice',
    async (login) => {
      const { store } = await backend.workspace();
      backend.session.enter(store, login);
      notices.length = 0;
      const answered: string[] = [];
      for (const channel of channels) {
        if (ENDS.test(channel) || channel === SHOWS) continue;
        let answer: unknown;
        try {
          answer = await call(channel, await inputOf(channel));
          answered.push(channel);
        } catch (error) {
          const { message, params, fieldErrors } = error as Record<string, unknown>;
          answer = { message, params, fieldErrors };
        }
        expect(told(textOf(answer)), channel).toEqual([]);
      }
      expect(told(textOf(notices))).toEqual([]);
      // The test would be worth nothing if those that speak of dossiers had refused.
      expect(answered).toEqual(
        expect.arrayContaining([
          ...channels.filter(
            (channel) => /^dossiers\./.test(channel) && channel !== SHOWS && channel !== 'dossiers.undoMany',
          ),
          'imports.inspect',
          'imports.preview',
          'imports.commit',
          'imports.badRows',
          'imports.saveBadRows',
          'evaluation.explain',
          'papers.pdf',
          'log.rows',
          'app.check',
        ]),
      );
    },
    120_000,
  );

  it('are in the answer that is for showing them', async () => {
    const { store } = await backend.workspace();
    backend.session.enter(store, 'thu');
    const shown = textOf(await call(SHOWS, { id: 1 }));
    expect(shown).toContain(FIRST);
    expect(shown).toContain(SECOND);
  });

  it('are a matter of dossiers only: no ledger has a field for them', () => {
    const forbidden = new Set(
      (DOSSIER_IMPORT_FIELDS.find(({ field }) => field === 'personId')?.synonyms ?? [])
        .concat('Điện thoại', 'Số điện thoại', 'SĐT', 'Di động')
        .map(headingKey),
    );
    // The code of an agency, and telephones as a way of answering.
    const known = new Set(['signature-units.code', 'signature-certificates.unitCode']);
    for (const ledger of LEDGER_IDS)
      for (const [name, { headings }] of Object.entries(ledgerOf(ledger).fields)) {
        if (known.has(`${ledger}.${name}`)) continue;
        const taken = headings.split('|').filter((heading) => forbidden.has(headingKey(heading)));
        expect(taken, `${ledger}.${name}`).toEqual([]);
      }
  });
});
