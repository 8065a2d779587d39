import type { Dossier } from '../../domain/dossier.ts';
import { resolvedOn } from '../../domain/dossier-facts.ts';
import type { ObjectiveResult } from '../../domain/evaluation.ts';
import type { FormulaCause } from '../../domain/formulas/cause.ts';
import type { AnyRecord } from '../../domain/ledgers/definition.ts';
import { type LedgerId, ledgerOf } from '../../domain/ledgers/registry.ts';
import { formatDate, type LocalDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount } from '../../i18n/format.ts';
import { causes } from '../../i18n/vi/causes.ts';
import { dossiers as dossierWords } from '../../i18n/vi/dossiers.ts';
import { ledgers as ledgerWords } from '../../i18n/vi/ledgers.ts';
import { recordsPaper as words } from '../../i18n/vi/recordsPaper.ts';
import { percentText, periodInSentence, ratioText, reportWords, thresholdText } from '../words.ts';
import { entryName, fieldText } from './entry-text.ts';
import type { PaperOrigin } from './paper-model.ts';
import type { RecordColumnName, RecordList, RecordsView } from './records-model.ts';

/** A dossier behind a figure; who it belongs to is no part of it. */
export interface ListedDossier {
  readonly record: Pick<
    Dossier,
    | 'code'
    | 'procedureCode'
    | 'procedureName'
    | 'channel'
    | 'receivedOn'
    | 'dueOn'
    | 'status'
    | 'finishedOn'
    | 'returnedOn'
    | 'handler'
  >;
  readonly cause: FormulaCause;
}

/** An entry of a ledger behind a figure, with how many it stands for. */
export interface ListedEntry {
  readonly ledger: LedgerId;
  readonly record: AnyRecord;
  readonly cause: FormulaCause;
  readonly count: number;
}

/** What the list of records behind a figure is made from. */
export interface RecordsInput extends PaperOrigin {
  readonly period: {
    readonly id: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly asOf: LocalDate;
  };
  readonly objective: Omit<ObjectiveResult, 'formula'> & {
    readonly title: string;
    readonly striven: boolean;
  };
  readonly list: RecordList;
  /** Records in the whole list, and how many things they stand for. */
  readonly rows: number;
  readonly count: number;
  /** Those that are printed: all, or the first of them. */
  readonly listed:
    | { readonly kind: 'dossiers'; readonly records: readonly ListedDossier[] }
    | {
        readonly kind: 'entries';
        readonly records: readonly ListedEntry[];
        /** What a reference names: ledger and code → name. */
        readonly nameOf: (ledger: string, code: string) => string | null;
      };
  /** The signed report of the period where it says otherwise than what is counted now; null where it does not. */
  readonly signed: {
    readonly revision: number;
    readonly numerator: number | null;
    readonly denominator: number | null;
  } | null;
}

const DOSSIER_COLUMNS = [
  'ordinal',
  'code',
  'procedure',
  'channel',
  'receivedOn',
  'dueOn',
  'resolvedOn',
  'handler',
  'cause',
] as const;
const ENTRY_COLUMNS = ['ordinal', 'entry', 'ledger', 'day', 'due', 'done', 'count', 'cause'] as const;

/**
 * The list of the records behind a figure, in Vietnamese, with the check that it adds up to the figure. No applicant, no
 * ID number, no sender and no free text of a petition reaches it.
 */
export function buildRecordsView(input: RecordsInput): RecordsView {
  const report = reportWords('vi');
  const { unit, objective, list, listed } = input;
  const period = periodInSentence(input.period.id, report);
  const names: readonly RecordColumnName[] = listed.kind === 'dossiers' ? DOSSIER_COLUMNS : ENTRY_COLUMNS;
  const heading = words.title[list];
  const named = fill(words.objective, { id: objective.id, title: objective.title });
  return {
    kind: 'records',
    orientation: 'landscape',
    unit: unit.name,
    mark: words.mark,
    heading,
    objective: named,
    facts: facts(input, period),
    columns: names.map((name) => ({ name, label: words.columns[name] })),
    rows:
      listed.kind === 'dossiers'
        ? listed.records.map(dossierRow)
        : listed.records.map((record, index) => entryRow(record, index, listed.nameOf)),
    none: words.none,
    page: words.page,
    footer: fill(words.footer, {
      unit: unit.name,
      id: objective.id,
      period,
      date: formatDate(input.madeOn),
    }),
    watermark: input.sample ? report.page.watermark.sample : null,
    title: `${heading}: ${named}, ${period}, ${unit.name}`,
    author: unit.name,
  };
}

function facts(input: RecordsInput, period: string): string[] {
  const { rows, count, listed, signed } = input;
  const { from, to, asOf } = input.period;
  const shown = listed.records.length;
  const lines = [
    fill(words.period, { period, from: formatDate(from), to: formatDate(to), asOf: formatDate(asOf) }),
    figure(input),
    fill(rows === count ? words.size : words.sizeOf, { rows: number(rows), count: number(count) }),
    check(input),
  ];
  if (signed !== null)
    lines.push(
      fill(words.signed, {
        revision: signed.revision,
        ratio: ratioText(signed.numerator, signed.denominator, 'vi'),
      }),
    );
  if (shown < rows) lines.push(fill(words.cut, { shown: number(shown), rows: number(rows) }));
  return lines;
}

function figure({ objective }: RecordsInput): string {
  const { verdict, striven, numerator, denominator } = objective;
  const said = reportWords('vi').page.verdict;
  const known = {
    threshold: thresholdText(objective.threshold, 'vi'),
    verdict: (verdict === 'missed' && striven ? said.missedStriven : said[verdict]).toLowerCase(),
  };
  if (numerator === null || denominator === null) return fill(words.noFigure, known);
  const percent = percentText(objective.percent, 'vi');
  return fill(words.figure, { ...known, percent, ratio: ratioText(numerator, denominator, 'vi') });
}

/** Whether the list adds up to the part of the figure that it stands behind. */
function check({ list, count, objective }: RecordsInput): string {
  const numerator = objective.numerator ?? 0;
  const denominator = objective.denominator ?? 0;
  const expected = {
    counted: numerator,
    against: denominator - numerator,
    missing: objective.missingData ?? 0,
    excluded: count,
  }[list];
  return fill(words.check[list], {
    count: number(count),
    numerator: number(numerator),
    denominator: number(denominator),
    expected: number(expected),
    outcome: count === expected ? words.check.same : words.check.differs,
  });
}

function dossierRow({ record, cause }: ListedDossier, index: number): string[] {
  return [
    number(index + 1),
    record.code,
    [record.procedureCode, record.procedureName].filter(Boolean).join(' '),
    dossierWords.channelShort[record.channel ?? 'unknown'],
    formatDate(record.receivedOn),
    day(record.dueOn),
    day(resolvedOn(record)),
    record.handler ?? '',
    causes[cause],
  ];
}

function entryRow(
  { ledger, record, cause, count }: ListedEntry,
  index: number,
  nameOf: (ledger: string, code: string) => string | null,
): string[] {
  const definition = ledgerOf(ledger);
  const { due } = definition;
  return [
    number(index + 1),
    entryName(ledger, record, nameOf),
    ledgerWords[ledger].name,
    fieldText(ledger, definition.day, record, nameOf),
    due === null ? '' : fieldText(ledger, due.on, record, nameOf),
    due?.done == null ? '' : fieldText(ledger, due.done, record, nameOf),
    number(count),
    causes[cause],
  ];
}

function day(date: LocalDate | null): string {
  return date === null ? '' : formatDate(date);
}

function number(value: number): string {
  return formatCount(value, 'vi');
}
