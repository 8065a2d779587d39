import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';
import type { PersonalPlace } from '../ports.ts';
import { writeMeta } from '../write-meta.ts';
import { demandImpersonal } from './impersonal.ts';
import { duePlaces } from './retention.ts';

type Done = Output<'privacy.anonymise'>;

/** Takes a person out of the places given, for good. Throws `AppError` RECORD_INVALID, DATA_DAMAGED. */
export function anonymisePerson(
  { query, places, reason }: Parsed<'privacy.anonymise'>,
  workspace: Workspace,
): Promise<Done> {
  demandImpersonal(query, reason);
  const mentions = Object.values(query).filter((value) => value !== null);
  return anonymise(workspace, places, mentions, reason);
}

/** Anonymises what is due of one ledger. Throws `AppError` RECORD_CHANGED when it is not as many as were shown. */
export function anonymiseDue(
  { ledger, until, places: shown, reason }: Parsed<'privacy.anonymiseDue'>,
  workspace: Workspace,
): Promise<Done> {
  const due = duePlaces(workspace, ledger);
  if (due === null || due.until !== until || due.places.length !== shown)
    throw new AppError('RECORD_CHANGED');
  return anonymise(workspace, due.places, [], reason);
}

async function anonymise(
  workspace: Workspace,
  places: readonly PersonalPlace[],
  mentions: readonly string[],
  reason: string,
): Promise<Done> {
  const { store } = workspace;
  const meta = writeMeta(workspace, 'anonymised', reason);
  const done = await store.write((tx) => tx.anonymise(places, mentions, meta));
  if (done === null) return { records: 0, remnants: 0, purged: true };
  const { records, remnants } = done;
  try {
    await store.purge();
    return { records, remnants, purged: true };
  } catch (error) {
    // What is done stays done; the bytes go at the next opening (purgeIfDue).
    if (error instanceof AppError) return { records, remnants, purged: false };
    throw error;
  }
}
