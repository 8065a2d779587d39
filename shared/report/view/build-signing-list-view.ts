import type { RecordOfLedger } from '../../domain/ledgers/registry.ts';
import { formatDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount } from '../../i18n/format.ts';
import { targetsPaper as words } from '../../i18n/vi/targetsPaper.ts';
import { reportWords } from '../words.ts';
import { letterHead } from './letter-head.ts';
import type { PaperOrigin, SigningListView } from './paper-model.ts';

export type Told = Pick<
  RecordOfLedger<'communications'>,
  'name' | 'post' | 'subject' | 'toldOn' | 'acknowledgedOn'
>;

/** What the signing list is made from, people in printing order; `subject` null: of all subjects. */
export interface SigningListInput extends PaperOrigin {
  readonly subject: string | null;
  readonly told: readonly Told[];
}

/** The printed list on which people sign that they were told of the objectives (Điều 2), in Vietnamese. */
export function buildSigningListView(input: SigningListInput): SigningListView {
  const { signingList: list } = words;
  const report = reportWords('vi');
  const { page } = report;
  const { unit, told, subject } = input;
  const acknowledged = told.filter(({ acknowledgedOn }) => acknowledgedOn !== null).length;
  return {
    kind: 'signing-list',
    orientation: 'portrait',
    heading: letterHead(
      { unit, number: '', date: null, madeAt: input.madeOn, title: list.title, subject: [list.subject] },
      report,
    ),
    about: subject === null ? null : fill(list.about, { subject }),
    columns: [
      list.columns.ordinal,
      list.columns.name,
      list.columns.post,
      list.columns.subject,
      list.columns.toldOn,
      list.columns.signature,
    ],
    rows: told.map((one, index) => ({
      ordinal: String(index + 1),
      name: one.name,
      post: one.post ?? '',
      subject: one.subject,
      toldOn: formatDate(one.toldOn),
      acknowledged:
        one.acknowledgedOn === null ? '' : fill(list.acknowledged, { date: formatDate(one.acknowledgedOn) }),
    })),
    none: list.none,
    total: fill(list.total, {
      count: formatCount(told.length, 'vi'),
      acknowledged: formatCount(acknowledged, 'vi'),
    }),
    preparer: list.preparer,
    signature: input.signatory,
    footer: fill(list.footer, { date: formatDate(input.madeOn) }),
    watermark: input.sample ? page.watermark.sample : null,
    title: `${list.title}: ${list.subject}, ${unit.name}`,
    author: unit.name,
  };
}
