import { numbersAsked } from '#shared/domain/person-number.ts';
import { may } from '#shared/domain/rights.ts';
import type { Actor, Workspace } from '../context.ts';
import type { NumberSearch, Store } from '../ports.ts';

/** How somebody may search by ID numbers: whoever may see them, by any part of one. */
export function numberSearch(actor: Actor): NumberSearch {
  return may(actor, 'see-numbers') ? 'part' : 'whole';
}

/** What was asked for since the book was opened, by login; a list that is drawn again is not a new question. */
const asked = new WeakMap<Store, Map<string, Set<string>>>();

/**
 * Runs a search and, when somebody who may not see ID numbers asks for one (docs/masking.md), writes into the log that
 * they did and how many dossiers it found, before it is answered: whoever tries numbers until one fits is seen. The number
 * itself is not written.
 */
export async function searchTold<T>(
  text: string | undefined,
  { store, actor }: Pick<Workspace, 'store' | 'actor'>,
  search: (numbers: NumberSearch) => T,
  countOf: (found: T) => number,
): Promise<T> {
  const numbers = numberSearch(actor);
  const found = search(numbers);
  if (numbers === 'part' || !isNew(store, actor.login, numbersAsked(text ?? ''))) return found;
  await store.write((tx) => tx.tell({ kind: 'number-searched', subject: { times: countOf(found) } }));
  return found;
}

function isNew(store: Store, login: string, numbers: readonly string[]): boolean {
  if (numbers.length === 0) return false;
  const people = asked.get(store) ?? new Map<string, Set<string>>();
  asked.set(store, people);
  const known = people.get(login) ?? new Set<string>();
  people.set(login, known);
  const before = known.size;
  for (const number of numbers) known.add(number);
  return known.size > before;
}
