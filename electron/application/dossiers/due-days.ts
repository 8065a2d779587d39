import { proposeDue } from '#shared/domain/due-date.ts';
import { movedDue } from '#shared/domain/suspensions.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { type CatalogueSource, workCalendar } from '../settings/catalogues.ts';
import { onCalendar } from '../settings/on-calendar.ts';
import { procedureLookup } from './procedure-lookup.ts';

/** The due date by the procedure in force on the day of receipt and the calendar; none where no time is known. Throws CALENDAR_UNUSABLE. */
export function proposeDossierDue(
  { procedureCode, channel, receivedOn }: Parsed<'dossiers.proposeDue'>,
  source: CatalogueSource,
): Output<'dossiers.proposeDue'> {
  const procedure = procedureLookup(source).byCode(procedureCode, receivedOn);
  const { holidays, ...proposal } = onCalendar(() =>
    proposeDue(procedure, channel, receivedOn, workCalendar(source)),
  );
  return { ...proposal, holidays: [...holidays] };
}

/** The due day after the spans that have ended. Throws `AppError` CALENDAR_UNUSABLE. */
export function proposeMovedDue(
  { dueOn, suspensions }: Parsed<'dossiers.proposeMovedDue'>,
  source: CatalogueSource,
): Output<'dossiers.proposeMovedDue'> {
  const moved = onCalendar(() => movedDue(dueOn, suspensions, workCalendar(source)));
  return { ...moved, holidays: [...moved.holidays], suspensions: [...moved.suspensions] };
}
