/** A version of the program: three numbers. */
export type Version = string;

const FORM = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/** Whether a text is a version. It is also the name of a folder, so nothing else may pass. */
export function isVersion(text: string): boolean {
  return FORM.test(text);
}

/** Below 0 when `a` is older than `b`, above 0 when it is newer. Throws RangeError for what is no version. */
export function compareVersions(a: Version, b: Version): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let n = 0; n < 3; n += 1) {
    const difference = (left[n] ?? 0) - (right[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: Version): number[] {
  const match = FORM.exec(version);
  if (match === null) throw new RangeError('not a version');
  return match.slice(1).map(Number);
}
