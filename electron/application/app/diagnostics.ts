import { arch, cpus, freemem, release, totalmem } from 'node:os';
import type { AppParts } from './parts.ts';

/** Text for a helper: versions, sizes, counts. No names, no codes, no paths. */
export function diagnostics({ version, folder, preferences, clock }: AppParts): string {
  const { state } = folder;
  const lines: (readonly [string, string | number])[] = [
    ['app', version],
    ['today', clock.today()],
    ['platform', `${process.platform} ${arch()} ${release()}`],
    ['node', process.versions.node],
    ['electron', process.versions.electron ?? '-'],
    ['processors', cpus().length],
    ['memory-mb', `${megabytes(freemem())} free of ${megabytes(totalmem())}`],
    ['service-memory-mb', megabytes(process.memoryUsage().rss)],
    ['uptime-s', Math.round(process.uptime())],
    ['language', preferences.value.language],
    ['folder', state.kind],
  ];
  if (state.kind === 'open') {
    const { bytes, dossiers, changes, sqlite, schema } = state.store.stats();
    lines.push(
      ['sample', String(state.sample)],
      ['sqlite', sqlite],
      ['schema', schema],
      ['database-bytes', bytes],
      ['dossiers', dossiers],
      ['changes', changes],
    );
    lines.push(
      ['imports', state.store.imports.list().length],
      ['reports', state.store.reports.list().length],
    );
  }
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);
