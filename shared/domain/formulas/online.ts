import { against, type Classification, counted, type DossierFormula, type FormulaMember } from './formula.ts';

/** 2.3 of the 2024 decision: resolved in the period, channel online. */
export const onlineResolved: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.online.resolved.v1',
  population: 'resolved',
  correctable: ['channel-unknown'],
  classify: byChannel,
};

/** Indicator 3.3 of QĐ 766/QĐ-TTg: received in the period, channel online. */
export const onlineReceived: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.online.received.v1',
  population: 'received',
  correctable: ['channel-unknown'],
  classify: byChannel,
};

/** An empty channel is taken as direct and is missing data (counting.md, status table and missingData). */
function byChannel({ facts }: FormulaMember): Classification {
  if (facts.channel === 'online') return counted('online');
  return facts.channel === null ? against('channel-unknown', true) : against('not-online');
}
