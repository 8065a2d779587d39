import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { TargetTab } from '../../../app/targets-place.ts';

/** The tab on which a ledger of the plan is kept. */
const TAB_OF: Partial<Record<LedgerId, TargetTab>> = {
  measures: 'plan',
  communications: 'communication',
  'hand-counts': 'hand',
};

/** The tab that shows a ledger; null for ledgers of other screens. */
export function tabOfLedger(ledger: LedgerId): TargetTab | null {
  return TAB_OF[ledger] ?? null;
}
