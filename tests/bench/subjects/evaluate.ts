import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountSources } from '#shared/domain/count-source.ts';
import { evaluatePeriod, evaluateTrend } from '#shared/domain/evaluate.ts';
import type { FlowRow } from '#shared/domain/evaluation.ts';
import { toCompact } from '#shared/domain/local-date.ts';
import { cutAt, type EvaluatedPeriod, resolvePeriod } from '#shared/domain/period.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';
import { type BenchRow, milliseconds, pairs } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { FLOW, reduceFlow, reduceObjectives, sampleColumns } from '../sample/columns.ts';
import { AS_OF } from '../sample/dossiers.ts';
import { openSample } from '../sample/folder.ts';
import { projectRoot } from '../sample/paths.ts';

const GOAL = { atMost: 6 } as const;

/** The target set that is measured. */
export function benchTargets() {
  return parseTargetSet(
    JSON.parse(readFileSync(join(projectRoot, 'resources/targets/nhon-trach-2024.json'), 'utf8')),
  );
}

/** Four quarters and the year, as of the day that stands still. */
export function benchPeriods(): EvaluatedPeriod[] {
  return ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-Y'].map((id): EvaluatedPeriod => {
    const period = resolvePeriod(id, 'nd09');
    assert(period);
    return cutAt(period, AS_OF);
  });
}

/** Objectives, and the flow table, of four quarters and the year: the store against a reduce over typed arrays. */
export async function evaluate({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const targetSet = benchTargets();
  const periods = benchPeriods();
  const rows: BenchRow[] = [];
  for (const size of sizes ?? (quick ? [10_000] : [10_000, 100_000, 1_000_000])) {
    const store = await openSample(size);
    const columns = sampleColumns(size);
    const sources: CountSources = { dossiers: store.dossiers.counts, ledgers: store.entries, scheme: 'nd09' };
    const dossierObjectives = targetSet.objectives.filter(({ formula }) => formula.startsWith('dossier.'));

    for (const period of periods) {
      const from = toCompact(period.from);
      const to = toCompact(period.end);
      const expected = reduceObjectives(columns, from, to);
      const evaluation = evaluatePeriod(targetSet, 'commune', period, sources, '0'.repeat(64));
      for (const { id, numerator, denominator } of evaluateTrend(
        dossierObjectives,
        'commune',
        period,
        sources,
      )) {
        assert.deepEqual(
          [numerator, denominator],
          expected[id as keyof typeof expected],
          `${size} ${period.id} ${id}`,
        );
        const inFull = evaluation.objectives.find((objective) => objective.id === id);
        assert.deepEqual([inFull?.numerator, inFull?.denominator], [numerator, denominator]);
      }
      const flow = reduceFlow(columns, from, to);
      columns.fields.forEach((field, place) => {
        const cells = [...flow.subarray(place * FLOW.length, (place + 1) * FLOW.length)];
        const found = evaluation.flow.find((row) => row.field === field);
        assert.deepEqual(
          found ? cellsOf(found) : FLOW.map(() => 0),
          cells,
          `${size} ${period.id} flow ${field}`,
        );
      });
    }

    const name = `${size.toLocaleString('en')} dossiers, four quarters and the year`;
    const repeats = Math.max(1, Math.round(200_000 / size));
    const each = (work: () => void) => async () =>
      (await milliseconds(() => repeat(repeats, work))) / repeats;
    const runs = quick ? 5 : 15;
    rows.push(
      await pairs(
        `objectives: ${name}`,
        each(() => {
          for (const period of periods) evaluateTrend(dossierObjectives, 'commune', period, sources);
        }),
        each(() => {
          for (const period of periods)
            reduceObjectives(columns, toCompact(period.from), toCompact(period.end));
        }),
        GOAL,
        { runs },
      ),
      await pairs(
        `objectives and flow by field: ${name}`,
        each(() => {
          for (const period of periods) evaluatePeriod(targetSet, 'commune', period, sources, '0'.repeat(64));
        }),
        each(() => {
          for (const period of periods) {
            reduceObjectives(columns, toCompact(period.from), toCompact(period.end));
            reduceFlow(columns, toCompact(period.from), toCompact(period.end));
          }
        }),
        GOAL,
        { runs },
      ),
    );
    store.close();
  }
  return rows;
}

function cellsOf({ received, resolved, pending }: FlowRow): number[] {
  return [
    received.online,
    received.other,
    received.carriedOver,
    resolved.early,
    resolved.onTime,
    resolved.late,
    pending.inTime,
    pending.overdue,
  ];
}

function repeat(times: number, work: () => void): void {
  for (let n = 0; n < times; n += 1) work();
}
