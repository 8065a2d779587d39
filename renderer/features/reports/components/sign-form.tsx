import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import type { ReportDraft } from '#shared/ipc/contract/reports.ts';
import { call } from '../../../app/bridge.ts';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { longWork } from '../../../app/long-work.ts';
import { SigningForm } from '../../../keys/index.ts';
import { useWhereWords } from '../../../receipts/index.ts';
import { Card } from '../../../ui/card.tsx';
import { SIGNING } from '../go-to-signing.ts';
import { proposedReason } from '../model/changed-rows.ts';
import type { Hindrance } from '../model/checks.ts';

interface Props {
  readonly period: string;
  readonly hindrance: Hindrance;
  /** The signed report that this one replaces; null: none is signed yet. */
  readonly amends: ReportDraft['amends'];
  /** Why the receiver returned that one; null where nobody did. */
  readonly returned: ReceiptEntry | null;
  /** Saves what was written last; signing waits for it. */
  before(): Promise<void>;
  onSigned(): void;
}

/** Signs the report of a period, once its checks let it; a report that replaces another says why. */
export function SignForm({ period, hindrance, amends, returned, before, onSigned }: Props) {
  const { t } = useTranslation(['reports', 'receipts']);
  const where = useWhereWords();
  const [proposed] = useState(() => {
    const asked = (returned?.reasons ?? []).map((one) => `${where(one.where)}: ${one.text}`).join('; ');
    const said = returned && t('receipts:take.amendReason', { name: returned.receiver.name, reasons: asked });
    return proposedReason([...(said === null ? [] : [said]), ...(amends?.changes.reasons ?? [])]);
  });
  const kept = `reports.why.${period}`;
  const [why, setWhy] = useKept(kept, proposed);
  const reasons = [
    hindrance.errors > 0 && t('sign.blockedErrors', { n: hindrance.errors }),
    hindrance.unanswered > 0 && t('sign.blockedReasons', { n: hindrance.unanswered }),
  ].filter((part) => part !== false);
  return (
    <div {...SIGNING}>
      <Card title={t('sign.title')} padded>
        <SigningForm
          submitLabel={t('sign.submit')}
          blocked={reasons.length > 0 ? t('sign.blocked', { reason: reasons.join(', ') }) : null}
          ready={amends === null || why.trim() !== ''}
          onSign={async (key) => {
            await before();
            const amendment = amends === null ? {} : { amends: amends.sha256, reason: why.trim() };
            await longWork(t('sign.working'), (task) =>
              call('reports.sign', { period, key, task, ...amendment }),
            );
            forgetKept(kept);
            onSigned();
          }}
        >
          {amends !== null && (
            <TextInput
              label={t('sign.why')}
              description={t('sign.whyHint')}
              value={why}
              maxLength={500}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          )}
        </SigningForm>
      </Card>
    </div>
  );
}
