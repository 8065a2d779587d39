import { Button, NativeSelect, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ReportDraft } from '#shared/ipc/contract/reports.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { proposedReason } from '../model/changed-rows.ts';
import type { Hindrance } from '../model/checks.ts';
import css from '../reports.module.css';
import { NewKey } from './new-key.tsx';

interface Props {
  readonly period: string;
  readonly hindrance: Hindrance;
  /** The signed report that this one replaces; null: none is signed yet. */
  readonly amends: ReportDraft['amends'];
  /** Saves what was written last; signing waits for it. */
  before(): Promise<void>;
  onSigned(): void;
}

/** Signs with a certificate file or the app's key. The passphrase lives in its field until the key is used, and nowhere else. */
export function SignForm({ period, hindrance, amends, before, onSigned }: Props) {
  const { t } = useTranslation('reports');
  const keys = useQuery('keys.list', {}, ['reports', 'settings']);
  const [kind, setKind] = useState<'p12' | 'app' | null>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [keyId, setKeyId] = useState<number | null>(null);
  const [why, setWhy] = useState(proposedReason(amends?.changes.reasons ?? []));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);

  const own = keys.data ?? [];
  const chosen = kind ?? (own.length > 0 ? 'app' : 'p12');
  const key = own.find((one) => one.id === keyId) ?? own.at(-1) ?? null;
  const blocked = [
    hindrance.errors > 0 && t('sign.blockedErrors', { n: hindrance.errors }),
    hindrance.unanswered > 0 && t('sign.blockedReasons', { n: hindrance.unanswered }),
  ].filter((part) => part !== false);
  const explained = amends === null || why.trim() !== '';
  const ready = blocked.length === 0 && explained && (chosen === 'app' ? key !== null : file !== null);

  const pick = async () => {
    try {
      const picked = await call('files.pickKey', {});
      if (picked) setFile(picked);
    } catch (reason) {
      setFault(toFault(reason));
    }
  };

  const sign = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = form.elements.namedItem('passphrase');
    const passphrase = field instanceof HTMLInputElement ? field.value : '';
    let signingKey: Input<'reports.sign'>['key'] | null = null;
    if (chosen === 'app' && key) signingKey = { kind: 'app', keyId: key.id, passphrase };
    if (chosen === 'p12' && file) signingKey = { kind: 'p12', file: file.token, passphrase };
    if (!signingKey || !ready || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await before();
      const amendment = amends === null ? {} : { amends: amends.sha256, reason: why.trim() };
      await call('reports.sign', { period, key: signingKey, ...amendment });
      onSigned();
    } catch (reason) {
      // The field is enabled again before it gets the keyboard back.
      flushSync(() => {
        setFault(toFault(reason));
        setBusy(false);
      });
      if (field instanceof HTMLInputElement) field.focus();
    } finally {
      form.reset();
      setBusy(false);
    }
  };

  return (
    <Card title={t('sign.title')} padded>
      {blocked.length > 0 && (
        <p className={css.blocked}>{t('sign.blocked', { reason: blocked.join(', ') })}</p>
      )}
      <SegmentedControl
        aria-label={t('sign.with')}
        value={chosen}
        onChange={(value) => setKind(value === 'app' ? 'app' : 'p12')}
        data={[
          { value: 'app', label: t('sign.app') },
          { value: 'p12', label: t('sign.p12') },
        ]}
      />
      {chosen === 'app' && keys.data && own.length === 0 ? (
        <NewKey onMade={(made) => setKeyId(made.id)} />
      ) : (
        <form className={css.signForm} onSubmit={(event) => void sign(event)}>
          {chosen === 'app' ? (
            <NativeSelect
              size="xs"
              label={t('sign.key')}
              value={key ? String(key.id) : ''}
              data={own.map((one) => ({
                value: String(one.id),
                label: t('sign.keyItem', {
                  subject: one.subject,
                  algorithm: one.algorithm,
                  notAfter: formatInstant(one.notAfter).slice(0, 10),
                }),
              }))}
              onChange={(event) => setKeyId(Number(event.currentTarget.value))}
            />
          ) : (
            <div className={css.pickLine}>
              <Button variant="default" onClick={() => void pick()}>
                {t('sign.pickP12')}
              </Button>
              <span>{file ? t('sign.p12Chosen', { name: file.name }) : ''}</span>
            </div>
          )}
          {amends !== null && (
            <TextInput
              label={t('sign.why')}
              description={t('sign.whyHint')}
              value={why}
              maxLength={500}
              disabled={busy}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            name="passphrase"
            label={t('sign.passphrase')}
            description={t('sign.passphraseHint')}
            autoComplete="off"
            disabled={busy}
          />
          {fault && <ErrorNotice fault={fault} />}
          <Button type="submit" loading={busy} disabled={!ready} rightSection={<Kbd quiet>Enter</Kbd>}>
            {t('sign.submit')}
          </Button>
        </form>
      )}
    </Card>
  );
}
