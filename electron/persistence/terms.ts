import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import { fold } from '#shared/text/fold.ts';
import type { Connection } from './open-database.ts';

/** What a repeated word names; the numbers are part of the stored form. */
export const TERM_KINDS = { field: 1, 'procedure-name': 2, 'procedure-code': 3, handler: 4 } as const;
export type TermKind = keyof typeof TERM_KINDS;

/**
 * The words that many dossiers share, each stored once. Ids are looked up in memory; a connection that only reads
 * learns of new ones when it meets them.
 */
export class Terms {
  readonly #db: Connection;
  readonly #ids: Record<TermKind, Map<string, number>>;
  readonly #texts = new Map<number, string>();

  constructor(db: Connection) {
    this.#db = db;
    this.#ids = {
      field: new Map(),
      'procedure-name': new Map(),
      'procedure-code': new Map(),
      handler: new Map(),
    };
  }

  /** The id of a word, which is added when it is new. */
  id(kind: TermKind, text: string | null): number | null {
    if (text === null) return null;
    const ids = this.#ids[kind];
    let id = ids.get(text) ?? this.find(kind, text);
    if (id === null)
      id = this.#db.run(
        'INSERT INTO term (kind, text, folded) VALUES (?, ?, ?)',
        TERM_KINDS[kind],
        text,
        fold(text),
      ).id;
    ids.set(text, id);
    return id;
  }

  /** The id of a word that is there already; null otherwise. */
  find(kind: TermKind, text: string): number | null {
    return (
      this.#db.value<number>('SELECT id FROM term WHERE kind = ? AND text = ?', TERM_KINDS[kind], text) ??
      null
    );
  }

  text(id: number | null): string | null {
    if (id === null) return null;
    let text = this.#texts.get(id);
    if (text === undefined) {
      text = this.#db.value<string>('SELECT text FROM term WHERE id = ?', id);
      if (text === undefined) throw new Error(`no term ${id}`);
      this.#texts.set(id, text);
    }
    return text;
  }

  /** All words of a kind, in Vietnamese order. */
  all(kind: TermKind): string[] {
    return this.#db
      .all<{ text: string }>('SELECT text FROM term WHERE kind = ?', TERM_KINDS[kind])
      .map((row) => row.text)
      .sort(compareVietnamese);
  }

  /** Forgets everything remembered; after a transaction was rolled back, ids may stand for other words. */
  forget(): void {
    for (const ids of Object.values(this.#ids)) ids.clear();
    this.#texts.clear();
  }
}
