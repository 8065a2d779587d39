import type { ReportReference, ReportV1 } from './report-v1.ts';

/** A report file as far as the chain is concerned: its data and the SHA-256 of the whole file. */
export interface ChainedReport {
  readonly sha256: string;
  readonly report: Pick<ReportV1, 'report' | 'unit'>;
}

/**
 * `GAP`: the predecessor that a report names is not there, though older ones of the unit are. `MISSING`: nothing older is
 * there. `FORK`: two reports name the same predecessor, or are the same revision of the same report. `TWICE`: the same
 * file again. `SUPERSEDED`: a later revision is there. `MISNAMED`: the file named by its hash is another report.
 */
export const CHAIN_CODES = ['GAP', 'MISSING', 'FORK', 'TWICE', 'SUPERSEDED', 'MISNAMED'] as const;
export type ChainCode = (typeof CHAIN_CODES)[number];

/** What is remarkable about a file in its chain; `other`: the report it is about. */
export interface ChainFinding {
  /** Place of the file in the list that was given. */
  readonly index: number;
  readonly code: ChainCode;
  readonly other: Pick<ReportReference, 'reportId' | 'revision'>;
}

/** `first`: revision 1; `whole`: every superseded revision is here and named rightly; `part`: some are not here. */
export const CHAIN_STATES = ['first', 'whole', 'part', 'broken'] as const;
export type ChainState = (typeof CHAIN_STATES)[number];

/** The reports of one unit in the order in which they were signed. */
export interface UnitChain {
  readonly unit: string;
  /** Places in the list that was given, oldest first. */
  readonly order: readonly number[];
  readonly findings: readonly ChainFinding[];
}

interface Link extends ChainedReport {
  readonly index: number;
}

/** The chains of reports, one per unit in the order of first appearance: each names its predecessor's hash. */
export function reportChain(reports: readonly ChainedReport[]): UnitChain[] {
  const units = new Map<string, Link[]>();
  reports.forEach((report, index) => {
    const { code } = report.report.unit;
    units.set(code, [...(units.get(code) ?? []), { ...report, index }]);
  });
  return [...units].map(([unit, links]) => {
    const order = inOrder(links);
    return { unit, order: order.map(({ index }) => index), findings: findingsOf(order) };
  });
}

/**
 * How far back the revisions of a report are here: follows from the last what each says it supersedes. `contested`:
 * revisions of which several contents are here, so that none of them can be the one that was meant.
 */
export function revisionChain(
  last: ChainedReport,
  reports: readonly ChainedReport[],
  contested: ReadonlySet<number>,
): ChainState {
  if (last.report.report.revision === 1) return 'first';
  let at = last;
  while (at.report.report.revision > 1) {
    const { supersedes, revision } = at.report.report;
    if (supersedes?.revision !== revision - 1 || contested.has(revision - 1)) return 'broken';
    const before = standsAt(supersedes, reports);
    if (before.state === 'absent') return 'part';
    if (before.state === 'other') return 'broken';
    at = before.report;
  }
  return 'whole';
}

/**
 * What is here of a report that another one names: itself; or something else, be it under its hash or under its id and
 * revision; or nothing.
 */
function standsAt<R extends ChainedReport>(
  { sha256, reportId, revision }: ReportReference,
  reports: readonly R[],
): { readonly state: 'named' | 'other'; readonly report: R } | { readonly state: 'absent' } {
  const isNamed = ({ report: { report } }: R): boolean =>
    report.id === reportId && report.revision === revision;
  const there = reports.find((one) => one.sha256 === sha256);
  if (there !== undefined) return { state: isNamed(there) ? 'named' : 'other', report: there };
  const inItsPlace = reports.find(isNamed);
  return inItsPlace === undefined ? { state: 'absent' } : { state: 'other', report: inItsPlace };
}

/** After its predecessor, whatever the clocks said; else by the claimed time of signing. */
function inOrder(links: readonly Link[]): Link[] {
  const byTime = [...links].sort(
    (a, b) =>
      compare(a.report.report.createdAt, b.report.report.createdAt) ||
      a.report.report.revision - b.report.report.revision ||
      a.index - b.index,
  );
  const placed = new Set<Link>();
  const order: Link[] = [];
  const place = (link: Link): void => {
    if (placed.has(link)) return;
    placed.add(link);
    for (const { sha256 } of predecessors(link))
      for (const other of byTime) if (other.sha256 === sha256) place(other);
    order.push(link);
  };
  for (const link of byTime) place(link);
  return order;
}

/** Reports that this one names, each once. */
function predecessors({ report: { report } }: Link): ReportReference[] {
  const named = [report.supersedes, report.previous].filter((each) => each !== null);
  return named.filter(({ sha256 }, place) => named.findIndex((other) => other.sha256 === sha256) === place);
}

function findingsOf(order: readonly Link[]): ChainFinding[] {
  const firsts = order.filter(
    (link, place) => order.findIndex(({ sha256 }) => sha256 === link.sha256) === place,
  );
  return [
    ...order
      .filter((link) => !firsts.includes(link))
      .map((link): ChainFinding => ({ index: link.index, code: 'TWICE', other: nameOf(link) })),
    ...firsts.flatMap((link, place) => missing(link, firsts, place)),
    ...firsts.flatMap((link) => forks(link, firsts)),
    ...firsts.flatMap((link) => superseded(link, firsts)),
  ];
}

function missing(link: Link, all: readonly Link[], place: number): ChainFinding[] {
  return predecessors(link).flatMap((named): ChainFinding[] => {
    const { reportId, revision } = named;
    const there = standsAt(named, all);
    if (there.state === 'named') return [];
    const misnamed = there.state === 'other' && there.report.sha256 === named.sha256;
    const code = misnamed ? 'MISNAMED' : place > 0 ? 'GAP' : 'MISSING';
    return [{ index: link.index, code, other: { reportId, revision } }];
  });
}

/** Two that follow the same report, two first ones, or two of the same revision. */
function forks(link: Link, all: readonly Link[]): ChainFinding[] {
  const { id, revision, previous } = link.report.report;
  const rivals = all.filter(({ sha256, report: { report } }) => {
    if (sha256 === link.sha256) return false;
    const sameRevision = report.id === id && report.revision === revision;
    return sameRevision || (report.previous?.sha256 ?? null) === (previous?.sha256 ?? null);
  });
  return rivals.map((rival) => ({ index: link.index, code: 'FORK', other: nameOf(rival) }));
}

function superseded(link: Link, all: readonly Link[]): ChainFinding[] {
  const later = all.filter(({ report: { report } }) => report.supersedes?.sha256 === link.sha256);
  return later.map((other) => ({ index: link.index, code: 'SUPERSEDED', other: nameOf(other) }));
}

function nameOf({ report: { report } }: Link): ChainFinding['other'] {
  return { reportId: report.id, revision: report.revision };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
