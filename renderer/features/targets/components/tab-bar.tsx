import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusContent } from '../../../app/focus-content.ts';
import { showTargetTab, TARGET_TABS, type TargetTab } from '../../../app/targets-place.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { topDialog } from '../../../ui/top-dialog.ts';
import classes from '../targets.module.css';

/** The parts of the screen: ← → within the bar, Ctrl+1 to Ctrl+5 from anywhere on it. */
export function TabBar({ tab }: { readonly tab: TargetTab }) {
  const { t } = useTranslation('targets');
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function onKey(event: KeyboardEvent | globalThis.KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec((event as globalThis.KeyboardEvent).code)?.[1];
      const next = digit === undefined ? undefined : TARGET_TABS[Number(digit) - 1];
      if (!next || topDialog()) return;
      event.preventDefault();
      showTargetTab(next);
      // The keyboard goes to what the tab shows, once it is there.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      requestAnimationFrame(focusContent);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  function onArrow(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = (TARGET_TABS.indexOf(tab) + step + TARGET_TABS.length) % TARGET_TABS.length;
    const next = TARGET_TABS[at];
    if (!next) return;
    showTargetTab(next);
    bar.current?.querySelectorAll('button')[at]?.focus();
  }

  return (
    <div
      ref={bar}
      role="tablist"
      aria-label={t('tab.label')}
      className={classes.tabs}
      onKeyDown={onArrow}
      tabIndex={-1}
    >
      {TARGET_TABS.map((each, at) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`target-tab-${each}`}
          aria-selected={each === tab}
          aria-controls="target-panel"
          aria-keyshortcuts={`Control+${at + 1}`}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => showTargetTab(each)}
        >
          {t(`tab.${each}`)} <Kbd quiet>{`Ctrl ${at + 1}`}</Kbd>
        </button>
      ))}
    </div>
  );
}
