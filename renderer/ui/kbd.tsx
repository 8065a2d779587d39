import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** A key as it is printed beside what it does. `quiet`: not read out, because the element names its key itself. */
export function Kbd({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return (
    <kbd className={classes.kbd} aria-hidden={quiet || undefined}>
      {children}
    </kbd>
  );
}
