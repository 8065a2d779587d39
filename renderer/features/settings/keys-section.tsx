import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { fold } from '#shared/text/fold.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { useQuery } from '../../app/use-query.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { showDone } from '../../ui/toast.tsx';
import { CreateKey } from './create-key.tsx';
import classes from './settings.module.css';
import { writtenDay } from './written-day.ts';

/** Keys the app made to sign with, and their certificates to hand to the receiver. */
export function KeysSection() {
  const { t } = useTranslation('settings');
  const keys = useQuery('keys.list', {}, ['settings', 'reports']);
  const [creating, setCreating] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);

  async function saveCertificate(key: KeyEntry): Promise<void> {
    setFault(null);
    try {
      const name =
        fold(key.subject)
          .replace(/[^a-z0-9]+/gu, '-')
          .replace(/^-|-$/gu, '') || 'chung-thu';
      const target = await call('files.saveAs', { proposedName: `${name.slice(0, 80)}.pem`, kind: 'pem' });
      if (!target) return;
      const { saved } = await call('keys.saveCertificate', { keyId: key.id, target: target.token });
      showDone(t('keys.certificateSaved', { name: saved.name }));
    } catch (reason) {
      setFault(toFault(reason));
    }
  }

  return (
    <div className={classes.stack}>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {keys.fault ? <ErrorNotice fault={keys.fault} onRetry={keys.refresh} /> : null}
      <Card
        title={t('keys.title')}
        actions={
          <Button size="compact-sm" onClick={() => setCreating(true)}>
            {t('keys.create')}
          </Button>
        }
      >
        {keys.data?.length === 0 ? (
          <EmptyState title={t('keys.empty')}>{t('keys.emptyText')}</EmptyState>
        ) : null}
        <ul className={classes.entries}>
          {keys.data?.map((key) => (
            <li key={key.id}>
              <div>
                <b>{key.subject}</b>
                <div className="dim">
                  {key.algorithm} ·{' '}
                  {t('keys.valid', { from: writtenDay(key.notBefore), to: writtenDay(key.notAfter) })}
                </div>
                <Fingerprint sha256={key.fingerprint} />
              </div>
              <Button variant="default" onClick={() => void saveCertificate(key)}>
                {t('keys.saveCertificate')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <p className={classes.note}>{t('keys.note')}</p>
      {creating ? (
        <CreateKey
          onClose={() => setCreating(false)}
          onCreated={() => {
            setCreating(false);
            keys.refresh();
            showDone(t('keys.created'));
          }}
        />
      ) : null}
    </div>
  );
}
