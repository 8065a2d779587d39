import { comparableText } from '../domain/comparable-text.ts';
import { foldWords } from '../text/fold.ts';

/** Who is looked for, as far as it is known; at least one is given. */
export interface PersonQuery {
  /** Số định danh, CCCD, CMND, passport. */
  readonly number: string | null;
  readonly name: string | null;
  /** Only ever stands in free text. */
  readonly phone: string | null;
}

/**
 * How sure it is that something is about the person, the surest first. `number`: the ID or phone number stands there;
 * `linked`: it belongs to a dossier of that number; `name`: the same name; `similar-name`: the same without diacritics,
 * or of somebody with another number; `mention`: the name stands within a text.
 */
export const PERSON_SIGNS = ['number', 'linked', 'name', 'similar-name', 'mention'] as const;
export type PersonSign = (typeof PERSON_SIGNS)[number];

/** The surer of two signs. */
export function surer(a: PersonSign | null, b: PersonSign | null): PersonSign | null {
  if (a === null || b === null) return a ?? b;
  return PERSON_SIGNS.indexOf(a) <= PERSON_SIGNS.indexOf(b) ? a : b;
}

/**
 * Whether something found is taken as the person's without a person saying so: by the number where one is known; by
 * the same name only where no number is known, because many bear the same name.
 */
export function isTakenAsTheirs(sign: PersonSign, query: PersonQuery): boolean {
  if (sign === 'number' || sign === 'linked') return true;
  return sign === 'name' && query.number === null && query.phone === null;
}

/** Fewest signs of a number or letters of a name that are looked for: less is found everywhere. */
export const SHORTEST_QUERY = 4;

const bareNumber = (text: string): string => foldWords(text).replace(/[\s.-]/g, '');

/** Recognises a person in names, numbers and texts. */
export class PersonMatcher {
  readonly #numbers: readonly string[];
  readonly #number: string | null;
  readonly #name: string | null;
  readonly #folded: string | null;

  constructor({ number, name, phone }: PersonQuery) {
    const given = (text: string | null) =>
      text === null || bareNumber(text) === '' ? null : bareNumber(text);
    this.#number = given(number);
    this.#numbers = [this.#number, ...phoneForms(given(phone))].filter((text) => text !== null);
    this.#name = name === null || comparableText(name) === '' ? null : comparableText(name).toLowerCase();
    this.#folded = this.#name === null ? null : foldWords(this.#name);
  }

  /** What a number field says. */
  number(value: string | null): PersonSign | null {
    return value !== null && this.#numbers.includes(bareNumber(value)) ? 'number' : null;
  }

  /** What a name field says; `number`: that of the same record. */
  name(value: string | null, number: string | null): PersonSign | null {
    if (value === null || this.#folded === null) return this.text(value);
    if (foldWords(value) !== this.#folded) return this.text(value);
    const isAnother = this.#number !== null && number !== null && bareNumber(number) !== this.#number;
    return comparableText(value).toLowerCase() === this.#name && !isAnother ? 'name' : 'similar-name';
  }

  /** What a free text says. */
  text(value: string | null): PersonSign | null {
    if (value === null) return null;
    if (this.#numbers.length > 0) {
      const digits = bareNumber(value);
      if (this.#numbers.some((number) => digits.includes(number))) return 'number';
    }
    if (this.#folded === null) return null;
    return ` ${foldWords(value)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `.includes(` ${this.#folded} `)
      ? 'mention'
      : null;
  }
}

/** A phone number with and without the country's prefix. */
function phoneForms(phone: string | null): (string | null)[] {
  if (phone === null) return [];
  const local = phone.replace(/^\+?84(?=\d{9}$)/, '0');
  return [local, ...(local.startsWith('0') ? [`84${local.slice(1)}`] : [])];
}

/** Takes every mention of these names and numbers out of a text; short ones are left, they stand everywhere. */
export function mentionRemover(mentions: Iterable<string>): (text: string) => string {
  const parts = [...mentions]
    .map((mention) => comparableText(mention))
    .filter((mention) => mention.length >= SHORTEST_QUERY)
    .sort((a, b) => b.length - a.length)
    .map((mention) => mention.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  if (parts.length === 0) return (text) => text;
  const any = new RegExp(parts.join('|'), 'giu');
  return (text) => {
    const composed = text.normalize('NFC');
    const without = composed.replace(any, '…');
    return without === composed ? text : without;
  };
}
