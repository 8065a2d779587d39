/** What stands at the beginning of every code; the digit is the version of its form. */
const BEGINNING = 'SCL1';

/**
 * What the QR code of a signed paper says (docs/verify-by-hand.md): `SCL1:ID:R<revision>:<SHA-256>`, where the hash is
 * that of the embedded data file exactly as embedded. A consolidated report has no revision: `SCL1:ID:<SHA-256>`.
 */
export function reportCode(id: string, revision: number | null, dataSha256: string): string {
  return [BEGINNING, id, ...(revision === null ? [] : [`R${revision}`]), dataSha256].join(':');
}

/** In groups of four, as papers print a hash and people read it out. */
export function hexGroups(hex: string): string[] {
  return hex.match(/.{1,4}/g) ?? [];
}

/** The beginning of a hash that stands at the foot of every page: 16 digits in groups. */
export function hashBeginning(dataSha256: string): string {
  return hexGroups(dataSha256.slice(0, 16)).join(' ');
}

/** What a person or a scanner typed to find a report by its paper. */
export type TypedCode =
  /** The text of a QR code; `sha256` null where a keyboard's input method has spoilt its digits. */
  | {
      readonly kind: 'code';
      readonly id: string;
      readonly revision: number | null;
      readonly sha256: string | null;
    }
  /** The beginning of a hash, at least {@link LEAST_DIGITS} digits. */
  | { readonly kind: 'hash'; readonly beginning: string }
  /** A report's id, alone or with a revision. */
  | { readonly kind: 'id'; readonly id: string; readonly revision: number | null };

/** Fewer digits of a hash name nothing. */
export const LEAST_DIGITS = 8;

/** Understands a typed or scanned code; null where it is none. Blanks and dashes within a hash mean nothing. */
export function parseTypedCode(text: string): TypedCode | null {
  const typed = text.normalize('NFC').trim();
  const code = /^SCL1:(.+?)(?::R(\d{1,4}))?:([^:]*)$/iu.exec(typed);
  if (code) {
    const digits = (code[3] ?? '').trim().toLowerCase();
    return {
      kind: 'code',
      id: code[1] ?? '',
      revision: code[2] === undefined ? null : Number(code[2]),
      sha256: /^[0-9a-f]{64}$/.test(digits) ? digits : null,
    };
  }
  const beginning = typed.replace(/[\s\u00a0-]/gu, '').toLowerCase();
  if (/^[0-9a-f]+$/.test(beginning) && beginning.length >= LEAST_DIGITS && beginning.length <= 64)
    return { kind: 'hash', beginning };
  // The id as the foot of a page has it, with what follows it there or nothing.
  const id = /^((?:BC|TH)-\S+?)(?:(?:\s*·\s*|\s+|:)(?:lần|bản|revision|R)?\s*(\d{1,4})(?:\s*·.*)?)?$/iu.exec(
    typed,
  );
  if (id) return { kind: 'id', id: id[1] ?? '', revision: id[2] === undefined ? null : Number(id[2]) };
  return null;
}
