import { createHash } from 'node:crypto';
import { encodeFacts } from '#shared/domain/dossier-facts.ts';
import { formulaOf } from '#shared/domain/formulas/registry.ts';
import { ledgerMembers } from '#shared/domain/ledger-tally.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Measures } from '../evaluation/evaluate.ts';
import type { DossierReader, FactMember } from '../ports.ts';

/**
 * Number and digest of the records behind a period's figures: received in it or carried over. SHA-256 over lines
 * `code TAB axis TAB facts LF` in code unit order (report-v1.ts, `records`). It names no one; with the records at
 * hand it tells whether they are still those that were counted.
 */
export function recordsDigest(
  dossiers: DossierReader,
  from: LocalDate,
  end: LocalDate,
): { count: number; sha256: string } {
  const line =
    (axis: string) =>
    ({ code, facts }: FactMember): string =>
      `${code}\t${axis}\t${encodeFacts(facts)}\n`;
  const lines = [
    ...dossiers.members('received', from, end).map(line('received')),
    ...dossiers.members('carried-over', from, end).map(line('carried-over')),
  ].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const hash = createHash('sha256');
  for (const text of lines) hash.update(text, 'utf8');
  return { count: lines.length, sha256: hash.digest('hex') };
}

/**
 * The same for the entries of the other ledgers that stand behind objectives: SHA-256 over lines
 * `objective TAB ledger TAB title TAB role TAB cause TAB count LF` in code unit order; null where no objective has any.
 */
export function entriesDigest({
  targets,
  period,
  sources,
}: Pick<Measures, 'targets' | 'period' | 'sources'>): { count: number; sha256: string } | null {
  const lines = targets.set.objectives
    .flatMap((objective) => {
      const formula = formulaOf(objective.formula);
      const members = formula.kind === 'ledger' ? ledgerMembers(formula, objective, period, sources) : [];
      if (typeof members === 'string') return [];
      return members
        .filter(({ count }) => count > 0)
        .map(
          ({ ledger, title, role, cause, count }) =>
            `${[objective.id, ledger, title, role, cause, count].join('\t')}\n`,
        );
    })
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (lines.length === 0) return null;
  const hash = createHash('sha256');
  for (const text of lines) hash.update(text, 'utf8');
  return { count: lines.length, sha256: hash.digest('hex') };
}
