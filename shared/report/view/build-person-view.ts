import { formatDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount } from '../../i18n/format.ts';
import { ledgers as ledgerWords } from '../../i18n/vi/ledgers.ts';
import { personPaper as words } from '../../i18n/vi/personPaper.ts';
import type { ImportKind } from '../../ipc/contract/imports.ts';
import type { PersonQuery } from '../../privacy/person.ts';
import { fieldLabel, valueText } from '../../privacy/value-text.ts';
import type { ReportV1 } from '../report-v1.ts';
import { reportWords } from '../words.ts';
import { letterHead } from './letter-head.ts';
import type { PaperOrigin, PaperView } from './paper-model.ts';

/** One item of a person's data, as the store tells it. */
export interface PersonItem {
  readonly kind: keyof typeof words.kind;
  readonly ledger: ImportKind;
  readonly title: string;
  readonly deleted: boolean;
  readonly values: readonly { readonly field: string; readonly value: string }[];
  readonly former: readonly { readonly field: string; readonly value: string }[];
}

export interface PersonPaperInput extends PaperOrigin {
  readonly query: PersonQuery;
  readonly reason: string;
  readonly items: readonly PersonItem[];
}

/** One line of an item, in words. */
export interface PersonLine {
  readonly label: string;
  readonly text: string;
  readonly before: boolean;
}

/** The paper in printing order. */
export interface PersonView extends PaperView {
  readonly paragraphs: readonly string[];
  readonly items: readonly { readonly heading: string; readonly lines: readonly PersonLine[] }[];
  readonly rights: string;
  readonly preparer: string;
  readonly signature: ReportV1['signatory'];
}

/** The paper by which a citizen is told what is recorded of them, in Vietnamese, numbers unmasked. */
export function buildPersonView(input: PersonPaperInput): PersonView {
  const report = reportWords('vi');
  const { unit, madeOn, query, reason, items } = input;
  const date = formatDate(madeOn);
  return {
    orientation: 'portrait',
    heading: letterHead(
      { unit, number: '', date: null, madeAt: madeOn, title: words.title, subject: [words.subject] },
      report,
    ),
    paragraphs: [
      fill(words.about, { who: personText(query) }),
      fill(words.reason, { reason: reason.replace(/\.$/u, '') }),
      fill(words.introduction, { unit: unit.name, date, count: formatCount(items.length, 'vi') }),
      words.purpose,
    ],
    items: items.map((item, index) => ({
      heading: `${index + 1}. ${itemTitle(item)}`,
      lines: itemLines(item),
    })),
    rights: words.rights,
    preparer: words.preparer,
    signature: input.signatory,
    footer: fill(words.footer, { date }),
    watermark: input.sample ? report.page.watermark.sample : null,
    // Without a name: titles of documents are shown by windows and kept in lists of recent files.
    title: `${words.title}, ${unit.name}`,
    author: unit.name,
  };
}

/** What an item is, in words. */
export function itemTitle({ kind, ledger, title, deleted }: PersonItem): string {
  const name = ledger === 'dossiers' ? '' : ledgerWords[ledger].one;
  return (
    fill(words.kind[kind], { title, ledger: name }) + (deleted && kind !== 'archived' ? words.deleted : '')
  );
}

/** All that is kept of an item, then what was. */
export function itemLines({ kind, ledger, values, former }: PersonItem): PersonLine[] {
  const label = (field: string): string =>
    kind === 'reason' ? words.reasonField : kind === 'cell' ? field : fieldLabel(ledger, field);
  return [
    ...values.map(({ field, value }) => ({
      label: label(field),
      text: kind === 'reason' || kind === 'cell' ? value : valueText(ledger, field, value),
      before: false,
    })),
    ...former.map(({ field, value }) => ({
      label: fill(words.former, { field: label(field) }),
      text: value,
      before: true,
    })),
  ];
}

function personText({ name, number, phone }: PersonQuery): string {
  return [
    name,
    number === null ? null : fill(words.number, { number }),
    phone === null ? null : fill(words.phone, { phone }),
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}
