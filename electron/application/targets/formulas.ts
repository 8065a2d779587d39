import { CHANNELS } from '#shared/domain/dossier.ts';
import { filterFieldsOf } from '#shared/domain/formulas/filters.ts';
import type { Formula } from '#shared/domain/formulas/formula.ts';
import { DOSSIER_FORMULAS, LEDGER_FORMULAS } from '#shared/domain/formulas/registry.ts';
import { ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';
import { procedureLookup } from '../dossiers/procedure-lookup.ts';

type FormulaChoice = Output<'targets.formulas'>[number];

/** Most values offered for one field. */
const MOST = 500;
/** Longest value that a filter may name. */
const LONGEST = 300;

/** The formulas that objectives may be built from, each with its filters and the values in use. */
export function formulaChoices(workspace: Workspace): FormulaChoice[] {
  return [...DOSSIER_FORMULAS, ...LEDGER_FORMULAS].map((formula) => ({
    id: formula.id,
    kind: kindOf(formula),
    filters: Object.fromEntries(
      filterFieldsOf(formula).map((field) => [
        field,
        valuesOf(workspace, formula, field)
          .filter((value) => value.length <= LONGEST)
          .slice(0, MOST),
      ]),
    ),
  }));
}

/** Counted by hand is what counts hand counts alone. */
function kindOf(formula: Formula): FormulaChoice['kind'] {
  if (formula.kind === 'dossier') return 'dossier';
  return formula.ledgers.every((ledger) => ledger === 'hand-counts') ? 'hand' : 'ledger';
}

function valuesOf(workspace: Workspace, formula: Formula, field: string): readonly string[] {
  return formula.kind === 'dossier'
    ? dossierValues(workspace, field)
    : formula.ledgers.flatMap((ledger) => {
        const known = ledgerOf(ledger).fields[field];
        if (known === undefined) return [];
        return known.choices === null
          ? workspace.store.entries.used(ledger, field, MOST)
          : Object.keys(known.choices);
      });
}

function dossierValues(workspace: Workspace, field: string): readonly string[] {
  const { dossiers } = workspace.store;
  switch (field) {
    case 'channel':
      return CHANNELS;
    case 'field':
      return [...new Set([...dossiers.fields(), ...catalogue(workspace).map((one) => one.field)])].sort(
        compareVietnamese,
      );
    case 'procedureCode':
      return [
        ...new Set([...dossiers.recorded('procedure-code'), ...catalogue(workspace).map(({ code }) => code)]),
      ].sort(compareVietnamese);
    case 'handler':
      return dossiers.recorded('handler');
    default:
      return [];
  }
}

/** Procedures in force today. */
function catalogue(workspace: Workspace) {
  const lookup = procedureLookup(workspace);
  const today = workspace.clock.today();
  return [...lookup.catalogue.byCode.keys()].flatMap((code) => lookup.byCode(code, today) ?? []);
}
