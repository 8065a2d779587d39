import type { CorrectionReason } from '#electron/application/ports.ts';
import type { Connection } from './open-database.ts';

/** Says that change sets changed a figure of a signed report. */
export function insertCorrections(
  db: Connection,
  changeSets: Iterable<number>,
  report: number,
  period: string,
): void {
  for (const changeSet of changeSets)
    db.run(
      'INSERT INTO correction (change_set, report, period) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      changeSet,
      report,
      period,
    );
}

/** Why figures of a signed report were changed, oldest first. */
export function correctionReasons(db: Connection, report: number): CorrectionReason[] {
  return db
    .allRaw<[number, string, string, string | null]>(
      `SELECT s.id, s.at, s.user, s.reason FROM correction c JOIN change_set s ON s.id = c.change_set
       WHERE c.report = ? ORDER BY s.id`,
      report,
    )
    .map(([changeSet, at, user, reason]) => ({ changeSet, at, user, reason }));
}
