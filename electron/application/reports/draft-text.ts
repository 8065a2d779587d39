import { type DraftText, draftText } from '#shared/ipc/contract/reports.ts';
import { cleanLine, cleanParagraphs } from '#shared/report/clean-text.ts';
import type { Store } from '../ports.ts';

/** A draft as kept: what people wrote, and the narrative that was proposed when they last saved. */
interface KeptDraft {
  readonly text: DraftText;
  readonly proposed: string;
}

const key = (period: string): string => `report-draft.${period}`;

/**
 * What a person added to a period's figures. A narrative that nobody has changed follows the figures: the proposal
 * of today takes the place of the one that was saved.
 */
export function readDraftText(store: Store, period: string, proposed: string): DraftText {
  const kept = store.documents.get(key(period)) as KeptDraft | undefined;
  const text = draftText.safeParse(kept?.text);
  if (kept === undefined || !text.success)
    return { number: null, date: null, remarks: {}, narrative: proposed, reasons: {} };
  return text.data.narrative === kept.proposed ? { ...text.data, narrative: proposed } : text.data;
}

/** Keeps a draft's text, cleaned: NFC, no control characters, empty remarks and reasons left out. */
export async function saveDraftText(
  store: Store,
  period: string,
  text: DraftText,
  proposed: string,
): Promise<void> {
  const lines = (values: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values)
        .map(([name, value]) => [name, cleanLine(value)])
        .filter(([, value]) => value !== ''),
    );
  const number = text.number === null ? '' : cleanLine(text.number);
  const kept: KeptDraft = {
    text: {
      number: number === '' ? null : number,
      date: text.date,
      remarks: lines(text.remarks),
      narrative: cleanParagraphs(text.narrative),
      reasons: lines(text.reasons),
    },
    proposed,
  };
  await store.write((tx) => tx.putDocument(key(period), kept));
}
