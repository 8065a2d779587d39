import { create } from 'zustand';
import type { ReceiptVerdict } from '#shared/receiver/receipt.ts';
import { perPerson } from '../../../app/person-state.ts';

/** A line of reasons while it is written; `where` null: the whole report. */
export interface ReasonLine {
  readonly key: number;
  readonly where: string | null;
  readonly text: string;
}

/** An answer while it is written. */
export interface ReceiptDraft {
  readonly verdict: ReceiptVerdict | null;
  readonly lines: readonly ReasonLine[];
  /** Lines taken out, the last one first to come back. */
  readonly removed: readonly ReasonLine[];
}

const EMPTY: ReceiptDraft = { verdict: null, lines: [{ key: 0, where: null, text: '' }], removed: [] };

/** Answers being written, by the token of the file, so that closing the dialog loses no word. */
const useDrafts = create<{ readonly drafts: Readonly<Record<string, ReceiptDraft>> }>(() => ({ drafts: {} }));
perPerson(useDrafts);

/** The answer to a file as far as it is written, and what changes it. */
export function useReceiptDraft(token: string): {
  readonly draft: ReceiptDraft;
  change(changes: Partial<ReceiptDraft>): void;
  forget(): void;
} {
  const draft = useDrafts(({ drafts }) => drafts[token]) ?? EMPTY;
  return {
    draft,
    change: (changes) =>
      useDrafts.setState(({ drafts }) => ({
        drafts: { ...drafts, [token]: { ...(drafts[token] ?? EMPTY), ...changes } },
      })),
    forget: () =>
      useDrafts.setState(({ drafts }) => {
        const { [token]: _gone, ...rest } = drafts;
        return { drafts: rest };
      }),
  };
}

/** A line more after another one; it names the same kind of place at first. */
export function withLineAfter(lines: readonly ReasonLine[], at: number): ReasonLine[] {
  const key = 1 + Math.max(-1, ...lines.map((line) => line.key));
  return [...lines.slice(0, at + 1), { key, where: null, text: '' }, ...lines.slice(at + 1)];
}

/** The draft without a line; the last one is only emptied. What was written stays at hand. */
export function withoutLine(draft: ReceiptDraft, at: number): ReceiptDraft {
  const gone = draft.lines[at];
  if (gone === undefined) return draft;
  const rest = draft.lines.filter((_, place) => place !== at);
  return {
    ...draft,
    lines: rest.length > 0 ? rest : [{ key: gone.key + 1, where: null, text: '' }],
    removed: gone.text.trim() === '' ? draft.removed : [gone, ...draft.removed],
  };
}

/** The line taken out last is there again, at the end. */
export function withLineBack(draft: ReceiptDraft): ReceiptDraft {
  const [back, ...removed] = draft.removed;
  if (back === undefined) return draft;
  const key = 1 + Math.max(-1, ...draft.lines.map((line) => line.key));
  const kept = draft.lines.filter(({ text }) => text.trim() !== '');
  return { ...draft, lines: [...kept, { ...back, key }], removed };
}
