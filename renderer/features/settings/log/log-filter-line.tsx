import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { InlineSelect } from '../../../ui/inline-select.tsx';
import classes from './log.module.css';
import { GROUPS, type Group, type LogChoice } from './use-log.ts';

interface Props {
  readonly choice: LogChoice;
  readonly people: readonly { readonly login: string; readonly name: string | null }[];
  /** Entries that match; null before the first answer. */
  readonly count: number | null;
  readonly actions: ReactNode;
  onChange(choice: LogChoice): void;
}

/** Stands for everybody among the logins; no login has a blank. */
const EVERYBODY = ' ';

/** Who, what and which days of the log are shown, as one line. */
export function LogFilterLine({ choice, people, count, actions, onChange }: Props) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const groups: Group[] = ['all', ...(Object.keys(GROUPS) as (keyof typeof GROUPS)[])];
  return (
    <div className={classes.filter}>
      <InlineSelect
        label={t('filter.who')}
        value={choice.login ?? EVERYBODY}
        active={choice.login !== null}
        options={[
          { value: EVERYBODY, text: t('filter.everybody') },
          ...people.map(({ login, name }) => ({
            value: login,
            text: name ?? (login === '' ? t('nobody') : login),
          })),
        ]}
        onChange={(login) => onChange({ ...choice, login: login === EVERYBODY ? null : login })}
      />
      <InlineSelect
        label={t('filter.what')}
        value={choice.group}
        active={choice.group !== 'all'}
        options={groups.map((group) => ({ value: group, text: t(`group.${group}`) }))}
        onChange={(group) => onChange({ ...choice, group })}
      />
      <DateField
        className={classes.day}
        aria-label={t('filter.from')}
        placeholder={t('filter.from')}
        size="xs"
        value={choice.from}
        onChange={(from) => onChange({ ...choice, from })}
      />
      <DateField
        className={classes.day}
        aria-label={t('filter.to')}
        placeholder={t('filter.to')}
        size="xs"
        value={choice.to}
        onChange={(to) => onChange({ ...choice, to })}
      />
      <span className={classes.count} role="status">
        {count === null ? '' : t('count', { n: format.count(count) })}
      </span>
      {actions}
    </div>
  );
}
