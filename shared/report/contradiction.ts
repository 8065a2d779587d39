/** What a report says that cannot be so. `where` names the place: an objective, a field, a member of the data. */
export interface Contradiction {
  readonly code:
    | 'OBJECTIVE_FALSE'
    | 'FLOW_FALSE'
    | 'PERIOD_FALSE'
    | 'IDENTITY_FALSE'
    | 'TEXT_FALSE'
    | 'FIGURES_DISAGREE'
    | 'CORRECTION_FALSE'
    | 'TARGETS_FALSE';
  readonly where: string;
  readonly stated: string | number | null;
  readonly expected: string | number | null;
}
