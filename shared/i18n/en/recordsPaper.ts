import type { Catalogue } from '../catalogue.ts';
import type { recordsPaper as vi } from '../vi/recordsPaper.ts';

/** Words of the list behind a figure in English; the pages themselves are printed in Vietnamese. */
export const recordsPaper: Catalogue<typeof vi> = {
  mark: 'Internal list with dossier data – not to be sent with the report',
  title: {
    counted: 'RECORDS COUNTED',
    against: 'RECORDS COUNTED AGAINST',
    excluded: 'RECORDS LEFT OUT',
    missing: 'RECORDS LACKING DATA',
  },
  objective: 'Objective {{id}}: {{title}}',
  period: 'Period: {{period}} (from {{from}} to the end of {{to}}), figures as of the end of {{asOf}}.',
  figure: 'Result: {{ratio}} = {{percent}}, target {{threshold}}: {{verdict}}.',
  noFigure: 'Result: {{verdict}}; target {{threshold}}.',
  size: 'List: {{rows}} rows.',
  sizeOf: 'List: {{rows}} rows that stand for {{count}} cases.',
  check: {
    counted: 'Check: {{count}} in the list, the numerator is {{expected}}: {{outcome}}.',
    against:
      'Check: {{count}} in the list, denominator less numerator is {{denominator}} − {{numerator}} = {{expected}}: {{outcome}}.',
    excluded: 'This list is neither in the numerator nor in the denominator.',
    missing:
      'Check: {{count}} in the list, records of the denominator lacking data {{expected}}: {{outcome}}.',
    same: 'agrees',
    differs: 'DOES NOT AGREE',
  },
  signed: 'The signed report of this period (revision {{revision}}) says {{ratio}}; the data changed since.',
  cut: 'Only the first {{shown}} of {{rows}} rows are printed; for the whole list use the command explain, or Export to Excel on the screen Hồ sơ.',
  none: 'Nothing is in this list.',
  columns: {
    ordinal: 'No.',
    code: 'Dossier',
    procedure: 'Procedure',
    channel: 'Channel',
    receivedOn: 'Received',
    dueOn: 'Due',
    resolvedOn: 'Finished',
    handler: 'Officer',
    cause: 'Why',
    entry: 'Entry',
    ledger: 'Ledger',
    day: 'Day',
    due: 'Due',
    done: 'Done',
    count: 'Number',
  },
  yes: 'Yes',
  no: 'No',
  page: 'Page {{page}} of {{pages}}',
  footer: '{{unit}} · objective {{id}}, {{period}} · printed on {{date}}',
};
