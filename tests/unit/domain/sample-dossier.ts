import type { Dossier } from '#shared/domain/dossier.ts';

/** A dossier of which a test names only what matters; dates as texts. */
export function plainDossier(
  change: { readonly [K in keyof Dossier]?: Dossier[K] extends string | null ? string | null : Dossier[K] },
): Dossier {
  const base: Dossier = {
    code: '000.00.40.H19-240102-0001',
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    applicantName: null,
    personId: null,
    channel: 'direct',
    receivedOn: '2024-01-02' as never,
    dueOn: null,
    reappointedDueOn: null,
    finishedOn: null,
    returnedOn: null,
    status: 'processing',
    outcome: null,
    componentsDigitised: null,
    resultDigitised: null,
    inSoftware: true,
    paperParallel: null,
    handler: null,
    note: null,
    suspensions: [],
  };
  return { ...base, ...(change as Partial<Dossier>) };
}
