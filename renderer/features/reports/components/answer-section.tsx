import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import { standingReceipt } from '#shared/receiver/standing-receipt.ts';
import { useQuery } from '../../../app/use-query.ts';
import { ReasonList } from '../../../receipts/index.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { SpokenCode } from '../../../ui/spoken-code.tsx';
import { useAnswers } from '../hooks/use-answers.ts';
import css from './answer.module.css';
import { AnswerTrust } from './answer-trust.tsx';

/** What the receiver answered to a signed report: the answer that stands, who gave it, whether that is known, its code. */
export function AnswerSection({ sha256, onCode }: { readonly sha256: string; onCode(): void }) {
  const { t } = useTranslation('receipts');
  const answers = useAnswers(sha256);
  const standing = answers.data && standingReceipt(answers.data);
  if (answers.fault) return <ErrorNotice fault={answers.fault} onRetry={answers.refresh} />;
  if (answers.data === null) return null;
  if (!standing)
    return (
      <section className={css.answer} aria-label={t('take.title')}>
        <h3>{t('take.none')}</h3>
        <p className="dim">{t('take.how')}</p>
        <CodeButton onOpen={onCode} />
      </section>
    );
  const others = answers.data.filter((one) => one !== standing).reverse();
  return <Standing answer={standing} others={others} onCode={onCode} />;
}

/** Opens the look-up of a code that was heard over the phone. */
function CodeButton({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation('receipts');
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        aria-keyshortcuts="Control+M"
        rightSection={<Kbd quiet>Ctrl M</Kbd>}
        onClick={onOpen}
      >
        {t('spoken.button')}
      </Button>
    </div>
  );
}

function Standing({
  answer,
  others,
  onCode,
}: {
  readonly answer: ReceiptEntry;
  readonly others: readonly ReceiptEntry[];
  onCode(): void;
}) {
  const { t } = useTranslation('receipts');
  const [trusting, setTrusting] = useState(false);
  const settings = useQuery('settings.get', {}, ['settings']);
  const { verdict, trusted, receiver, signer } = answer;
  const tone = trusted ? (verdict === 'accepted' ? 'met' : 'missed') : 'attention';
  const addressee = settings.data?.profile.receiver;
  const isOther = addressee !== undefined && !namesOf(addressee).includes(folded(receiver.name));
  return (
    <section className={css.answer} data-tone={tone} aria-label={t('take.title')}>
      <h3>
        <span aria-hidden="true">{trusted ? (verdict === 'accepted' ? '✓ ' : '↩ ') : '? '}</span>
        {t(`${trusted ? 'verdict' : 'verdictUnknown'}.${verdict}`)}
      </h3>
      {!trusted && (
        <div className={css.untrusted}>
          <p>{t('take.untrusted', { name: receiver.name })}</p>
          <Button variant="default" onClick={() => setTrusting(true)}>
            {t('take.trust')}
          </Button>
        </div>
      )}
      {isOther && (
        <p className={css.caution}>▲ {t('take.otherName', { to: addressee.to, name: receiver.name })}</p>
      )}
      {answer.reasons.length > 0 && (
        <div>
          <h4>{t('reasons')}</h4>
          <ReasonList reasons={answer.reasons} />
        </div>
      )}
      <dl>
        <dt>{t('take.from')}</dt>
        <dd>{t('by', receiver)}</dd>
        <dt>{t('take.when')}</dt>
        <dd>{formatInstant(answer.issuedAt)}</dd>
        <dt>{t('take.signer')}</dt>
        <dd>
          {signer.subject}
          {trusted && <span className={css.met}> ✓ {t('take.trusted')}</span>}
        </dd>
        <dt>{t('code')}</dt>
        <dd className={css.code}>
          <SpokenCode code={answer.code} label={t('code')} />
          <CodeButton onOpen={onCode} />
        </dd>
      </dl>
      {others.length > 0 && (
        <div>
          <h4>{t('take.earlier')}</h4>
          {others.map((one) => (
            <p key={`${one.issuedAt} ${one.signer.sha256} ${one.verdict}`} className="dim">
              {t(`${one.trusted ? 'line' : 'lineUnknown'}.${one.verdict}`)} · {formatInstant(one.issuedAt)} ·{' '}
              {t('by', one.receiver)}
            </p>
          ))}
        </div>
      )}
      {trusting && <AnswerTrust answer={answer} onClose={() => setTrusting(false)} />}
    </section>
  );
}

/** Under which names the receiver of the unit's reports may answer: itself, or the office through which they go. */
function namesOf({ to, through }: { readonly to: string; readonly through: string | null }): string[] {
  return [to, ...(through === null ? [] : [through])].map(folded);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
