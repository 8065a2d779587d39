import type { Dossier } from '#shared/domain/dossier.ts';
import { fitsMasked, isMasked } from '#shared/domain/person-number.ts';
import type { RecordPatch } from '#shared/import/types.ts';

/** What a row comes to whose ID number has hidden digits, as in our own exports and those of other programs. */
export type SettledNumber =
  /** The number, if any, is whole or is the known one. */
  | { readonly kind: 'settled'; readonly patch: RecordPatch }
  /** Nothing is known that it could stand for: the row is taken without it. */
  | { readonly kind: 'left-out'; readonly patch: RecordPatch }
  /** It cannot be the known number; which one it is cannot be told, so accepting conflicts does not help either. */
  | { readonly kind: 'conflict' };

/** Puts the known number in the place of a masked one; digits that nobody can read are never kept as a number. */
export function settleNumber(patch: RecordPatch, known: Pick<Dossier, 'personId'> | null): SettledNumber {
  const { personId, ...rest } = patch;
  if (personId === undefined || !isMasked(personId)) return { kind: 'settled', patch };
  if (known === null || known.personId === null) return { kind: 'left-out', patch: rest as RecordPatch };
  if (!fitsMasked(personId, known.personId)) return { kind: 'conflict' };
  return { kind: 'settled', patch: { ...patch, personId: known.personId } };
}
