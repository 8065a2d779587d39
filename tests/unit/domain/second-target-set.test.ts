import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { ArrayLedgerSource } from '#shared/domain/array-ledger-source.ts';
import type { CountSources } from '#shared/domain/count-source.ts';
import { evaluatePeriod } from '#shared/domain/evaluate.ts';
import { DOSSIER_FORMULAS, LEDGER_FORMULAS } from '#shared/domain/formulas/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { cutAt, PERIOD_SCHEMES, resolvePeriod } from '#shared/domain/period.ts';
import {
  type TargetObjective,
  type TargetSet,
  THRESHOLD_OPS,
  UNIT_LEVELS,
} from '#shared/domain/target-set.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';
import { dossier, evaluatedPeriod, issuesDocumentOf } from './arbitraries.ts';
import { book } from './ledger-arbitraries.ts';
import { ORACLE } from './oracle/dossiers.ts';
import { ledgerFigure, type OracleAnswer } from './oracle/ledgers.ts';
import { resource } from './resources.ts';
import { plainDossier } from './sample-dossier.ts';

const on = (text: string) => text as LocalDate;
const root = join(import.meta.dirname, '../../..');

/** The verdict once more, in whole numbers. */
function verdict(answer: OracleAnswer, op: string, basisPoints: number): string {
  if (typeof answer === 'string') return answer;
  const { numerator, denominator } = answer;
  if (denominator === 0) return 'no-data';
  const difference = numerator * 10_000 - denominator * basisPoints;
  const isMet = op === '>=' ? difference >= 0 : op === '>' ? difference > 0 : difference === 0;
  return isMet ? 'met' : 'missed';
}

describe('any target set', () => {
  const formulas = [...DOSSIER_FORMULAS, ...LEDGER_FORMULAS].map(({ id }) => id);
  const threshold = fc.record({
    op: fc.constantFrom(...THRESHOLD_OPS),
    basisPoints: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(5000, 10_000)),
  });
  const objective: fc.Arbitrary<TargetObjective> = fc
    .record({
      id: fc.stringMatching(/^[a-z]{1,3}\.[a-z]$/),
      formula: fc.constantFrom(...formulas),
      threshold: fc.record({ commune: threshold, district: threshold }),
      striven: fc.boolean(),
      onlyField: fc.constantFrom(undefined, 'Hộ tịch', ''),
    })
    .map(({ onlyField, ...rest }) => ({
      ...rest,
      annexPoint: 'IV',
      title: { vi: rest.id, en: rest.id },
      sentence: { vi: rest.id, en: rest.id },
      ...(onlyField !== undefined && rest.formula.startsWith('dossier')
        ? { filter: { field: [onlyField] } }
        : {}),
    }));
  const objectives = fc.uniqueArray(objective, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });
  const dossiers = fc.uniqueArray(dossier, { selector: ({ code }) => code, maxLength: 40 });

  it('is judged by its own objectives, formulas, filters and thresholds and by nothing else', () => {
    fc.assert(
      fc.property(
        objectives,
        dossiers,
        book,
        evaluatedPeriod,
        fc.constantFrom(...PERIOD_SCHEMES),
        fc.constantFrom(...UNIT_LEVELS),
        (list, records, ledgers, period, scheme, level) => {
          const set: TargetSet = {
            id: 'another',
            version: 7,
            name: { vi: 'Khác', en: 'Other' },
            decision: { number: '1/QĐ-UBND', date: on('2030-01-01'), issuer: 'x' },
            validFrom: on('2000-01-01'),
            validTo: null,
            objectives: list,
          };
          const sources: CountSources = {
            dossiers: new ArrayCountSource(records, issuesDocumentOf),
            ledgers: new ArrayLedgerSource(ledgers),
            scheme,
          };
          const evaluation = evaluatePeriod(set, level, period, sources, 'a'.repeat(64));
          expect(evaluation.targetSet).toEqual({ id: 'another', version: 7, sha256: 'a'.repeat(64) });
          expect(evaluation.objectives.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
          list.forEach((one, index) => {
            const wanted = answerOf(one);
            const { op, basisPoints } = one.threshold[level];
            const result = evaluation.objectives[index];
            expect(result).toMatchObject({
              formula: one.formula,
              threshold: { op, basisPoints },
              verdict: verdict(wanted, op, basisPoints),
            });
            if (typeof wanted === 'string') expect(result?.numerator).toBeNull();
            else expect(result).toMatchObject(wanted);
          });

          function answerOf({ id, formula, filter }: TargetObjective): OracleAnswer {
            const rule = ORACLE[formula];
            if (rule === undefined)
              return ledgerFigure(formula, {
                book: ledgers,
                said: {},
                ...period,
                scheme: period.scheme ?? scheme,
                objective: id,
              });
            const wanted = filter?.field?.[0];
            const some =
              wanted === undefined ? records : records.filter(({ field }) => (field ?? '') === wanted);
            const lists = rule({ dossiers: some, issuesDocument: issuesDocumentOf, ...period });
            return {
              numerator: lists.counted.length,
              denominator: lists.counted.length + lists.against.length,
              missingData: lists.missing.length,
            };
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of a commune that counts quite other things, worked out by hand', () => {
    const objectiveJson = (
      id: string,
      formula: string,
      op: string,
      basisPoints: number,
      filter?: object,
    ) => ({
      id,
      annexPoint: 'B',
      formula,
      ...(filter && { filter }),
      threshold: { commune: { op, basisPoints }, district: { op: '>=', basisPoints: 1 } },
      striven: false,
      title: { vi: id, en: id },
      sentence: { vi: id, en: id },
    });
    const set = parseTargetSet({
      format: 1,
      id: 'phuong-khac-2026',
      version: 2,
      name: { vi: 'Mục tiêu khác', en: 'Other objectives' },
      decision: { number: '7/QĐ-UBND', date: '2026-01-05', issuer: 'Chủ tịch UBND phường' },
      validFrom: '2026-01-01',
      validTo: null,
      objectives: [
        objectiveJson('DAT', 'dossier.on-time.reappointed.v1', '>', 5000, { field: ['Đất đai'] }),
        objectiveJson('BUU', 'dossier.online.received.v1', '>=', 3334, { handler: ['Lê Thị C', ''] }),
        objectiveJson('PA', 'petition.settled-on-time.v1', '=', 10_000, { source: ['portal'] }),
        objectiveJson('HL', 'survey.satisfied.v1', '>', 6666, { place: ['kiosk'] }),
        objectiveJson('CAY', 'hand.ratio.v1', '>=', 7500),
        objectiveJson('DUONG', 'hand.ratio.v1', '>=', 1),
      ],
    });
    const petition = {
      subject: 'x',
      senderName: null,
      procedureCode: null,
      field: null,
      handler: null,
      outcome: null,
      note: null,
    };
    const planted = { objective: 'CAY', evidence: 'Biên bản', counter: null, unit: null, note: null };
    const batch = { forms: 3, invalid: 0, handedOut: null, counter: null, note: null, verySatisfied: 0 };
    const sources: CountSources = {
      scheme: 'calendar',
      dossiers: new ArrayCountSource([
        plainDossier({
          code: '1',
          field: 'Đất đai',
          receivedOn: '2026-01-05',
          dueOn: '2026-01-08',
          reappointedDueOn: '2026-01-20',
          finishedOn: '2026-01-15',
        }),
        plainDossier({
          code: '2',
          field: 'Đất đai',
          receivedOn: '2026-01-05',
          dueOn: '2026-01-08',
          finishedOn: '2026-01-09',
          handler: 'Lê Thị C',
          channel: 'online',
        }),
        plainDossier({
          code: '3',
          receivedOn: '2026-02-02',
          dueOn: '2026-02-03',
          finishedOn: '2026-02-03',
          handler: 'Người khác',
          channel: 'online',
        }),
        plainDossier({ code: '4', receivedOn: '2026-02-02', handler: 'Lê Thị C' }),
      ]),
      ledgers: new ArrayLedgerSource({
        petitions: [
          {
            ...petition,
            code: 'a',
            source: 'portal',
            receivedOn: on('2026-01-05'),
            dueOn: on('2026-01-10'),
            closedOn: on('2026-01-10'),
            reComplained: false,
          },
          {
            ...petition,
            code: 'b',
            source: 'portal',
            receivedOn: on('2026-01-05'),
            dueOn: on('2026-01-10'),
            closedOn: on('2026-01-09'),
            reComplained: true,
          },
          {
            ...petition,
            code: 'c',
            source: 'letter',
            receivedOn: on('2026-01-05'),
            dueOn: on('2026-01-10'),
            closedOn: null,
            reComplained: null,
          },
        ],
        'survey-batches': [
          { ...batch, code: 'k', countedOn: on('2026-03-01'), place: 'kiosk', satisfied: 2, dissatisfied: 1 },
          { ...batch, code: 'p', countedOn: on('2026-03-01'), place: 'paper', satisfied: 0, dissatisfied: 3 },
        ],
        'hand-counts': [
          { ...planted, from: on('2026-01-01'), to: on('2026-01-31'), numerator: 9, denominator: 9 },
          { ...planted, from: on('2026-01-01'), to: on('2026-03-31'), numerator: 74, denominator: 100 },
          { ...planted, from: on('2026-03-01'), to: on('2026-04-30'), numerator: 50, denominator: 50 },
        ],
      }),
    };
    const period = resolvePeriod('2026-Q1', 'calendar');
    if (!period) throw new Error('no period');
    const { objectives: results } = evaluatePeriod(
      set,
      'commune',
      cutAt(period, on('2026-05-01')),
      sources,
      'b'.repeat(64),
    );
    const shown = results.map(({ id, numerator, denominator, percent, verdict: said, shortBy }) =>
      [id, numerator, denominator, percent, said, shortBy].join(' '),
    );
    expect(shown).toEqual([
      'DAT 1 2 50.00 missed 1',
      // Of the dossiers of Lê Thị C and of nobody one in three came online, which is just below 33,34 %.
      'BUU 1 3 33.33 missed 1',
      'PA 1 2 50.00 missed 1',
      'HL 2 3 66.66 met ',
      'CAY 74 100 74.00 missed 1',
      'DUONG    not-recorded ',
    ]);
  });
});

describe('the program', () => {
  const decision = resource('targets/nhon-trach-2024.json') as {
    id: string;
    decision: { number: string };
    objectives: { id: string; threshold: Record<string, { basisPoints: number }> }[];
  };
  const FOLDERS = ['shared/domain', 'electron/application', 'electron/persistence', 'shared/report'];

  function sources(folder: string): string[] {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name));
  }

  /** A source without its comments, which may name the decision. */
  function codeOf(path: string): string {
    return readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '');
  }

  it('holds no threshold, objective, set or number of the decision', () => {
    const ids = decision.objectives.map(({ id }) => id).filter((id) => id.includes('.'));
    expect(ids).toContain('2.3');
    const points = decision.objectives
      .flatMap(({ threshold }) => Object.values(threshold).map(({ basisPoints }) => basisPoints))
      // A round number may well be another limit.
      .filter((value) => value % 1000 !== 0);
    expect(points).toContain(9700);
    const number = (value: number) => `${String(value).slice(0, -3)}_?${String(value).slice(-3)}`;
    const forbidden = [
      new RegExp(`['"\`](${ids.map((id) => id.replace('.', '\\.')).join('|')})['"\`]`),
      new RegExp(`(?<![\\w.])(${[...new Set(points)].map(number).join('|')})(?![\\w.])`),
      /basisPoints['"]?\s*(:|[=!<>]=*)\s*[1-9]/,
      new RegExp(decision.id),
      new RegExp(decision.decision.number.replace('/', '\\/')),
    ];
    const found = FOLDERS.flatMap(sources).flatMap((path) =>
      forbidden
        .map((pattern) => pattern.exec(codeOf(path)))
        .filter((match) => match !== null)
        .map((match) => `${relative(root, path)}: ${match[0]}`),
    );
    expect(found).toEqual([]);
  });
});
