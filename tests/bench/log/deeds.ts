import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { importRecords } from '#electron/application/imports/run-import.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { Desk, placesOf } from '../../crash/support/desk.ts';
import { typedDossier } from '../../crash/support/lists.ts';
import { randomOf } from '../../crash/support/random.ts';
import { sampleDossier } from '../sample/dossiers.ts';
import { memorySource } from '../sample/memory-source.ts';
import { BENCH_KEY, benchWorkspace } from '../sample/workspace.ts';

interface Measured {
  /** As it passes, and what the process computed in it: on a busy machine only the second says much. */
  readonly milliseconds: number;
  readonly computed: number;
  /** The log tells of it. */
  readonly logged: boolean;
}

function started(): () => Omit<Measured, 'logged'> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: performance.now() - start, computed: (user + system) / 1000 };
  };
}

/** So many new dossiers saved one by one, as the window's form does. */
export async function entries(folder: string, count: number): Promise<Measured> {
  for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
  const desk = new Desk(folder);
  await desk.found();
  const random = randomOf(3);
  const records = Array.from({ length: count }, (_, n) => typedDossier(`GO-${n}`, 'gõ', random));
  const watch = started();
  for (const record of records)
    await desk.call('dossiers.save', { id: null, version: null, record, reason: null });
  const times = watch();
  const { store } = await desk.backend.workspace();
  const logged = store.log.head().seq >= count;
  await desk.close();
  return { ...times, logged };
}

/** A list of so many rows in memory, all new, into a new folder. */
export async function list(folder: string, rows: number): Promise<Measured> {
  const store = openStore(join(folder, 'data'), { create: true, key: BENCH_KEY });
  try {
    const source = memorySource(Array.from({ length: rows }, (_, n) => sampleDossier(n, rows).record));
    const request = { fileName: 'ds.csv', options: DEFAULT_IMPORT_OPTIONS, mode: 'commit' } as const;
    const before = store.log.head().seq;
    const watch = started();
    await importRecords(source, request, benchWorkspace(store));
    return { ...watch(), logged: store.log.head().seq > before };
  } finally {
    store.close();
  }
}
