import { DerError } from '../../asn1/der-reader.ts';
import { VERIFY_CODES } from '../codes.ts';
import { type FileSigner, fileSigner } from '../file-signer.ts';
import { Rejection, type VerifyReason } from '../rejection.ts';
import { judgeSigner, type Trust } from '../trust.ts';
import type { LooseObject } from './document.ts';
import { checkForeignCms } from './foreign-cms.ts';
import type { Section } from './sections.ts';
import { nameOf, numbersOf, textOf } from './values.ts';

/** Who signed a later save, as far as its signature holds. */
export interface FurtherSignature {
  readonly signer: FileSigner | null;
  /** `trusted`: may speak for the unit; `unknown`: nobody enrolled it; `refused`: revoked, outside its time, another unit's; `broken`: it does not fit the file. */
  readonly standing: 'trusted' | 'unknown' | 'refused' | 'broken';
  /** Claimed time, UTC; null where none is stated. */
  readonly signedAt: string | null;
  readonly reasons: readonly VerifyReason[];
}

/** For whom a further signer must be enrolled, and when that is asked. */
export interface SignerContext {
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly now: string;
  readonly trust: Trust;
}

const KEYS = new Set([
  'Type',
  'Filter',
  'SubFilter',
  'ByteRange',
  'Contents',
  'M',
  'Name',
  'Reason',
  'Location',
  'ContactInfo',
  'Prop_Build',
  'Prop_AuthTime',
  'Prop_AuthType',
]);
const SUB_FILTERS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);

/**
 * Checks the signature of a later save: over everything from the first byte to the end of that save but its own hex,
 * with CMS of whatever program. Never throws for any bytes.
 */
export function checkFurther(
  bytes: Buffer,
  object: LooseObject,
  section: Section,
  context: SignerContext,
): FurtherSignature {
  try {
    return check(bytes, object, section, context);
  } catch (error) {
    const reason: VerifyReason =
      error instanceof Rejection ? error.reason : { code: 'SIGNATURE_ENCODING', params: {} };
    if (!(error instanceof Rejection) && !(error instanceof DerError))
      return broken({ code: 'UNREADABLE', params: {} });
    return broken(reason);
  }
}

function check(
  bytes: Buffer,
  object: LooseObject,
  section: Section,
  { unit, now, trust }: SignerContext,
): FurtherSignature {
  const entries = object.value.kind === 'dictionary' ? object.value.entries : new Map();
  const type = entries.get('Type');
  const [contents, range] = [entries.get('Contents'), numbersOf(entries.get('ByteRange'))];
  if (
    (type !== undefined && nameOf(type) !== 'Sig') ||
    !SUB_FILTERS.has(nameOf(entries.get('SubFilter')) ?? '') ||
    [...entries.keys()].some((key) => !KEYS.has(key)) ||
    contents?.kind !== 'string' ||
    !isPlainHex(bytes, contents) ||
    !object.direct
  )
    throw new Rejection('SIGNATURE_FIELD');
  const [from, length, second, rest] = range ?? [];
  const end = (second ?? 0) + (rest ?? 0);
  if (
    range?.length !== 4 ||
    from !== 0 ||
    length !== contents.start ||
    second !== contents.end ||
    end < section.mark ||
    end > section.end
  )
    throw new Rejection('BYTE_RANGE');
  const signature = checkForeignCms(contents.bytes, [
    bytes.subarray(0, contents.start),
    bytes.subarray(contents.end, end),
  ]);
  const { signer, algorithm, statedAt } = signature;
  const signedAt =
    statedAt === null
      ? readPdfTime(textOf(entries.get('M')))
      : new Date(statedAt).toISOString().replace('.000Z', 'Z');
  const known = {
    signer: fileSigner(signer, algorithm),
    signedAt,
  };
  if (unit === null || signedAt === null) return { ...known, standing: 'unknown', reasons: [] };
  const reasons = judgeSigner(signature, unit, signedAt, now, trust);
  const kinds = new Set(reasons.map(({ code }) => VERIFY_CODES[code]));
  return {
    ...known,
    standing: kinds.has('invalid') ? 'refused' : kinds.has('unknown') ? 'unknown' : 'trusted',
    reasons,
  };
}

/** The hex is not signed: it is written in one way only, without blanks, in letters of one case. */
function isPlainHex(
  bytes: Buffer,
  { start, end, hex }: { start: number; end: number; hex: boolean },
): boolean {
  const text = hex ? bytes.toString('latin1', start + 1, end - 1) : '';
  return text.length % 2 === 0 && (/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text));
}

function broken(reason: VerifyReason): FurtherSignature {
  return { signer: null, standing: 'broken', signedAt: null, reasons: [reason] };
}

/** `D:20240315100000+07'00'` as UTC; null for anything else. */
export function readPdfTime(text: string | null): string | null {
  const match =
    /^(?:D:)?(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z(?:00'?00'?)?|([+-])(\d\d)'?(\d\d)?'?)?$/.exec(
      text ?? '',
    );
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, seconds = 0] = match
    .slice(1, 7)
    .map((n) => Number(n ?? 0));
  const shift = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  const time = Date.UTC(year, month - 1, day, hour, minute - shift, seconds);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}
