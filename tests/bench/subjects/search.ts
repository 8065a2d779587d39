import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { openDatabase } from '#electron/persistence/open-database.ts';
import { foldWords } from '#shared/text/fold.ts';
import { type BenchRow, median, percentile, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { AS_OF, sampleDossier } from '../sample/dossiers.ts';
import { keyOf, openSample, sampleFolder } from '../sample/folder.ts';

/** What people type, letter by letter: names with and without diacritics, codes, person ids, procedures. */
function typed(size: number): string[] {
  const { record } = sampleDossier(Math.floor(size / 3), size);
  const whole = [
    'Đặng Thị Phượng',
    'duong van',
    record.applicantName ?? '',
    record.code,
    record.personId ?? '',
    'khai sinh',
    'chung thuc',
  ];
  return whole.flatMap((text) =>
    [...text].map((_, end) => text.slice(0, end + 1)).filter((prefix) => foldWords(prefix).length >= 2),
  );
}

/** The filter of the list while someone types, against the bare query for the same ids. */
export async function search({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of sizes ?? (quick ? [10_000] : [100_000, 1_000_000])) {
    const store = await openSample(size);
    const folder = await sampleFolder(size);
    const bare = openDatabase(join(folder, DATABASE_FILE), {
      fileMustExist: true,
      timeout: 0,
      key: keyOf(folder),
    });
    const bareIds = (query: string): number => {
      const words = foldWords(query).split(' ');
      const each = words.map(
        () => `(search LIKE ? OR procedure_name IN (SELECT id FROM term WHERE folded LIKE ?))`,
      );
      const sql = `SELECT id FROM dossier WHERE deleted = 0 AND ${each.join(' AND ')} ORDER BY received_on DESC, id DESC`;
      return bare.allRaw(sql, ...words.flatMap((word) => [`%${word}%`, `%${word}%`])).length;
    };
    const prefixes = typed(size);
    const times: number[] = [];
    const bares: number[] = [];
    for (const prefix of prefixes) {
      let start = performance.now();
      store.dossiers.index({ search: prefix }, AS_OF);
      times.push(performance.now() - start);
      // By parts of ID numbers too, as the bare query looks.
      const found = store.dossiers.index({ search: prefix }, AS_OF, 'part').length;
      start = performance.now();
      const expected = bareIds(prefix);
      bares.push(performance.now() - start);
      if (found !== expected) throw new Error(`"${prefix}" finds ${found} of ${expected}`);
    }
    const label = `${size.toLocaleString('en')} dossiers, ${prefixes.length} typed prefixes`;
    const ratios = times.map((time, n) => time / (bares[n] as number));
    rows.push(
      row(
        `search as you type, ${label}: the median prefix`,
        ms(median(times)),
        ms(median(bares)),
        median(ratios),
        null,
      ),
      row(
        `search as you type, ${label}: 95th percentile`,
        ms(percentile(times, 0.95)),
        ms(percentile(bares, 0.95)),
        percentile(times, 0.95) / percentile(bares, 0.95),
        { atMost: 1.5 },
      ),
    );
    const finds = prefixes.map((prefix) => {
      const start = performance.now();
      store.dossiers.find(prefix, 20, AS_OF);
      return performance.now() - start;
    });
    rows.push(
      row(
        `Ctrl+K, first 20, ${label}: 95th percentile against that bare query`,
        ms(percentile(finds, 0.95)),
        ms(percentile(bares, 0.95)),
        percentile(finds, 0.95) / percentile(bares, 0.95),
        null,
      ),
    );
    bare.close();
    store.close();
  }
  return rows;
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}
