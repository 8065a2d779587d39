import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { openDatabase } from '#electron/persistence/open-database.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { type BenchRow, median, milliseconds, pairs, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { AS_OF } from '../sample/dossiers.ts';
import { keyOf, openSample, sampleFolder } from '../sample/folder.ts';

const PAGE = 50;
const PAGES = 40;

/** The list of dossiers: pages at any depth, and the index of ids that is made when the filter changes. */
export async function list({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of sizes ?? (quick ? [10_000] : [100_000, 1_000_000])) {
    const store = await openSample(size);
    const folder = await sampleFolder(size);
    const bare = openDatabase(join(folder, DATABASE_FILE), {
      fileMustExist: true,
      timeout: 0,
      key: keyOf(folder),
    });
    const { dossiers } = store;
    const ids = dossiers.index({}, AS_OF);
    const page = (start: number): number[] => [...ids.subarray(start, start + PAGE)];
    const label = `${size.toLocaleString('en')} dossiers`;
    // The same number of pages on both sides: near the beginning, and far down, none asked for twice.
    let turn = 0;
    const pages = (from: number) => (): number => {
      turn += 1;
      const start = performance.now();
      for (let n = 0; n < PAGES; n += 1)
        dossiers.rows(page(from + (((turn * PAGES + n) * PAGE) % (size >> 3))), AS_OF);
      return (performance.now() - start) / PAGES;
    };
    rows.push(
      await pairs(
        `list of ${label}: page of ${PAGE} in the middle against one at the top`,
        pages(size >> 1),
        pages(0),
        { atMost: 3 },
        { runs: quick ? 5 : 15 },
      ),
    );
    const filters: readonly (readonly [string, DossierFilter])[] = [
      ['no filter', {}],
      ['one channel', { channel: 'online' }],
      ['one field', { field: 'Hộ tịch' }],
      ['overdue', { state: 'overdue' }],
      ['a quarter of receipts', { receivedFrom: '2024-01-01', receivedTo: '2024-03-31' } as DossierFilter],
    ];
    const plain = 'SELECT id FROM dossier WHERE deleted = 0 ORDER BY received_on DESC, id DESC';
    for (const [words, filter] of filters) {
      const times: number[] = [];
      const bares: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        times.push(await milliseconds(() => dossiers.index(filter, AS_OF)));
        bares.push(await milliseconds(() => bare.allRaw(plain)));
      }
      rows.push(
        row(
          `list of ${label}: index of ids, ${words}, against a bare query for all ids`,
          ms(times),
          ms(bares),
          median(times) / median(bares),
          null,
        ),
      );
    }
    // A month of the calendar, and the list behind its fullest day, against the same bare query.
    const month = () => dossiers.dayCounts('2024-03-01' as LocalDate, '2024-03-31' as LocalDate, AS_OF);
    const overdueOf = (day: LocalDate): DossierFilter => ({ state: 'overdue', dueFrom: day, dueTo: day });
    const { date } = month().reduce((most, day) => (day.due > most.due ? day : most));
    for (const [words, work] of [
      ['month of the calendar', month],
      [
        'list of what is due on a day',
        () => dossiers.index({ dueFrom: date, dueTo: date, counted: true }, AS_OF),
      ],
      ['list of what is overdue of a day', () => dossiers.index(overdueOf(date), AS_OF)],
    ] as const) {
      const times: number[] = [];
      const bares: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        times.push(await milliseconds(work));
        bares.push(await milliseconds(() => bare.allRaw(plain)));
      }
      rows.push(
        row(
          `list of ${label}: ${words}, against a bare query for all ids`,
          ms(times),
          ms(bares),
          median(times) / median(bares),
          null,
        ),
      );
    }
    bare.close();
    store.close();
  }
  return rows;
}

function ms(times: readonly number[]): string {
  return `${median(times).toFixed(1)} ms`;
}
