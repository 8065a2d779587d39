import type { LooseObject, Objects } from './document.ts';
import type { Box } from './page-map.ts';
import {
  type LooseDictionary,
  type LooseValue,
  nameOf,
  numberOf,
  numbersOf,
  referenceOf,
  textOf,
} from './values.ts';

/** A signature field or a stamp that a save added. */
export interface Annotation {
  readonly id: number;
  readonly kind: 'field' | 'stamp';
  /** Number of the page it is shown on; null for a field without a place. */
  readonly page: number | null;
  /** Where it is drawn; null when it is not seen. */
  readonly box: Box | null;
  /** Name of the field, or what a stamp says besides its picture. */
  readonly text: string;
  /** The signature of the field; null while it has none. */
  readonly signature: LooseObject | null;
  /** What else belongs to it. */
  readonly parts: readonly LooseValue[];
}

const COMMON = [
  'Type',
  'Subtype',
  'Rect',
  'F',
  'P',
  'NM',
  'M',
  'AP',
  'AS',
  'Border',
  'BS',
  'C',
  'Contents',
  'CA',
];
const FIELD_KEYS = new Set([...COMMON, 'FT', 'T', 'TU', 'Ff', 'V', 'MK', 'DA', 'Q', 'H', 'Lock']);
const STAMP_KEYS = new Set([
  ...COMMON,
  'Name',
  'T',
  'Subj',
  'CreationDate',
  'DA',
  'DS',
  'Q',
  'RC',
  'RD',
  'IT',
  'ca',
]);
/** Print, no zoom is missing on purpose (it would grow over the page), no rotation, read-only, locked. */
const FLAGS = 4 | 16 | 64 | 128 | 512;
const HIDDEN = 2;

/**
 * Reads what was put on a page: a signature field, or a stamp (`Stamp`, `FreeText`) with its own appearance. Anything
 * else is answered by a word that says what it is.
 */
export function readAnnotation(
  object: LooseObject,
  objects: Objects,
  pages: ReadonlyMap<number, number>,
  listedOn: number | null,
): Annotation | string {
  if (object.value.kind !== 'dictionary' || object.stream !== null) return `${object.id} 0 obj`;
  const entries = object.value.entries;
  const subtype = nameOf(entries.get('Subtype')) ?? '?';
  const isField = subtype === 'Widget' && nameOf(entries.get('FT')) === 'Sig';
  if (!isField && subtype !== 'Stamp' && subtype !== 'FreeText') return subtype;
  for (const key of entries.keys())
    if (!(isField ? FIELD_KEYS : STAMP_KEYS).has(key)) return `${subtype}/${key}`;
  const flags = numberOf(entries.get('F') ?? { kind: 'number', value: 0 }) ?? -1;
  if (flags < 0 || (flags & ~(FLAGS | (isField ? HIDDEN : 0))) !== 0) return `${subtype}/F`;
  const rect = numbersOf(entries.get('Rect'));
  if (rect?.length !== 4) return `${subtype}/Rect`;
  const box = boxOf(rect);
  const seen = box.right - box.left > 0.01 && box.top - box.bottom > 0.01;
  const stated = referenceOf(entries.get('P'));
  const page = listedOn ?? (stated === null ? null : (pages.get(stated) ?? null));
  if (listedOn !== null && stated !== null && pages.get(stated) !== listedOn) return `${subtype}/P`;
  if (seen && page === null) return `${subtype}/P`;
  const appearance = readAppearance(entries, objects);
  if (appearance === null) return `${subtype}/AP`;
  // Without an appearance of its own every viewer would draw what it likes.
  if (!isField && !entries.has('AP')) return `${subtype}/AP`;
  const signature = isField ? readValue(object, entries.get('V'), objects) : null;
  if (signature === undefined) return 'Sig/V';
  return {
    id: object.id,
    kind: isField ? 'field' : 'stamp',
    page: seen ? page : null,
    box: seen ? box : null,
    text: (textOf(entries.get(isField ? 'T' : 'Contents')) ?? '').slice(0, 200),
    signature,
    parts: [...entries].filter(([key]) => key !== 'P' && key !== 'Type').map(([, value]) => value),
  };
}

/** Only the normal appearance: others show themselves when the pointer comes near. Null when it is otherwise. */
function readAppearance(entries: LooseDictionary, objects: Objects): true | null {
  const value = entries.get('AP');
  if (value === undefined) return true;
  const target = value.kind === 'reference' ? objects.get(value.id)?.value : value;
  if (target?.kind !== 'dictionary' || [...target.entries.keys()].join() !== 'N') return null;
  const normal = referenceOf(target.entries.get('N'));
  const form = normal === null ? undefined : objects.get(normal);
  return form?.stream != null &&
    form.value.kind === 'dictionary' &&
    nameOf(form.value.entries.get('Subtype')) === 'Form'
    ? true
    : null;
}

/** Null: not signed yet; undefined: not to be understood. */
function readValue(
  field: LooseObject,
  value: LooseValue | undefined,
  objects: Objects,
): LooseObject | null | undefined {
  if (value === undefined) return null;
  if (value.kind === 'dictionary') return { ...field, value };
  const id = referenceOf(value);
  return id === null ? undefined : objects.get(id);
}

function boxOf([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Box {
  return { left: Math.min(a, c), right: Math.max(a, c), bottom: Math.min(b, d), top: Math.max(b, d) };
}
