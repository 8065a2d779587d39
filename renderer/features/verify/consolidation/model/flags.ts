import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';

export type UnitRow = ReceiverTable['units'][number];
export type FileRow = ReceiverTable['files'][number];

/** What a unit can be filtered by. One unit may bear several flags. */
export const UNIT_FLAGS = [
  'received',
  'missing',
  'late',
  'twice',
  'superseded',
  'unknown-signer',
  'invalid',
  'other-key',
  'chain',
  'other-file',
  'missed',
  'lowered',
  'name',
] as const;
export type UnitFlag = (typeof UNIT_FLAGS)[number];

/** The flags of a unit: what it is, and what its files are. */
export function flagsOf(unit: UnitRow, files: readonly FileRow[]): ReadonlySet<UnitFlag> {
  const flags = new Set<UnitFlag>();
  const has = (...states: FileRow['state'][]): boolean =>
    unit.files.some((at) => states.includes((files[at] as FileRow).state));
  if (unit.state === 'received') flags.add('received');
  if (unit.state === 'missing') flags.add('missing');
  if (unit.state === 'other-file') flags.add('other-file');
  if (unit.late?.signed || unit.late?.received) flags.add('late');
  if (unit.duplicates > 0) flags.add('twice');
  if (unit.superseded > 0) flags.add('superseded');
  if (has('unknown-signer', 'newer-format')) flags.add('unknown-signer');
  if (has('invalid', 'no-report')) flags.add('invalid');
  if (has('other-key')) flags.add('other-key');
  if (unit.chain === 'part' || unit.chain === 'broken' || has('contradiction')) flags.add('chain');
  if (unit.missed.length + unit.missedStriven.length > 0) flags.add('missed');
  if (unit.lowered.length > 0) flags.add('lowered');
  if (unit.nameDiffers) flags.add('name');
  return flags;
}

/** How many units bear each flag. */
export function countFlags(all: readonly ReadonlySet<UnitFlag>[]): Readonly<Record<UnitFlag, number>> {
  const counts = Object.fromEntries(UNIT_FLAGS.map((flag) => [flag, 0])) as Record<UnitFlag, number>;
  for (const flags of all) for (const flag of flags) counts[flag] += 1;
  return counts;
}
