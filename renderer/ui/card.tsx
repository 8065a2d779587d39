import { type ReactNode, useId } from 'react';
import classes from './parts.module.css';

interface Props {
  readonly title?: ReactNode;
  /** Small words after the title. */
  readonly note?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Inner space; off for tables that go to the edge. */
  readonly padded?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A section on its own surface, with an optional head line. */
export function Card({ title, note, actions, padded = false, className, children }: Props) {
  const id = useId();
  return (
    <section
      className={className ? `${classes.card} ${className}` : classes.card}
      aria-labelledby={title ? id : undefined}
    >
      {title ? (
        <div className={classes.cardHead}>
          <h2 id={id}>{title}</h2>
          {note ? <span>{note}</span> : null}
          {actions ? <div className={classes.cardActions}>{actions}</div> : null}
        </div>
      ) : null}
      <div className={padded ? classes.cardBody : undefined}>{children}</div>
    </section>
  );
}
