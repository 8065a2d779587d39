import { type KeyboardEvent, useEffect, useRef } from 'react';
import { focusContent } from '../../../app/focus-content.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { topDialog } from '../../../ui/top-dialog.ts';
import css from '../verify.module.css';

interface Props<V extends string> {
  readonly id: string;
  readonly label: string;
  readonly tabs: readonly { readonly value: V; readonly text: string; readonly note?: string }[];
  readonly value: V;
  /** Ctrl with this digit opens the first tab, the next digits the others. */
  readonly firstDigit: number;
  /** Drawn smaller: parts of a part. */
  readonly minor?: boolean;
  onChange(value: V): void;
}

/** Tabs with their keys: ← → within the line, Ctrl and a digit from anywhere on the screen. */
export function TabLine<V extends string>({ id, label, tabs, value, firstDigit, minor, onChange }: Props<V>) {
  const line = useRef<HTMLDivElement>(null);
  const latest = useRef({ tabs, onChange });
  latest.current = { tabs, onChange };

  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const next = digit === undefined ? undefined : latest.current.tabs[Number(digit) - firstDigit];
      if (!next || topDialog()) return;
      event.preventDefault();
      latest.current.onChange(next.value);
      // The keyboard goes to what the tab shows, once it is there.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      requestAnimationFrame(focusContent);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [firstDigit]);

  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex((tab) => tab.value === value);
    const to = (at + step + tabs.length) % tabs.length;
    const next = tabs[to];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChange(next.value);
    line.current?.querySelectorAll('button')[to]?.focus();
  };

  return (
    <div
      ref={line}
      role="tablist"
      aria-label={label}
      className={css.tabs}
      data-minor={minor || undefined}
      onKeyDown={onArrow}
      tabIndex={-1}
    >
      {tabs.map((tab, at) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel`}
          aria-keyshortcuts={`Control+${at + firstDigit}`}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.text}
          {tab.note !== undefined && <span className={css.tabNote}>{tab.note}</span>}
          <Kbd quiet>{`Ctrl ${at + firstDigit}`}</Kbd>
        </button>
      ))}
    </div>
  );
}
