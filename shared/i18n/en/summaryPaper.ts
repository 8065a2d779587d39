import type { Catalogue } from '../catalogue.ts';
import type { summaryPaper as vi } from '../vi/summaryPaper.ts';

/** Words of the posted summary in English; the page itself is printed in Vietnamese. */
export const summaryPaper: Catalogue<typeof vi> = {
  title: 'PUBLIC NOTICE',
  subject: 'Results against the quality objectives of {{period}}',
  span: '(from {{from}} to the end of {{to}})',
  source: {
    numbered: 'From report no. {{number}} of {{date}} ({{reportId}}, revision {{revision}}).',
    undated: 'From report no. {{number}} ({{reportId}}, revision {{revision}}), signed on {{signedOn}}.',
    unnumbered: 'From the report signed on {{signedOn}} ({{reportId}}, revision {{revision}}).',
    draft: 'Draft of a report that is not signed ({{reportId}}); not to be posted.',
    asOf: 'Figures as of the end of {{asOf}}.',
  },
  columns: { objective: 'Objective', threshold: 'Target', result: 'Result', verdict: 'Verdict' },
  objective: '{{id}}. {{title}}',
  striven: 'striven for: {{threshold}}',
  ratio: '({{ratio}})',
  flow: {
    received: 'dossiers to settle',
    resolved: 'settled',
    inTime: 'early or on time',
    late: 'settled late',
    overdue: 'open and overdue',
    nothing: 'No dossiers in this period.',
  },
  bars: {
    received: 'Received in the period',
    resolved: 'Settled',
    online: 'online',
    other: 'in person, by post',
    early: 'early',
    onTime: 'on time',
    late: 'late',
  },
  contact: {
    heading: 'Questions, feedback and petitions:',
    place: 'Place:',
    phone: 'Telephone:',
    email: 'E-mail:',
  },
  footer: '{{reportId}} · revision {{revision}} · for the notice board',
  footerDraft: '{{reportId}} · draft, not signed',
};
