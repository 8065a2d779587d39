/**
 * The recovery key of a data folder, as it stands on its printed sheet: seven groups of five signs, the last sign of
 * each group a check on the others, so that a slip of the pen is found in its group before anything is tried. 28 signs
 * of 23 are 126 bits. Left out are signs that are taken for one another on paper: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
 */
export const RECOVERY_SIGNS = '34679ACDEFGHJKMNPQRTWXY';
const RECOVERY_GROUPS = 7;
const GROUP = 5;
const DATA = GROUP - 1;
/** A prime number of signs: with it one wrong sign and two swapped ones always change the check sign. */
const BASE = RECOVERY_SIGNS.length;

/** What is wrong with a typed key: it is too short or too long, or the group with this number (from 1) has a slip. */
export type RecoveryFault = { readonly kind: 'length' } | { readonly kind: 'group'; readonly group: number };

/** Why a group is not one of a sheet. */
export function groupFault(group: string, index: number): boolean {
  const signs = tidy(group);
  return signs.length !== GROUP || checkSign(signs.slice(0, DATA), index) !== signs[DATA];
}

/** A new key out of random bytes; asks for more until there are enough that give every sign the same chance. */
export function makeRecoveryKey(randomBytes: (size: number) => Uint8Array): string {
  const limit = 256 - (256 % BASE);
  let signs = '';
  while (signs.length < RECOVERY_GROUPS * DATA) {
    for (const byte of randomBytes(64)) {
      if (byte < limit && signs.length < RECOVERY_GROUPS * DATA) signs += RECOVERY_SIGNS[byte % BASE];
    }
  }
  return Array.from({ length: RECOVERY_GROUPS }, (_, index) => {
    const data = signs.slice(index * DATA, (index + 1) * DATA);
    return data + checkSign(data, index);
  }).join('-');
}

/** Reads a typed key: small letters, blanks, dots and dashes do not matter. The key in the form it was made in, or what is wrong. */
export function readRecoveryKey(text: string): { readonly key: string } | { readonly fault: RecoveryFault } {
  const signs = tidy(text);
  if (signs.length !== RECOVERY_GROUPS * GROUP) return { fault: { kind: 'length' } };
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, index) =>
    signs.slice(index * GROUP, (index + 1) * GROUP),
  );
  const wrong = groups.findIndex(groupFault);
  return wrong < 0 ? { key: groups.join('-') } : { fault: { kind: 'group', group: wrong + 1 } };
}

function tidy(text: string): string {
  return text.toUpperCase().replace(/[\s.\-–—]/gu, '');
}

/** Empty where a sign is none of the sheet's. The place of the group counts, so that swapped groups are found too. */
function checkSign(data: string, index: number): string {
  let sum = (index + 1) * (DATA + 1);
  for (const [place, sign] of [...data].entries()) {
    const value = RECOVERY_SIGNS.indexOf(sign);
    if (value < 0) return '';
    sum += (place + 2) * value;
  }
  return RECOVERY_SIGNS[sum % BASE] ?? '';
}
