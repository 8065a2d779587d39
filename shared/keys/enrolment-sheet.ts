import { formatDate, type LocalDate } from '../domain/local-date.ts';
import { fill } from '../i18n/fill.ts';
import { keysPaper as words } from '../i18n/vi/keysPaper.ts';
import { letterHead } from '../report/view/letter-head.ts';
import type { PaperOrigin, PaperView } from '../report/view/paper-model.ts';
import { reportWords } from '../report/words.ts';

/** What the page is made from. */
export interface EnrolmentSheetInput extends PaperOrigin {
  readonly holder: string;
  readonly algorithm: string;
  /** Days in Việt Nam on which the certificate begins and ends. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Hex digits. */
  readonly serial: string;
  /** SHA-256 of the certificate and of its public key (SubjectPublicKeyInfo), lower-case hex. */
  readonly fingerprint: string;
  readonly publicKey: string;
}

/** The page as content without geometry. */
export interface EnrolmentSheetView extends PaperView {
  readonly rows: readonly (readonly [label: string, text: string])[];
  readonly fingerprint: { readonly label: string; readonly groups: readonly string[] };
  readonly publicKey: { readonly label: string; readonly text: string };
  readonly code: { readonly text: string; readonly label: string };
  readonly how: readonly string[];
  readonly signatures: readonly { readonly title: string; readonly note: string; readonly name: string }[];
  readonly receiver: { readonly heading: string; readonly lines: readonly string[] };
}

/** The printed page by which a receiver enrols a key (docs/trust-folder.md), in Vietnamese. */
export function buildEnrolmentSheet(input: EnrolmentSheetInput): EnrolmentSheetView {
  const { unit, holder, fingerprint, publicKey } = input;
  const report = reportWords('vi');
  const { page } = report;
  const { rows, signatures, receiver } = words;
  return {
    orientation: 'portrait',
    heading: letterHead(
      { unit, number: '', date: null, madeAt: input.madeOn, title: words.title, subject: [words.subject] },
      report,
    ),
    rows: [
      [rows.unit, unit.name],
      [rows.unitCode, unit.code],
      [rows.holder, holder],
      [rows.algorithm, input.algorithm],
      [rows.validity, fill(rows.validityText, { from: formatDate(input.from), to: formatDate(input.to) })],
      [rows.serial, input.serial],
    ],
    fingerprint: { label: words.fingerprint, groups: groupsOf(fingerprint) },
    publicKey: { label: words.publicKey, text: groupsOf(publicKey).join(' ') },
    code: { text: enrolmentCode(unit.code, fingerprint, publicKey), label: words.code },
    how: [words.how.send, words.how.compare, words.how.only],
    signatures: [
      { title: signatures.holder, note: signatures.note, name: holder },
      { title: signatures.head, note: signatures.noteHead, name: input.signatory.name },
    ],
    receiver: { heading: receiver.heading, lines: [receiver.compared, receiver.from, receiver.who] },
    footer: fill(words.footer, {
      date: formatDate(input.madeOn),
      fingerprint: groupsOf(fingerprint).slice(0, 4).join(' '),
    }),
    watermark: input.sample ? page.watermark.sample : null,
    title: `${words.title}: ${unit.name}`,
    author: unit.name,
  };
}

/** What the QR code says: a name of the form, the unit's code, both fingerprints. */
export function enrolmentCode(unitCode: string, fingerprint: string, publicKey: string): string {
  return `SCL-KEY:1:${unitCode}:${fingerprint}:${publicKey}`;
}

/** In groups of four, upper case: how people read fingerprints out. */
function groupsOf(hex: string): string[] {
  return hex.toUpperCase().match(/.{1,4}/g) ?? [];
}
