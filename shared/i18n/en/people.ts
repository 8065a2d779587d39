import type { Catalogue } from '../catalogue.ts';
import type { people as vi } from '../vi/people.ts';

/** What people may do: settings, log, docs/people.md. */
export const people: Catalogue<typeof vi> = {
  ability: {
    record: 'Record, import and change dossiers and ledgers',
    'export-records': 'Export dossiers and ledgers to Excel',
    'see-numbers': 'See citizens’ ID numbers',
    'unlock-period': 'Correct a signed period',
    'personal-data': 'Find, give out, correct and anonymise one citizen’s data',
    sign: 'Sign reports',
    'manage-keys': 'Make and hand over signing keys',
    receive: 'Consolidate and answer reports that come in',
    'trust-signers': 'Change trusted signers',
    'change-targets': 'Change target sets',
    'change-settings': 'Change the unit’s settings',
    'manage-people': 'Manage people and their rights',
    'keep-backups': 'Choose place and schedule of backups',
    restore: 'Restore a backup',
    'merge-units': 'Join the books of former units',
    'export-log': 'Export the log',
  },
  rights: {
    title: 'Who may do what',
    note: 'A role comes with rights; ◆ marks a right given to or taken from one person. What is not in the table everybody may do who is signed in.',
    keys: 'choose a box',
    space: 'Space',
    toggle: 'give or take the right',
    ability: 'Right',
    own: 'other than the role',
    given: '{{name}} may now: {{ability}}.',
    taken: '{{name}} may no longer: {{ability}}.',
  },
  change: {
    button: 'Change…',
    title: 'Change {{name}}',
    login: 'The sign-in name {{login}} stays; what was recorded keeps this person’s name.',
    role: 'Rights follow the role at once; rights given or taken one by one stay.',
    done: '{{name}} changed.',
    last: 'At least one person who works here has to be able to manage people.',
  },
  retired: 'left on {{date}}',
  bringBack: 'Bring back…',
};
