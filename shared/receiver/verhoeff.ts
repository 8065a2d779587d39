/** Multiplication in the dihedral group D5 (J. Verhoeff, Error Detecting Decimal Codes, 1969). */
const D = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
] as const;
const FIRST = '1576283094';

function product(a: number, b: number): number {
  return Number(D[a]?.[b]);
}

/** A digit as it counts at a place, counted from the right. */
function permuted(digit: number, place: number): number {
  let value = digit;
  for (let n = 0; n < place % 8; n += 1) value = Number(FIRST[value]);
  return value;
}

function checksum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, place) => product(sum, permuted(Number(digit), place)), 0);
}

/** The check digit of a row of digits. It finds every single wrong digit and every swap of two neighbours. */
export function checkDigit(digits: string): number {
  const sum = checksum(`${digits}0`);
  return Array.from({ length: 10 }, (_, digit) => digit).find((digit) => product(sum, digit) === 0) ?? 0;
}

/** Whether the last digit is the check digit of those before it. */
export function passesCheck(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checksum(digits) === 0;
}
