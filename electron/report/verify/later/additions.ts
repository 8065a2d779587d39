import { VERIFY_CODES } from '../codes.ts';
import type { VerifyReason } from '../rejection.ts';
import type { Annotation } from './annotations.ts';
import { type Change, judgeSave } from './changes.ts';
import { covers, type Surface } from './covering.ts';
import { type LooseObject, objectsOfReport, readSave } from './document.ts';
import type { FirstRevision } from './first-revision.ts';
import { checkFurther, type FurtherSignature, type SignerContext } from './further-signature.ts';
import { LooseReader, UnclearError } from './loose-reader.ts';
import { outlineOf } from './outline.ts';
import type { Box } from './page-map.ts';
import { readSections, type Section } from './sections.ts';
import type { LooseDictionary } from './values.ts';

/** Something that was added after the report was signed. */
export interface Addition {
  /** Number of the save that added it; the report itself is 1. */
  readonly revision: number;
  readonly kind: 'signature' | 'field' | 'stamp' | 'metadata' | 'validation';
  /** Page from 1; null where it is not seen on a page. */
  readonly page: number | null;
  readonly box: Box | null;
  /** Name of a field, or what a stamp says besides its picture. */
  readonly text: string;
  /** The signature itself, or the first one after it that covers it; null where none does. */
  readonly by: FurtherSignature | null;
}

export interface Additions {
  readonly list: readonly Addition[];
  readonly reasons: readonly VerifyReason[];
}

export const NO_ADDITIONS: Additions = { list: [], reasons: [] };

/**
 * Reads what follows the report in its file. Accepted: further signatures with their fields, stamps that a later
 * signature covers, what is not shown (title, data for later checks). Everything else is a reason to refuse the file.
 * Never throws for any bytes.
 */
export function readAdditions(
  bytes: Buffer,
  first: FirstRevision,
  surfaces: () => readonly Surface[],
  context: SignerContext,
): Additions {
  if (bytes.length === first.length) return NO_ADDITIONS;
  const rest = bytes.toString('latin1', first.length);
  if (!rest.includes('%%EOF'))
    return { list: [], reasons: [{ code: 'BYTES_APPENDED', params: { bytes: rest.length } }] };
  try {
    return judgeAll(bytes, first, surfaces, context);
  } catch (error) {
    if (!(error instanceof UnclearError) && !(error instanceof RangeError)) throw error;
    return { list: [], reasons: [{ code: 'CHANGED_AFTER_SIGNING', params: { bytes: rest.length } }] };
  }
}

interface Save extends Change {
  readonly revision: number;
  readonly signatures: readonly { readonly annotation: Annotation; readonly found: FurtherSignature }[];
}

function judgeAll(
  bytes: Buffer,
  first: FirstRevision,
  surfaces: () => readonly Surface[],
  context: SignerContext,
): Additions {
  const { table, trailer } = readEnd(first);
  const sections = readSections(bytes, first.length, table);
  let state: ReadonlyMap<number, LooseObject> = objectsOfReport(first.file);
  const offsets = new Map(first.file.objects.map(({ id, start }) => [id, start]));
  const openFields = new Set<number>();
  const saves: Save[] = [];
  for (const [index, section] of sections.entries()) {
    const written = readSave(bytes, section, state, offsets);
    const standing = { outline: outlineOf(state, trailer), openFields };
    const change = judgeSave(index + 2, section, written, state, standing);
    state = new Map([...state, ...written.objects]);
    for (const { id, kind, signature } of change.annotations) {
      if (kind === 'field' && signature === null) openFields.add(id);
      else openFields.delete(id);
    }
    saves.push({ ...change, revision: index + 2, signatures: signaturesOf(bytes, change, section, context) });
  }
  return judge(saves, surfaces);
}

function signaturesOf(
  bytes: Buffer,
  change: Change,
  section: Section,
  context: SignerContext,
): Save['signatures'] {
  return change.annotations.flatMap((annotation) =>
    annotation.signature === null
      ? []
      : [{ annotation, found: checkFurther(bytes, annotation.signature, section, context) }],
  );
}

function judge(saves: readonly Save[], surfacesOf: () => readonly Surface[]): Additions {
  // Finding out where text stands takes most of the time: only where something was put on a page.
  const seen = saves.some(({ annotations }) => annotations.some(({ box }) => box !== null));
  const surfaces = seen ? surfacesOf() : [];
  const list: Addition[] = [];
  const reasons: VerifyReason[] = [];
  for (const [index, save] of saves.entries()) {
    const { revision } = save;
    reasons.push(...save.faults);
    const later = saves.slice(index).flatMap(({ signatures }) => signatures.map(({ found }) => found));
    const cover = later.find(({ standing }) => standing !== 'broken') ?? null;
    for (const annotation of save.annotations) {
      const { page, box, text } = annotation;
      const own = save.signatures.find((one) => one.annotation === annotation)?.found ?? null;
      const kind = own ? 'signature' : annotation.kind;
      list.push({ revision, kind, page, box, text, by: own ?? cover });
      if (box !== null && page !== null && covers(surfaces[page - 1], box))
        reasons.push({ code: 'COVERED', params: { revision, page } });
      if (own) reasons.push(...reasonsOf(own, revision));
      else if (cover === null && box !== null)
        reasons.push({ code: 'LATER_UNSIGNED', params: { revision, page } });
    }
    for (const kind of ['metadata', 'validation'] as const)
      if (save[kind]) list.push({ revision, kind, page: null, box: null, text: '', by: cover });
  }
  if (reasons.length === 0 && saves.every(({ signatures }) => signatures.length === 0))
    reasons.push({ code: 'RESAVED', params: { count: saves.length } });
  return { list: list.slice(0, 100), reasons: reasons.slice(0, 40) };
}

function reasonsOf({ standing, signer, reasons }: FurtherSignature, revision: number): VerifyReason[] {
  const subject = signer?.subject ?? null;
  switch (standing) {
    case 'broken':
      return [{ code: 'COUNTERSIGNATURE_BROKEN', params: { revision } }, ...reasons];
    case 'refused':
      return [
        { code: 'COUNTERSIGNER_REFUSED', params: { revision, subject } },
        ...reasons.filter(({ code }) => VERIFY_CODES[code] === 'invalid'),
      ];
    case 'unknown':
      return [
        {
          code: 'COUNTERSIGNER_NOT_ENROLLED',
          params: { revision, subject, fingerprint: signer?.sha256 ?? null },
        },
      ];
    case 'trusted':
      return [];
  }
}

/** Offset of the report's own table, and its trailer in the wider syntax. */
function readEnd({ file, length }: FirstRevision): { table: number; trailer: LooseDictionary } {
  const { bytes } = file;
  const end = bytes.toString('latin1', Math.max(0, length - 40), length);
  const table = Number(/startxref\n(\d+)\n/.exec(end)?.[1] ?? -1);
  const at = bytes.lastIndexOf('trailer\n', length, 'latin1');
  const value = new LooseReader(bytes, at + 'trailer'.length, length).read();
  if (value.kind !== 'dictionary') throw new UnclearError('no trailer');
  return { table, trailer: value.entries };
}
