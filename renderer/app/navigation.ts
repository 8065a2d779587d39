import { create } from 'zustand';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { neighbourPeriod, type PeriodScheme, resolvePeriod } from '#shared/domain/period.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { perPerson } from './person-state.ts';
import { takeTyping } from './typed-ahead.ts';

/** Screens in the order of the left rail; the digit of a screen is its place, kept free for those still to come. */
export const SCREENS = [
  'overview',
  'dossiers',
  'records',
  'imports',
  'targets',
  'reports',
  'verify',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Sections of Cài đặt in their order. */
export const SETTINGS_SECTIONS = [
  'unit',
  'former',
  'period',
  'layout',
  'appearance',
  'passphrase',
  'keys',
  'trust',
  'backup',
  'calendar',
  'procedures',
  'privacy',
  'log',
  'update',
  'check',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Screens that can be visited now. */
export const OPEN_SCREENS: readonly Screen[] = SCREENS;

/** The digit that opens a screen, `1`–`8`. */
export function digitOf(screen: Screen): number {
  return SCREENS.indexOf(screen) + 1;
}

/** What the dossier list was asked to show by whoever led there. */
export interface DossierTarget {
  readonly filter: DossierFilter;
  /** Dossier to open in the detail pane. */
  readonly dossierId: number | null;
  /** Begin the quick entry of a new dossier. */
  readonly compose: boolean;
  /** Show the calendar of receipts and due days in place of the list. */
  readonly calendar: boolean;
  /** Grows with every request, so that the same request twice is seen twice. */
  readonly stamp: number;
}

/** What a ledger was asked to show by whoever led there. */
export interface LedgerTarget {
  readonly ledger: LedgerId;
  readonly filter?: EntryFilter;
  /** Entry to open in the pane. */
  readonly entryId?: number;
  /** Begin a new entry, with these values. */
  readonly compose?: boolean;
  readonly values?: AnyRecord;
  /** Grows with every request, so that the same request twice is seen twice. */
  readonly stamp: number;
}

interface Navigation {
  readonly screen: Screen;
  /** Period shown by every screen that looks at one; null until the program has said which is current. */
  readonly period: string | null;
  readonly scheme: PeriodScheme;
  readonly dossiers: DossierTarget;
  /** Ledger asked for last, on whichever screen it stands; null before the first request. */
  readonly ledger: LedgerTarget | null;
  /** What the screen Nhập từ Excel was asked to import. */
  readonly imports: { readonly kind: ImportKind; readonly stamp: number };
  /** Objective whose records Tổng quan was asked to show. */
  readonly explain: { readonly objective: string; readonly stamp: number } | null;
  /** Report period asked for by whoever led to Báo cáo; null: the one of the header. */
  /** Section that Cài đặt was asked to open. */
  readonly settings: { readonly section: SettingsSection; readonly stamp: number } | null;
  readonly paletteOpen: boolean;
}

/** Where the window is. Components select from it; the functions below change it. */
export const useNavigation = create<Navigation>(() => ({
  screen: 'overview',
  period: null,
  scheme: 'nd09',
  dossiers: { filter: {}, dossierId: null, compose: false, calendar: false, stamp: 0 },
  ledger: null,
  imports: { kind: 'dossiers', stamp: 0 },
  explain: null,
  settings: null,
  paletteOpen: false,
}));
perPerson(useNavigation);

/** Goes to a screen; one that is not open yet is ignored. */
export function goTo(screen: Screen): void {
  if (OPEN_SCREENS.includes(screen)) useNavigation.setState({ screen, paletteOpen: false });
}

/** Goes to a section of Cài đặt. */
export function goToSettings(section: SettingsSection): void {
  useNavigation.setState((old) => ({
    screen: 'settings',
    paletteOpen: false,
    settings: { section, stamp: (old.settings?.stamp ?? 0) + 1 },
  }));
}

/** Goes to the dossier list with a filter, a dossier opened, or a new one begun, or to its calendar. */
export function goToDossiers(
  target: { filter?: DossierFilter; dossierId?: number; compose?: boolean; calendar?: boolean } = {},
): void {
  useNavigation.setState((old) => ({
    screen: 'dossiers',
    paletteOpen: false,
    dossiers: {
      filter: target.filter ?? {},
      dossierId: target.dossierId ?? null,
      compose: target.compose ?? false,
      calendar: target.calendar ?? false,
      stamp: old.dossiers.stamp + 1,
    },
  }));
}

/** The screen on which a ledger stands. */
const SCREEN_OF_PLACE = { records: 'records', plan: 'targets', settings: 'settings' } as const;

let ledgerRequests = 0;

/** The request has been followed: whoever looks at that ledger later does so of their own accord. */
export function ledgerFollowed(stamp: number): void {
  useNavigation.setState((old) => (old.ledger?.stamp === stamp ? { ledger: null } : {}));
}

/** Goes to a ledger, wherever it stands, with a filter, an entry opened, or a new one begun. */
export function goToLedger(ledger: LedgerId, target: Omit<LedgerTarget, 'ledger' | 'stamp'> = {}): void {
  ledgerRequests += 1;
  useNavigation.setState({
    screen: SCREEN_OF_PLACE[ledgerOf(ledger).place],
    paletteOpen: false,
    ledger: { ...target, ledger, stamp: ledgerRequests },
  });
}

/** Goes to the import of dossiers or of a ledger. */
export function goToImports(kind: ImportKind): void {
  useNavigation.setState((old) => ({
    screen: 'imports',
    paletteOpen: false,
    imports: { kind, stamp: old.imports.stamp + 1 },
  }));
}

/** Goes to Tổng quan and opens the records behind an objective's figure. */
export function goToExplain(objective: string): void {
  useNavigation.setState((old) => ({
    screen: 'overview',
    paletteOpen: false,
    explain: { objective, stamp: (old.explain?.stamp ?? 0) + 1 },
  }));
}

/** Looks at another period, for every screen. */
export function choosePeriod(period: string): void {
  useNavigation.setState({ period });
}

/** The period of the same kind before (-1) or after (+1). */
export function stepPeriod(step: -1 | 1): void {
  const { period: id, scheme } = useNavigation.getState();
  const period = id === null ? null : resolvePeriod(id, scheme);
  const next = period && neighbourPeriod(period, step);
  if (next?.id) choosePeriod(next.id);
}

export function setPalette(open: boolean): void {
  useNavigation.setState({ paletteOpen: open });
}

/** Opens the palette from a key or a button; whatever is typed from now on reaches its field. */
export function askPalette(): void {
  if (useNavigation.getState().paletteOpen) return;
  takeTyping({ onEscape: () => setPalette(false) });
  setPalette(true);
}
