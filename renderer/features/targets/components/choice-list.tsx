import { type KeyboardEvent, type ReactNode, useRef } from 'react';
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
  const list = useRef<HTMLUListElement>(null);
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = items.findIndex(({ key }) => key === selected) + (event.key === 'ArrowDown' ? 1 : -1);
    const next = items[at];
    if (!next) return;
    onSelect(next.key);
    list.current?.querySelectorAll('button')[at]?.focus();
  }
  return (
    <ul ref={list} className={classes.choices} aria-label={label} onKeyDown={onKey}>
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
