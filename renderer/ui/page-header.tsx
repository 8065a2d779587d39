import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** Title line of a screen: what it shows, of when, and the tools at the right. */
export function PageHeader({
  title,
  subtitle,
  tools,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  tools?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <h1>{title}</h1>
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {tools ? <div className={classes.tools}>{tools}</div> : null}
    </header>
  );
}
