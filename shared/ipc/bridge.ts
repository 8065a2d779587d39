import type { Channel, Input, Output } from './contract.ts';
import type { Notice, Result } from './result.ts';

/** What the preload script puts on `window.scl`; nothing else of Electron reaches the page. */
export interface Bridge {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** Registers a file dropped on the page and gives its token (SECURITY 13); null when it has no path. */
  dropped(file: unknown): Promise<{ token: string; name: string; size: number } | null>;
  /** Listens to news; returns what ends the listening. */
  onNotice(listener: (notice: Notice) => void): () => void;
}
