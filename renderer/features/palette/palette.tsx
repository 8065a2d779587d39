import '../../app/all-styles.ts';
import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../app/bridge.ts';
import { goToDossiers, setPalette, useNavigation } from '../../app/navigation.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { matches } from './match.ts';
import classes from './palette.module.css';
import { usePaletteItems } from './use-palette-items.ts';

const [store, palette] = createSpotlight();
/** Pause in typing after which dossiers are looked for, in milliseconds. */
const PAUSE = 90;
const FOUND_MAX = 8;

/** Ctrl+K: any screen, command, period or dossier by a few letters, with or without diacritics. */
export default function Palette() {
  const { t } = useTranslation('palette');
  const open = useNavigation((navigation) => navigation.paletteOpen);
  const [query, setQuery] = useState('');
  const items = usePaletteItems();
  const found = useFoundDossiers(open ? query : '');
  useEffect(() => {
    if (open) palette.open();
    else palette.close();
  }, [open]);

  const groups = (['screen', 'command', 'period'] as const).map((group) => ({
    group,
    // Periods are many: they show once something was typed.
    items: items.filter(
      (item) =>
        item.group === group && (group !== 'period' || query.trim() !== '') && matches(query, item.words),
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
      onSpotlightClose={() => setPalette(false)}
      scrollable
      maxHeight="min(440px, 64vh)"
      size={620}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 0 }}
      aria-label={t('title')}
    >
      <Spotlight.Search placeholder={t('placeholder')} aria-label={t('placeholder')} />
      <Spotlight.ActionsList className={classes.list ?? ''}>
        {groups.map(({ group, items: shown }) =>
          shown.length === 0 ? null : (
            <Spotlight.ActionsGroup key={group} label={t(`group.${group}`)}>
              {shown.map((item) => (
                <Action key={item.id} label={item.label} keys={item.keys} onClick={item.run} />
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
        {nothing ? <Spotlight.Empty>{t('nothing', { query })}</Spotlight.Empty> : null}
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
  note?: string;
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

/** Dossiers whose number, applicant or procedure fits; at most {@link FOUND_MAX}, after a short pause in typing. */
function useFoundDossiers(query: string): readonly StoredDossier[] {
  const [found, setFound] = useState<readonly StoredDossier[]>([]);
  const asked = query.trim();
  useEffect(() => {
    if (asked.length < 2) {
      setFound([]);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      call('dossiers.find', { query: asked, limit: FOUND_MAX }).then(
        (answer) => {
          if (current) setFound(answer);
        },
        () => {
          if (current) setFound([]);
        },
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return found;
}
