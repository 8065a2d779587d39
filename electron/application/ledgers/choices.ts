import type { FieldType } from '#shared/domain/ledgers/field.ts';
import { isLedgerId, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';

type Choices = Output<'ledgers.choices'>;

const MOST_REFS = 5000;
const MOST_USED = 50;
const LONGEST = 300;

/** Fields with values that recur. */
const RECURRING: ReadonlySet<FieldType> = new Set(['text', 'objective', 'procedure', 'year', 'month']);

/** What a form of a ledger offers: entries that its references may name, and values in use, most used first. */
export function choices(id: LedgerId, { store }: Pick<Workspace, 'store'>): Choices {
  const refs: Choices['refs'] = {};
  const used: Choices['used'] = {};
  for (const [name, { type, ref }] of Object.entries(ledgerOf(id).fields)) {
    if (ref !== null && isLedgerId(ref)) refs[name] = referable(ref, store);
    else if (RECURRING.has(type))
      used[name] = store.entries.used(id, name, MOST_USED).filter(({ length }) => length <= LONGEST);
  }
  return { refs, used };
}

/** Entries by their code, with what people recognise them by: "CB01 · Nguyễn Văn A". */
function referable(id: LedgerId, store: Workspace['store']): Choices['refs'][string] {
  const { key, columns } = ledgerOf(id);
  return store.entries
    .entries(id)
    .map(({ record }) => {
      const values: Readonly<Record<string, unknown>> = record;
      const label = columns
        .slice(0, 2)
        .map((name) => values[name])
        .filter((value) => typeof value === 'string' && value !== '');
      return { code: String(values[key[0] ?? ''] ?? ''), label: label.join(' · ').slice(0, LONGEST) };
    })
    .sort((a, b) => compareVietnamese(a.code, b.code))
    .slice(0, MOST_REFS);
}
