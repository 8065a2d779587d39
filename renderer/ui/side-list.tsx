import type { ReactNode } from 'react';
import { arrowKeys } from './arrow-keys.ts';
import classes from './side-list.module.css';

export interface SideGroup<K extends string> {
  /** Null: its items stand by themselves. */
  readonly title: string | null;
  readonly items: readonly { readonly key: K; readonly content: ReactNode }[];
}

/** A list of subjects at the left and what is chosen at the right; one above the other where the window is narrow. */
export function SideSplit({ list, children }: { readonly list: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.split}>
      {list}
      {children}
    </div>
  );
}

interface Props<K extends string> {
  readonly label: string;
  readonly groups: readonly SideGroup<K>[];
  readonly current: K;
  onChoose(key: K): void;
}

/** The subjects of a screen, in groups. ↑ ↓ choose. */
export function SideList<K extends string>({ label, groups, current, onChoose }: Props<K>) {
  return (
    <nav className={classes.list} aria-label={label} onKeyDown={(event) => arrowKeys(event, true)}>
      {groups.map(({ title, items }) => (
        <div key={items[0]?.key} className={classes.group}>
          {title === null ? null : <h2>{title}</h2>}
          {items.map(({ key, content }) => (
            <button
              key={key}
              type="button"
              data-under={title !== null || undefined}
              aria-current={key === current ? 'true' : undefined}
              onClick={() => onChoose(key)}
            >
              {content}
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
