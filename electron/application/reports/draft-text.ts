import { z } from 'zod';
import { sha256Hex } from '#electron/common/sha256.ts';
import type { Figures } from '#shared/domain/closing/figures.ts';
import { type DraftText, draftText, type Prepared, prepared } from '#shared/ipc/contract/reports.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { cleanLine, cleanParagraphs } from '#shared/report/clean-text.ts';
import type { Store } from '../ports.ts';

/** Warning that the signer also prepared the report; its reason is the signer's, not part of what was prepared. */
export const SIGNED_BY_PREPARER = 'SIGNED_BY_PREPARER';

/** Who said that a draft is ready, and the hash of the text and figures of which that was said. */
const keptPreparation = z.strictObject({ by: prepared, of: z.string() });

/** A draft as kept: what people wrote, the narrative that was proposed when they last saved, and who prepared it. */
interface KeptDraft {
  readonly text: DraftText;
  readonly proposed: string;
  readonly prepared?: z.infer<typeof keptPreparation>;
}

const key = (period: string): string => `report-draft.${period}`;

/**
 * What a person added to a period's figures. A narrative that nobody has changed follows the figures: the proposal
 * of today takes the place of the one that was saved.
 */
export function readDraftText(store: Store, period: string, proposed: string): DraftText {
  const kept = readKept(store, period);
  const text = draftText.safeParse(kept?.text);
  if (kept === undefined || !text.success)
    return { number: null, date: null, remarks: {}, narrative: proposed, reasons: {} };
  return text.data.narrative === kept.proposed ? { ...text.data, narrative: proposed } : text.data;
}

/** Who prepared a draft, and when; null while nobody has, or since any of its text or figures became another. */
export function readPrepared(
  store: Store,
  period: string,
  text: DraftText,
  figures: Figures,
): Prepared | null {
  const kept = keptPreparation.safeParse(readKept(store, period)?.prepared);
  return kept.success && kept.data.of === preparedHash(text, figures) ? kept.data.by : null;
}

/** Keeps a draft's text, cleaned: NFC, no control characters, empty remarks and reasons left out. */
export async function saveDraftText(
  store: Store,
  period: string,
  text: DraftText,
  proposed: string,
): Promise<void> {
  const preparation = readKept(store, period)?.prepared;
  const kept: KeptDraft = {
    text: cleaned(text),
    proposed,
    ...(preparation === undefined ? {} : { prepared: preparation }),
  };
  await store.write((tx) => tx.putDocument(key(period), kept));
}

/** Marks a draft as prepared as it stands: a change of its text or figures takes that back. */
export async function markPrepared(
  store: Store,
  period: string,
  text: DraftText,
  proposed: string,
  figures: Figures,
  by: Prepared,
): Promise<void> {
  const tidy = cleaned(text);
  const kept: KeptDraft = { text: tidy, proposed, prepared: { by, of: preparedHash(tidy, figures) } };
  await store.write((tx) => tx.putDocument(key(period), kept));
}

function readKept(store: Store, period: string): KeptDraft | undefined {
  return store.documents.get(key(period)) as KeptDraft | undefined;
}

function cleaned(text: DraftText): DraftText {
  const lines = (values: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values)
        .map(([name, value]) => [name, cleanLine(value)])
        .filter(([, value]) => value !== ''),
    );
  const number = text.number === null ? '' : cleanLine(text.number);
  return {
    number: number === '' ? null : number,
    date: text.date,
    remarks: lines(text.remarks),
    narrative: cleanParagraphs(text.narrative),
    reasons: lines(text.reasons),
  };
}

/** What a preparer vouches for: every text, and every figure that will be signed. */
function preparedHash(text: DraftText, { objectives, flow }: Figures): string {
  const { [SIGNED_BY_PREPARER]: _signers, ...reasons } = text.reasons;
  const counts = objectives.map(({ id, numerator, denominator }) => ({ id, numerator, denominator }));
  return sha256Hex(canonicalJson({ text: { ...text, reasons }, objectives: counts, flow }));
}
