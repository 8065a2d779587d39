import type { Catalogue } from '../catalogue.ts';
import type { personPaper as vi } from '../vi/personPaper.ts';

export const personPaper: Catalogue<typeof vi> = {
  title: 'PERSONAL DATA STATEMENT',
  subject: 'At the request of a citizen',
  about: 'Data subject: {{who}}.',
  reason: 'Given on the ground of: {{reason}}.',
  introduction:
    '{{unit}} states all data on this person that is kept in the program for quality objectives, as of {{date}}: {{count}} ⟦item|items⟧.',
  purpose:
    'The data is recorded for handling procedures, feedback and petitions and for the figures of the quality objectives; it does not leave the office: reports hold totals only.',
  rights:
    'Whoever finds that something is not right asks the office to correct it; each correction is kept in the history of the item.',
  kind: {
    dossier: 'Dossier {{title}}',
    entry: '{{ledger}}: {{title}}',
    archived: 'Imported, then undone: {{title}}',
    cell: 'Cell that could not be imported: {{title}}',
    reason: 'Reason kept in the log, at {{title}}',
  },
  deleted: ' (deleted, kept in the trash)',
  former: '{{field}} (formerly)',
  reasonField: 'Reason',
  number: 'ID number {{number}}',
  phone: 'phone {{phone}}',
  preparer: 'PREPARED BY',
  footer: 'Personal data statement · made on {{date}}',
  sheet: 'Personal data',
  columns: { ordinal: 'No.', record: 'Item', field: 'Field', value: 'Value', time: 'Time' },
  now: 'now',
  before: 'formerly',
};
