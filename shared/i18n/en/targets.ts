import type { Catalogue } from '../catalogue.ts';
import type { targets as vi } from '../vi/targets.ts';

export const targets: Catalogue<typeof vi> = {
  subtitle: '{{name}}',
  count: '{{n}} objectives',
  source: 'Decision {{number}} of {{date}}, {{issuer}}',
  column: {
    id: 'No.',
    objective: 'Objective',
    formula: 'How it is counted',
    threshold: 'Threshold',
    source: 'Source',
  },
  threshold: { '>=': 'at least {{target}}', '>': 'more than {{target}}', '=': '{{target}}' },
  point: 'Point {{point}} of the annex',
  foot: 'Target set {{id}}, version {{version}}. Every report names the target set and the formulas it used; a published formula is never changed, only superseded.',
};
