import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenEntry } from '#shared/ipc/contract/keys.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { formatInstant } from '../ui/instant.ts';
import { Kbd } from '../ui/kbd.tsx';
import css from './keys.module.css';
import type { TokenCertificate, Tokens } from './use-tokens.ts';

/** Reasons with words of their own why a certificate cannot sign. */
const UNSUITABLE = ['expired', 'not-yet-valid', 'not-for-signing'] as const;

/** Which driver, which token, which certificate. F5 looks again, wherever the keyboard is in the form. */
export function TokenChoice({ tokens, busy }: { readonly tokens: Tokens; readonly busy: boolean }) {
  const { t } = useTranslation('signing');
  const { drivers, driver, looking } = tokens;
  const again = useRef(tokens.again);
  again.current = tokens.again;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F5' || event.ctrlKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!busy) again.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [busy]);
  return (
    <>
      {drivers?.length === 0 ? (
        <p>{t('token.noDriver')}</p>
      ) : (
        <NativeSelect
          size="xs"
          label={t('token.driver')}
          value={driver ?? ''}
          disabled={busy}
          data={[
            ...(driver === null ? [{ value: '', label: t('token.chooseDriver') }] : []),
            ...(drivers ?? []).map((one) => ({ value: one.driver, label: one.label })),
          ]}
          onChange={(event) => event.currentTarget.value !== '' && tokens.look(event.currentTarget.value)}
        />
      )}
      <div className={css.pickLine}>
        <Button variant="default" disabled={busy} onClick={() => void tokens.browse()}>
          {t('token.browse')}
        </Button>
        <Button
          variant="default"
          disabled={busy || driver === null}
          loading={looking}
          onClick={() => tokens.again()}
          aria-keyshortcuts="F5"
          rightSection={<Kbd quiet>F5</Kbd>}
        >
          {t('token.again')}
        </Button>
      </div>
      {tokens.fault && <ErrorNotice fault={tokens.fault} />}
      <div aria-live="polite" className={css.tokens}>
        {tokens.tokens?.length === 0 && <p>{t('token.none')}</p>}
        {tokens.tokens?.map((token) => (
          <TokenCertificates
            key={`${token.slot} ${token.serial}`}
            token={token}
            tokens={tokens}
            busy={busy}
          />
        ))}
      </div>
    </>
  );
}

function TokenCertificates({
  token,
  tokens,
  busy,
}: {
  readonly token: TokenEntry;
  readonly tokens: Tokens;
  readonly busy: boolean;
}) {
  const { t } = useTranslation('signing');
  return (
    <fieldset className={css.token} disabled={busy}>
      <legend>{token.label === '' ? t('token.unnamed') : token.label}</legend>
      <p className="dim">
        {[token.manufacturer, token.model, t('token.serial', { serial: token.serial })].join(' · ')}
      </p>
      {token.certificates.length === 0 && <p>{t('token.noCertificate')}</p>}
      {token.certificates.map((certificate) => (
        <CertificateRow
          key={certificate.fingerprint}
          certificate={certificate}
          checked={tokens.pick?.certificate.fingerprint === certificate.fingerprint}
          onChoose={() => tokens.choose(certificate.fingerprint)}
        />
      ))}
    </fieldset>
  );
}

function CertificateRow({
  certificate,
  checked,
  onChoose,
}: {
  readonly certificate: TokenCertificate;
  readonly checked: boolean;
  onChoose(): void;
}) {
  const { t } = useTranslation('signing');
  const id = useId();
  const { unsuitable } = certificate;
  const reason = UNSUITABLE.find((one) => one === unsuitable) ?? 'other';
  return (
    <label className={css.certificate} data-unable={unsuitable !== null || undefined}>
      <input
        type="radio"
        name="token-certificate"
        checked={checked}
        disabled={unsuitable !== null}
        aria-describedby={id}
        onChange={onChoose}
      />
      <span>
        <b>{certificate.subject}</b>
        <span id={id}>
          {certificate.issuer === null
            ? t('token.selfIssued')
            : t('token.issuer', { issuer: certificate.issuer })}
          {' · '}
          {certificate.algorithm}
          {' · '}
          {t('token.until', { date: formatInstant(certificate.notAfter).slice(0, 10) })}
          {unsuitable !== null && (
            <span className={css.unable}>
              <span aria-hidden="true">✕ </span>
              {t(`token.unsuitable.${reason}`)}
            </span>
          )}
        </span>
      </span>
    </label>
  );
}
