import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { Enrolment } from '#shared/ipc/contract/reports.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { forgetKept, useKept } from '../../app/kept.ts';
import { useLetterKeys } from '../../app/use-letter-keys.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { showDone } from '../../ui/toast.tsx';
import { ToneBadge } from '../../ui/verdict-badge.tsx';
import { EnrolSigner } from './enrol-signer.tsx';
import { HandOverNotes } from './hand-over-notes.tsx';
import { RevokeSigner } from './revoke-signer.tsx';
import classes from './settings.module.css';

const ENROL = 'settings.enrol';
const REVOKE = 'settings.revoke';

/** Whose signatures this folder trusts, for which unit and in which time. */
export function TrustSection() {
  const { t } = useTranslation('settings');
  const trusted = useQuery('trust.list', {}, ['settings', 'reports']);
  const [certificate, setCertificate] = useKept<ChosenFile | null>(ENROL, null);
  const [revoking, setRevoking] = useKept<Enrolment | null>(REVOKE, null);
  const [fault, setFault] = useState<CallFault | null>(null);

  useLetterKeys({ n: () => void pick() });

  async function pick(): Promise<void> {
    setFault(null);
    try {
      setCertificate(await call('files.pickCertificate', {}));
    } catch (reason) {
      setFault(toFault(reason));
    }
  }

  return (
    <div className={classes.stack}>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {trusted.fault ? <ErrorNotice fault={trusted.fault} onRetry={trusted.refresh} /> : null}
      <p className={classes.note}>{t('trust.note')}</p>
      <Card
        title={t('trust.title')}
        actions={
          <Button
            size="compact-sm"
            aria-keyshortcuts="N"
            rightSection={<Kbd quiet>N</Kbd>}
            onClick={() => void pick()}
          >
            {t('trust.add')}
          </Button>
        }
      >
        {trusted.data?.length === 0 ? (
          <EmptyState title={t('trust.empty')}>{t('trust.emptyText')}</EmptyState>
        ) : null}
        <ul className={classes.entries}>
          {trusted.data?.map((each) => (
            <TrustedSigner key={each.id} enrolment={each} onRevoke={() => setRevoking(each)} />
          ))}
        </ul>
      </Card>
      {trusted.data ? <HandOverNotes /> : null}
      {certificate ? (
        <EnrolSigner
          certificate={certificate}
          onClose={() => forgetKept(ENROL)}
          onDone={() => {
            forgetKept(ENROL);
            trusted.refresh();
            showDone(t('trust.added'));
          }}
        />
      ) : null}
      {revoking ? (
        <RevokeSigner
          enrolment={revoking}
          onClose={() => forgetKept(REVOKE)}
          onDone={() => {
            forgetKept(REVOKE);
            trusted.refresh();
            showDone(t('trust.revoked'));
          }}
        />
      ) : null}
    </div>
  );
}

function TrustedSigner({ enrolment, onRevoke }: { enrolment: Enrolment; onRevoke: () => void }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { subject, fingerprint, unitCode, from, to, revokedOn } = enrolment;
  return (
    <li>
      <div>
        <b>{subject}</b>{' '}
        {revokedOn === null ? null : (
          <ToneBadge tone="missed" mark="✕">
            {t('trust.revokedOn', { date: format.date(revokedOn) })}
          </ToneBadge>
        )}
        <div className="dim">
          {unitCode === null ? t('trust.anyUnit') : t('trust.forUnit', { code: unitCode })}
          {from === null && to === null
            ? null
            : ` · ${t('trust.time', { from: from === null ? '…' : format.date(from), to: to === null ? '…' : format.date(to) })}`}
        </div>
        <Fingerprint sha256={fingerprint} />
      </div>
      {revokedOn === null ? (
        <Button variant="default" onClick={onRevoke}>
          {t('trust.revoke')}
        </Button>
      ) : null}
    </li>
  );
}
