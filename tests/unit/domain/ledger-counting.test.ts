import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { ArrayLedgerSource } from '#shared/domain/array-ledger-source.ts';
import type { CountSources } from '#shared/domain/count-source.ts';
import { tallyObjective } from '#shared/domain/evaluate.ts';
import { findFormula, LEDGER_FORMULAS } from '#shared/domain/formulas/registry.ts';
import { explainLedger } from '#shared/domain/ledger-tally.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { recordBreaches } from '#shared/domain/ledgers/entry-rules.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { PERIOD_SCHEMES } from '#shared/domain/period.ts';
import { evaluatedPeriod } from './arbitraries.ts';
import { book, said } from './ledger-arbitraries.ts';
import { LEDGER_ORACLE, ledgerFigure, type OracleBook } from './oracle/ledgers.ts';

const scheme = fc.constantFrom(...PERIOD_SCHEMES);
const OBJECTIVES = ['8', 'x.1', 'nobody'];

function sourcesOf(
  records: OracleBook,
  kept: Partial<Record<keyof OracleBook, string>>,
  unit: CountSources['scheme'],
): CountSources {
  return {
    dossiers: new ArrayCountSource([]),
    ledgers: new ArrayLedgerSource(records, kept as never),
    scheme: unit,
  };
}

describe('counting the other ledgers', () => {
  it('has an oracle for every formula', () => {
    expect(LEDGER_FORMULAS.map(({ id }) => id).sort()).toEqual(Object.keys(LEDGER_ORACLE).sort());
  });

  it('is tried on records that a ledger would keep', () => {
    fc.assert(
      fc.property(book, (records) => {
        const all = records as unknown as Readonly<Record<string, readonly AnyRecord[]>>;
        for (const ledger of LEDGER_IDS)
          for (const record of all[ledger] ?? [])
            expect([ledger, recordBreaches(ledgerOf(ledger), record)]).toEqual([ledger, []]);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with the oracle, in both schemes and for free dates', () => {
    fc.assert(
      fc.property(book, said, evaluatedPeriod, scheme, (records, kept, period, unit) => {
        const sources = sourcesOf(records, kept, unit);
        for (const objective of OBJECTIVES) {
          const question = {
            book: records,
            said: kept as Record<string, string | undefined>,
            from: period.from,
            to: period.to,
            asOf: period.asOf,
            scheme: period.scheme ?? unit,
            objective,
          };
          for (const { id } of LEDGER_FORMULAS)
            expect([id, tallyObjective({ id: objective, formula: id }, period, sources)]).toEqual([
              id,
              ledgerFigure(id, question),
            ]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('explains each figure by entries that add up to it', () => {
    fc.assert(
      fc.property(book, evaluatedPeriod, (records, period) => {
        const sources = sourcesOf(records, {}, 'nd09');
        for (const formula of LEDGER_FORMULAS) {
          const objective = { id: 'x.1', formula: formula.id };
          const tally = tallyObjective(objective, period, sources);
          const lists = explainLedger(formula, objective, period, sources);
          const total = (role: 'counted' | 'against') =>
            lists[role].reduce((sum, { count }) => sum + count, 0);
          if (typeof tally === 'string') {
            expect(Object.values(lists).flat()).toEqual([]);
            continue;
          }
          expect(total('counted')).toBe(tally.numerator);
          expect(total('counted') + total('against')).toBe(tally.denominator);
          for (const { ledger, id, title, count } of Object.values(lists).flat()) {
            const record = (records as unknown as Record<string, AnyRecord[]>)[ledger]?.[id - 1];
            expect(title).toContain(String(record?.[ledgerOf(ledger).columns[0] as string]));
            expect(count).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of a filtered objective is the figure of those entries alone, with what belongs to them', () => {
    fc.assert(
      fc.property(book, evaluatedPeriod, (records, period) => {
        const figure = (formula: string, of: OracleBook, filter?: Record<string, string[]>) =>
          tallyObjective(
            { id: 'x.1', formula, ...(filter && { filter }) },
            period,
            // Whether a ledger is kept is not for a filter to say.
            sourcesOf(of, Object.fromEntries(LEDGER_IDS.map((id) => [id, '2000-01-01'])), 'calendar'),
          );
        const inPortal = records.petitions.filter(
          ({ source, field }) => source === 'portal' && (field === null || field === 'Hộ tịch'),
        );
        expect(
          figure('petition.on-time.v1', records, { source: ['portal'], field: ['', 'Hộ tịch'] }),
        ).toEqual(figure('petition.on-time.v1', { ...records, petitions: inPortal }));

        const lawyers = records.staff.filter(({ department }) => department === 'Tư pháp');
        expect(figure('staff.trained.v1', records, { department: ['Tư pháp'] })).toEqual(
          figure('staff.trained.v1', { ...records, staff: lawyers }),
        );
        const codes = lawyers.map(({ code }) => code.replaceAll(' ', '').toUpperCase());
        const theirs = records['staff-ratings'].filter(({ staffCode }) =>
          codes.includes(staffCode.replaceAll(' ', '').toUpperCase()),
        );
        const rated = figure('staff.rated-good.v1', records, { department: ['Tư pháp'] });
        const wanted = figure('staff.rated-good.v1', { ...records, 'staff-ratings': theirs });
        if (wanted !== 'not-due') expect(rated).toEqual(wanted);
        // Ratings have been given, of others: nothing to count, but not before its time.
        else expect(rated === 'not-due' || (typeof rated !== 'string' && rated.denominator === 0)).toBe(true);

        const onPaper = {
          ...records,
          'survey-answers': records['survey-answers'].filter((each) => each.place === 'paper'),
          'survey-batches': records['survey-batches'].filter((each) => each.place === 'paper'),
        };
        expect(figure('survey.satisfied.v1', records, { place: ['paper'] })).toEqual(
          figure('survey.satisfied.v1', onPaper),
        );
        const ofProcedure = {
          ...records,
          'survey-answers': records['survey-answers'].filter(
            ({ procedureCode }) => procedureCode === '1.001193',
          ),
          'survey-batches': [],
        };
        expect(figure('survey.satisfied.v1', records, { procedureCode: ['1.001193'] })).toEqual(
          figure('survey.satisfied.v1', ofProcedure),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('names fields to filter by that its first ledger has', () => {
    for (const formula of LEDGER_FORMULAS) {
      const [first] = formula.ledgers;
      if (first === undefined) throw new Error(formula.id);
      for (const field of formula.filters) expect(Object.keys(ledgerOf(first).fields)).toContain(field);
      for (const ledger of formula.keptBy) expect(formula.ledgers).toContain(ledger);
      expect(findFormula(formula.id)).toBe(formula);
    }
  });
});
