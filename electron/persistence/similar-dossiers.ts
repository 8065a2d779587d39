import type { SimilarDossier, TypedDossier } from '#electron/application/ports.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { maskNumber, numberKey } from '#shared/domain/person-number.ts';
import { foldWords } from '#shared/text/fold.ts';
import { codeSlips } from './code-slips.ts';
import { storedDay } from './days.ts';
import type { Connection } from './open-database.ts';
import type { Terms } from './terms.ts';

/** Days between two receipts within which the same person and procedure may be the same dossier. */
const NEAR_DAYS = 30;
/** Dossiers shown beside the typed one; more would help nobody. */
const SHOWN = 10;

type Row = readonly [id: number, personId: string | null, applicantName: string | null];
type Found = { readonly id: number; readonly why: SimilarDossier['why'] };

/** Ids of dossiers that may be the one being typed, the likeliest first (see `DossierReader.similar`). */
export function similarDossiers(
  db: Connection,
  terms: Terms,
  typed: TypedDossier,
  today: LocalDate,
): Found[] {
  const found = new Map<number, Found['why']>();
  for (const id of ofSamePerson(db, terms, typed, today)) found.set(id, 'same-person-and-procedure');
  for (const id of withSlip(db, typed)) if (!found.has(id)) found.set(id, 'code-slip');
  return [...found].slice(0, SHOWN).map(([id, why]) => ({ id, why }));
}

function ofSamePerson(db: Connection, terms: Terms, typed: TypedDossier, today: LocalDate): number[] {
  if (typed.procedureCode === null || isBlank(typed)) return [];
  const procedure = terms.find('procedure-code', typed.procedureCode);
  if (procedure === null) return [];
  const day = typed.receivedOn ?? today;
  const rows = db.allRaw<Row>(
    `SELECT id, person_id, applicant_name FROM dossier INDEXED BY dossier_received
     WHERE deleted = 0 AND received_on BETWEEN ? AND ? AND procedure_code = ? AND id <> ?
     ORDER BY received_on DESC, id DESC`,
    storedDay(addDays(day, -NEAR_DAYS)),
    storedDay(addDays(day, NEAR_DAYS)),
    procedure,
    typed.except ?? 0,
  );
  return rows.filter((row) => samePerson(typed, row) === true).map(([id]) => id);
}

/** Those of the same person first; those of somebody else are neighbours in a row of numbers, no slips. */
function withSlip(db: Connection, typed: TypedDossier): number[] {
  const slips = codeSlips(dossierKey(typed.code));
  if (slips.length === 0) return [];
  const rows = db.allRaw<Row>(
    `SELECT id, person_id, applicant_name FROM dossier
     WHERE coalesce(code_key, code) IN (SELECT value FROM json_each(?)) AND deleted = 0 AND id <> ?
     ORDER BY received_on DESC, id DESC`,
    JSON.stringify(slips),
    typed.except ?? 0,
  );
  const judged = rows.map((row) => ({ id: row[0], same: samePerson(typed, row) }));
  return [...judged.filter(({ same }) => same === true), ...judged.filter(({ same }) => same === null)].map(
    ({ id }) => id,
  );
}

/** By the person id where both state one, else by the name; null when that cannot be told. */
function samePerson(typed: TypedDossier, [, personId, applicantName]: Row): boolean | null {
  return same(seen(typed.personId), seen(personId)) ?? same(typed.applicantName, applicantName);
}

/**
 * A number as everybody sees it. More is not compared: whoever could ask for any number and be told which dossier has
 * it would learn the hidden digits by asking (docs/masking.md).
 */
function seen(personId: string | null): string {
  return maskNumber(numberKey(foldWords(personId ?? '')));
}

function same(a: string | null, b: string | null): boolean | null {
  const left = foldWords(a ?? '');
  const right = foldWords(b ?? '');
  return left === '' || right === '' ? null : left === right;
}

function isBlank({ personId, applicantName }: TypedDossier): boolean {
  return foldWords(personId ?? '') === '' && foldWords(applicantName ?? '') === '';
}
