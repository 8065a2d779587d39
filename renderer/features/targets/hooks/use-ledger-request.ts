import { useEffect, useState } from 'react';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { type LedgerTarget, useNavigation } from '../../../app/navigation.ts';

/**
 * What whoever led to a ledger of this screen asks of it, until something else is chosen (`done`). `onRequest` is
 * called for every new one, so that the list is not cut to what the request is not about.
 */
export function useLedgerRequest(
  ledger: LedgerId,
  onRequest: () => void,
): { readonly request: LedgerTarget | null; done(): void } {
  const asked = useNavigation((navigation) => navigation.ledger);
  const [request, setRequest] = useState<LedgerTarget | null>(asked?.ledger === ledger ? asked : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every request
  useEffect(() => {
    if (asked?.ledger !== ledger) return;
    setRequest(asked);
    onRequest();
  }, [asked, ledger]);
  return { request, done: () => setRequest(null) };
}
