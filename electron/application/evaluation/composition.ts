import { compositionRows } from '#shared/domain/composition.ts';
import { axisGroups } from '#shared/domain/tally.ts';
import type { Composition } from '#shared/ipc/contract/evaluation.ts';
import type { Workspace } from '../context.ts';
import { measuresOf, type PeriodChoice } from './evaluate.ts';

/** What the dossiers of a period consist of, counted as the flow table is. Throws `AppError` PERIOD_UNKNOWN. */
export function composition(workspace: Workspace, choice: PeriodChoice): Composition {
  const { period, sources } = measuresOf(workspace, choice);
  const groups = axisGroups(sources.dossiers, period, true);
  const { id, scheme, from, to, asOf } = period;
  return {
    period: { id, scheme, from, to },
    asOf,
    rows: compositionRows({ received: groups('received'), resolved: groups('resolved') }),
  };
}
