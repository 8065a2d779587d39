import type { Catalogue } from '../catalogue.ts';
import type { consolidatedPaper as source } from '../vi/consolidatedPaper.ts';

/** Words of the printed consolidated report. */
export const consolidatedPaper: Catalogue<typeof source> = {
  title: 'REPORT',
  subject: 'Consolidated results of the quality objectives, {{period}}',
  introduction:
    'In pursuance of decision {{number}} of {{date}} by {{issuer}} on quality objectives, {{unit}} puts the results of {{period}} ({{from}} to {{to}}) together from the signed reports of the units as follows:',
  section: {
    sending: 'I. REPORTS RECEIVED',
    results: 'II. RESULTS OF THE QUALITY OBJECTIVES',
    basis: 'III. BASIS',
  },
  sending:
    '{{received}} of {{expected}} expected reports were received; {{missing}} ⟦unit has|units have⟧ no report that counts; {{late}} ⟦report|reports⟧ came late.',
  due: 'Reports were due on {{due}}.',
  units: {
    ordinal: 'No.',
    code: 'Code',
    unit: 'Unit',
    state: 'State',
    signedAt: 'Signed on',
    revision: 'Rev.',
    missed: 'Objectives missed',
  },
  late: '{{state}}, late',
  results: {
    id: 'No.',
    objective: 'Objective',
    threshold: 'Target',
    sum: 'Result',
    percent: 'Rate',
    verdict: 'Verdict',
    units: 'Units',
  },
  note: 'The result is the sum of numerators over the sum of denominators of the reports that count, not a mean of percentages; percentages have two decimals and are never rounded up. The last column is the number of reports in the sum. Targets are those of the {{level}}.',
  flow: '{{received}} ⟦dossier|dossiers⟧ to handle, {{resolved}} resolved ({{late}} late), {{pending}} pending ({{overdue}} overdue). By field in the annex.',
  annex: 'ANNEX',
  attached: '(Attached to consolidated report {{id}})',
  basis: {
    each: 'The signature of each report was checked, its figures were recomputed, and it counts once, by its latest revision.',
    pages: {
      all: 'The pages of the reports were drawn again and compared with their data.',
      none: 'The pages of the reports were not drawn again to compare them with their data.',
    },
    data: 'This file carries its data {{attachment}} under the same signature, with the SHA-256 of each report and the summands of each sum. Sổ Chất Lượng checks both.',
  },
  closing: 'This is the consolidated report on the quality objectives of {{period}} by {{unit}}.',
  footer: '{{id}} · {{hash}}',
};
