import type { FormulaCause } from './cause.ts';
import { against, type Classification, counted, type DossierFormula, excluded } from './formula.ts';

/** 5.1 of the 2024 decision: received in the period and kept in the one-stop software. */
export const inSoftware: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.in-software.v1',
  population: 'received',
  correctable: ['not-in-software', 'unknown-as-no'],
  classify: ({ facts }) => byFlag(facts.inSoftware, 'in-software', 'not-in-software'),
};

/** 5.2 of the 2024 decision: of those in the software, paper and system recorded as matching. */
export const parallel: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.parallel.v1',
  population: 'received',
  correctable: ['paper-differs', 'unknown-as-no'],
  classify: ({ facts }) =>
    facts.inSoftware === true
      ? byFlag(facts.parallel, 'paper-matches', 'paper-differs')
      : excluded('not-in-software'),
};

function byFlag(flag: boolean | null, yes: FormulaCause, no: FormulaCause): Classification {
  if (flag === null) return against('unknown-as-no', true);
  return flag ? counted(yes) : against(no);
}
