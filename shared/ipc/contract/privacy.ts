import { z } from 'zod';
import { LEDGER_IDS } from '../../domain/ledgers/registry.ts';
import { PERSON_SIGNS } from '../../privacy/person.ts';
import { chosenFile, count, fileToken, id, localDate, nothing, service, task, text } from './common.ts';
import { closedReason } from './dossiers.ts';
import { importKind } from './imports.ts';

/** Who is looked for; at least one is given, of at least four signs. */
export const personQuery = z.strictObject({
  number: text(30).nullable(),
  name: text(200).nullable(),
  phone: text(30).nullable(),
});

/** A place in the book where something about a citizen stands (electron/application/ports/privacy.ts). */
export const personalPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dossier'), id }),
  z.strictObject({ kind: z.literal('entry'), ledger: z.enum(LEDGER_IDS), id }),
  z.strictObject({ kind: z.literal('archived'), importId: id, id }),
  z.strictObject({ kind: z.literal('cell'), importId: id, index: count }),
  z.strictObject({ kind: z.literal('reason'), changeSet: id }),
]);
const places = z.array(personalPlace).min(1).max(2000);

/** Why somebody deals with a citizen's data: the request, its number or day. Names no citizen. */
export const privacyReason = text(500).min(1);

const values = z.array(z.strictObject({ field: text(300), value: text(4000) }));

/** A place with what stands there; ID numbers masked. */
export const personalFind = z.strictObject({
  place: personalPlace,
  sign: z.enum(PERSON_SIGNS),
  /** Only a former value says so. */
  before: z.boolean(),
  /** Taken as theirs unless a person says otherwise. */
  taken: z.boolean(),
  ledger: importKind,
  title: text(900),
  deleted: z.boolean(),
  /** What is about citizens there now, and what was. */
  values,
  former: values,
});
export type FoundPlace = z.infer<typeof personalFind>;

const request = { query: personQuery, places, reason: privacyReason };

/** How long a ledger keeps what is about citizens; null: no time is set, nothing is ever due. */
export const retentionYears = z.number().int().min(1).max(70).nullable();

export const privacyCalls = {
  /** Every place where a person stands; at most 500, the surest first. Logged. */
  'privacy.find': service(
    z.strictObject({ query: personQuery, task: task.optional() }),
    z.strictObject({ finds: z.array(personalFind), total: count }),
  ),
  /** The paper (PDF) or the workbook that a citizen gets. Logged with the reason. */
  'privacy.export': service(
    z.strictObject({ ...request, format: z.enum(['pdf', 'xlsx']), target: fileToken }),
    z.strictObject({ records: count, saved: chosenFile }),
  ),
  /** Writes a name or number right in all these records; what is null stays. */
  'privacy.correct': service(
    z.strictObject({
      ...request,
      name: text(200).min(1).nullable(),
      number: text(30).min(1).nullable(),
      closedReason,
    }),
    z.strictObject({
      records: count,
      /** By which it can be taken back: of the dossiers, and one for each entry. */
      dossierSet: id.nullable(),
      entrySets: z.array(z.strictObject({ ledger: z.enum(LEDGER_IDS), changeSet: id })),
    }),
  ),
  /** Takes what is about citizens out of these places for good. `purged`: out of the bytes of the file, too. */
  'privacy.anonymise': service(
    z.strictObject(request),
    z.strictObject({ records: count, remnants: count, purged: z.boolean() }),
  ),
  /** How long what is kept, and what is due by that today. */
  'privacy.retention': service(
    nothing,
    z.strictObject({
      ledgers: z.array(
        z.strictObject({
          ledger: importKind,
          years: retentionYears,
          /** The last day of an end that is due today; null where no time is set. */
          until: localDate.nullable(),
          records: count,
          remnants: count,
        }),
      ),
    }),
  ),
  'privacy.saveRetention': service(
    z.strictObject({ ledger: importKind, years: retentionYears }),
    z.strictObject({ years: retentionYears }),
  ),
  /** Anonymises what is due of one ledger. Throws RECORD_CHANGED when that is not what was shown. */
  'privacy.anonymiseDue': service(
    z.strictObject({ ledger: importKind, until: localDate, places: count, reason: privacyReason }),
    z.strictObject({ records: count, remnants: count, purged: z.boolean() }),
  ),
} as const;
