import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** An empty screen says what to do first. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      {children ? <div>{children}</div> : null}
      {actions ? <div className={classes.emptyActions}>{actions}</div> : null}
    </div>
  );
}
