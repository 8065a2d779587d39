import { create } from 'zustand';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { CallFault, call, toFault } from './bridge.ts';
import { givenUp } from './person-state.ts';
import { useMay } from './use-may.ts';

/** Writes that may change figures of a signed report, and then want a reason. */
export type ClosingChannel =
  | 'dossiers.save'
  | 'dossiers.remove'
  | 'dossiers.restore'
  | 'dossiers.undo'
  | 'dossiers.setFlags'
  | 'dossiers.undoMany'
  | 'ledgers.save'
  | 'ledgers.remove'
  | 'ledgers.restore'
  | 'ledgers.undo'
  | 'ledgers.setKept'
  | 'imports.commit'
  | 'imports.undo'
  | 'settings.save';

/** A write that was refused, waiting for a reason. */
export interface ClosedQuestion {
  /** Id of the signed period. */
  readonly period: string;
  /** Ids of objectives, and `II.06a` for the flow table. */
  readonly figures: readonly string[];
  /** What was given as the reason of the deed itself. */
  readonly reason: string;
  /** Does it with a reason; whoever asked for it gets the answer or the fault. */
  answer(reason: string): Promise<void>;
  /** Leaves it; whoever asked for it is told CANCELLED. */
  giveUp(): void;
}

interface Asked {
  readonly question: ClosedQuestion | null;
  /** The last reason given, offered for the next record of the same cause. */
  readonly last: string;
}

/** The question that is open now; drawn by `ClosedReasonDialog`. */
export const useClosedQuestion = create<Asked>(() => ({ question: null, last: '' }));

givenUp(() => useClosedQuestion.getState().question?.giveUp());

/** Whether who is signed in may correct signed figures. */
export function useMayCorrect(): boolean {
  return useMay('unlock-period');
}

/**
 * Calls a write. Where it is refused because it would change signed figures (PERIOD_CLOSED), the person is asked for a
 * reason and the very same call is made with it. `make` makes the call, where there is more to it than to make it.
 * Throws like `call`, and CANCELLED where the person leaves it.
 */
export async function callWithReason<C extends ClosingChannel>(
  channel: C,
  input: Input<C>,
  make: Make<C> = (given) => call(channel, given),
): Promise<Output<C>> {
  try {
    return await make(input);
  } catch (thrown) {
    const closed = await closedFault(channel, input, toFault(thrown));
    return await ask(channel, input, closed, make);
  }
}

type Make<C extends ClosingChannel> = (input: Input<C>) => Promise<Output<C>>;

/** One question at a time: the next waits for the answer to the one before. */
let turn: Promise<unknown> = Promise.resolve();

function ask<C extends ClosingChannel>(
  channel: C,
  input: Input<C>,
  fault: CallFault,
  make: Make<C>,
): Promise<Output<C>> {
  const asked = turn.then(
    () =>
      new Promise<Output<C>>((resolve, reject) => {
        const before = document.activeElement;
        const close = () => {
          useClosedQuestion.setState({ question: null });
          // The keyboard goes back to where the deed began.
          if (before instanceof HTMLElement) setTimeout(() => before.isConnected && before.focus(), 0);
        };
        const question: ClosedQuestion = {
          period: String(fault.params.period ?? ''),
          figures: String(fault.params.figures ?? '')
            .split(', ')
            .filter((name) => name !== ''),
          reason: reasonOf(channel, input) ?? '',
          answer: async (reason) => {
            try {
              const value = await make(withReason(channel, input, reason));
              useClosedQuestion.setState({ last: reason });
              close();
              resolve(value);
            } catch (thrown) {
              close();
              reject(thrown);
            }
          },
          giveUp: () => {
            close();
            reject(new CallFault({ code: 'CANCELLED', params: {}, fieldErrors: null, logId: null }));
          },
        };
        useClosedQuestion.setState({ question });
      }),
  );
  turn = asked.catch(() => undefined);
  return asked;
}

/**
 * The refusal that names period and figures; throws every other fault. A deed with a reason of somebody who may not
 * correct is refused as FORBIDDEN: without the reason the program says what it is about, and writes nothing either.
 */
async function closedFault<C extends ClosingChannel>(
  channel: C,
  input: Input<C>,
  fault: CallFault,
): Promise<CallFault> {
  if (fault.code === 'PERIOD_CLOSED') return fault;
  const isCorrection = fault.code === 'FORBIDDEN' && fault.params.ability === 'unlock-period';
  if (!isCorrection || !reasonOf(channel, input)) throw fault;
  try {
    await call(channel, withReason(channel, input, null));
  } catch (thrown) {
    const said = toFault(thrown);
    if (said.code === 'PERIOD_CLOSED') return said;
  }
  throw fault;
}

type WithReason = { readonly reason?: string | null; readonly options?: { readonly reason?: string | null } };

function reasonOf<C extends ClosingChannel>(channel: C, input: Input<C>): string | null {
  const { reason, options } = input as WithReason;
  return (channel === 'imports.commit' ? options?.reason : reason)?.trim() || null;
}

function withReason<C extends ClosingChannel>(channel: C, input: Input<C>, reason: string | null): Input<C> {
  if (channel !== 'imports.commit') return { ...input, reason };
  return { ...input, options: { ...(input as WithReason).options, reason } } as Input<C>;
}
