import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Class of the column of numbers. */
  readonly idClass: string | undefined;
  /** The columns after number and name: their class, if any, and words. */
  readonly rest: readonly (readonly [className: string | undefined, words: ReactNode])[];
}

/** The heads of a table of objectives: number and name first. */
export function ObjectiveHeads({ idClass, rest }: Props) {
  const { t } = useTranslation('targets');
  const heads = [[idClass, t('column.id')] as const, [undefined, t('column.objective')] as const, ...rest];
  return (
    <thead>
      <tr>
        {heads.map(([className, words], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
          <th key={at} scope="col" className={className}>
            {words}
          </th>
        ))}
      </tr>
    </thead>
  );
}
