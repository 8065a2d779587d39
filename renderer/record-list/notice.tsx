import type { ReactNode } from 'react';
import css from './pane.module.css';

/** Something in a pane that needs the person: said at once where it comes up while they work (`alert`). */
export function Notice({
  alert = true,
  children,
}: {
  readonly alert?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.notice} role={alert ? 'alert' : undefined}>
      {children}
    </div>
  );
}

/** What the program proposes in a form, and its reason; `beside`: in the column beside a field, else across. */
export function Proposal({
  beside = false,
  children,
}: {
  readonly beside?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <p className={css.proposal} data-beside={beside || undefined} aria-live="polite">
      {children}
    </p>
  );
}

/** A part of a form across both columns. */
export function Across({ children }: { readonly children: ReactNode }) {
  return <div className={css.full}>{children}</div>;
}

/** What tells things of one name apart. */
export function Hint({ children }: { readonly children: ReactNode }) {
  return <div className={css.hint}>{children}</div>;
}
