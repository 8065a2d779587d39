import { create } from 'zustand';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { perPerson } from '../../app/person-state.ts';

/** Which ledger the screen shows; it outlives a visit to another screen. */
export const useRecordsView = create<{
  readonly ledger: LedgerId;
  /** Stamp of the request that was last followed. */
  readonly seen: number;
}>(() => ({ ledger: 'petitions', seen: 0 }));
perPerson(useRecordsView);
