import { Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPlace } from '#shared/ipc/contract/privacy.ts';
import classes from './privacy.module.css';
import { useLabels } from './use-labels.ts';

export const placeKey = ({ place }: FoundPlace): string => JSON.stringify(place);

interface Props {
  readonly finds: readonly FoundPlace[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** ↑ and ↓ go from box to box. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const at = boxes.indexOf(document.activeElement as HTMLInputElement);
  if (at < 0) return;
  event.preventDefault();
  boxes[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

/** Where the person stands, each with a box to tick: who is who is said by a person. */
export function FoundTable({ finds, chosen, onChoose }: Props) {
  const { t } = useTranslation('privacy');
  const labels = useLabels();
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  const all = finds.length > 0 && chosen.size === finds.length;
  return (
    <table className={classes.table} onKeyDown={move}>
      <thead>
        <tr>
          <th className={classes.tick}>
            <Checkbox
              size="xs"
              aria-label={t('result.all')}
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() => onChoose(new Set(all ? [] : finds.map(placeKey)))}
            />
          </th>
          <th>{t('result.columns.record')}</th>
          <th>{t('result.columns.sign')}</th>
          <th>{t('result.columns.values')}</th>
        </tr>
      </thead>
      <tbody>
        {finds.map((find) => {
          const key = placeKey(find);
          return (
            <tr key={key}>
              <td>
                <Checkbox
                  size="xs"
                  aria-label={find.title}
                  checked={chosen.has(key)}
                  onChange={() => toggle(key)}
                />
              </td>
              <td>
                {find.title}
                <div className={classes.muted}>
                  {labels.place(find)}
                  {find.deleted && find.place.kind !== 'archived' ? ` · ${t('result.deleted')}` : ''}
                </div>
              </td>
              <td>
                {t(`result.sign.${find.sign}`)}
                {find.before ? <div className={classes.muted}>{t('result.before')}</div> : null}
              </td>
              <td>
                <div className={classes.values}>
                  {find.values.map(({ field, value }) => (
                    <span key={field}>
                      <span className={classes.muted}>{labels.field(find.ledger, field)}:</span> {value}
                    </span>
                  ))}
                  {find.former.map(({ field, value }) => (
                    <span key={`${field} ${value}`} className={classes.muted}>
                      {labels.field(find.ledger, field)}, {t('result.former', { value })}
                    </span>
                  ))}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
