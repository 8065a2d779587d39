import { formatDate, type LocalDate } from '../domain/local-date.ts';
import { fill } from '../i18n/fill.ts';
import { recoveryPaper as words } from '../i18n/vi/recoveryPaper.ts';
import { letterHead } from '../report/view/letter-head.ts';
import type { PaperOrigin, PaperView } from '../report/view/paper-model.ts';
import { reportWords } from '../report/words.ts';

/** What the sheet is made from. */
export interface RecoverySheetInput {
  readonly unit: Pick<PaperOrigin['unit'], 'code' | 'name' | 'place' | 'superior'>;
  readonly madeOn: LocalDate;
  readonly number: number;
  /** As `makeRecoveryKey` makes it. */
  readonly recoveryKey: string;
  /** Who had it made. */
  readonly maker: string;
}

/** The page as content without geometry. */
export interface RecoverySheetView extends PaperView {
  readonly rows: readonly (readonly [label: string, text: string])[];
  readonly key: { readonly label: string; readonly groups: readonly string[] };
  readonly how: readonly string[];
  readonly signatures: readonly { readonly title: string; readonly note: string; readonly name: string }[];
}

/** The printed sheet by which a forgotten passphrase is replaced, in Vietnamese. */
export function buildRecoverySheet(input: RecoverySheetInput): RecoverySheetView {
  const { unit, madeOn, number, recoveryKey, maker } = input;
  const { rows, how, signatures } = words;
  return {
    orientation: 'portrait',
    heading: letterHead(
      { unit, number: '', date: null, madeAt: madeOn, title: words.title, subject: [words.subject] },
      reportWords('vi'),
    ),
    rows: [
      [rows.unit, unit.name],
      [rows.unitCode, unit.code],
      [rows.number, String(number)],
      [rows.madeOn, formatDate(madeOn)],
    ],
    key: { label: words.key, groups: recoveryKey.split('-') },
    how: [how.when, how.only, how.keep, how.replaced],
    signatures: [
      { title: signatures.maker, note: signatures.note, name: maker },
      { title: signatures.keeper, note: signatures.note, name: '' },
    ],
    footer: fill(words.footer, { number, date: formatDate(madeOn) }),
    watermark: null,
    title: `${words.title}: ${unit.name}`,
    author: unit.name,
  };
}
