import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { helpHere } from '../help/here.ts';
import { openHelp } from '../help/store.ts';
import { Kbd } from '../ui/kbd.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { lockScreen } from './lock.ts';
import { digitOf, goTo, OPEN_SCREENS, type Screen, useNavigation } from './navigation.ts';
import { ReportDueTag } from './report-due-tag.tsx';
import { HelpIcon, ScreenIcon } from './screen-icon.tsx';
import { useSession } from './session.ts';
import classes from './shell.module.css';
import { shortUnitName } from './unit-name.ts';

/** The left rail: the unit, the screens with their keys, who works here, when it was last saved. */
export function Rail({ app }: { app: AppState }) {
  const { t } = useTranslation('common');
  const savedAt = useSession((session) => session.savedAt);
  const unit = app.unit?.name ?? '';
  const above = OPEN_SCREENS.filter((screen) => screen !== 'settings');
  return (
    <nav className={classes.rail} aria-label={t('rail.label')}>
      <a className={classes.skip} href="#main">
        {t('rail.skip')}
      </a>
      <div className={classes.brand}>
        <b>{t('appName')}</b>
        <Tooltip label={unit} disabled={shortUnitName(unit) === unit} position="bottom-start">
          <span className={classes.unit}>{shortUnitName(unit)}</span>
        </Tooltip>
      </div>
      {above.map((screen) => (
        <RailItem key={screen} screen={screen} />
      ))}
      <div className={classes.grow} />
      <RailItem screen="settings" />
      <HelpItem />
      <div className={classes.who}>
        {app.user ? (
          <div>
            <b>{app.user.name}</b>
            <span>{t(`role.${app.user.role}`)}</span>
          </div>
        ) : null}
        {app.sample ? null : (
          <button
            type="button"
            className={classes.lock}
            aria-keyshortcuts="Control+L"
            title={`${t('rail.lock')} (Ctrl+L)`}
            onClick={() => void lockScreen()}
          >
            <span className={classes.label}>{t('rail.lock')}</span>
            <Kbd quiet>Ctrl L</Kbd>
          </button>
        )}
        <SaveState savedAt={savedAt} />
      </div>
    </nav>
  );
}

function RailItem({ screen }: { screen: Screen }) {
  const { t } = useTranslation('common');
  const current = useNavigation((navigation) => navigation.screen === screen);
  const name = t(`screen.${screen}`);
  return (
    <button
      type="button"
      className={classes.item}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={`Alt+${digitOf(screen)}`}
      title={`${name} (Alt+${digitOf(screen)})`}
      onClick={() => goTo(screen)}
    >
      <ScreenIcon screen={screen} />
      <span className={classes.label}>{name}</span>
      {screen === 'reports' ? <ReportDueTag /> : null}
      <Kbd quiet>{digitOf(screen)}</Kbd>
    </button>
  );
}

/** The guide about what is on the screen. */
function HelpItem() {
  const { t } = useTranslation('help');
  return (
    <button
      type="button"
      className={classes.item}
      aria-keyshortcuts="F1"
      aria-haspopup="dialog"
      title={`${t('title')} (F1)`}
      onClick={() => openHelp(helpHere())}
    >
      <HelpIcon />
      <span className={classes.label}>{t('title')}</span>
      <Kbd quiet>F1</Kbd>
    </button>
  );
}
