import { CloseButton } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CallFault } from '../app/bridge.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import css from './pane.module.css';

interface Props {
  readonly label: string;
  readonly title: string;
  /** How the record stands. */
  readonly mark?: ReactNode;
  readonly busy?: boolean;
  /** What closing means here: to close, or to leave a form. */
  readonly closeLabel: string;
  onClose(): void;
  onKeyDown?(event: KeyboardEvent<HTMLElement>): void;
  /** Body and foot. */
  readonly children: ReactNode;
}

/** What stands beside a list: its title, and the way to put it away (Escape). */
export function Pane({ label, title, mark, busy, closeLabel, onClose, onKeyDown, children }: Props) {
  return (
    <section className={css.pane} aria-label={label} aria-busy={busy} onKeyDown={onKeyDown}>
      <div className={css.head}>
        <h2>{title}</h2>
        {mark}
        <CloseButton aria-label={closeLabel} aria-keyshortcuts="Escape" onClick={onClose} />
      </div>
      {children}
    </section>
  );
}

interface BodyProps {
  /** Why the record could not be read. */
  readonly fault: CallFault | null;
  onRetry(): void;
  readonly children: ReactNode;
}

/** The part of a pane that scrolls, where it shows a record. */
export function PaneBody({ fault, onRetry, children }: BodyProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={css.body} tabIndex={0}>
      {fault && <ErrorNotice fault={fault} onRetry={onRetry} />}
      {children}
    </div>
  );
}

/** A part of a pane under a small heading. */
export function PaneSection({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className={css.section}>
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </div>
  );
}

/** What is known of a record: names and values in two columns. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={css.facts}>{children}</dl>;
}

/** One name and its value; `long`: the value keeps its lines. */
export function Fact({
  name,
  long = false,
  children,
}: {
  readonly name: string;
  readonly long?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd data-long={long || undefined}>{children}</dd>
    </div>
  );
}
