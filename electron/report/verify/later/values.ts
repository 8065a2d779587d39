/** A PDF object as any program may write it. Strings and hex strings are the same kind; offsets are of the token. */
export type LooseValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | {
      readonly kind: 'string';
      readonly bytes: Buffer;
      readonly hex: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'reference'; readonly id: number; readonly generation: number }
  | { readonly kind: 'array'; readonly items: readonly LooseValue[] }
  | { readonly kind: 'dictionary'; readonly entries: LooseDictionary };
export type LooseDictionary = ReadonlyMap<string, LooseValue>;

export function nameOf(value: LooseValue | undefined): string | null {
  return value?.kind === 'name' ? value.name : null;
}

export function numberOf(value: LooseValue | undefined): number | null {
  return value?.kind === 'number' ? value.value : null;
}

export function referenceOf(value: LooseValue | undefined): number | null {
  return value?.kind === 'reference' ? value.id : null;
}

/** Numbers of an array of numbers; null for anything else. */
export function numbersOf(value: LooseValue | undefined): number[] | null {
  if (value?.kind !== 'array') return null;
  const numbers = value.items.map(numberOf);
  return numbers.every((number) => number !== null) ? (numbers as number[]) : null;
}

/** Text of a string: UTF-16 or UTF-8 with its mark, else Latin-1, which PDFDocEncoding mostly is. */
export function textOf(value: LooseValue | undefined): string | null {
  if (value?.kind !== 'string') return null;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
    return even.swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}

/** Whether two objects mean the same, however they are written. References are compared as such. */
export function sameValue(a: LooseValue | undefined, b: LooseValue | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return a === b;
  switch (a.kind) {
    case 'name':
      return a.name === (b as typeof a).name;
    case 'number':
      return Math.abs(a.value - (b as typeof a).value) < 1e-6;
    case 'boolean':
      return a.value === (b as typeof a).value;
    case 'null':
      return true;
    case 'string':
      return a.bytes.equals((b as typeof a).bytes);
    case 'reference':
      return a.id === (b as typeof a).id && a.generation === (b as typeof a).generation;
    case 'array': {
      const { items } = b as typeof a;
      return a.items.length === items.length && a.items.every((item, at) => sameValue(item, items[at]));
    }
    case 'dictionary': {
      const { entries } = b as typeof a;
      return (
        a.entries.size === entries.size &&
        [...a.entries].every(([key, value]) => sameValue(value, entries.get(key)))
      );
    }
  }
}
