import '../../app/all-styles.ts';
import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusContent } from '../../app/focus-content.ts';
import { goToDossiers, setPalette, useNavigation } from '../../app/navigation.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { LONG_GROUPS, PALETTE_GROUPS } from './item.ts';
import { bestFirst, matches } from './match.ts';
import classes from './palette.module.css';
import { useFoundDossiers } from './use-found-dossiers.ts';
import { useFoundPeople } from './use-found-people.ts';
import { usePaletteItems } from './use-palette-items.ts';

const [store, palette] = createSpotlight();

/** Ctrl+K: any screen, command, person, period or dossier by a few letters, with or without diacritics. */
export default function Palette() {
  const { t } = useTranslation('palette');
  const open = useNavigation((navigation) => navigation.paletteOpen);
  const [query, setQuery] = useState('');
  const { found, searching } = useFoundDossiers(open ? query : '');
  const people = useFoundPeople(open ? query : '', found);
  const items = [...usePaletteItems(), ...people];
  const list = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // Enter came before the answer, or before it is marked: it is carried out when there is something to take.
  const entered = useRef(false);
  useEffect(() => {
    if (open) {
      before.current = document.activeElement;
      wasOpen.current = true;
      palette.open();
      return undefined;
    }
    // Loaded behind a screen at work: it was never open and has no keyboard to give back.
    if (!wasOpen.current) return undefined;
    wasOpen.current = false;
    palette.close();
    // The keyboard goes back to where it was, or, on another screen, to that screen.
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (focused !== null && focused !== document.body && !focused.closest('[role="dialog"]')) return;
      const from = before.current;
      if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
      else focusContent();
    });
    return () => cancelAnimationFrame(frame);
  }, [open]);

  // What is found comes after what was typed: one entry is always marked, and the arrows start from it. Marked as it is
  // drawn: Enter takes what is marked, and a list that is seen has to answer it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every new list
  useLayoutEffect(() => {
    if (!open || query === '') return;
    const actions = [...(list.current?.querySelectorAll<HTMLElement>('[data-action]') ?? [])];
    const marked = actions.findIndex((action) => action.hasAttribute('data-selected'));
    const selected = marked >= 0 ? marked : Math.min(0, actions.length - 1);
    actions[selected]?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected }));
    if (entered.current && !searching) {
      entered.current = false;
      actions[selected]?.click();
    }
  }, [found, people.length, query, searching, open]);

  const groups = PALETTE_GROUPS.map((group) => ({
    group,
    items: items.filter(
      (item) =>
        item.group === group &&
        (!LONG_GROUPS.has(group) || query.trim() !== '') &&
        matches(query, item.words),
    ),
  }));
  const nothing = groups.every((group) => group.items.length === 0) && found.length === 0;

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      returnFocus={false}
      centered={false}
      yOffset="12vh"
      onSpotlightClose={() => setPalette(false)}
      scrollable
      maxHeight="min(440px, 64vh)"
      size={620}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('title') } }}
    >
      <Spotlight.Search
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const marked = list.current?.querySelector('[data-action][data-selected]') ?? null;
          entered.current = event.key === 'Enter' && marked === null;
        }}
      />
      <Spotlight.ActionsList ref={list} className={classes.list ?? ''}>
        {bestFirst(query, groups).map(({ group, items: shown }) =>
          shown.length === 0 ? null : (
            <Spotlight.ActionsGroup key={group} label={t(`group.${group}`)}>
              {shown.map((item) => (
                <Action
                  key={item.id}
                  label={item.label}
                  note={item.note}
                  keys={item.keys}
                  onClick={item.run}
                />
              ))}
            </Spotlight.ActionsGroup>
          ),
        )}
        {found.length > 0 ? (
          <Spotlight.ActionsGroup label={t('group.dossier')}>
            {found.map(({ id, record }) => (
              <Action
                key={id}
                label={record.code}
                note={[record.applicantName, record.procedureName].filter(Boolean).join(' · ')}
                onClick={() => goToDossiers({ dossierId: id })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {nothing ? (
          <Spotlight.Empty>{searching ? t('searching') : t('nothing', { query })}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Action({
  label,
  note,
  keys,
  onClick,
}: {
  label: string;
  note?: string | undefined;
  keys?: string | undefined;
  onClick: () => void;
}): ReactNode {
  return (
    <Spotlight.Action onClick={onClick} className={classes.action ?? ''}>
      <span className={classes.label}>{label}</span>
      {note ? <span className={classes.note}>{note}</span> : null}
      {keys ? <Kbd>{keys}</Kbd> : null}
    </Spotlight.Action>
  );
}
