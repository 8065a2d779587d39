import { dueProposalOf } from '#shared/domain/due-date.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import type { FieldValue } from '#shared/domain/ledgers/field.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dateParts, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';
import type { Workspace } from '../context.ts';
import { dueTimes, workCalendar } from '../settings/catalogues.ts';
import { onCalendar } from '../settings/on-calendar.ts';
import { nextCode } from './next-code.ts';

type Proposal = Output<'ledgers.propose'>;

/** Values for fields that are still empty: the next code, and the day on which the entry is due with the reason. */
export function propose({ ledger, record }: Parsed<'ledgers.propose'>, workspace: Workspace): Proposal {
  const typed = tidyRecord(ledgerOf(ledger), record);
  const values: Record<string, FieldValue> = {};
  const code = proposedCode(ledger, typed, workspace);
  if (code !== null) values[code.field] = code.value;
  const due = proposedDue(ledger, typed, workspace);
  if (due !== null && (typed[due.field] ?? null) === null) values[due.field] = due.proposal?.dueOn ?? null;
  return { values, due: due?.proposal ?? null };
}

function proposedCode(
  id: LedgerId,
  typed: AnyRecord,
  { store, clock }: Workspace,
): { field: string; value: string } | null {
  const ledger = ledgerOf(id);
  const [field] = ledger.key;
  if (ledger.firstCode === null || field === undefined || (typed[field] ?? null) !== null) return null;
  const today = clock.today();
  const day = dayOf(typed[ledger.day]) ?? today;
  const last = store.entries
    .entries(id)
    .reduce<{ id: number; record: AnyRecord } | null>(
      (youngest, entry) => (youngest === null || entry.id > youngest.id ? entry : youngest),
      null,
    );
  const lastCode = last?.record[field];
  const value = nextCode(
    typeof lastCode === 'string' ? lastCode : null,
    ledger.firstCode,
    dateParts(day).year,
    (code) => store.entries.byKey(id, entryKey(ledger, { [field]: code }), today) !== null,
  );
  return value.length > (ledger.fields[field]?.max ?? 0) ? null : { field, value };
}

/** The first time of the resources that holds for the ledger and what was typed. */
function proposedDue(
  id: LedgerId,
  typed: AnyRecord,
  workspace: Workspace,
): { field: string; proposal: Proposal['due'] } | null {
  for (const { ledger, from, to, when, time, validFrom, validTo } of dueTimes(workspace.resourcesDir)) {
    if (ledger !== id) continue;
    const day = dayOf(typed[from]);
    if (day === null || day < validFrom || (validTo !== null && day > validTo)) continue;
    if (Object.entries(when).some(([name, values]) => !values.includes(String(typed[name] ?? '')))) continue;
    const { holidays, ...proposal } = onCalendar(() => dueProposalOf(time, day, workCalendar(workspace)));
    return { field: to, proposal: { ...proposal, holidays: [...holidays] } };
  }
  return null;
}

function dayOf(value: FieldValue | undefined): LocalDate | null {
  return typeof value === 'string' ? parseIsoDate(value) : null;
}
