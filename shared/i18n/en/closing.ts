import type { Catalogue } from '../catalogue.ts';
import type { closing as vi } from '../vi/closing.ts';

export const closing: Catalogue<typeof vi> = {
  title: 'Signed reporting period',
  lead: 'The report of {{period}} is signed. What you just did would change these signed figures:',
  leadSettings:
    'The report of {{period}} was signed under these settings. Changing them may change amended reports and the figures of signed periods:',
  setting: {
    periodScheme: 'First and last days of the reporting periods',
    unitKind: 'Level of the unit: other targets',
    unitCode: 'Code of the unit: the receiver will take it for another unit',
  },
  objective: 'Objective {{id}}',
  objectiveTitled: 'Objective {{id}}: {{title}}',
  flow: 'Form II.06a: dossiers received and resolved',
  reason: 'Reason for the correction',
  reasonHint:
    'Kept in the history, and stated in the next report among the corrections of earlier periods. No names or ID numbers of citizens.',
  reuse: 'Use the last reason again: “{{reason}}”',
  goOn: 'Do it, for this reason',
  back: 'Leave it',
  kept: 'Nothing was changed; the signed figures stay.',
  notYours:
    'Only the head of the office or the chairman may correct signed figures. Nothing was saved; what you typed is still there.',
  ask: 'Ask: {{names}}.',
  understood: 'Understood',
  corrects: 'Corrects signed figures: {{periods}}',
};
