import { useCallback, useMemo, useState } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { LogLine, LogQuestion } from '#shared/ipc/contract/log.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { LogKind } from '#shared/log/entry.ts';
import { call } from '../../../app/bridge.ts';
import { type RowList, type RowSource, useRowList } from '../../../ui/use-row-list.ts';

/** Kinds of deeds that are looked for together; all of them are in one group. */
export const GROUPS = {
  records: ['created', 'edited', 'deleted', 'restored', 'undone'],
  imports: ['imported', 'import-undone', 'merged'],
  reports: ['signed', 'receipt'],
  settings: ['settings', 'targets', 'receiver'],
  keys: ['trust', 'key'],
  people: ['person', 'access', 'sign-in-failures'],
  numbers: [
    'unmasked',
    'numbers-exported',
    'number-searched',
    'person-searched',
    'person-exported',
    'anonymised',
  ],
  copies: ['backed-up', 'data-restored'],
  beginning: ['genesis', 'found'],
} as const satisfies Readonly<Record<string, readonly LogKind[]>>;
export type Group = keyof typeof GROUPS | 'all';

/** Whom, what and which days of the log one looks at. `login` null: everybody. */
export interface LogChoice {
  readonly login: string | null;
  readonly group: Group;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}
export const EVERYTHING: LogChoice = { login: null, group: 'all', from: null, to: null };

/** A choice as the program is asked for it. */
export function questionOf({ login, group, from, to }: LogChoice): LogQuestion {
  return { login, kinds: group === 'all' ? null : [...GROUPS[group]], from, to };
}

type Answer = Output<'log.index'>;

/** The entries of a choice, fetched as they are looked at, with who is named and the last link. */
export function useLog(choice: LogChoice): { list: RowList<LogLine>; about: Omit<Answer, 'ids'> | null } {
  const [about, setAbout] = useState<Omit<Answer, 'ids'> | null>(null);
  const index = useCallback(async (asked: string) => {
    const { ids, ...rest } = await call('log.index', { filter: JSON.parse(asked) as LogQuestion });
    setAbout(rest);
    return { ids };
  }, []);
  const source = useMemo<RowSource<LogLine>>(
    () => ({ of: 'log', subject: 'settings', index, rows: (ids) => call('log.rows', { ids }) }),
    [index],
  );
  return { list: useRowList(source, JSON.stringify(questionOf(choice))), about };
}
