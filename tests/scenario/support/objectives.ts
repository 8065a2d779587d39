import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './office.ts';
import type { OracleObjective } from './oracle.ts';

const decision = JSON.parse(readFileSync(join(root, 'resources/targets/nhon-trach-2024.json'), 'utf8')) as {
  objectives: {
    id: string;
    formula: string;
    threshold: { commune: { op: '>=' | '>' | '='; basisPoints: number } };
  }[];
};
const given: readonly OracleObjective[] = decision.objectives.map(({ id, formula, threshold }) => ({
  id,
  formula,
  ...threshold.commune,
}));

const wording = (words: string) => ({ vi: words, en: words });

/** What the commune sets for itself beneath the decision: stricter, and three objectives of its own. */
export function ownSetOf(validFrom: string, onTime: number) {
  return {
    base: 'nhon-trach-2024',
    name: wording('Mục tiêu chất lượng năm 2024 của xã Phước An'),
    decision: { number: '12/QĐ-UBND', date: '2024-01-05', issuer: 'Chủ tịch Ủy ban nhân dân xã Phước An' },
    validFrom,
    validTo: null,
    raised: { '2.1': { op: '>=', basisPoints: onTime }, '7.2': { op: '>', basisPoints: 2500 } },
    added: [
      {
        id: 'X.1',
        formula: 'dossier.online.resolved.v1',
        filter: { field: ['Hộ tịch'] },
        threshold: { op: '>=', basisPoints: 4000 },
        striven: false,
        title: wording('Hồ sơ hộ tịch giải quyết trực tuyến'),
        sentence: wording('Ít nhất 40% hồ sơ hộ tịch được giải quyết trực tuyến.'),
      },
      {
        id: 'X.2',
        formula: 'hand.ratio.v1',
        filter: null,
        threshold: { op: '>=', basisPoints: 9000 },
        striven: false,
        title: wording('Lịch tiếp công dân được thực hiện'),
        sentence: wording('Ít nhất 90% lịch tiếp công dân được thực hiện.'),
      },
      {
        id: 'X.3',
        formula: 'petition.settled-on-time.v1',
        filter: { field: ['Hộ tịch', ''] },
        threshold: { op: '>', basisPoints: 5000 },
        striven: true,
        title: wording('Phản ánh được giải quyết dứt điểm'),
        sentence: wording('Trên 50% phản ánh về hộ tịch được giải quyết dứt điểm, đúng hạn.'),
      },
    ],
  };
}

/** The objectives by which a period is judged: given ones, raised, and the commune's own. */
export function objectivesOf(onTime: number): OracleObjective[] {
  const own = ownSetOf('2023-12-15', onTime);
  const raised = own.raised as Record<string, { op: string; basisPoints: number }>;
  return [
    ...given.map((objective) => ({ ...objective, ...raised[objective.id] }) as OracleObjective),
    ...own.added.map(
      ({ id, formula, filter, threshold }) =>
        ({ id, formula, ...threshold, ...(filter === null ? {} : { filter }) }) as OracleObjective,
    ),
  ];
}

const procedures = (
  JSON.parse(readFileSync(join(root, 'resources/procedures/commune.json'), 'utf8')) as {
    procedures: { code: string; issuesDocument: boolean | null }[];
  }
).procedures;

/** Whether a procedure of the scenario issues a document; each of them has one version in 2024. */
export function catalogueIssues(code: string | null): boolean | null {
  return procedures.find((procedure) => procedure.code === code)?.issuesDocument ?? null;
}
