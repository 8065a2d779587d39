import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { KeptHandOver } from '#shared/ipc/contract/keys.ts';
import { type CallFault, call, dropped, toFault } from '../../app/bridge.ts';
import { dynamicWords } from '../../app/dynamic-words.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { formatInstant } from '../../ui/instant.ts';
import { showDone } from '../../ui/toast.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { ToneBadge } from '../../ui/verdict-badge.tsx';
import classes from './settings.module.css';

/** Notes by which keys handed over to others: taken by button or drop, each with whether it counts and why not. */
export function HandOverNotes() {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const notes = useQuery('trust.handOvers', {}, ['settings', 'reports']);
  const [fault, setFault] = useState<CallFault | null>(null);
  const over = useFileDrop(([first]) => {
    if (first) void dropped(first).then(take, (reason: unknown) => setFault(toFault(reason)));
  });

  async function take(file: ChosenFile | null): Promise<void> {
    if (!file) return;
    setFault(null);
    try {
      const { successor, unitName, firstDay } = await call('trust.takeHandOver', { file: file.token });
      notes.refresh();
      showDone(t('notes.taken', { subject: successor.subject, unit: unitName, date: format.date(firstDay) }));
    } catch (reason) {
      setFault(toFault(reason));
    }
  }

  async function pick(): Promise<void> {
    try {
      await take(await call('files.pickHandOver', {}));
    } catch (reason) {
      setFault(toFault(reason));
    }
  }

  return (
    <Card
      title={t('notes.title')}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => void pick()}>
          {t('notes.take')}
        </Button>
      }
    >
      <div className={classes.cardText} data-over={over || undefined}>
        {fault ? <ErrorNotice fault={fault} /> : null}
        {notes.fault ? <ErrorNotice fault={notes.fault} onRetry={notes.refresh} /> : null}
        <p className={classes.note}>{over ? t('notes.release') : t('notes.text')}</p>
        {notes.data?.length === 0 ? <p className={classes.note}>{t('notes.empty')}</p> : null}
      </div>
      <ul className={classes.entries}>
        {notes.data?.map((note) => (
          <Note key={`${note.file} ${note.signedAt} ${note.successor.fingerprint}`} note={note} />
        ))}
      </ul>
    </Card>
  );
}

function Note({ note }: { readonly note: KeptHandOver }) {
  const { t, i18n } = useTranslation('signing');
  const format = useFormat();
  const { unitName, unitCode, retiring, successor, lastDay, firstDay, reason, signedAt, ignored } = note;
  return (
    <li>
      <div>
        <b>
          {unitName} ({unitCode})
        </b>{' '}
        <ToneBadge tone={ignored === null ? 'met' : 'missed'} mark={ignored === null ? '✓' : '✕'}>
          {t(ignored === null ? 'notes.counts' : 'notes.ignored')}
        </ToneBadge>
        {ignored === null ? null : (
          <p className={classes.note}>
            {t('notes.why', { why: dynamicWords(i18n, `verify:handOver.${ignored}`, {}) })}
          </p>
        )}
        <dl className={classes.facts}>
          <dt>{t('notes.from')}</dt>
          <dd>
            {retiring.subject} · {t('notes.until', { date: format.date(lastDay) })}
            <br />
            <Fingerprint sha256={retiring.fingerprint} />
          </dd>
          <dt>{t('notes.to')}</dt>
          <dd>
            {successor.subject} · {t('notes.since', { date: format.date(firstDay) })}
            <br />
            <Fingerprint sha256={successor.fingerprint} />
          </dd>
        </dl>
        <div className="dim">
          {t('notes.reason', { reason })} · {t('notes.signedAt', { at: formatInstant(signedAt) })}
        </div>
      </div>
    </li>
  );
}
