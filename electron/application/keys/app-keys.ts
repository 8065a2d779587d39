import { writeAtomically } from '#electron/common/write-atomically.ts';
import {
  type Certificate,
  keyText,
  readCertificate,
  subjectText,
} from '#electron/report/asn1/certificate.ts';
import { createAppKey } from '#electron/report/sign/app-key.ts';
import { AppError } from '#shared/errors.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';

/** Keys that the app made, oldest first. */
export function listKeys({ store }: Workspace): KeyEntry[] {
  return store.keys
    .list()
    .map(({ id, certificate }) => entryOf(id, readCertificate(Buffer.from(certificate))));
}

/** Makes a key for a person of the unit; the private part is kept only under the passphrase. */
export async function createKey(workspace: Workspace, name: string, passphrase: string): Promise<KeyEntry> {
  const { store, clock, actor } = workspace;
  const { unit } = readProfile(store);
  const now = clock.now();
  const { envelope, certificate } = await createAppKey(
    { name, unitName: unit.name, unitCode: unit.code },
    passphrase,
    now,
  );
  const { id: _unsaved, ...info } = entryOf(1, readCertificate(certificate));
  const id = await store.write((tx) =>
    tx.insertKey({ name, envelope, certificate, info, createdAt: now, createdBy: actor.login }),
  );
  return { id, ...info };
}

/** Writes a key's certificate as PEM, for the receiver to enrol. */
export async function saveCertificate(
  { store, files }: Workspace,
  keyId: number,
  target: string,
): Promise<ChosenFile> {
  const key = store.keys.get(keyId);
  if (key === null) throw new AppError('RECORD_UNKNOWN', { id: keyId });
  const path = files.resolve(target);
  await writeAtomically(path, Buffer.from(toPem(Buffer.from(key.certificate)), 'latin1'));
  return describeFile(target, path);
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function entryOf(id: number, certificate: Certificate): KeyEntry {
  const time = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
  return {
    id,
    subject: subjectText(certificate).slice(0, 200),
    algorithm: keyText(certificate.publicKey).slice(0, 40),
    fingerprint: certificate.sha256,
    notBefore: time(certificate.notBefore),
    notAfter: time(certificate.notAfter),
  };
}
