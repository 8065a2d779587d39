import type { ComponentPropsWithRef, ReactNode } from 'react';
import { arrowKeys } from './arrow-keys.ts';
import classes from './line-list.module.css';

interface Props {
  readonly label?: string;
  readonly children: ReactNode;
  /** The list stands in a frame of its own and scrolls beyond a few lines. */
  readonly framed?: boolean;
}

/** Lines of which each leads somewhere; ↑ ↓ move. */
export function LineList({ label, framed = false, children }: Props) {
  return (
    <ul
      className={classes.lines}
      aria-label={label}
      data-framed={framed || undefined}
      onKeyDown={(event) => arrowKeys(event, false)}
    >
      {children}
    </ul>
  );
}

/** One line: Enter or a click leads on. Its columns are a grid's when `columns` (CSS tracks) says so. */
export function LineButton({
  columns,
  ...button
}: Omit<ComponentPropsWithRef<'button'>, 'type' | 'className' | 'style'> & { readonly columns?: string }) {
  return (
    <button
      {...button}
      type="button"
      className={classes.line}
      style={columns === undefined ? undefined : { display: 'grid', gridTemplateColumns: columns }}
    />
  );
}

/** Text where a line would stand. */
export function LineNote({ children }: { readonly children: ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}
