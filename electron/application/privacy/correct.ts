import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { citizenFields, personalClass } from '#shared/domain/privacy/personal-fields.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import { writeMeta } from '../write-meta.ts';

/**
 * Writes a person's name or number right in all records given, each kept in its history. One deed for the dossiers and
 * one for each entry, so that each can be taken back. Records that are removed, and what is no record, are left.
 */
export async function correctPerson(
  { places, reason, name, number, closedReason }: Parsed<'privacy.correct'>,
  workspace: Workspace,
): Promise<Output<'privacy.correct'>> {
  if (name === null && number === null)
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { name: 'REQUIRED' } });
  return writeGuarded(workspace, closedReason, async (tx) => {
    const meta = writeMeta(workspace, 'edited', reason);
    let dossierSet: number | null = null;
    let records = 0;
    const entrySets: { ledger: LedgerId; changeSet: number }[] = [];
    for (const place of places) {
      if (place.kind === 'dossier') {
        const known = tx.dossier(place.id);
        if (known === null || known.deleted) continue;
        const record = {
          ...known.record,
          applicantName: name ?? known.record.applicantName,
          personId: number ?? known.record.personId,
        };
        if (record.applicantName === known.record.applicantName && record.personId === known.record.personId)
          continue;
        dossierSet ??= tx.beginChangeSet(meta);
        if (tx.updateDossier(known, record, known.issuesDocument, dossierSet)) records += 1;
      } else if (place.kind === 'entry' && name !== null) {
        const known = tx.entry(place.ledger, place.id);
        const field = citizenFields(place.ledger).find(
          (each) => personalClass(place.ledger, each) === 'citizen-name',
        );
        if (known === null || known.deleted || field === undefined || known.record[field] === name) continue;
        const changeSet = tx.beginChangeSet(meta);
        if (!tx.updateEntry(known, { ...known.record, [field]: name }, changeSet)) continue;
        entrySets.push({ ledger: place.ledger, changeSet });
        records += 1;
      }
    }
    return { keep: records > 0, value: { records, dossierSet, entrySets } };
  });
}
