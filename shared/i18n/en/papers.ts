import type { Catalogue } from '../catalogue.ts';
import type { papers as vi } from '../vi/papers.ts';

export const papers: Catalogue<typeof vi> = {
  title: {
    plan: 'Plan for the objectives',
    'signing-list': 'Signing list',
  },
  fileName: {
    plan: 'plan-of-objectives-{{period}}',
    'signing-list': 'signing-list',
  },
  save: 'Save PDF…',
  saved: 'Saved “{{name}}”.',
  close: 'Close (Esc)',
};
