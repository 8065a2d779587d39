import type { Role } from './unit.ts';

/** All that not everybody in an office may do. The order is that in which people see them. */
export const ABILITIES = [
  // Work on records.
  'record',
  'export-records',
  'see-numbers',
  'unlock-period',
  'personal-data',
  // Reports.
  'sign',
  'manage-keys',
  'receive',
  'trust-signers',
  // The office.
  'change-targets',
  'change-settings',
  'manage-people',
  'keep-backups',
  'restore',
  'merge-units',
  'export-log',
] as const;
export type Ability = (typeof ABILITIES)[number];

const EVERYBODY: readonly Role[] = ['clerk', 'head', 'chairman', 'receiver'];
const LEADERS: readonly Role[] = ['head', 'chairman'];
const LEADERS_AND_RECEIVER: readonly Role[] = ['head', 'chairman', 'receiver'];

/** Which roles have an ability where nothing else is said of the person. */
export const ROLES_WITH: Readonly<Record<Ability, readonly Role[]>> = {
  /** Write, remove, import and take back records of any ledger but the commune's own procedures and calendar. */
  record: EVERYBODY,
  /** Save records as a workbook: citizens' data leave the encrypted folder. */
  'export-records': EVERYBODY,
  /** See citizens' ID numbers unmasked. */
  'see-numbers': LEADERS,
  /** Correct with a reason what a signed report counted. */
  'unlock-period': LEADERS,
  /** Find, give out, correct and anonymise all that is kept of one citizen. */
  'personal-data': LEADERS,
  /** Sign reports and consolidated reports. */
  sign: LEADERS,
  /** Make signing keys, hand over from one to the next, choose tokens. */
  'manage-keys': LEADERS,
  /** List of units, deadlines, answers to reports that came in. */
  receive: LEADERS_AND_RECEIVER,
  /** Enrol and revoke the keys by which reports are judged. */
  'trust-signers': LEADERS_AND_RECEIVER,
  /** The commune's own target sets, and given ones from files. */
  'change-targets': LEADERS,
  /** The unit, receiver, layout, own procedures and calendar. */
  'change-settings': LEADERS,
  /** People, their roles and rights; recovery sheet, key of the folder. */
  'manage-people': LEADERS,
  /** Where and how often copies are made; save one elsewhere. */
  'keep-backups': LEADERS,
  /** Put a copy in the place of the present data. */
  restore: LEADERS_AND_RECEIVER,
  /** Join the books of former units into this one, and open this one to be joined to another. */
  'merge-units': LEADERS,
  /** Save the log of all that was done. */
  'export-log': LEADERS_AND_RECEIVER,
};

/** What was said of one person: true gives an ability, false takes it, whatever the role has. */
export type RightExceptions = Readonly<Partial<Record<Ability, boolean>>>;

/** Whoever has rights: a role, and what was said of the person beside it. */
export interface RightsHolder {
  readonly role: Role;
  readonly exceptions?: RightExceptions;
}

/** Whether somebody has an ability: by what was said of them, else by their role. */
export function may({ role, exceptions }: RightsHolder, ability: Ability): boolean {
  return exceptions?.[ability] ?? ROLES_WITH[ability].includes(role);
}

/** All abilities that somebody has, in the order of {@link ABILITIES}. */
export function abilitiesOf(holder: RightsHolder): Ability[] {
  return ABILITIES.filter((ability) => may(holder, ability));
}

/** Exceptions without those that say what the role says anyway; another role then brings its own rights. */
export function tidyExceptions(role: Role, exceptions: RightExceptions): RightExceptions {
  return Object.fromEntries(
    ABILITIES.flatMap((ability) => {
      const said = exceptions[ability];
      return said === undefined || said === ROLES_WITH[ability].includes(role) ? [] : [[ability, said]];
    }),
  );
}
