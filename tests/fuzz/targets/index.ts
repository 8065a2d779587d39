import type { Target } from '../support/target.ts';

type Makers = Readonly<Record<string, () => Promise<Target>>>;

const GROUPS = {
  sheets: ['xlsx', 'unusual xlsx', 'xlsb', 'ods', 'xls', 'xml2003', 'html', 'csv'],
  reports: ['report', 'later saves', 'wrapped'],
  data: ['report data', 'consolidated data'],
  books: ['backup', 'taken in'],
  papers: [
    'receipt',
    'hand over',
    'profile',
    'target set',
    'units',
    'keyring',
    'certificate',
    'crl',
    'trust folder',
    'p12',
    'app key',
  ],
} as const;

/** Every reader that is tried. */
export const TARGETS: readonly string[] = Object.values(GROUPS).flat();

const LOAD: Readonly<Record<keyof typeof GROUPS, () => Promise<Makers>>> = {
  sheets: async () => (await import('./sheets.ts')).sheetTargets(),
  reports: async () => (await import('./reports.ts')).reportTargets(),
  data: async () => (await import('./data.ts')).dataTargets(),
  books: async () => (await import('./books.ts')).bookTargets(),
  papers: async () => (await import('./papers.ts')).paperTargets(),
};

/** Makes a target by its name. Throws `RangeError` for an unknown one. */
export async function makeTarget(name: string): Promise<Target> {
  for (const [group, names] of Object.entries(GROUPS)) {
    if (!(names as readonly string[]).includes(name)) continue;
    const make = (await LOAD[group as keyof typeof GROUPS]())[name];
    if (make !== undefined) return make();
  }
  throw new RangeError(`no target ${name}`);
}
