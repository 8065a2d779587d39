import { setImmediate as nextTurn } from 'node:timers/promises';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { history as en } from '#shared/i18n/en/history.ts';
import { fill } from '#shared/i18n/fill.ts';
import { history as vi } from '#shared/i18n/vi/history.ts';
import type { Workspace } from '../context.ts';
import type { WriteTransaction } from '../ports.ts';
import { procedureListOf } from '../settings/catalogues.ts';
import type { OwnProcedures } from '../settings/own-catalogues.ts';
import { writeMeta } from '../write-meta.ts';
import { lookupOf } from './procedure-lookup.ts';

type Space = Pick<Workspace, 'store' | 'resourcesDir' | 'actor' | 'clock' | 'language'>;

/** Dossiers written before others get their turn. */
const AT_ONCE = 200;

/**
 * Tells the dossiers what the catalogue now says about their procedure: whether it issues a document (counting.md,
 * 7.2). Asked are those received while a version that came, went or changed was in force. A dossier follows when the
 * answer for its day has changed, or when it had none; all of them in one change set, with the reason in its history.
 *
 * Where a figure of a signed period would follow, the deed as a whole needs a reason (closing/closed-guard.ts).
 */
export async function followCatalogue(
  tx: WriteTransaction,
  space: Space,
  before: OwnProcedures,
  after: OwnProcedures,
): Promise<number> {
  const versions = changedVersions(before, after);
  if (versions.length === 0) return 0;
  const said = lookupOf(procedureListOf(space.resourcesDir, before));
  const says = lookupOf(procedureListOf(space.resourcesDir, after));
  let changeSet: number | null = null;
  let changed = 0;
  let seen = 0;
  for (const id of dossiersOf(space, versions)) {
    seen += 1;
    if (seen % AT_ONCE === 0) await nextTurn();
    const known = tx.dossier(id);
    if (known === null) continue;
    const { procedureCode, receivedOn } = known.record;
    const answer = says.issuesDocument(procedureCode, receivedOn);
    if (answer === known.issuesDocument) continue;
    if (known.issuesDocument !== null && answer === said.issuesDocument(procedureCode, receivedOn)) continue;
    changeSet ??= tx.beginChangeSet(writeMeta(space, 'edited', reasonOf(space, versions)));
    tx.updateDossier(known, known.record, answer, changeSet);
    changed += 1;
  }
  return changed;
}

interface Version {
  readonly code: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Versions that are in one list and not, or not like this, in the other. */
function changedVersions(before: OwnProcedures, after: OwnProcedures): Version[] {
  const missingFrom = (list: OwnProcedures) => {
    const known = new Set(list.map(({ id, record }) => `${id} ${JSON.stringify(record)}`));
    return ({ id, record }: OwnProcedures[number]) => !known.has(`${id} ${JSON.stringify(record)}`);
  };
  return [...before.filter(missingFrom(after)), ...after.filter(missingFrom(before))].map(
    ({ record }) => record,
  );
}

/**
 * Dossiers that a version speaks for, received while it is in force: those of its code, however written, and those of
 * a code with a suffix, which the catalogue looks up without it. Removed ones are included: they may come back.
 */
function dossiersOf({ store, clock }: Space, versions: readonly Version[]): Set<number> {
  const today = clock.today();
  const recorded = store.dossiers.recorded('procedure-code');
  const ids = new Set<number>();
  for (const { code, validFrom, validTo } of versions) {
    const days = { receivedFrom: validFrom, ...(validTo === null ? {} : { receivedTo: validTo }) };
    const wanted = dossierKey(code);
    for (const procedureCode of recorded) {
      const written = dossierKey(procedureCode);
      if (written !== wanted && !written.startsWith(`${wanted}.`)) continue;
      for (const deleted of [false, true])
        for (const id of store.dossiers.index({ procedureCode, ...days, deleted }, today)) ids.add(id);
    }
  }
  return ids;
}

function reasonOf({ language }: Space, versions: readonly Version[]): string {
  const codes = [...new Set(versions.map(({ code }) => code))].slice(0, 5).join(', ');
  return fill((language === 'en' ? en : vi).catalogueChanged, { codes });
}
