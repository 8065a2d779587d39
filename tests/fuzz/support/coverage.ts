import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

const OWN = new URL('../../../', import.meta.url).href;

/** Tells after each input whether it reached code that none before it had reached. */
export interface CoverageWatch {
  /** Number of blocks not reached before. */
  fresh(): Promise<number>;
  /** Blocks of the program's own files reached so far. */
  readonly reached: number;
  stop(): Promise<void>;
}

/**
 * Counts blocks with V8's own block coverage (`Profiler.takePreciseCoverage`). Only the program's files and the two
 * spreadsheet libraries count; a block is one range of a function that has run.
 */
export async function watchCoverage(): Promise<CoverageWatch> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();
  return {
    get reached() {
      return seen.size;
    },
    async fresh() {
      const { result } = (await session.post('Profiler.takePreciseCoverage')) as unknown as {
        result: readonly ScriptCoverage[];
      };
      const before = seen.size;
      for (const { url, functions } of result) {
        if (!counts(url)) continue;
        for (const { ranges } of functions) {
          if ((ranges[0]?.count ?? 0) === 0) continue;
          for (const { startOffset, endOffset, count } of ranges)
            seen.add(`${url}:${startOffset}-${endOffset}${count === 0 ? ' not' : ''}`);
        }
      }
      return seen.size - before;
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

function counts(url: string): boolean {
  if (!url.startsWith(OWN)) return false;
  const path = fileURLToPath(url);
  return !path.includes('/tests/') && (!path.includes('/node_modules/') || /\/(hucre|@e965)\//.test(path));
}
