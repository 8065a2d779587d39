import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  buildProcedures,
  issuesDocumentAt,
  type Procedure,
  type ProcedureCatalogue,
  procedureAt,
} from '#shared/domain/procedure.ts';
import { foldWords } from '#shared/text/fold.ts';
import { type CatalogueSource, procedureList } from '../settings/catalogues.ts';

/** The procedure catalogue as records ask it: by code, or by name as lists write it. */
export interface ProcedureLookup {
  readonly catalogue: ProcedureCatalogue;
  /** The version in force on a day; null when the catalogue has none. */
  byCode(code: string, on: LocalDate): Procedure | null;
  /** The procedure of that name in force on a day; null when there is none or more than one. */
  byName(name: string, on: LocalDate): Procedure | null;
  /** Whether the procedure issues a document (counting.md, 7.2); null when unknown. */
  issuesDocument(code: string | null, on: LocalDate): boolean | null;
}

const lookups = new WeakMap<readonly Procedure[], ProcedureLookup>();

/** The catalogue of the resources with the commune's own versions, indexed once until those change. */
export function procedureLookup(source: CatalogueSource): ProcedureLookup {
  return lookupOf(procedureList(source));
}

/** A lookup over a list of procedures in which the later wins. */
export function lookupOf(list: readonly Procedure[]): ProcedureLookup {
  const lookup = lookups.get(list) ?? createProcedureLookup(list);
  lookups.set(list, lookup);
  return lookup;
}

function createProcedureLookup(list: readonly Procedure[]): ProcedureLookup {
  const catalogue = buildProcedures(list);
  const byFoldedName = new Map<string, Procedure[]>();
  for (const procedure of list) {
    const name = foldWords(procedure.name);
    byFoldedName.set(name, [...(byFoldedName.get(name) ?? []), procedure]);
  }
  // Lists repeat some dozen names a hundred thousand times.
  const byWrittenName = new Map<string, readonly Procedure[]>();
  const named = (name: string): readonly Procedure[] => {
    let found = byWrittenName.get(name);
    if (!found) {
      found = byFoldedName.get(foldWords(name)) ?? [];
      if (byWrittenName.size < 10_000) byWrittenName.set(name, found);
    }
    return found;
  };
  const inForce = (on: LocalDate) => (procedure: Procedure) =>
    procedure.validFrom <= on && (procedure.validTo === null || on <= procedure.validTo);
  return {
    catalogue,
    byCode: (code, on) => procedureAt(catalogue, code, on),
    byName: (name, on) => {
      const codes = new Set(
        named(name)
          .filter(inForce(on))
          .map(({ code }) => code),
      );
      const [code] = codes;
      return codes.size === 1 && code !== undefined ? procedureAt(catalogue, code, on) : null;
    },
    issuesDocument: (code, on) => issuesDocumentAt(catalogue, code, on),
  };
}
