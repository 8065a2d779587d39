import { type ReactNode, type Ref, useDeferredValue, useState } from 'react';
import { useQuery } from '../../app/use-query.ts';
import type { FieldOption } from '../hooks/use-field-options.ts';
import { anyText, PickField } from './pick-field.tsx';

interface Props {
  readonly name: string;
  readonly label: ReactNode;
  readonly value: string | null;
  readonly required?: boolean;
  readonly error?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength: number;
  onChange(value: string | null): void;
  onBlur?(): void;
}

const FOUND = 8;

/** The number of a dossier: those of the book are offered by number, name or procedure; any other is taken too. */
export function DossierField(props: Props) {
  const [asked, setAsked] = useState('');
  const query = useDeferredValue(asked.trim());
  const found = useQuery('dossiers.find', query.length < 2 ? null : { query, limit: FOUND });
  const options = (found.data ?? []).map(
    ({ record }): FieldOption => ({
      code: record.code,
      name: record.code,
      hint: [record.applicantName, record.procedureName].filter(Boolean).join(' · ') || null,
    }),
  );
  return (
    <div onInput={(event) => setAsked((event.target as HTMLInputElement).value)}>
      <PickField {...props} free={anyText} options={options} matched />
    </div>
  );
}
