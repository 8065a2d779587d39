import { useQuery } from '../../../app/use-query.ts';
import { CompositionCard } from '../../../pictures/composition-card.tsx';
import { holdsAny } from '../../../pictures/composition-rows.ts';

/** What the dossiers of the reported period consist of, beside the figures made from them. */
export function PeriodComposition({ period }: { readonly period: string }) {
  const { data } = useQuery('evaluation.composition', { period }, ['dossiers', 'settings', 'reports']);
  return data && holdsAny(data) ? <CompositionCard composition={data} narrow /> : null;
}
