import { z } from 'zod';
import type { HandOverBytes } from '#electron/report/verify/apply-hand-overs.ts';
import type { Store, WriteTransaction } from '../ports.ts';

/** Notes of the trust store lie under this, by the SHA-256 of their file. */
const KEPT = 'trust.hand-over.';
const kept = z.strictObject({ file: z.string(), text: z.string(), at: z.string(), by: z.string() });

/** The files of the trust store's notes. */
export function keptHandOvers(store: Store): HandOverBytes[] {
  return store.documents.keys(KEPT).flatMap((key) => {
    const found = kept.safeParse(store.documents.get(key));
    return found.success ? [{ file: found.data.file, bytes: Buffer.from(found.data.text, 'utf8') }] : [];
  });
}

/** Keeps a note as its very file, so that its signature can be checked at any time. */
export function keepHandOver(
  tx: WriteTransaction,
  note: HandOverBytes & { readonly sha256: string },
  by: { readonly at: string; readonly login: string },
): void {
  const text = Buffer.from(note.bytes).toString('utf8');
  tx.putDocument(`${KEPT}${note.sha256}`, { file: note.file, text, at: by.at, by: by.login });
}
