import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { call, toFault } from '../../app/bridge.ts';
import { goToLedger } from '../../app/navigation.ts';
import { showFault } from '../../ui/toast.tsx';

/** Opens the commune's own entry that a filter finds; what is filtered is not said in the list. */
export async function openOwn(ledger: 'calendar-days' | 'procedures', filter: EntryFilter): Promise<void> {
  try {
    const { ids } = await call('ledgers.index', { ledger, filter });
    const [entryId] = ids;
    goToLedger(ledger, entryId === undefined ? {} : { entryId });
  } catch (reason) {
    showFault(toFault(reason));
  }
}
