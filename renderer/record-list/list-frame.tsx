import type { ReactNode } from 'react';
import type { CallFault } from '../app/bridge.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { PaneState } from './list-state.ts';
import css from './record-list.module.css';

interface Props {
  /** Why the list could not be read. */
  readonly fault: CallFault | null;
  onRetry(): void;
  readonly pane: PaneState;
  readonly list: ReactNode;
  /** What stands beside the list. */
  readonly beside: ReactNode;
  /** The keys, in words. */
  readonly keys: string;
}

/** A list and what stands beside it, one below the other where the window is narrow. */
export function ListFrame({ fault, onRetry, pane, list, beside, keys }: Props) {
  return (
    <>
      {fault && <ErrorNotice fault={fault} onRetry={onRetry} />}
      <div className={css.body} data-pane={pane.kind === 'closed' ? undefined : pane.kind}>
        <div className={css.list}>{list}</div>
        {beside}
      </div>
      <div className={css.foot}>{keys}</div>
    </>
  );
}
