import { may } from '#shared/domain/rights.ts';
import type { Actor } from '../context.ts';
import type { NumberSearch } from '../ports.ts';

/** How somebody may search by ID numbers: whoever may see them, by any part of one. */
export function numberSearch(actor: Actor): NumberSearch {
  return may(actor, 'see-numbers') ? 'part' : 'whole';
}
