import { isChannel, parseInput, parseOutput } from '#electron/application/parse-call.ts';
import { AppError } from '#shared/errors.ts';
import { type Channel, contract, type MainChannel, type Output, type Parsed } from '#shared/ipc/contract.ts';

/** Answers of the calls that belong to the main process: dialogs and the window. */
export type MainHandlers = {
  readonly [C in MainChannel]: (input: Parsed<C>) => Promise<Output<C>> | Output<C>;
};

/** Sends a call to where it is answered; parses what goes in and what comes out. */
export function createRouter(
  main: MainHandlers,
  service: (channel: Channel, input: unknown) => Promise<unknown>,
) {
  return async (channel: Channel, input: unknown): Promise<unknown> => {
    if (!isChannel(channel))
      throw new AppError('NOT_ALLOWED_HERE', { channel: String(channel).slice(0, 60) });
    const parsed = parseInput(channel, input);
    const answer =
      contract[channel].place === 'main'
        ? await answerHere(main, channel, parsed)
        : await service(channel, parsed);
    return parseOutput(channel, answer);
  };
}

function answerHere(main: MainHandlers, channel: Channel, input: unknown): unknown {
  return (main[channel as MainChannel] as (input: unknown) => unknown)(input);
}
