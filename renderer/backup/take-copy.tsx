import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { RestoreContents } from '#shared/ipc/contract/backups.ts';
import { NewPassphraseFields, useNewPassphrase } from '../access/new-passphrase.tsx';
import { call } from '../app/bridge.ts';
import { applyAppState } from '../app/session.ts';
import { useDeed } from '../app/use-deed.ts';
import { useFormat } from '../app/words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { formatInstant } from '../ui/instant.ts';
import { showDone } from '../ui/toast.tsx';
import classes from './backup.module.css';
import { PersonOfCopy, StepButtons } from './step-buttons.tsx';

interface Props {
  readonly contents: RestoreContents;
  readonly onBack: () => void;
  readonly onTaken: () => void;
}

/** Step 3: what is in the copy, what becomes of the present data, and the button that takes it. */
export function TakeCopy({ contents, onBack, onTaken }: Props) {
  const { t } = useTranslation(['backup', 'access', 'common']);
  const format = useFormat();
  const { unit, madeAt, counts, span, lastReport, people, login, replaces } = contents;
  const [who, setWho] = useState(login ?? people[0]?.login ?? '');
  const passphrase = useNewPassphrase();
  const { busy, fault, run } = useDeed();

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || (login === null && !passphrase.check())) return;
    const taken = await run(async () => {
      const person = login === null ? { login: who, passphrase: passphrase.value } : null;
      applyAppState(await call('restore.take', { person }), null, true);
    });
    if (!taken) return;
    onTaken();
    showDone(t('backup:restore.done', { unit: unit.name, at: formatInstant(madeAt) }));
  }

  return (
    <form className={classes.column} noValidate onSubmit={(event) => void take(event)}>
      <dl className={classes.facts}>
        <dt>{t('backup:restore.unit')}</dt>
        <dd>
          <b>{unit.name}</b> ({unit.code})
        </dd>
        <dt>{t('backup:copies.at')}</dt>
        <dd>{formatInstant(madeAt)}</dd>
        <dt>{t('backup:copies.holds')}</dt>
        <dd>
          {t('backup:copies.counts', {
            dossiers: format.count(counts.dossiers),
            entries: format.count(counts.entries),
            reports: format.count(counts.reports),
          })}
        </dd>
        <dt>{t('backup:restore.span')}</dt>
        <dd>{span ? `${format.date(span.first)} – ${format.date(span.last)}` : '—'}</dd>
        <dt>{t('backup:restore.lastReport')}</dt>
        <dd>
          {lastReport
            ? `${periodTitle(lastReport.period, format.language)} · ${formatInstant(lastReport.signedAt)}`
            : t('backup:restore.noReport')}
        </dd>
      </dl>
      <p>{t(replaces ? 'backup:restore.replaces' : 'backup:restore.replacesNothing')}</p>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {login === null ? (
        <>
          <PersonOfCopy people={people} value={who} onChange={setWho} />
          <NewPassphraseFields of={passphrase} label={t('access:field.next')} autoFocus />
        </>
      ) : null}
      <StepButtons label={t('backup:restore.take')} busy={busy} autoFocus={login !== null} onBack={onBack} />
    </form>
  );
}
