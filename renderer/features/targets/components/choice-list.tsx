import type { ReactNode } from 'react';
import { arrowKeys } from '../../../ui/arrow-keys.ts';
import classes from '../targets.module.css';

export interface ChoiceItem {
  readonly key: string;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What the list beside it is cut to: an objective, a subject. ↑ ↓ choose. */
export function ChoiceList({
  label,
  items,
  selected,
  onSelect,
}: {
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  readonly selected: string;
  readonly onSelect: (key: string) => void;
}) {
  return (
    <ul className={classes.choices} aria-label={label} onKeyDown={(event) => arrowKeys(event, true)}>
      {items.map(({ key, title, children }) => (
        <li key={key}>
          <button
            type="button"
            aria-current={key === selected ? 'true' : undefined}
            tabIndex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
          >
            <b>{title}</b>
            {children}
          </button>
        </li>
      ))}
    </ul>
  );
}
