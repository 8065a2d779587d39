/** Length of a code that is read over the phone. */
const DIGITS = 8;

/** What was typed of a code: its digits once all are there, else what is wrong and by how many. */
export type TypedCode =
  | { readonly digits: string; readonly fault: null; readonly by: 0 }
  | { readonly digits: null; readonly fault: 'letters' | 'few' | 'tooMany'; readonly by: number };

/** Reads a code as it is typed; blanks, dots and dashes between digits do not matter. */
export function typedCode(typed: string): TypedCode {
  const digits = typed.replace(/[\s.-]/gu, '');
  if (!/^\d*$/.test(digits)) return { digits: null, fault: 'letters', by: 0 };
  if (digits.length < DIGITS) return { digits: null, fault: 'few', by: DIGITS - digits.length };
  if (digits.length > DIGITS) return { digits: null, fault: 'tooMany', by: digits.length - DIGITS };
  return { digits, fault: null, by: 0 };
}
