import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { fold } from '#shared/text/fold.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { forgetKept, useKept } from '../../app/kept.ts';
import { useLetterKeys } from '../../app/use-letter-keys.ts';
import { useQuery } from '../../app/use-query.ts';
import { TokenPanel } from '../../keys/index.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { showDone } from '../../ui/toast.tsx';
import { CreateKey } from './create-key.tsx';
import { EnrolmentSheet } from './enrolment-sheet.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import classes from './settings.module.css';
import { writtenDay } from './written-day.ts';

const HAND_OVER = 'settings.handOver';

/** Keys to sign with: those the app made, their sheets and certificates for the receiver, tokens, and hand-overs. */
export function KeysSection() {
  const { t } = useTranslation(['settings', 'signing']);
  const keys = useQuery('keys.list', {}, ['settings', 'reports']);
  const [creating, setCreating] = useState(false);
  const [sheet, setSheet] = useState<KeyEntry | null>(null);
  /** Whose hand-over is being written; `other`: of a key that is not the app's. */
  const [leaving, setLeaving] = useKept<KeyEntry | 'other' | null>(HAND_OVER, null);
  const [fault, setFault] = useState<CallFault | null>(null);

  useLetterKeys({ n: () => setCreating(true) });

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
      showDone(t('settings:keys.certificateSaved', { name: saved.name }));
    } catch (reason) {
      setFault(toFault(reason));
    }
  }

  return (
    <div className={classes.stack}>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {keys.fault ? <ErrorNotice fault={keys.fault} onRetry={keys.refresh} /> : null}
      <Card
        title={t('settings:keys.title')}
        actions={
          <Button
            size="compact-sm"
            aria-keyshortcuts="N"
            rightSection={<Kbd quiet>N</Kbd>}
            onClick={() => setCreating(true)}
          >
            {t('settings:keys.create')}
          </Button>
        }
      >
        {keys.data?.length === 0 ? (
          <EmptyState title={t('settings:keys.empty')}>{t('settings:keys.emptyText')}</EmptyState>
        ) : null}
        <ul className={classes.entries}>
          {keys.data?.map((key) => (
            <li key={key.id}>
              <div>
                <b>{key.subject}</b>
                <div className="dim">
                  {key.algorithm} ·{' '}
                  {t('settings:keys.valid', {
                    from: writtenDay(key.notBefore),
                    to: writtenDay(key.notAfter),
                  })}
                </div>
                <Fingerprint sha256={key.fingerprint} />
              </div>
              <div className={classes.entryButtons}>
                <Button variant="default" onClick={() => setSheet(key)}>
                  {t('signing:sheet.open')}
                </Button>
                <Button variant="default" onClick={() => void saveCertificate(key)}>
                  {t('settings:keys.saveCertificate')}
                </Button>
                <Button variant="default" onClick={() => setLeaving(key)}>
                  {t('signing:handOver.open')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <p className={classes.note}>{t('settings:keys.note')}</p>
      <Card title={t('signing:tokens.title')} padded>
        <TokenPanel />
      </Card>
      <Card title={t('signing:handOver.title')} padded>
        <p className={classes.note}>
          {t('signing:handOver.text')} {t('signing:handOver.openOtherText')}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setLeaving('other')}>
            {t('signing:handOver.openOther')}
          </Button>
        </div>
      </Card>
      {sheet ? <EnrolmentSheet entry={sheet} onClose={() => setSheet(null)} /> : null}
      {leaving ? (
        <HandOverDialog
          own={keys.data ?? []}
          leaving={leaving === 'other' ? null : leaving}
          onClose={() => forgetKept(HAND_OVER)}
          onDone={(saved) => {
            forgetKept(HAND_OVER);
            showDone(t('signing:handOver.done', { name: saved.name }));
          }}
        />
      ) : null}
      {creating ? (
        <CreateKey
          onClose={() => setCreating(false)}
          onCreated={() => {
            setCreating(false);
            keys.refresh();
            showDone(t('settings:keys.created'));
          }}
        />
      ) : null}
    </div>
  );
}
