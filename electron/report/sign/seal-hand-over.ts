import { sha256Bytes } from '#electron/common/sha256.ts';
import { type HandOverV1, handOverText } from '#shared/keys/hand-over.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { buildCms } from './cms.ts';
import type { ReportSigner } from './signer.ts';

/** The bytes of a note's file: canonical JSON of the note and the leaving key's signature. */
export async function sealHandOver(note: HandOverV1, signer: ReportSigner): Promise<Buffer> {
  const digest = sha256Bytes(handOverText(note));
  const cms = await buildCms(digest, signer);
  return Buffer.from(canonicalJson({ note, signature: cms.toString('base64') }), 'utf8');
}
