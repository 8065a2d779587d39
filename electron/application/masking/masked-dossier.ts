import { type Dossier, type DossierField, NUMBER_FIELDS } from '#shared/domain/dossier.ts';
import { maskKnown } from '#shared/domain/person-number.ts';
import type { ChangeEntry, StoredDossier } from '#shared/ipc/contract/dossiers.ts';

/** A record as it leaves the service: ID numbers masked, for whoever asks (docs/masking.md). */
export function maskedRecord(record: Dossier): Dossier {
  return { ...record, personId: maskKnown(record.personId) };
}

/** {@link maskedRecord} of a stored dossier. */
export function maskedDossier(dossier: StoredDossier): StoredDossier {
  return { ...dossier, record: maskedRecord(dossier.record) };
}

/** A history whose former and new ID numbers are masked. */
export function maskedHistory(history: readonly ChangeEntry[]): ChangeEntry[] {
  return history.map((change) => ({ ...change, fields: change.fields.map(maskedChange) }));
}

function maskedChange<T extends { field: DossierField; from: string | null; to: string | null }>(
  change: T,
): T {
  if (!NUMBER_FIELDS.has(change.field)) return change;
  return { ...change, from: maskKnown(change.from), to: maskKnown(change.to) };
}
