import { explainPdf } from './explain-pdf.ts';
import type { Rejection, VerifyReason } from './rejection.ts';

/**
 * Why a file does not have the exact form of a report, in terms of what usually happens to files: cut off in
 * transfer, saved again, zipped, mailed as text, photographed. Called only after the strict reader has refused it;
 * every answer is a refusal, this one only explains.
 */
export function explainDamage(bytes: Buffer, { reason }: Rejection): VerifyReason {
  return explainKind(bytes) ?? explainPdf(bytes, reason);
}

/** What a file is when it does not begin as a PDF; null when it does. */
export function explainKind(bytes: Buffer): VerifyReason | null {
  if (bytes.length === 0) return say('EMPTY_FILE');
  const head = bytes.toString('latin1', 0, 2048);
  const text = bytes
    .toString('utf8', 0, 2048)
    .replace(/^\ufeff/, '')
    .trimStart();
  const image = IMAGES.find(([, begins]) => begins.test(head));
  if (image) return say('IMAGE', { name: image[0] });
  const archive = ARCHIVES.find(([, begins]) => begins.test(head));
  if (archive) return say('OTHER_ARCHIVE', { name: archive[0] });
  if (head.startsWith('PK')) return say(isOffice(bytes) ? 'OFFICE_FILE' : 'ZIPPED');
  // The container of .doc, .xls and of mails saved by Outlook.
  if (head.startsWith('\xd0\xcf\x11\xe0')) return say('OFFICE_FILE');
  if (head.startsWith('{\\rtf')) return say('OFFICE_FILE');
  const pdf = bytes.indexOf('%PDF-', 0, 'latin1');
  if (/^(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)/i.test(text)) return say('WEB_PAGE');
  if (isMail(head)) return say('MAIL_WITHOUT_REPORT');
  if (/^\{\s*"/.test(text) && text.includes('"so-chat-luong')) return say('DATA_ALONE');
  if (pdf < 0)
    return say(bytes.every((byte) => byte === 0) ? 'TRUNCATED' : 'NOT_PDF', { bytes: bytes.length });
  return pdf > 0 ? say('PREFIXED', { bytes: pdf }) : null;
}

/** A mail as it is saved: header lines, of which some must be there. */
export function isMail(head: string): boolean {
  const [headers = ''] = head.split(/\r?\n\r?\n/);
  return (
    /^[A-Za-z][A-Za-z0-9-]*:/.test(head) &&
    /^(from|received|return-path|message-id|mime-version):/im.test(headers) &&
    /^(subject|to|date|mime-version):/im.test(headers)
  );
}

const IMAGES: readonly (readonly [string, RegExp])[] = [
  ['JPEG', /^\xff\xd8\xff/],
  ['PNG', /^\x89PNG/],
  ['GIF', /^GIF8/],
  ['WebP', /^RIFF[\s\S]{4}WEBP/],
  ['BMP', /^BM[\s\S]{4}\0\0\0\0/],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['HEIC', /^[\s\S]{4}ftyp(heic|heix|mif1|msf1)/],
];

const ARCHIVES: readonly (readonly [string, RegExp])[] = [
  ['RAR', /^Rar!/],
  ['7z', /^7z\xbc\xaf/],
  ['gzip', /^\x1f\x8b/],
];

/** Office files are zips with a part of this name. */
function isOffice(bytes: Buffer): boolean {
  return ['[Content_Types].xml', 'META-INF/manifest.xml'].some((name) => bytes.includes(name, 0, 'latin1'));
}

function say(code: VerifyReason['code'], params: VerifyReason['params'] = {}): VerifyReason {
  return { code, params };
}
