import { useTranslation } from 'react-i18next';
import css from './consolidation.module.css';
import type { UnitOrder } from './model/sort.ts';

interface Props {
  readonly by: string;
  readonly text: string;
  readonly title: string;
  readonly order: UnitOrder;
  onOrder(by: string): void;
}

/** The head of a column by which the rows can be put in order; an arrow and words say how they are. */
export function SortHead({ by, text, title, order, onOrder }: Props) {
  const { t } = useTranslation('gathering');
  const sorted = order.by === by;
  const now = sorted ? `, ${t(order.down ? 'sort.down' : 'sort.up')}` : '';
  return (
    <button
      type="button"
      className={css.sortHead}
      data-sorted={sorted || undefined}
      title={title}
      aria-label={`${t('sort.by', { column: title })}${now}`}
      onClick={() => onOrder(by)}
    >
      {text}
      <span aria-hidden="true">{sorted ? (order.down ? ' ↓' : ' ↑') : ''}</span>
    </button>
  );
}
