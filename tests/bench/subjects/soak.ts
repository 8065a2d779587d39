import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Desk, placesOf } from '../../crash/support/desk.ts';
import { writeList } from '../../crash/support/lists.ts';
import { type BenchRow, median, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { projectRoot, workFolder } from '../sample/paths.ts';

interface Sample {
  /** Milliseconds since the work began. */
  readonly at: number;
  readonly deeds: number;
  readonly rss: number;
  readonly heapUsed: number;
}

const MB = 2 ** 20;
/** Of the whole time; until then modules are loaded and caches filled. */
const WARMING = 0.25;

/**
 * Mixed work of one service without a pause worth the name: entry, search, figures, explanations, imports and their
 * undoing, drafts, papers, exports. Memory must be as much at the end as after the first quarter.
 */
export async function soak({ quick, minutes }: BenchOptions): Promise<BenchRow[]> {
  const long = minutes ?? (quick ? 0.5 : 3);
  const folder = workFolder('soak');
  for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
  const desk = new Desk(folder);
  await desk.found();
  const list = join(desk.places.lists, 'dau-nam.csv');
  writeList(list, { from: 1, rows: 4000, bad: 0, mark: 'A' });
  await desk.import(list);
  await desk.close();

  const samples = await work(folder, long);
  const warm = samples.filter(({ at }) => at >= long * 60_000 * WARMING);
  const rss = warm.map((sample) => sample.rss / MB);
  const tenth = Math.max(1, Math.floor(warm.length / 10));
  const [first, last] = [median(rss.slice(0, tenth)), median(rss.slice(-tenth))];
  const slope = slopeOf(warm.map(({ at, rss: bytes }) => [at / 3_600_000, bytes / MB]));
  const name = `memory of the service over ${long} min of mixed work, ${samples.at(-1)?.deeds ?? 0} deeds: after the first quarter and at the end, slope ${slope.toFixed(1)} MB an hour`;
  return [row(name, `${last.toFixed(0)} MB`, `${first.toFixed(0)} MB`, last / first, { atMost: 1.1 })];
}

function work(folder: string, minutes: number): Promise<Sample[]> {
  const program = join(projectRoot, 'tests/bench/soak/work.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, String(minutes)], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const samples: Sample[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      const sample = JSON.parse(line) as Sample;
      if (samples.length % 30 === 0)
        process.stderr.write(
          `  ${(sample.at / 60_000).toFixed(1)} min, ${sample.deeds} deeds: ${(sample.rss / MB).toFixed(0)} MB, heap ${(sample.heapUsed / MB).toFixed(0)} MB\n`,
        );
      samples.push(sample);
    });
    child.on('close', (code) =>
      code === 0 ? resolve(samples) : reject(new Error(`the work ended with ${code}: the book is not sound`)),
    );
  });
}

/** Of the straight line through points by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const n = points.length;
  const sum = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((total, point) => total + of(point), 0);
  const [x, y] = [sum(([a]) => a) / n, sum(([, b]) => b) / n];
  return sum(([a, b]) => (a - x) * (b - y)) / sum(([a]) => (a - x) ** 2);
}
