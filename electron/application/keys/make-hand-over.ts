import { writeAtomically } from '#electron/common/write-atomically.ts';
import { type Certificate, readCertificate, readCertificateFile } from '#electron/report/asn1/certificate.ts';
import { sealHandOver } from '#electron/report/sign/seal-hand-over.ts';
import { demandSuitable } from '#electron/report/sign/suitable.ts';
import { openHandOver } from '#electron/report/verify/open-hand-over.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { HAND_OVER_FORMAT, HAND_OVER_VERSION, type HandOverV1 } from '#shared/keys/hand-over.ts';
import { cleanLine } from '#shared/report/clean-text.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { withSigner } from './open-key.ts';
import { entryOf } from './take-hand-over.ts';

/**
 * Signs with the leaving key that another one takes over, and writes the note for the receiver. Throws `AppError`
 * RECORD_INVALID (field of the day, reason or successor that does not fit), INPUT_MISSING, INPUT_UNREADABLE (the
 * successor's certificate), KEY_UNSUITABLE (a successor that cannot sign on its first day), what opening the key
 * throws, OUTPUT_UNWRITABLE.
 */
export async function makeHandOver(
  workspace: Workspace,
  input: Parsed<'keys.handOver'>,
): Promise<Output<'keys.handOver'>> {
  const { store, clock, files } = workspace;
  const { key, lastDay, firstDay, target } = input;
  const reason = cleanLine(input.reason);
  const today = clock.today();
  const wrong = {
    ...(lastDay < today ? { lastDay: 'past' } : {}),
    ...(firstDay < today ? { firstDay: 'past' } : {}),
    ...(reason === '' ? { reason: 'required' } : {}),
  };
  if (Object.keys(wrong).length > 0) throw new AppError('RECORD_INVALID', {}, { fieldErrors: wrong });
  const successor = await successorOf(workspace, input.successor);
  demandSuitable(successor, startOf(firstDay));
  const { unit } = readProfile(store);
  const signedAt = clock.now();
  const bytes = await withSigner(workspace, key, signedAt, async (signer) => {
    const retiring = readCertificate(signer.certificate).sha256;
    if (retiring === successor.sha256)
      throw new AppError('RECORD_INVALID', {}, { fieldErrors: { successor: 'same' } });
    const note: HandOverV1 = {
      format: HAND_OVER_FORMAT,
      version: HAND_OVER_VERSION,
      unit: { code: unit.code, name: cleanLine(unit.name) },
      retiring,
      lastDay,
      successor: { sha256: successor.sha256, certificate: successor.der.toString('base64') },
      firstDay,
      reason,
      signedAt,
    };
    return sealHandOver(note, signer);
  });
  const opened = openHandOver(bytes);
  // What would be ignored there never leaves.
  if ('fault' in opened) throw new Error(`the note does not pass its own check: ${opened.fault}`);
  const path = files.resolve(target);
  await writeAtomically(path, bytes);
  return { note: entryOf(opened), saved: describeFile(target, path) };
}

async function successorOf(
  { store, files }: Workspace,
  given: Parsed<'keys.handOver'>['successor'],
): Promise<Certificate> {
  if ('keyId' in given) {
    const record = store.keys.get(given.keyId);
    if (record === null) throw new AppError('RECORD_UNKNOWN', { id: given.keyId });
    return readCertificate(Buffer.from(record.certificate));
  }
  const bytes = readSmallFile(files.resolve(given.certificate), MOST_BYTES.certificate);
  try {
    const [certificate] = readCertificateFile(bytes);
    if (certificate === undefined) throw new RangeError('no certificate');
    return certificate;
  } catch (cause) {
    throw new AppError('INPUT_UNREADABLE', {}, { cause });
  }
}

/** Noon of a day in Việt Nam, as the time from which a successor's certificate must be good. */
function startOf(day: LocalDate): string {
  return `${day}T05:00:00Z`;
}
