import {
  against,
  type Classification,
  counted,
  type DossierFormula,
  excluded,
  type FormulaMember,
} from './formula.ts';

/** 7.1 of the 2024 decision: received in the period, components digitised, less those that need none. */
export const digitisedReceived: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.digitised.received.v1',
  population: 'received',
  correctable: ['not-digitised', 'unknown-as-no'],
  classify: ({ facts }) => {
    switch (facts.components) {
      case 'yes':
        return counted('digitised');
      case 'no':
        return against('not-digitised');
      case 'not-required':
        return excluded('not-required');
      case null:
        // What came online came as files (counting.md): nothing is missing there.
        return facts.channel === 'online'
          ? counted('online-components-unknown')
          : against('unknown-as-no', true);
    }
  },
};

/** 7.2 of the 2024 decision: electronic result, of the resolved dossiers that have a result to digitise. */
export const resultDigitisedResolved: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.result-digitised.resolved.v1',
  population: 'resolved',
  correctable: ['not-digitised', 'unknown-as-no'],
  classify: (member) => {
    const { ending, result, issuesDocument } = member.facts;
    if (ending === 'refused' || ending === 'withdrawn' || ending === 'stopped') return excluded(ending);
    if (result === 'not-required') return excluded('not-required');
    if (result === null && issuesDocument === false) return excluded('no-document-issued');
    return byResult(member);
  },
};

/** Electronic result of all resolved dossiers; nothing is left out of the denominator. */
export const resultDigitisedAll: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.result-digitised.all.v1',
  population: 'resolved',
  correctable: ['not-digitised', 'unknown-as-no'],
  classify: byResult,
};

function byResult({ facts }: FormulaMember): Classification {
  switch (facts.result) {
    case 'yes':
      return counted('digitised');
    case 'no':
      return against('not-digitised');
    case 'not-required':
      return against('not-required');
    case null:
      return facts.issuesDocument === false ? against('no-document-issued') : against('unknown-as-no', true);
  }
}
