import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { DateField } from '../ui/date-field.tsx';
import { InlineSelect } from '../ui/inline-select.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import css from './record-list.module.css';

/** A condition beyond those of the sentence, to be dropped. */
export interface Chip {
  readonly text: string;
  onDrop(): void;
}

/** The span of days a sentence ends with. */
export interface SpanChoice<S extends string> {
  readonly label: string;
  /** The span that says what the filter says; `custom` when none does. */
  readonly found: S | 'any' | 'custom';
  readonly options: readonly { readonly value: S | 'any' | 'custom'; readonly text: string }[];
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
  readonly fromLabel: string;
  readonly toLabel: string;
  onChoose(span: S | 'any'): void;
  onFrom(day: LocalDate | undefined): void;
  onTo(day: LocalDate | undefined): void;
}

interface Props<S extends string> {
  readonly label: string;
  /** The sentence up to its span of days. */
  readonly children: ReactNode;
  readonly span: SpanChoice<S>;
  readonly chips: readonly Chip[];
  /** Whether the filter limits the list, the search aside. */
  readonly limiting: boolean;
  onClear(): void;
}

/** A filter as a sentence: choices among words, a span of days, further conditions as chips, and the way out of all. */
export function FilterLine<S extends string>({ label, children, span, chips, limiting, onClear }: Props<S>) {
  const { t } = useTranslation('recordList');
  const [custom, setCustom] = useState(false);
  const chosen = span.found === 'any' && custom ? 'custom' : span.found;
  return (
    <div role="group" aria-label={label} className={css.sentence}>
      {children}
      <InlineSelect<S | 'any' | 'custom'>
        label={span.label}
        value={chosen}
        active={chosen !== 'any'}
        options={span.options}
        onChange={(choice) => {
          setCustom(choice === 'custom');
          if (choice !== 'custom') span.onChoose(choice as S | 'any');
        }}
      />
      {chosen === 'custom' && (
        <span className={css.range}>
          <span>{t('filter.from')}</span>
          <DateField
            aria-label={span.fromLabel}
            placeholder="…"
            value={span.from ?? null}
            onChange={(day) => span.onFrom(day ?? undefined)}
          />
          <span>{t('filter.to')}</span>
          <DateField
            aria-label={span.toLabel}
            placeholder="…"
            value={span.to ?? null}
            onChange={(day) => span.onTo(day ?? undefined)}
          />
        </span>
      )}
      {chips.map((chip) => (
        <button
          key={chip.text}
          type="button"
          className={css.chip}
          aria-label={t('filter.drop', { condition: chip.text })}
          onClick={chip.onDrop}
        >
          {chip.text} <span aria-hidden="true">×</span>
        </button>
      ))}
      {(limiting || custom) && (
        <LinkButton
          onClick={() => {
            setCustom(false);
            onClear();
          }}
        >
          {t('filter.clear')}
        </LinkButton>
      )}
    </div>
  );
}
