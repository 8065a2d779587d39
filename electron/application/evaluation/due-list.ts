import type { AnyRecord, LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { openDueOn } from '#shared/domain/ledgers/entry-rules.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DueItem } from '#shared/ipc/contract/evaluation.ts';
import type { Store } from '../ports.ts';

/** Most items that are listed; their number is always given. */
const LISTED = 200;
/** Longest text of an item. */
const LONGEST = 400;
const STATES = ['overdue', 'due-soon'] as const;

/** What is overdue or due soon on a day, over dossiers and all ledgers, soonest first. */
export function dueList(store: Store, today: LocalDate): { due: DueItem[]; dueTotal: number } {
  const items = [
    ...dueDossiers(store, today),
    ...LEDGER_IDS.filter((ledger) => ledgerOf(ledger).due !== null).flatMap((ledger) =>
      dueEntries(store, ledger, today),
    ),
  ].sort(soonestFirst);
  return { due: items.slice(0, LISTED), dueTotal: items.length };
}

function dueDossiers({ dossiers }: Store, today: LocalDate): DueItem[] {
  return STATES.flatMap((state) =>
    dossiers.rows([...dossiers.index({ state }, today)], today).flatMap(({ id, record }) =>
      record.dueOn === null
        ? []
        : [
            {
              ledger: null,
              id,
              title: record.code,
              detail: cut(record.procedureName ?? record.field ?? ''),
              dueOn: record.dueOn,
              state,
            },
          ],
    ),
  );
}

function dueEntries({ entries }: Store, ledger: LedgerId, today: LocalDate): DueItem[] {
  const definition = ledgerOf(ledger);
  return STATES.flatMap((state) =>
    entries.rows(ledger, [...entries.index(ledger, { due: state }, today)], today).flatMap((entry) => {
      const dueOn = openDueOn(definition, entry.record);
      if (dueOn === null) return [];
      return [
        {
          ledger,
          id: entry.id,
          title: cut(entry.title),
          detail: cut(detailOf(definition, entry.record)),
          dueOn,
          state,
        },
      ];
    }),
  );
}

/** What says most about an entry beside its name: the first text among its columns that is no part of its key. */
function detailOf({ columns, key, fields }: LedgerDefinition, record: AnyRecord): string {
  const column = columns.find((name) => {
    const type = fields[name]?.type;
    return !key.includes(name) && (type === 'text' || type === 'long-text');
  });
  const value = column === undefined ? null : record[column];
  return typeof value === 'string' ? value : '';
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** By day; then dossiers before ledgers, then by id, so that the order is the same every time. */
function soonestFirst(a: DueItem, b: DueItem): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  const [left, right] = [a.ledger ?? '', b.ledger ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.id - b.id;
}
