import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useFormat } from '../../app/words.ts';
import { type Conditions, isLimiting, withConditions } from '../../record-list/conditions.ts';
import { type Chip, FilterLine } from '../../record-list/filter-line.tsx';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { TIME_PRESETS } from '../../ui/time-presets.ts';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import { hasLacks } from '../model/columns.ts';
import { type EntrySpan, spanOf, spanRange, withEquals } from '../model/entry-filter.ts';
import { useLedgerWords } from '../words.ts';

const DUE = ['open', 'due-soon', 'overdue', 'done'] as const;
type StateChoice = 'any' | (typeof DUE)[number] | 'lacksAny' | 'deleted';
/** Conditions on single fields that a sentence has room for. */
const CHOICES_SHOWN = 2;
/** More than these are found by the search, not in a list. */
const OPTIONS_SHOWN = 200;

interface Props {
  readonly ledger: LedgerId;
  readonly filter: EntryFilter;
  readonly options: FieldOptions;
  /** Fields about which nothing can be asked: they are fixed. */
  readonly without: readonly string[];
  readonly today: LocalDate;
  onChange(filter: EntryFilter): void;
}

/** The filter as a sentence: "Xem chưa xong · Nguồn: tất cả · theo Ngày tiếp nhận trong Quý I/2024". */
export function FilterSentence({ ledger, filter, options, without, today, onChange }: Props) {
  const { t } = useTranslation(['entries', 'recordList']);
  const words = useLedgerWords();
  const { language } = useFormat();
  const definition = ledgerOf(ledger);
  const periodId = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const period = periodId === null ? null : resolvePeriod(periodId, scheme);
  const set = (changes: Conditions<EntryFilter>) => onChange(withConditions(filter, changes));
  const { search: _search, ...conditions } = filter;

  const state: StateChoice = filter.deleted
    ? 'deleted'
    : filter.lacks === 'any'
      ? 'lacksAny'
      : (filter.due ?? 'any');
  const states: StateChoice[] = [
    'any',
    ...(definition.due === null ? [] : DUE.filter((due) => due !== 'done' || definition.due?.done !== null)),
    ...(hasLacks(definition) ? (['lacksAny'] as const) : []),
    'deleted',
  ];
  const asked = Object.entries(definition.fields)
    .filter(
      ([name, field]) =>
        ['choice', 'ref', 'objective'].includes(field.type) &&
        !without.includes(name) &&
        options.of(name).length > 0 &&
        options.of(name).length <= OPTIONS_SHOWN,
    )
    .map(([name]) => name)
    .slice(0, CHOICES_SHOWN);

  const chips: Chip[] = Object.entries(filter.equals ?? {})
    .filter(([name]) => !asked.includes(name) && !without.includes(name))
    .map(([name, value]) => ({
      text:
        value === ''
          ? t('filter.equalsEmpty', { field: words.field(ledger, name) })
          : t('filter.equals', {
              field: words.field(ledger, name),
              value: options.shortText(name, value) ?? value,
            }),
      onDrop: () => onChange(withEquals(filter, name, null)),
    }));
  if (filter.lacks !== undefined && filter.lacks !== 'any')
    chips.push({
      text: t('filter.lacks', { field: words.fieldInside(ledger, filter.lacks) }),
      onDrop: () => set({ lacks: undefined }),
    });
  if (filter.importId !== undefined)
    chips.push({
      text: t('recordList:filter.import', { id: filter.importId }),
      onDrop: () => set({ importId: undefined }),
    });

  const spans: EntrySpan[] = ['any', 'period', ...TIME_PRESETS.filter((each) => each !== 'any')];
  const spanWords = (value: EntrySpan) => {
    if (value === 'period') return t('filter.period', { period: periodShort(periodId ?? '', language) });
    return t(`recordList:filter.${value === 'any' ? 'anyTime' : value}`);
  };

  return (
    <FilterLine
      label={t('filter.label')}
      span={{
        label: t('filter.whenLabel'),
        found: spanOf(filter, today, period),
        options: spans
          .filter((value) => value !== 'period' || period !== null)
          .map((value) => ({ value, text: spanWords(value) })),
        from: filter.from,
        to: filter.to,
        fromLabel: t('filter.fromLabel'),
        toLabel: t('filter.toLabel'),
        onChoose: (choice) => {
          const range = spanRange(choice, today, period);
          set({ from: range?.from, to: range?.to });
        },
        onFrom: (from) => set({ from }),
        onTo: (to) => set({ to }),
      }}
      chips={chips}
      limiting={isLimiting(conditions)}
      onClear={() => onChange(withConditions<EntryFilter>({}, { search: filter.search }))}
    >
      <span>{t('filter.subject')}</span>
      {states.length > 2 || state === 'deleted' ? (
        <InlineSelect<StateChoice>
          label={t('recordList:filter.stateLabel')}
          value={state}
          active={state !== 'any'}
          options={states.map((value) => ({ value, text: t(`filter.${value}`) }))}
          onChange={(choice) =>
            set({
              due: choice === 'any' || choice === 'lacksAny' || choice === 'deleted' ? undefined : choice,
              lacks: choice === 'lacksAny' ? 'any' : undefined,
              deleted: choice === 'deleted' ? true : undefined,
            })
          }
        />
      ) : null}
      {asked.map((name) => {
        const value = filter.equals?.[name];
        const field = words.field(ledger, name);
        return (
          <InlineSelect
            key={name}
            label={field}
            value={value === undefined ? '*' : `=${value}`}
            active={value !== undefined}
            options={[
              { value: '*', text: t('filter.all', { field }) },
              ...options.of(name).map((option) => ({ value: `=${option.code}`, text: option.name })),
              ...(definition.fields[name]?.required
                ? []
                : [{ value: '=', text: t('filter.none', { field }) }]),
            ]}
            onChange={(choice) => onChange(withEquals(filter, name, choice === '*' ? null : choice.slice(1)))}
          />
        );
      })}
      <span>{t('filter.when', { field: words.fieldInside(ledger, definition.day) })}</span>
    </FilterLine>
  );
}
