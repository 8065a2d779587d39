import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { call } from '../../../app/bridge.ts';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { AnonymiseDialog } from './anonymise-dialog.tsx';
import classes from './privacy.module.css';
import { useLabels } from './use-labels.ts';

type Kept = Output<'privacy.retention'>['ledgers'][number];

const DUE = 'settings.privacy.due';

/** How many years each ledger keeps what is about citizens, and what is due by that. */
export function RetentionCard() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const labels = useLabels();
  const { data, fault, refresh } = useQuery('privacy.retention', {}, ['settings', 'dossiers', 'ledgers']);
  const deed = useDeed();
  const [chosen, setChosen] = useKept<Kept | null>(DUE, null);
  if (fault) return <ErrorNotice fault={fault} onRetry={refresh} />;
  const save = ({ ledger, years }: Kept, next: number | null) => {
    if (next === years) return;
    void deed.follow(async () => {
      await call('privacy.saveRetention', { ledger, years: next });
      refresh();
    });
  };
  return (
    <Card title={t('retention.title')}>
      <div style={{ padding: '10px 14px 0' }}>
        <p className={classes.text}>{t('retention.text')}</p>
        {deed.fault ? <ErrorNotice fault={deed.fault} /> : null}
      </div>
      <table className={`${classes.table} ${classes.middle}`}>
        <thead>
          <tr>
            <th>{t('retention.columns.ledger')}</th>
            <th>{t('retention.columns.years')}</th>
            <th>{t('retention.columns.due')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {(data?.ledgers ?? []).map((kept) => (
            <tr key={kept.ledger}>
              <td>{labels.ledger(kept.ledger)}</td>
              <td>
                <Years
                  key={kept.years ?? 0}
                  years={kept.years}
                  label={t('retention.yearsOf', { ledger: labels.ledger(kept.ledger) })}
                  placeholder={t('retention.never')}
                  onSave={(next) => save(kept, next)}
                />
              </td>
              <td>
                {kept.until === null || kept.records + kept.remnants === 0 ? (
                  <span className={classes.muted}>{t('retention.none')}</span>
                ) : (
                  <>
                    {t('retention.due', {
                      records: format.count(kept.records),
                      remnants: format.count(kept.remnants),
                    })}
                    <div className={classes.muted}>
                      {t('retention.until', { date: formatDate(kept.until) })}
                    </div>
                  </>
                )}
              </td>
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={kept.records + kept.remnants === 0}
                  onClick={() => setChosen(kept)}
                >
                  {t('retention.button')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen?.until ? (
        <AnonymiseDialog
          kept={DUE}
          count={chosen.records + chosen.remnants}
          reason=""
          anonymise={(reason) => {
            const { ledger, until, records, remnants } = chosen;
            return call('privacy.anonymiseDue', {
              ledger,
              until: until as NonNullable<typeof until>,
              places: records + remnants,
              reason,
            });
          }}
          onClose={() => forgetKept(DUE)}
          onDone={() => {
            forgetKept(DUE);
            refresh();
          }}
        />
      ) : null}
    </Card>
  );
}

interface YearsProps {
  readonly years: number | null;
  readonly label: string;
  readonly placeholder: string;
  readonly onSave: (years: number | null) => void;
}

/** A number of years, saved when it is left; empty: no time. */
function Years({ years, label, placeholder, onSave }: YearsProps) {
  const [typed, setTyped] = useState<number | ''>(years ?? '');
  const save = () => onSave(typed === '' ? null : typed);
  return (
    <NumberInput
      aria-label={label}
      placeholder={placeholder}
      size="xs"
      w={110}
      min={1}
      max={70}
      allowDecimal={false}
      allowNegative={false}
      value={typed}
      onChange={(value) => setTyped(typeof value === 'number' ? value : '')}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
