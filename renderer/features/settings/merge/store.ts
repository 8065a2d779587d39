import { create } from 'zustand';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { MergeRequest } from '#shared/ipc/contract/merge.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { perPerson } from '../../../app/person-state.ts';

export const STEPS = ['sources', 'clashes', 'balance'] as const;
type Step = (typeof STEPS)[number];

/** What is said of a source beside its book. */
export interface UnitTerms {
  readonly label: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** A book that was chosen and is still closed. */
export interface ChosenBook {
  readonly file: ChosenFile;
  readonly head: Output<'merge.look'>;
}

type Choices = NonNullable<MergeRequest['choices']>;

interface Joining {
  /** Somebody is joining units. */
  readonly begun: boolean;
  readonly step: Step;
  /** In the order of the sources. */
  readonly units: readonly UnitTerms[];
  readonly choices: Choices;
  readonly decision: string;
}

/** A joining of units from its first book to its balance; the open books themselves are the program's. */
export const useJoining = create<Joining>(() => ({
  begun: false,
  step: 'sources',
  units: [],
  choices: {},
  decision: '',
}));
perPerson(useJoining);

export const NO_TERMS: UnitTerms = { label: '', from: null, to: null };

/** The plan's question as the program is asked. */
export function requestOf({ units, choices }: Pick<Joining, 'units' | 'choices'>): MergeRequest {
  return {
    units: units.map(({ label, from, to }) => ({
      from,
      to,
      ...(label.trim() ? { label: label.trim() } : {}),
    })),
    choices,
  };
}

export function setTerms(source: number, change: Partial<UnitTerms>): void {
  useJoining.setState(({ units }) => ({
    units: units.map((terms, at) => (at === source ? { ...terms, ...change } : terms)),
  }));
}
