import { useTranslation } from 'react-i18next';
import { parsePeriodId, periodId } from '#shared/domain/period.ts';
import { periodShort, periodTitle } from '#shared/i18n/period-words.ts';
import type { AppState, Preferences } from '#shared/ipc/contract/app.ts';
import { call, toFault } from '../../app/bridge.ts';
import {
  choosePeriod,
  digitOf,
  goTo,
  goToDossiers,
  OPEN_SCREENS,
  stepPeriod,
  useNavigation,
} from '../../app/navigation.ts';
import { applyAppState, useSession } from '../../app/session.ts';
import { useFormat } from '../../app/words.ts';

export interface PaletteItem {
  readonly id: string;
  readonly group: 'screen' | 'command' | 'period';
  readonly label: string;
  /** All that the item can be found by. */
  readonly words: string;
  /** Key that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

function change(asked: Promise<AppState>): void {
  asked.then(applyAppState, (reason: unknown) => useSession.setState({ fault: toFault(reason) }));
}

/** Everything the palette can do besides finding dossiers. */
export function usePaletteItems(): PaletteItem[] {
  const { t } = useTranslation(['palette', 'common']);
  const { language } = useFormat();
  const app = useSession((session) => session.app);
  const period = useNavigation((navigation) => navigation.period);
  const preferences: Preferences | undefined = app?.preferences;

  const screens = OPEN_SCREENS.map((screen): PaletteItem => {
    const label = t(`common:screen.${screen}`);
    return {
      id: screen,
      group: 'screen',
      label,
      words: `${label} ${t(`palette:also.${screen}`)}`,
      keys: `Alt ${digitOf(screen)}`,
      run: () => goTo(screen),
    };
  });

  const commands: PaletteItem[] = [];
  const command = (
    id:
      | 'compose'
      | 'import'
      | 'report'
      | 'verify'
      | 'previous'
      | 'next'
      | 'light'
      | 'dark'
      | 'auto'
      | 'language'
      | 'leaveSample'
      | 'signOut',
    run: () => void,
    keys?: string,
  ): void => {
    const label = t(`palette:command.${id}`);
    commands.push({
      id,
      group: 'command',
      label,
      words: label,
      run,
      ...(keys === undefined ? {} : { keys }),
    });
  };
  command('compose', () => goToDossiers({ compose: true }));
  command('import', () => goTo('imports'));
  command('report', () => goTo('reports'));
  command('verify', () => goTo('verify'));
  command('previous', () => stepPeriod(-1), '[');
  command('next', () => stepPeriod(1), ']');
  if (preferences) {
    for (const colourScheme of ['light', 'dark', 'auto'] as const) {
      if (preferences.colourScheme !== colourScheme) {
        command(colourScheme, () => change(call('app.setPreferences', { ...preferences, colourScheme })));
      }
    }
    command('language', () =>
      change(call('app.setPreferences', { ...preferences, language: language === 'vi' ? 'en' : 'vi' })),
    );
  }
  if (app?.sample) command('leaveSample', () => change(call('app.leaveSample', {})));
  else if (app && (app.users.length > 1 || app.user?.hasPassphrase))
    command('signOut', () => change(call('app.signOut', {})));

  return [...screens, ...commands, ...periodItems(period, language)];
}

/** Quarters, halves and years around the period looked at. */
function periodItems(current: string | null, language: 'vi' | 'en'): PaletteItem[] {
  const year = current === null ? undefined : parsePeriodId(current)?.year;
  if (year === undefined) return [];
  const ids = [year, year - 1, year + 1].flatMap((each) => [
    ...[1, 2, 3, 4].map((index) => periodId({ year: each, kind: 'quarter', index })),
    periodId({ year: each, kind: 'half', index: 1 }),
    periodId({ year: each, kind: 'half', index: 2 }),
    periodId({ year: each, kind: 'nine-months', index: 1 }),
    periodId({ year: each, kind: 'year', index: 1 }),
  ]);
  return ids.map((id) => {
    const label = periodTitle(id, language);
    const number = parsePeriodId(id)?.index ?? '';
    return {
      id,
      group: 'period',
      label,
      words: `${label} ${periodShort(id, language)} ${id} ${number}`,
      run: () => choosePeriod(id),
    };
  });
}
