import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';
import { call } from '../../app/bridge.ts';
import type { EntryDraft } from '../fields/field-control.tsx';

export type Proposal = Output<'ledgers.propose'>;

/** Quiet time after a change before a proposal is asked for. */
const WAIT_MS = 80;

/**
 * What the program proposes for the entry being typed. In a new entry (`fill`) the values are also written into
 * their fields, as long as nobody has typed another one there; a value cleared by hand stays cleared. `round` grows
 * with every entry begun anew.
 */
export function useProposals(
  form: UseFormReturn<EntryDraft, unknown, EntryDraft>,
  ledger: LedgerId,
  fill: boolean,
  round: number,
): Proposal | null {
  const values = useWatch({ control: form.control });
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const filled = useRef<Record<string, AnyRecord[string]>>({});
  const turn = useRef(0);
  const definition = ledgerOf(ledger);
  const key = JSON.stringify(tidyRecord(definition, values as AnyRecord));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins with nothing filled
  useEffect(() => {
    filled.current = {};
  }, [round]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: also asked again for every new round
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    const timer = setTimeout(() => {
      // What was proposed before and left as it was is open to a new proposal.
      const typed = Object.fromEntries(
        Object.entries(JSON.parse(key) as AnyRecord).map(([name, value]) => [
          name,
          fill && value === filled.current[name] ? null : value,
        ]),
      );
      call('ledgers.propose', { ledger, record: typed }).then(
        (answer) => {
          if (turn.current !== mine) return;
          setProposal(answer);
          if (!fill) return;
          for (const [name, value] of Object.entries(answer.values)) {
            if (!definition.fields[name] || value === null || filled.current[name] === value) continue;
            const present = form.getValues(name) ?? null;
            if (present !== null && present !== '' && present !== filled.current[name]) continue;
            filled.current[name] = value;
            // Shown before anything else happens: no key may come between the value and its selection.
            flushSync(() => form.setValue(name, value, { shouldValidate: false }));
            selectProposed(name);
          }
        },
        // A proposal is a service to the person: without it the fields are typed.
        () => undefined,
      );
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [key, ledger, fill, round, form, definition]);
  return proposal;
}

/** A proposal that comes into the field with the keyboard is selected, so that typing replaces it. */
function selectProposed(name: string): void {
  const input = document.activeElement;
  if (input instanceof HTMLInputElement && input.name === name) input.select();
}
