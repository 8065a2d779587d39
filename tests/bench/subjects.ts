import type { BenchRow } from './harness.ts';
import type { BenchOptions } from './run.ts';

type Subject = (options: BenchOptions) => Promise<BenchRow[]>;

/** What can be measured, each loaded only when it is asked for. */
export const SUBJECTS = {
  evaluate: async (): Promise<Subject> => (await import('./subjects/evaluate.ts')).evaluate,
  upsert: async (): Promise<Subject> => (await import('./subjects/upsert.ts')).upsert,
  encryption: async (): Promise<Subject> => (await import('./subjects/encryption.ts')).encryption,
  list: async (): Promise<Subject> => (await import('./subjects/list.ts')).list,
  search: async (): Promise<Subject> => (await import('./subjects/search.ts')).search,
  files: async (): Promise<Subject> => (await import('./subjects/files.ts')).files,
  xlsx: async (): Promise<Subject> => (await import('./subjects/xlsx.ts')).xlsx,
  consolidate: async (): Promise<Subject> => (await import('./subjects/consolidate.ts')).consolidate,
  report: async (): Promise<Subject> => (await import('./subjects/report.ts')).report,
  fuzz: async (): Promise<Subject> => (await import('./subjects/fuzz.ts')).fuzz,
  mutants: async (): Promise<Subject> => (await import('./subjects/mutants.ts')).mutants,
  start: async (): Promise<Subject> => (await import('./subjects/start.ts')).start,
  stall: async (): Promise<Subject> => (await import('./subjects/stall.ts')).stall,
  crash: async (): Promise<Subject> => (await import('./subjects/crash.ts')).crash,
  'crash-app': async (): Promise<Subject> => (await import('./subjects/crash-app.ts')).crashApp,
  log: async (): Promise<Subject> => (await import('./subjects/log.ts')).log,
  soak: async (): Promise<Subject> => (await import('./subjects/soak.ts')).soak,
} as const satisfies Readonly<Record<string, () => Promise<Subject>>>;
