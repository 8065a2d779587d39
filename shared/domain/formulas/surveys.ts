import { against, type Classification, counted, excluded, type LedgerFormula } from './formula.ts';
import { memberOfEntry } from './ledger-member.ts';

const ANSWERS = 'survey-answers';
const BATCHES = 'survey-batches';

const BY_ANSWER: Readonly<Record<string, Classification>> = {
  'very-satisfied': counted('very-satisfied'),
  satisfied: counted('satisfied'),
  dissatisfied: against('dissatisfied'),
  invalid: excluded('invalid-answer'),
};

/**
 * 2.2 of the 2024 decision: valid answers "hài lòng" or "rất hài lòng", of the valid answers given in the period; a
 * batch counted from paper forms stands with the day of its count. A batch does not know which procedure its answers
 * are about: a filter by procedure leaves batches out.
 */
export const surveySatisfied: LedgerFormula = {
  kind: 'ledger',
  id: 'survey.satisfied.v1',
  ledgers: [ANSWERS, BATCHES],
  keptBy: [ANSWERS, BATCHES],
  filters: ['place', 'procedureCode'],
  members: ({ period: { from, end }, objective, entries }) => {
    const answers = entries(ANSWERS)
      .filter(({ record: { givenOn } }) => from <= givenOn && givenOn <= end)
      .map((entry) =>
        memberOfEntry(ANSWERS, entry, BY_ANSWER[entry.record.answer] ?? excluded('invalid-answer')),
      );
    if (objective.filter?.procedureCode !== undefined) return answers;
    const batches = entries(BATCHES)
      .filter(({ record: { countedOn } }) => from <= countedOn && countedOn <= end)
      .flatMap((entry) => {
        const { verySatisfied, satisfied, dissatisfied, invalid } = entry.record;
        const parts = [
          [counted('very-satisfied'), verySatisfied],
          [counted('satisfied'), satisfied],
          [against('dissatisfied'), dissatisfied],
          [excluded('invalid-answer'), invalid],
        ] as const;
        return parts.map(([classification, count]) => memberOfEntry(BATCHES, entry, classification, count));
      });
    return [...answers, ...batches];
  },
  prospects: () => ({ way: 'more', open: [], whenDue: false }),
};
