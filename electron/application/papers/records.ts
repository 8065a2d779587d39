import { isLedgerId, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import {
  buildRecordsView,
  type ListedDossier,
  type ListedEntry,
  type RecordsInput,
} from '#shared/report/view/build-records-view.ts';
import type { NameOf } from '#shared/report/view/entry-text.ts';
import type { RecordList, RecordsView } from '#shared/report/view/records-model.ts';
import type { Workspace } from '../context.ts';
import { evaluateBy, measuresOf, objectiveOf } from '../evaluation/evaluate.ts';
import { type ExplainedLists, type ExplainedRecord, explain } from '../evaluation/explain.ts';
import { originOf } from './origin.ts';

/** Rows of a printed list; whoever needs more takes the workbook or the command `explain`. */
const MOST_ROWS = 10_000;
/** Records read at a time. */
const PAGE = 500;

/**
 * The records behind a figure of a period as counted now, each with its cause, without anything that says which citizen
 * they belong to. Throws `AppError` PERIOD_UNKNOWN, OBJECTIVE_UNKNOWN.
 */
export function recordsView(
  workspace: Workspace,
  { objective: id, list, ...choice }: Omit<Extract<PaperChoice, { kind: 'records' }>, 'kind'>,
): RecordsView {
  const measures = measuresOf(workspace, choice);
  const { title, striven } = objectiveOf(measures, id);
  const { period, asOf, objectives } = evaluateBy(measures);
  const result = objectives.find((one) => one.id === id);
  if (result === undefined) throw new RangeError(`objective ${id} was not evaluated`);
  const records = chosen(explain(workspace, choice, id), list);
  return buildRecordsView(
    cleanTexts({
      ...originOf(workspace),
      period: { id: choice.period, from: period.from, to: period.to, asOf },
      objective: { ...result, title: title.vi, striven },
      list,
      rows: records.length,
      count: records.reduce((sum, { count }) => sum + count, 0),
      listed: listed(workspace, records.slice(0, MOST_ROWS)),
      signed: signedOtherwise(workspace, choice.period, period, result),
    }),
  );
}

function chosen(lists: ExplainedLists, list: RecordList): readonly ExplainedRecord[] {
  if (list !== 'missing') return lists[list];
  return [...lists.counted, ...lists.against].filter(({ missing }) => missing);
}

function listed(workspace: Workspace, records: readonly ExplainedRecord[]): RecordsInput['listed'] {
  return records.some(({ ledger }) => ledger !== null)
    ? { kind: 'entries', records: entries(workspace, records), nameOf: namesIn(workspace) }
    : { kind: 'dossiers', records: dossiers(workspace, records) };
}

function dossiers({ store, clock }: Workspace, records: readonly ExplainedRecord[]): ListedDossier[] {
  const today = clock.today();
  const found: ListedDossier[] = [];
  for (let at = 0; at < records.length; at += PAGE) {
    const page = records.slice(at, at + PAGE);
    const rows = new Map(
      store.dossiers
        .rows(
          page.map(({ id }) => id),
          today,
        )
        .map(({ id, record }) => [id, record]),
    );
    for (const { id, cause } of page) {
      const record = rows.get(id);
      if (record === undefined) continue;
      const { code, procedureCode, procedureName, channel, receivedOn, dueOn } = record;
      const { status, finishedOn, returnedOn, handler } = record;
      found.push({
        record: {
          code,
          procedureCode,
          procedureName,
          channel,
          receivedOn,
          dueOn,
          status,
          finishedOn,
          returnedOn,
          handler,
        },
        cause,
      });
    }
  }
  return found;
}

function entries({ store }: Workspace, records: readonly ExplainedRecord[]): ListedEntry[] {
  const byLedger = new Map<LedgerId, Map<number, ListedEntry['record']>>();
  const recordOf = (ledger: LedgerId, id: number): ListedEntry['record'] | undefined => {
    let known = byLedger.get(ledger);
    if (known === undefined) {
      known = new Map(store.entries.entries(ledger).map((entry) => [entry.id, entry.record]));
      byLedger.set(ledger, known);
    }
    return known.get(id);
  };
  return records.flatMap(({ ledger, id, cause, count }) => {
    const record = ledger === null ? undefined : recordOf(ledger, id);
    return ledger === null || record === undefined ? [] : [{ ledger, record, cause, count }];
  });
}

/** What references name: the second column of the ledger that they point into, by its code. */
function namesIn({ store }: Workspace): NameOf {
  const byLedger = new Map<string, Map<string, string>>();
  return (ledger, code) => {
    if (!isLedgerId(ledger)) return null;
    let names = byLedger.get(ledger);
    if (names === undefined) {
      const { key, columns } = ledgerOf(ledger);
      names = new Map(
        store.entries.entries(ledger).map(({ record }) => {
          const values: Readonly<Record<string, unknown>> = record;
          return [String(values[key[0] ?? ''] ?? ''), String(values[columns[1] ?? ''] ?? '')];
        }),
      );
      byLedger.set(ledger, names);
    }
    return names.get(code) ?? null;
  };
}

/** The signed figure of the period where data changed since. */
function signedOtherwise(
  { store }: Workspace,
  id: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  now: { readonly id: string; readonly numerator: number | null; readonly denominator: number | null },
): RecordsInput['signed'] {
  const archived = store.reports.list(id).at(-1);
  // A period of the same name under another scheme has other days, and other figures.
  if (archived === undefined || archived.from !== from || archived.to !== to) return null;
  const signed = (store.reports.json(archived.id) as ReportV1).objectives.find(({ id }) => id === now.id);
  if (signed === undefined) return null;
  const { numerator, denominator } = signed;
  if (numerator === now.numerator && denominator === now.denominator) return null;
  return { revision: archived.revision, numerator, denominator };
}
