import { sha256Hex } from '#electron/common/sha256.ts';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { keyText, readCertificate } from '#electron/report/asn1/certificate.ts';
import { OID } from '#electron/report/asn1/oids.ts';
import { renderEnrolmentSheet } from '#electron/report/pdf/enrolment-sheet.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { dayOf } from '#electron/report/verify/trust.ts';
import { AppError } from '#shared/errors.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import { buildEnrolmentSheet } from '#shared/keys/enrolment-sheet.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { printedUnit } from '#shared/report/paper-layout.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';

/** The page by which a receiver enrols a key made by the app. Throws `AppError` RECORD_UNKNOWN. */
export async function enrolmentSheet(workspace: Workspace, keyId: number): Promise<Uint8Array> {
  const { store, clock, resourcesDir, sample } = workspace;
  const key = store.keys.get(keyId);
  if (key === null) throw new AppError('RECORD_UNKNOWN', { id: keyId });
  const certificate = readCertificate(Buffer.from(key.certificate));
  const { unit, signatory, layout } = readProfile(store);
  const holder = certificate.subjectNames.find(({ oid }) => oid === OID.commonName)?.value ?? key.name;
  const view = buildEnrolmentSheet(
    cleanTexts({
      unit: printedUnit(unit, layout),
      signatory,
      madeOn: clock.today(),
      sample: sample === true,
      holder,
      algorithm: keyText(certificate.publicKey),
      from: dayOf(certificate.notBefore),
      to: dayOf(certificate.notAfter),
      serial: certificate.serial.toUpperCase(),
      fingerprint: certificate.sha256,
      publicKey: sha256Hex(certificate.publicKey.export({ type: 'spki', format: 'der' })),
    }),
  );
  const resources = loadReportResources(resourcesDir);
  return new Uint8Array(await renderEnrolmentSheet(view, new Date(clock.now()), resources));
}

/** Saves that page. Throws `AppError` OUTPUT_UNWRITABLE too. */
export async function saveEnrolmentSheet(
  workspace: Workspace,
  keyId: number,
  target: string,
): Promise<ChosenFile> {
  const path = workspace.files.resolve(target);
  await writeAtomically(path, await enrolmentSheet(workspace, keyId));
  return describeFile(target, path);
}
