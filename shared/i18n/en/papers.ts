import type { Catalogue } from '../catalogue.ts';
import type { papers as vi } from '../vi/papers.ts';

export const papers: Catalogue<typeof vi> = {
  title: {
    plan: 'Plan for the objectives',
    'signing-list': 'Signing list',
    summary: 'Summary for the notice board',
    records: 'Records behind the figure',
  },
  fileName: {
    plan: 'plan-of-objectives-{{period}}',
    'signing-list': 'signing-list',
    summary: 'notice-{{period}}',
    records: 'records-{{objective}}-{{period}}',
  },
  open: {
    summary: 'Summary for the board…',
    summaryHint: 'One page to be posted in public, from the signed report',
    summaryDraftHint: 'One page to be posted in public; marked as a draft because the report is not signed',
    records: 'Print this list…',
    missing: 'Print {{n}} lacking data…',
    recordsHint: 'Internal list with dossier codes, without names and ID numbers of citizens',
  },
  save: 'Save PDF…',
  working: 'Making the paper',
  saving: 'Saving the paper',
  saved: 'Saved “{{name}}”.',
  draft: 'Draft, the report is not signed',
  close: 'Close (Esc)',
};
