import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { InlineSelect } from '../../../ui/inline-select.tsx';
import { presetRange, TIME_PRESETS, type TimePreset } from '../../../ui/time-presets.ts';
import css from '../dossiers.module.css';
import { filterChips, isLimiting, presetOf, withConditions } from '../model/filter-sentence.ts';

const STATES = ['pending', 'overdue', 'due-soon', 'resolved', 'late', 'not-counted', 'deleted'] as const;
const CHANNELS = ['direct', 'online', 'post', 'unknown'] as const;
type StateChoice = (typeof STATES)[number] | 'any';
type ChannelChoice = (typeof CHANNELS)[number] | 'any';

interface Props {
  readonly filter: DossierFilter;
  readonly fields: readonly string[];
  readonly today: LocalDate;
  onChange(filter: DossierFilter): void;
}

/** The filter as a sentence: "Hồ sơ đang giải quyết qua mọi kênh thuộc mọi lĩnh vực tiếp nhận tháng này". */
export function FilterSentence({ filter, fields, today, onChange }: Props) {
  const { t, i18n } = useTranslation('dossiers');
  const [custom, setCustom] = useState(false);
  const found = presetOf(filter, today);
  const preset: TimePreset = found === 'any' && custom ? 'custom' : found;
  const state: StateChoice = filter.deleted ? 'deleted' : (filter.state ?? 'any');
  const set = (changes: Parameters<typeof withConditions>[1]) => onChange(withConditions(filter, changes));
  const { search: _search, ...conditions } = filter;

  const choosePreset = (choice: TimePreset) => {
    setCustom(choice === 'custom');
    if (choice === 'custom') return;
    const range = presetRange(choice, today);
    set({ receivedFrom: range?.from, receivedTo: range?.to });
  };

  return (
    <div role="group" aria-label={t('filter.label')} className={css.sentence}>
      <span>{t('filter.subject')}</span>
      <InlineSelect<StateChoice>
        label={t('filter.stateLabel')}
        value={state}
        active={state !== 'any'}
        options={[
          { value: 'any', text: t('filter.anyState') },
          ...STATES.map((value) => ({ value, text: t(`filter.state.${value}`) })),
        ]}
        onChange={(choice) =>
          choice === 'deleted'
            ? set({ state: undefined, deleted: true })
            : set({ state: choice === 'any' ? undefined : choice, deleted: undefined })
        }
      />
      <span>{t('filter.through')}</span>
      <InlineSelect<ChannelChoice>
        label={t('filter.channelLabel')}
        value={filter.channel ?? 'any'}
        active={filter.channel !== undefined}
        options={[
          { value: 'any', text: t('filter.anyChannel') },
          ...CHANNELS.map((value) => ({ value, text: t(`filter.channel.${value}`) })),
        ]}
        onChange={(choice) => set({ channel: choice === 'any' ? undefined : choice })}
      />
      <span>{t('filter.of')}</span>
      <InlineSelect
        label={t('filter.fieldLabel')}
        value={filter.field ?? ''}
        active={filter.field !== undefined}
        options={[
          { value: '', text: t('filter.anyField') },
          ...withOwn(fields, filter.field).map((value) => ({ value, text: value })),
        ]}
        onChange={(choice) => set({ field: choice })}
      />
      <span>{t('filter.received')}</span>
      <InlineSelect<TimePreset>
        label={t('filter.receivedLabel')}
        value={preset}
        active={preset !== 'any'}
        options={TIME_PRESETS.map((value) => ({
          value,
          text: t(value === 'any' ? 'filter.anyTime' : `filter.${value}`),
        }))}
        onChange={choosePreset}
      />
      {preset === 'custom' && (
        <span className={css.range}>
          <span>{t('filter.from')}</span>
          <DateField
            aria-label={t('filter.fromLabel')}
            placeholder="…"
            value={filter.receivedFrom ?? null}
            onChange={(day) => set({ receivedFrom: day ?? undefined })}
          />
          <span>{t('filter.to')}</span>
          <DateField
            aria-label={t('filter.toLabel')}
            placeholder="…"
            value={filter.receivedTo ?? null}
            onChange={(day) => set({ receivedTo: day ?? undefined })}
          />
        </span>
      )}
      {filterChips(filter).map((chip) => {
        const words = dynamicWords(i18n, `dossiers:filter.${chip.key}`, {
          ...chip.params,
          ...(chip.field ? { field: t(`fields.${chip.field as 'dueOn'}`).toLowerCase() } : {}),
        });
        return (
          <button
            key={chip.key}
            type="button"
            className={css.chip}
            aria-label={t('filter.dropCondition', { condition: words })}
            onClick={() => onChange(chip.without)}
          >
            {words} <span aria-hidden>×</span>
          </button>
        );
      })}
      {(isLimiting(conditions) || custom) && (
        <button
          type="button"
          className={css.link}
          onClick={() => {
            setCustom(false);
            onChange(withConditions({}, { search: filter.search }));
          }}
        >
          {t('filter.clear')}
        </button>
      )}
    </div>
  );
}

/** The fields of the folder; one asked for by another screen stays choosable though it is not among them. */
function withOwn(fields: readonly string[], own: string | undefined): readonly string[] {
  return own === undefined || fields.includes(own) ? fields : [own, ...fields];
}
