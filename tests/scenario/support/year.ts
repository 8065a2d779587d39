import type { Deed } from './deeds.ts';
import { Random } from './random.ts';
import { type Event, LAST } from './year/common.ts';
import { dossierEvents } from './year/dossiers.ts';
import { handCountEvents } from './year/hand-counts.ts';
import { isoEvents } from './year/iso.ts';
import { petitionEvents } from './year/petitions.ts';
import { signatureEvents } from './year/signatures.ts';
import { staffEvents } from './year/staff.ts';
import { surveyEvents } from './year/surveys.ts';
import { workFileEvents } from './year/work-files.ts';

/** A commune's year in all ledgers, with corrections, removals, deeds taken back and lists from spreadsheets. */
export function officeYear(seed: number): Deed[] {
  const random = new Random(seed);
  const events: Event[] = [
    ...dossierEvents(random),
    ...petitionEvents(random),
    ...surveyEvents(random),
    ...staffEvents(random),
    ...workFileEvents(random),
    ...signatureEvents(),
    ...isoEvents(random),
    ...handCountEvents(random),
  ];
  return events
    .filter((event) => (event[0]?.on ?? LAST) <= LAST)
    .sort((a, b) => ((a[0]?.on ?? '') < (b[0]?.on ?? '') ? -1 : (a[0]?.on ?? '') > (b[0]?.on ?? '') ? 1 : 0))
    .flat();
}
