import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';
import { isLimiting, withConditions } from '../../../record-list/conditions.ts';
import { FilterLine } from '../../../record-list/filter-line.tsx';
import { InlineSelect } from '../../../ui/inline-select.tsx';
import { presetRange, TIME_PRESETS } from '../../../ui/time-presets.ts';
import { filterChips, presetOf } from '../model/filter-sentence.ts';

const STATES = [
  'pending',
  'overdue',
  'due-soon',
  'resolved',
  'early',
  'on-time',
  'late',
  'not-counted',
  'deleted',
] as const;
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
  const { t, i18n } = useTranslation(['dossiers', 'recordList']);
  const state: StateChoice = filter.deleted ? 'deleted' : (filter.state ?? 'any');
  const set = (changes: Parameters<typeof withConditions<DossierFilter>>[1]) =>
    onChange(withConditions(filter, changes));
  const { search: _search, ...conditions } = filter;
  const chips = filterChips(filter).map(({ key, params, field, without }) => ({
    text: dynamicWords(i18n, `${key === 'import' ? 'recordList' : 'dossiers'}:filter.${key}`, {
      ...params,
      ...(field ? { field: t(`fields.${field as 'dueOn'}`).toLowerCase() } : {}),
    }),
    onDrop: () => onChange(without),
  }));

  return (
    <FilterLine
      label={t('filter.label')}
      span={{
        label: t('filter.receivedLabel'),
        found: presetOf(filter, today),
        options: TIME_PRESETS.map((value) => ({
          value,
          text: t(`recordList:filter.${value === 'any' ? 'anyTime' : value}`),
        })),
        from: filter.receivedFrom,
        to: filter.receivedTo,
        fromLabel: t('filter.fromLabel'),
        toLabel: t('filter.toLabel'),
        onChoose: (preset) => {
          const range = presetRange(preset, today);
          set({ receivedFrom: range?.from, receivedTo: range?.to });
        },
        onFrom: (receivedFrom) => set({ receivedFrom }),
        onTo: (receivedTo) => set({ receivedTo }),
      }}
      chips={chips}
      limiting={isLimiting(conditions)}
      onClear={() => onChange(withConditions<DossierFilter>({}, { search: filter.search }))}
    >
      <span>{t('filter.subject')}</span>
      <InlineSelect<StateChoice>
        label={t('recordList:filter.stateLabel')}
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
    </FilterLine>
  );
}

/** The fields of the folder; one asked for by another screen stays choosable though it is not among them. */
function withOwn(fields: readonly string[], own: string | undefined): readonly string[] {
  return own === undefined || fields.includes(own) ? fields : [own, ...fields];
}
