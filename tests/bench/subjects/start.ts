import { type BenchRow, median, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { sampleFolder } from '../sample/folder.ts';
import { readableByAll, runAsUser } from '../windows/as-user.ts';

interface Starts {
  readonly app: readonly Readonly<Record<string, number>>[];
  readonly empty: readonly Readonly<Record<string, number>>[];
}

/** From starting the app until Tổng quan shows its figures, against the same Electron showing an empty page. */
export async function start({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const size = sizes?.[0] ?? (quick ? 10_000 : 1_000_000);
  const folder = await sampleFolder(size);
  readableByAll(folder);
  const { app, empty } = runAsUser<Starts>('cold-start.ts', [folder, String(quick ? 3 : 9)]);
  if (!app.every((stages) => 'figures-ready' in stages))
    throw new Error('the overview had no figures to show');
  const at = (stage: string) => app.map((stages) => stages[stage] ?? Number.NaN);
  const whole = at('interactive');
  const bare = empty.map((stages) => stages.interactive ?? Number.NaN);
  const ms = (times: readonly number[]): string => `${median(times).toFixed(0)} ms`;
  const label = `start of the process until Tổng quan shows its figures, ${size.toLocaleString('en')} dossiers`;
  const ratio = (times: readonly number[]): number =>
    median(times.map((time, run) => time / (bare[run] as number)));
  return [
    row(`${label}, against an empty page`, ms(whole), ms(bare), ratio(whole), { atMost: 1.25 }),
    row(
      'of it: until the service has counted',
      ms(at('figures-ready')),
      ms(bare),
      ratio(at('figures-ready')),
      null,
    ),
    row('of it: until the empty shell is painted', ms(at('shell')), ms(bare), ratio(at('shell')), null),
  ];
}
