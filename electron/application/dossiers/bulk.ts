import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import type { KnownDossier, WriteTransaction } from '../ports.ts';
import { writeMeta } from '../write-meta.ts';

/** Dossiers written before others get their turn. */
const AT_ONCE = 200;

/**
 * Sets one flag of many dossiers as one deed. Codes that name no dossier of the book, or a removed one, are answered;
 * an id that does not (somebody removed it meanwhile) stops the whole deed with RECORD_UNKNOWN.
 */
export async function setFlags(
  { ids, codes, field, value, reason }: Parsed<'dossiers.setFlags'>,
  workspace: Workspace,
): Promise<Output<'dossiers.setFlags'>> {
  return writeGuarded(workspace, reason, async (tx) => {
    const { known, notFound } = await find(tx, ids, codes);
    const differing = known.filter(({ record }) => record[field] !== value);
    let changeSet: number | null = null;
    for (const [place, dossier] of differing.entries()) {
      changeSet ??= tx.beginChangeSet(writeMeta(workspace, 'edited', reason ?? null));
      tx.updateDossier(dossier, { ...dossier.record, [field]: value }, dossier.issuesDocument, changeSet);
      if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
    }
    const unchanged = known.length - differing.length;
    return { keep: changeSet !== null, value: { changed: differing.length, unchanged, notFound, changeSet } };
  });
}

/** Takes back a deed on many dossiers, wholly or not at all. Throws RECORD_CHANGED when one was changed since. */
export async function undoMany(
  { changeSet, reason }: Parsed<'dossiers.undoMany'>,
  workspace: Workspace,
): Promise<Output<'dossiers.undoMany'>> {
  const restored = await writeGuarded(workspace, reason, async (tx) => {
    const by = tx.beginChangeSet(writeMeta(workspace, 'undone', reason ?? null));
    const count = tx.undoManyDossiers(changeSet, by);
    if (count === null) throw new AppError('RECORD_CHANGED');
    return { keep: true, value: count };
  });
  return { restored };
}

/** The dossiers named by id or code, each once. */
async function find(
  tx: WriteTransaction,
  ids: readonly number[],
  codes: readonly string[],
): Promise<{ known: KnownDossier[]; notFound: string[] }> {
  const known = new Map<number, KnownDossier>();
  const notFound: string[] = [];
  let seen = 0;
  for (const id of ids) {
    const dossier = tx.dossier(id);
    if (dossier === null || dossier.deleted) throw new AppError('RECORD_UNKNOWN', { id });
    known.set(id, dossier);
    if (++seen % AT_ONCE === 0) await nextTurn();
  }
  for (const code of codes) {
    const dossier = tx.dossierByCode(code);
    if (dossier === null || dossier.deleted) notFound.push(code);
    else known.set(dossier.id, dossier);
    if (++seen % AT_ONCE === 0) await nextTurn();
  }
  return { known: [...known.values()], notFound };
}
