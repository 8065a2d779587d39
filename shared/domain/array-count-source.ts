import type { DossierCondition, DossierCountSource } from './count-source.ts';
import type { Dossier } from './dossier.ts';
import { meetsCondition } from './dossier-condition.ts';
import {
  type DossierFacts,
  encodeFacts,
  type FactGroup,
  factsOf,
  isCounted,
  resolvedOn,
} from './dossier-facts.ts';
import type { PopulationAxis } from './formulas/formula.ts';
import type { LocalDate } from './local-date.ts';
import { isStoppedAt } from './suspensions.ts';

/** A dossier on an axis of a period, as `explain` lists it. */
export interface ArrayMember {
  readonly code: string;
  readonly field: string | null;
  readonly facts: DossierFacts;
  readonly overdue: boolean;
}

interface Entry {
  readonly dossier: Dossier;
  readonly resolvedOn: LocalDate | null;
  readonly facts: DossierFacts;
}

/**
 * Counts from an array of dossiers, without a database. `issuesDocument` answers from the procedure catalogue;
 * left out, it is unknown for all.
 */
export class ArrayCountSource implements DossierCountSource {
  private readonly entries: readonly Entry[];
  private readonly issuesDocument: (dossier: Dossier) => boolean | null;

  constructor(
    dossiers: Iterable<Dossier>,
    issuesDocument: (dossier: Dossier) => boolean | null = () => null,
  ) {
    this.issuesDocument = issuesDocument;
    this.entries = [...dossiers].filter(isCounted).map((dossier) => ({
      dossier,
      resolvedOn: resolvedOn(dossier),
      facts: factsOf(dossier, issuesDocument(dossier)),
    }));
  }

  receivedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    return group(this.members('received', from, to), byField);
  }

  resolvedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    return group(this.members('resolved', from, to), byField);
  }

  pendingAt(day: LocalDate, byField: boolean): FactGroup[] {
    return group(this.members('pending', day, day), byField);
  }

  filtered(condition: DossierCondition): ArrayCountSource {
    const dossiers = this.entries.map(({ dossier }) => dossier);
    return new ArrayCountSource(
      dossiers.filter((dossier) => meetsCondition(dossier, condition)),
      this.issuesDocument,
    );
  }

  carriedOver(from: LocalDate, byField: boolean): FactGroup[] {
    const members = this.entries
      .filter(
        (entry) => entry.dossier.receivedOn < from && (entry.resolvedOn === null || entry.resolvedOn >= from),
      )
      .map((entry) => memberAt(entry, null));
    return group(members, byField);
  }

  /** Dossiers of an axis in `[from, to]`, for pending at `to`, in the order of the array. */
  readonly members = (axis: PopulationAxis, from: LocalDate, to: LocalDate): ArrayMember[] => {
    switch (axis) {
      case 'received':
        return this.entries
          .filter(({ dossier: { receivedOn } }) => from <= receivedOn && receivedOn <= to)
          .map((e) => memberAt(e, null));
      case 'resolved':
        return this.entries
          .filter((entry) => entry.resolvedOn !== null && from <= entry.resolvedOn && entry.resolvedOn <= to)
          .map((entry) => memberAt(entry, null));
      case 'pending':
        return this.entries
          .filter(
            (entry) => entry.dossier.receivedOn <= to && (entry.resolvedOn === null || entry.resolvedOn > to),
          )
          .map((entry) => memberAt(entry, to));
    }
  };
}

/** `pendingOn`: the day at which the dossier is pending; null on the other axes, where nothing is overdue. */
function memberAt({ dossier, facts }: Entry, pendingOn: LocalDate | null): ArrayMember {
  const { code, field, dueOn } = dossier;
  if (pendingOn === null) return { code, field, facts, overdue: false };
  const clockStopped = dossier.suspensions.length > 0 ? isStoppedAt(dossier, pendingOn) : facts.clockStopped;
  const overdue = dueOn !== null && dueOn < pendingOn && !clockStopped;
  return { code, field, facts: { ...facts, clockStopped }, overdue };
}

function group(members: readonly ArrayMember[], byField: boolean): FactGroup[] {
  const groups = new Map<
    string,
    { facts: DossierFacts; field: string | null; overdue: boolean; count: number }
  >();
  for (const { facts, field, overdue } of members) {
    const key = `${encodeFacts(facts)}/${overdue}/${byField ? JSON.stringify(field) : ''}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { facts, field: byField ? field : null, overdue, count: 1 });
  }
  return [...groups.values()];
}
