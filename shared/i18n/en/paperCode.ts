import type { Catalogue } from '../catalogue.ts';
import type { paperCode as vi } from '../vi/paperCode.ts';

/** Finding a report by the code on its printed pages. */
export const paperCode: Catalogue<typeof vi> = {
  field: 'Code on the printed report',
  hint: 'Scan the QR code, or type the report id or at least the first 8 digits of the hash at the foot of a page, then Enter',
  notACode: 'This is no code of a report. Scan the QR code again, or type the code at the foot of a page.',
  none: 'No report here bears this code.',
  several: '{{n}} revisions bear this code:',
  report: '{{period}} · revision {{n}}',
  same: 'The paper is revision {{n}}, {{period}}: the hash of the data fits.',
  differs:
    'The paper bears this report id, but its hash differs from revision {{n}} kept here: it was printed from another file.',
  unread:
    'Found by the report id; the hash was not compared. If you scanned it, switch the Vietnamese input method off and scan again.',
  replaced: 'Revision {{n}} was replaced by revision {{last}}, which is shown.',
  data: 'Hash of the data (as printed)',
  close: 'Close',
};
