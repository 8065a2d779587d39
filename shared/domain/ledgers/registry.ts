import { calendarDays, procedureVersions } from './catalogues.ts';
import type { AnyRecord, LedgerDefinition, LedgerPlace, LedgerRecord } from './definition.ts';
import { isoActivities } from './iso-activities.ts';
import { petitions } from './petitions.ts';
import { communications, handCounts, measures } from './plan.ts';
import { signatureCertificates, signatureUnits } from './signatures.ts';
import { staff, staffCourses, staffRatings } from './staff.ts';
import { surveyAnswers, surveyBatches } from './surveys.ts';
import { workFiles } from './work-files.ts';

/** Every ledger beside the dossiers, in the order of the screens. */
const DEFINITIONS = {
  petitions,
  'survey-answers': surveyAnswers,
  'survey-batches': surveyBatches,
  staff,
  'staff-ratings': staffRatings,
  'staff-courses': staffCourses,
  'work-files': workFiles,
  'signature-units': signatureUnits,
  'signature-certificates': signatureCertificates,
  'iso-activities': isoActivities,
  measures,
  communications,
  'hand-counts': handCounts,
  procedures: procedureVersions,
  'calendar-days': calendarDays,
} as const;

export type LedgerId = keyof typeof DEFINITIONS;
export const LEDGER_IDS = Object.keys(DEFINITIONS) as readonly LedgerId[];

/** The record type of a ledger. */
export type RecordOfLedger<L extends LedgerId> = LedgerRecord<(typeof DEFINITIONS)[L]>;

/** An entry as figures see it: the stored record with its id, and the key by which people and lists name it. */
export interface LedgerEntry<R = AnyRecord> {
  readonly id: number;
  readonly key: string;
  readonly record: R;
}

/** The definition of a ledger, whichever it is. */
export function ledgerOf(id: LedgerId): LedgerDefinition {
  // The functions of a definition take its own record; whoever has only the id hands them records checked by it.
  return DEFINITIONS[id] as unknown as LedgerDefinition;
}

/** Ledgers of a screen, in order. */
export function ledgersAt(place: LedgerPlace): readonly LedgerId[] {
  return LEDGER_IDS.filter((id) => DEFINITIONS[id].place === place);
}

/** Whether a text names a ledger. */
export function isLedgerId(text: string): text is LedgerId {
  return Object.hasOwn(DEFINITIONS, text);
}
