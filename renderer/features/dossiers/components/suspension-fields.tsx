import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SUSPENSION_KINDS, type Suspension } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../dossiers.module.css';
import { spanFaults, withSpan } from '../model/suspension-edit.ts';

interface Props {
  readonly spans: readonly Suspension[];
  readonly receivedOn: LocalDate | null;
  /** `dueOn`: the due day, where a move of it was taken back; null: it stays. */
  onChange(spans: readonly Suspension[], dueOn: LocalDate | null): void;
  /** Begins a span, or closes the open one (Alt+T). */
  onBeginOrClose(): void;
}

/** The recorded spans in which the clock stood still: kind, first and last day; an empty last day: still open. */
export function SuspensionFields({ spans, receivedOn, onChange, onBeginOrClose }: Props) {
  const { t } = useTranslation('dossiers');
  const faults = spanFaults(spans, receivedOn);
  const list = useRef<HTMLFieldSetElement>(null);
  const change = (at: number, changes: Parameters<typeof withSpan>[2]) => {
    const next = withSpan(spans, at, changes);
    onChange(next.spans, next.dueOn);
  };
  const open = spans.some((span) => span.to === null);
  return (
    <fieldset ref={list} className={css.suspensions}>
      <legend>{t('suspensions.title')}</legend>
      {spans.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
        <div key={at} className={css.span} role="group" aria-label={t('suspensions.one', { n: at + 1 })}>
          <NativeSelect
            size="xs"
            name={`suspension-${at}-kind`}
            aria-label={t('suspensions.kindLabel')}
            value={span.kind}
            data={SUSPENSION_KINDS.map((value) => ({ value, label: t(`suspensions.kind.${value}`) }))}
            onChange={(event) => {
              const kind = SUSPENSION_KINDS.find((one) => one === event.currentTarget.value);
              if (kind) change(at, { kind });
            }}
          />
          <DateField
            name={`suspension-${at}-from`}
            aria-label={t('suspensions.from')}
            value={span.from}
            error={faults[at] ? t(`suspensions.fault.${faults[at]}`) : undefined}
            onChange={(from) => from && change(at, { from })}
          />
          <DateField
            name={`suspension-${at}-to`}
            aria-label={t('suspensions.to')}
            placeholder={t('suspensions.toPlaceholder')}
            value={span.to}
            onChange={(to) => change(at, { to })}
          />
          <CloseButton
            aria-label={t('suspensions.remove', { n: at + 1 })}
            onClick={() => {
              change(at, null);
              list.current?.querySelector<HTMLButtonElement>('button[data-add]')?.focus();
            }}
          />
          {span.dueBefore && (
            <span className={css.spanNote}>
              {t('suspensions.moved', { date: formatDate(span.dueBefore) })}
            </span>
          )}
        </div>
      ))}
      <Button
        data-add
        variant="default"
        size="compact-sm"
        aria-keyshortcuts="Alt+T"
        rightSection={<Kbd quiet>Alt T</Kbd>}
        onClick={onBeginOrClose}
      >
        {t(open ? 'suspensions.close' : 'suspensions.add')}
      </Button>
    </fieldset>
  );
}
