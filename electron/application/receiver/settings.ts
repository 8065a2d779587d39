import { z } from 'zod';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { asUnitsFile, type ExpectedUnit, unitsFile } from '#shared/receiver/units.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { demandSound } from './units-list.ts';

const UNITS = 'receiver.units';
const SETTINGS = 'receiver.settings';
const kept = z.strictObject({ dueDays: z.number().int().nullable() });

/** The units from which this receiver expects reports; empty while nobody wrote any down. */
export function readUnits({ store }: Pick<Workspace, 'store'>): ExpectedUnit[] {
  const value = store.documents.get(UNITS);
  return value === undefined ? [] : unitsFile.parse(value).units;
}

/** Keeps the list in the place of the former one. Throws `AppError` UNITS_INVALID. */
export async function saveUnits(
  { store }: Workspace,
  { units }: Parsed<'receiver.saveUnits'>,
): Promise<ExpectedUnit[]> {
  const value = asUnitsFile(demandSound(units));
  await store.write((tx) => tx.putDocument(UNITS, value));
  return value.units;
}

/** Days after a period's end by which the units' reports are due; null: not set. */
export function readSettings({ store }: Pick<Workspace, 'store'>): Output<'receiver.settings'> {
  const value = store.documents.get(SETTINGS);
  return value === undefined ? { dueDays: null } : kept.parse(value);
}

/** Keeps them for all periods. */
export async function saveSettings(
  { store }: Workspace,
  settings: Parsed<'receiver.saveSettings'>,
): Promise<Output<'receiver.settings'>> {
  await store.write((tx) => tx.putDocument(SETTINGS, settings));
  return settings;
}

/** The day by which reports on a period are due, by the setting; null where none is set. */
export function dueDay(workspace: Pick<Workspace, 'store'>, period: string): LocalDate | null {
  const { dueDays } = readSettings(workspace);
  const resolved = resolvePeriod(period, readProfile(workspace.store).periodScheme);
  return dueDays === null || resolved === null ? null : addDays(resolved.to, dueDays);
}
