import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BenchRow, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { sampleFolder } from '../sample/folder.ts';
import { sampleXlsx } from '../sample/list-file.ts';
import { readableByAll, runAsUser } from '../windows/as-user.ts';

interface Gaps {
  readonly page: number;
  readonly main: number;
}

/** What an import may add to the longest stall of an idle window. */
const ALLOWED_MS = 30;

/** The longest time the window does not answer while a list is checked and taken over. */
export async function stall({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const size = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const list = sampleXlsx(size);
  const folder = await sampleFolder(100);
  readableByAll(folder, list);
  chmodSync(dirname(list), 0o755);
  const { idle, preview, commit } = runAsUser<Record<'idle' | 'preview' | 'commit', Gaps>>('stall.ts', [
    folder,
    list,
    String(size),
  ]);
  const rows: BenchRow[] = [];
  for (const [what, gaps] of [
    ['preview', preview],
    ['import', commit],
  ] as const) {
    for (const where of ['page', 'main'] as const) {
      const allowed = idle[where] + ALLOWED_MS;
      const name = `longest stall of the ${where === 'page' ? 'page' : 'main process'} during the ${what} of ${size.toLocaleString('en')} rows, against idle + ${ALLOWED_MS} ms`;
      rows.push(
        row(
          name,
          `${gaps[where].toFixed(0)} ms`,
          `${idle[where].toFixed(0)} + ${ALLOWED_MS} ms`,
          gaps[where] / allowed,
          { atMost: 1 },
        ),
      );
    }
  }
  return rows;
}
