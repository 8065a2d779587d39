import { Button, NativeSelect, PasswordInput, SegmentedControl } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SigningKey } from '#shared/ipc/contract/keys.ts';
import { type CallFault, call, toFault } from '../app/bridge.ts';
import { useQuery } from '../app/use-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { formatInstant } from '../ui/instant.ts';
import { Kbd } from '../ui/kbd.tsx';
import css from './keys.module.css';
import { makeKey, type NewKeyFault, NewKeyFields } from './new-key-fields.tsx';
import { PinState, pinUsable } from './pin-state.tsx';
import { chooseKind, type KeyKind, useLastChoice } from './store.ts';
import { TokenChoice } from './token-choice.tsx';
import { useTokens } from './use-tokens.ts';

/** Nothing is proposed. */
const NOTHING = { kind: null, keyId: null };

/** After these a token is asked how it stands now: tries left, or pulled out. */
const TOKEN_CHANGED: ReadonlySet<string> = new Set([
  'TOKEN_ABSENT',
  'TOKEN_PIN_WRONG',
  'TOKEN_PIN_LOCKED',
  'TOKEN_PIN_FINAL_TRY',
]);

export interface SigningFormProps {
  /** Words of the button: what is signed. */
  readonly submitLabel: string;
  /** Why nothing can be signed now, said above the form in a whole sentence; null: it can. */
  readonly blocked?: string | null;
  /** False while a field among `children` lacks something: the button waits, and that field says why. */
  readonly ready?: boolean;
  /** Kind of key to begin with; without it the one used last. */
  readonly kind?: KeyKind | null;
  /** Key of the app to begin with; without it the one used last, else the newest. */
  readonly keyId?: number | null;
  /** Whether a key may be made here where there is none yet. */
  readonly canMake?: boolean;
  /** Further fields, above the choice of the key; controlled by the caller, because the form resets itself. */
  readonly children?: ReactNode;
  /**
   * Signs with the key; its passphrase or PIN is good for this call and must not be kept. Whatever it throws is shown
   * beside the secret, whose field is emptied and gets the keyboard back, unless a field of the caller's is wrong.
   */
  onSign(key: SigningKey): Promise<void>;
  /** Takes faults of the caller's own fields (field → code) out of what `onSign` threw, to show them there. */
  onFieldFaults?(faults: Readonly<Record<string, string>>): void;
}

/**
 * The one form by which a person signs whatever it is: a key of the app, a certificate file or a token, the secret,
 * and the caller's own fields above. The secret lives in its field until the key is used, and nowhere else.
 */
export function SigningForm({
  submitLabel,
  blocked = null,
  ready = true,
  kind: firstKind = null,
  keyId = null,
  canMake = true,
  children,
  onSign,
  onFieldFaults,
}: SigningFormProps) {
  const { t } = useTranslation('signing');
  const keys = useQuery('keys.list', {}, ['reports', 'settings']);
  const last = useLastChoice();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<NewKeyFault | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  /** What the caller proposes, until the person chooses. */
  const [asked, setAsked] = useState({ kind: keyId === null ? firstKind : 'app', keyId });

  const own = keys.data ?? [];
  const kind: KeyKind = asked.kind ?? last.kind ?? (own.length > 0 ? 'app' : 'p12');
  const key = own.find((one) => one.id === (asked.keyId ?? last.keyId)) ?? own.at(-1) ?? null;
  const keyless = kind === 'app' && keys.data !== null && own.length === 0;
  const tokens = useTokens(kind === 'token');
  const [lastTry, setLastTry] = useState(false);
  const onToken = kind === 'token' ? tokens.pick : null;
  const usable = {
    app: key !== null,
    p12: last.file !== null,
    token: onToken !== null && pinUsable(onToken.token) && (onToken.token.pin !== 'final-try' || lastTry),
  };
  const able = blocked === null && ready && usable[kind];
  const asksSecret = !keyless && (kind !== 'token' || (onToken !== null && pinUsable(onToken.token)));
  const ownPinPad = onToken?.token.ownPinPad === true;

  const secretField = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const justMade = useRef(false);
  // Who has just made a key goes on to sign with it.
  useEffect(() => {
    if (!justMade.current || keyless) return;
    justMade.current = false;
    secretField.current?.focus();
  }, [keyless]);

  const choose = (chosen: KeyKind) => {
    setAsked(NOTHING);
    setFault(null);
    chooseKind(chosen);
  };

  const pick = async () => {
    try {
      const file = await call('files.pickKey', {});
      if (file) useLastChoice.setState({ file });
    } catch (reason) {
      setFault(toFault(reason));
    }
  };

  const signingKey = (secret: string): SigningKey | null => {
    if (kind === 'app') return key && { kind, keyId: key.id, passphrase: secret };
    if (kind === 'token') {
      if (onToken === null || tokens.driver === null) return null;
      const { token, certificate } = onToken;
      return {
        kind,
        driver: tokens.driver,
        slot: token.slot,
        certificate: certificate.fingerprint,
        pin: secret,
        finalTry: token.pin === 'final-try' && lastTry,
      };
    }
    return last.file && { kind: 'p12', file: last.file.token, passphrase: secret };
  };

  const failed = (reason: unknown) => {
    const found = toFault(reason);
    if (found.fieldErrors !== null && onFieldFaults) onFieldFaults(found.fieldErrors);
    else setFault(found);
    if (kind === 'token' && TOKEN_CHANGED.has(found.code)) tokens.again();
    setBusy(false);
  };

  const make = async (form: HTMLFormElement) => {
    setBusy(true);
    setWrong(null);
    setFault(null);
    try {
      const made = await makeKey(form);
      if (typeof made === 'string') setWrong(made);
      else {
        justMade.current = true;
        useLastChoice.setState({ kind: 'app', keyId: made.id });
        keys.refresh();
      }
    } catch (reason) {
      setFault(toFault(reason));
    } finally {
      form.reset();
      setBusy(false);
    }
  };

  const sign = async (form: HTMLFormElement) => {
    const chosen = signingKey(secretField.current?.value ?? '');
    if (!chosen || !able) return;
    setBusy(true);
    setFault(null);
    try {
      await onSign(chosen);
    } catch (reason) {
      // The field is enabled again before it gets the keyboard back.
      flushSync(() => failed(reason));
      const wrongField = form.querySelector<HTMLElement>('[aria-invalid="true"]');
      (wrongField ?? secretField.current ?? submitButton.current)?.focus();
    } finally {
      form.reset();
      setLastTry(false);
      setBusy(false);
    }
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) void (keyless ? make : sign)(event.currentTarget);
  };

  return (
    <>
      {blocked !== null && <p className={css.blocked}>{blocked}</p>}
      <form className={css.form} data-help="signing" onSubmit={submit}>
        {children}
        <SegmentedControl
          aria-label={t('with')}
          value={kind}
          onChange={(value) => choose(value as KeyKind)}
          data={[
            { value: 'app', label: t('app') },
            { value: 'p12', label: t('p12') },
            { value: 'token', label: t('tokenKind') },
          ]}
        />
        {keyless && canMake && <NewKeyFields wrong={wrong} busy={busy} />}
        {keyless && !canMake && <p className="dim">{t('make.elsewhere')}</p>}
        {kind === 'app' && !keyless && (
          <NativeSelect
            size="xs"
            label={t('key')}
            value={key ? String(key.id) : ''}
            data={own.map((one) => ({
              value: String(one.id),
              label: t('keyItem', {
                subject: one.subject,
                algorithm: one.algorithm,
                notAfter: formatInstant(one.notAfter).slice(0, 10),
              }),
            }))}
            onChange={(event) => {
              setAsked(NOTHING);
              useLastChoice.setState({ kind: 'app', keyId: Number(event.currentTarget.value) });
            }}
          />
        )}
        {kind === 'p12' && (
          <div className={css.pickLine}>
            <Button variant="default" onClick={() => void pick()}>
              {t('pickP12')}
            </Button>
            <span>{last.file ? t('p12Chosen', { name: last.file.name }) : ''}</span>
          </div>
        )}
        {kind === 'token' && <TokenChoice tokens={tokens} busy={busy} />}
        {onToken && <PinState token={onToken.token} lastTry={lastTry} busy={busy} onLastTry={setLastTry} />}
        {asksSecret && ownPinPad && <p className="dim">{t('pin.onReader')}</p>}
        {asksSecret && !ownPinPad && (
          <PasswordInput
            key={kind}
            ref={secretField}
            label={t(kind === 'token' ? 'pin.label' : 'passphrase')}
            description={t(kind === 'token' ? 'pin.hint' : 'passphraseHint')}
            autoComplete="off"
            data-secret={usable[kind] || undefined}
            disabled={busy}
          />
        )}
        {fault && <ErrorNotice fault={fault} />}
        {!keyless && (
          <Button
            ref={submitButton}
            type="submit"
            loading={busy}
            disabled={!able}
            rightSection={<Kbd quiet>Enter</Kbd>}
          >
            {submitLabel}
          </Button>
        )}
      </form>
    </>
  );
}
