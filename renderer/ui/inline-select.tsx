import css from './inline-select.module.css';

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly text: string }[];
  /** Whether the choice limits the list; it is then drawn stronger. */
  readonly active: boolean;
  onChange(value: V): void;
}

/** A choice inside a sentence: a native list, as wide as the words chosen. */
export function InlineSelect<V extends string>({ label, value, options, active, onChange }: Props<V>) {
  return (
    <span className={css.inline} data-active={active || undefined}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as V)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  );
}
