import { figureChanges, isUnchanged } from '#shared/domain/closing/figures.ts';
import { presentFigures } from '#shared/domain/closing/signed-period.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { DOCUMENT_KEYS, readProfile, type UnitProfile, writeProfile } from '../app/documents.ts';
import { closedPeriods } from '../closing/closed-periods.ts';
import type { Workspace } from '../context.ts';
import { demandSet } from '../targets/known-sets.ts';
import { writeMeta } from '../write-meta.ts';

/**
 * Keeps the settings. Those under which signed reports were made (days of the periods, level of the unit, its code)
 * change only for a reason, which is kept as that of a deed; where the figures of a signed period follow, the next
 * report tells it. Throws `AppError` PERIOD_CLOSED (`figures`: names of {@link signedUnder}), INPUT_MISSING (the set).
 */
export async function saveSettings(
  workspace: Workspace,
  { profile, reportDueDays, reason }: Parsed<'settings.save'>,
): Promise<void> {
  const { store } = workspace;
  demandSet(workspace, profile.targetSet);
  const before = readProfile(store);
  const closed = closedPeriods(store);
  const touched = closed.length === 0 ? [] : signedUnder(before, profile);
  const given = reason?.trim() || null;
  if (touched.length > 0 && given === null)
    throw new AppError('PERIOD_CLOSED', {
      period: closed.at(-1)?.report.period ?? '',
      figures: touched.join(', '),
    });
  await store.write((tx) => {
    writeProfile(tx, profile);
    if (reportDueDays === null) tx.removeDocument(DOCUMENT_KEYS.reportDueDays);
    else tx.putDocument(DOCUMENT_KEYS.reportDueDays, reportDueDays);
    if (touched.length === 0) return;
    tx.beginChangeSet(writeMeta(workspace, 'edited', given));
    const by = (scheme: UnitProfile['periodScheme']) => ({
      dossiers: store.dossiers.counts,
      ledgers: store.entries,
      scheme,
    });
    for (const one of closed) {
      const was = presentFigures(one, by(before.periodScheme));
      const now = presentFigures(one, by(profile.periodScheme));
      if (!isUnchanged(figureChanges(was, now))) tx.addCorrection(one.report);
    }
  });
}

/** Settings that signed reports rest on and that would become others, by name. */
function signedUnder(before: UnitProfile, after: UnitProfile): string[] {
  return [
    ...(before.periodScheme === after.periodScheme ? [] : ['periodScheme']),
    ...(levelOf(before.unit.kind) === levelOf(after.unit.kind) ? [] : ['unitKind']),
    ...(before.unit.code === after.unit.code ? [] : ['unitCode']),
  ];
}
