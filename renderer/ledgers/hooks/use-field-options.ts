import { useMemo } from 'react';
import { refKey } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { useLedgerWords } from '../words.ts';

/** A value that a field offers: `name` is found by words, `code` by its beginning. */
export interface FieldOption {
  readonly code: string;
  readonly name: string;
  /** Small words under the name. */
  readonly hint: string | null;
}

export interface FieldOptions {
  /** What a field offers; empty where nothing is known. */
  of(field: string): readonly FieldOption[];
  /** A stored value with the name behind its code: `CB-01 · Nguyễn Văn A`; the words of the value elsewhere. */
  text(field: string, value: string | number | boolean | null | undefined): string | null;
  /** The same for narrow places: the name alone. */
  shortText(field: string, value: string | number | boolean | null | undefined): string | null;
  /** What people call an entry: its key with the values in words. */
  title(row: Pick<StoredEntry, 'record' | 'title'>): string;
}

const NONE: readonly FieldOption[] = [];

/** What the fields of a ledger offer: entries that references may name, objectives, procedures, choices, values in use. */
export function useFieldOptions(ledger: LedgerId): FieldOptions {
  const words = useLedgerWords();
  const { language } = useFormat();
  const definition = ledgerOf(ledger);
  const types = useMemo(
    () => new Set(Object.values(definition.fields).map((field) => field.type)),
    [definition],
  );
  const choices = useQuery('ledgers.choices', { ledger }, ['ledgers']).data;
  const set = useQuery('evaluation.targetSet', types.has('objective') ? {} : null, ['settings']).data;
  const procedures = useQuery('dossiers.choices', types.has('procedure') ? {} : null, [
    'settings',
    'ledgers',
  ]).data;

  return useMemo(() => {
    const options = new Map<string, readonly FieldOption[]>();
    for (const [name, field] of Object.entries(definition.fields)) {
      if (field.type === 'choice')
        options.set(
          name,
          Object.keys(field.choices ?? {}).map((value) => ({
            code: value,
            name: words.choice(ledger, name, value),
            hint: null,
          })),
        );
      else if (field.type === 'yes-no')
        options.set(
          name,
          ['true', 'false'].map((value) => ({
            code: value,
            name: words.value(ledger, name, value) ?? value,
            hint: null,
          })),
        );
      else if (field.type === 'ref')
        options.set(
          name,
          (choices?.refs[name] ?? []).map(({ code, label }) => ({
            code,
            // The label begins with the code, which stands apart here.
            name: label.startsWith(`${code} · `) ? label.slice(code.length + 3) : label,
            hint: code,
          })),
        );
      else if (field.type === 'objective')
        options.set(
          name,
          (set?.objectives ?? []).map(({ id, title }) => ({ code: id, name: title[language], hint: id })),
        );
      else if (field.type === 'procedure')
        options.set(
          name,
          (procedures?.procedures ?? []).map((each) => ({
            code: each.code,
            name: each.name,
            hint: `${each.code} · ${each.field}`,
          })),
        );
      else if (field.type === 'text')
        options.set(
          name,
          (choices?.used[name] ?? []).map((value) => ({ code: value, name: value, hint: null })),
        );
    }
    const named = (field: string, value: string): FieldOption | undefined => {
      const type = definition.fields[field]?.type;
      if (type !== 'ref' && type !== 'objective' && type !== 'procedure') return undefined;
      const key = refKey(value);
      return options.get(field)?.find((option) => refKey(option.code) === key);
    };
    const of = (field: string) => options.get(field) ?? NONE;
    const text = (field: string, value: string | number | boolean | null | undefined) => {
      const option = typeof value === 'string' ? named(field, value) : undefined;
      return option ? `${option.code} · ${option.name}` : words.value(ledger, field, value);
    };
    const shortText = (field: string, value: string | number | boolean | null | undefined) => {
      const option = typeof value === 'string' ? named(field, value) : undefined;
      const short = option && definition.fields[field]?.type === 'ref';
      return short ? `${option.name} · ${option.code}` : text(field, value);
    };
    const title = (row: Pick<StoredEntry, 'record' | 'title'>) => {
      const { repeatable, key, columns } = definition;
      const parts = (repeatable ? columns.slice(0, 2) : key)
        .map((name) => shortText(name, row.record[name]))
        .filter((part) => part !== null);
      return parts.length === 0 ? row.title : parts.join(' · ');
    };
    return { of, text, shortText, title };
  }, [definition, choices, set, procedures, words, ledger, language]);
}
