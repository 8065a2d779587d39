import { useQuery } from '../../../app/use-query.ts';
import { CompositionCard } from '../../../pictures/composition-card.tsx';

/** What the dossiers of the reported period consist of, beside the figures made from them. */
export function PeriodComposition({ period }: { readonly period: string }) {
  const { data } = useQuery('evaluation.composition', { period }, ['dossiers', 'settings', 'reports']);
  const all = data?.rows[0];
  if (!data || !all || all.received.total + all.resolved.total === 0) return null;
  return <CompositionCard composition={data} narrow />;
}
