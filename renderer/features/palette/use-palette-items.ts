import { useTranslation } from 'react-i18next';
import { LEDGER_IDS } from '#shared/domain/ledgers/registry.ts';
import { parsePeriodId, periodId } from '#shared/domain/period.ts';
import { periodShort, periodTitle } from '#shared/i18n/period-words.ts';
import type { AppState, Preferences } from '#shared/ipc/contract/app.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { call, toFault } from '../../app/bridge.ts';
import { lockFromPalette } from '../../app/lock.ts';
import {
  choosePeriod,
  digitOf,
  goTo,
  goToDossiers,
  goToExplain,
  goToLedger,
  goToSettings,
  OPEN_SCREENS,
  SETTINGS_SECTIONS,
  stepPeriod,
  useNavigation,
} from '../../app/navigation.ts';
import { printOverview } from '../../app/print-overview.ts';
import { applyAppState, useSession } from '../../app/session.ts';
import { goToTargets, TARGET_TABS } from '../../app/targets-place.ts';
import { useMay } from '../../app/use-may.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { helpHere } from '../../help/here.ts';
import { type LedgerWords, useLedgerWords } from '../../ledgers/words.ts';
import { openPaper } from '../../papers/open-paper.ts';
import type { PaletteItem } from './item.ts';
import { openHelpFromPalette, useGuideItems } from './use-guide-items.ts';

function change(asked: Promise<AppState>): void {
  asked.then(applyAppState, (reason: unknown) => useSession.setState({ fault: toFault(reason) }));
}

/** Everything the palette can do besides finding dossiers. */
export function usePaletteItems(): PaletteItem[] {
  const { t } = useTranslation(['palette', 'common', 'targets', 'help', 'settings']);
  const { language } = useFormat();
  const app = useSession((session) => session.app);
  const period = useNavigation((navigation) => navigation.period);
  const words = useLedgerWords();
  const set = useQuery('evaluation.targetSet', period === null ? null : { period }, ['settings']);
  const objectives = set.data?.objectives ?? [];
  const preferences: Preferences | undefined = app?.preferences;
  const chapters = useGuideItems(useNavigation((navigation) => navigation.paletteOpen));

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

  const tabs = TARGET_TABS.map((tab, at): PaletteItem => {
    const label = t(`targets:tab.${tab}`);
    return {
      id: `targets ${tab}`,
      group: 'screen',
      label,
      note: t('common:screen.targets'),
      words: `${label} ${t('common:screen.targets')} ${t(`palette:alsoTab.${tab}`)}`,
      keys: `Alt ${digitOf('targets')}, Ctrl ${at + 1}`,
      run: () => goToTargets({ tab }),
    };
  });

  const mayPrivacy = useMay('personal-data');
  const mayMerge = useMay('merge-units');
  const sections = SETTINGS_SECTIONS.filter((section) => section !== 'privacy' || mayPrivacy).map(
    (section): PaletteItem => {
      const label = t(`settings:section.${section}.title`);
      const note = t('common:screen.settings');
      return {
        id: `settings ${section}`,
        group: 'section',
        label,
        note,
        words: `${label} ${note} ${t(`settings:section.${section}.note`)}`,
        run: () => goToSettings(section),
      };
    },
  );

  const commands: PaletteItem[] = [];
  const command = (
    id:
      | 'compose'
      | 'calendar'
      | 'import'
      | 'report'
      | 'summary'
      | 'verify'
      | 'merge'
      | 'print'
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
  command('calendar', () => goToDossiers({ calendar: true }), `Alt ${digitOf('dossiers')}, L`);
  command('import', () => goTo('imports'));
  command('report', () => goTo('reports'));
  if (period !== null) command('summary', () => openPaper({ kind: 'summary', period }));
  command('verify', () => goTo('verify'));
  if (mayMerge) command('merge', () => goToSettings('former'));
  command('print', printOverview);
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
    // As a lock: what is half typed waits for its person, whoever comes next.
    command('signOut', lockFromPalette, 'Ctrl L');

  const help = t('help:palette');
  commands.push({
    id: 'help',
    group: 'command',
    label: help,
    words: help,
    keys: 'F1',
    run: () => openHelpFromPalette(helpHere),
  });

  return [
    ...screens,
    ...tabs,
    ...sections,
    ...ledgerItems(words, (name) => t('palette:command.composeIn', { name })),
    ...commands,
    ...objectiveItems(objectives, language),
    ...periodItems(period, language),
    ...chapters,
  ];
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

/** Every ledger, and a new entry in each. */
function ledgerItems(words: LedgerWords, compose: (name: string) => string): PaletteItem[] {
  return LEDGER_IDS.flatMap((ledger): PaletteItem[] => {
    const label = words.name(ledger);
    const begin = compose(words.one(ledger));
    return [
      { id: ledger, group: 'ledger', label, words: label, run: () => goToLedger(ledger) },
      {
        id: `${ledger} compose`,
        group: 'ledger',
        label: begin,
        words: begin,
        run: () => goToLedger(ledger, { compose: true }),
      },
    ];
  });
}

/** The objectives of the period looked at: what is behind their figures. */
function objectiveItems(
  objectives: Output<'evaluation.targetSet'>['objectives'],
  language: 'vi' | 'en',
): PaletteItem[] {
  return objectives.map(({ id, title, sentence }) => ({
    id: `objective ${id}`,
    group: 'objective',
    label: title[language],
    note: sentence[language],
    words: `${id} ${title[language]} ${sentence[language]}`,
    run: () => goToExplain(id),
  }));
}
