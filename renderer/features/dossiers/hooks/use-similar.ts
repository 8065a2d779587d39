import { useEffect, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { call } from '../../../app/bridge.ts';
import { isTelling } from '../model/compare.ts';
import type { DossierDraft } from '../model/form-schema.ts';

/** Quiet time after a key before dossiers like this one are looked for, ms. */
const WAIT_MS = 250;

export type SimilarDossier = Output<'dossiers.similar'>[number];

/** Dossiers that may be the new one being typed, looked for when the fingers rest. */
export function useSimilar(form: UseFormReturn<DossierDraft, unknown, Dossier>): readonly SimilarDossier[] {
  const [code, personId, applicantName, procedureCode, receivedOn] = useWatch({
    control: form.control,
    name: ['code', 'personId', 'applicantName', 'procedureCode', 'receivedOn'],
  });
  const [found, setFound] = useState<{ key: string; list: readonly SimilarDossier[] }>({ key: '', list: [] });
  const somebody = (personId ?? '').trim() !== '' || (applicantName ?? '').trim() !== '';
  const asked: Input<'dossiers.similar'> | null = somebody
    ? {
        code: code.trim(),
        personId: blankAsNull(personId),
        applicantName: blankAsNull(applicantName),
        procedureCode,
        receivedOn,
        except: null,
      }
    : null;
  const key = JSON.stringify(asked);

  useEffect(() => {
    const input = JSON.parse(key) as Input<'dossiers.similar'> | null;
    if (!input) return setFound({ key, list: [] });
    let current = true;
    const timer = setTimeout(() => {
      // The comparison is a service to the person: when it fails, nothing is shown.
      call('dossiers.similar', input).then(
        (list) =>
          current &&
          setFound({ key, list: list.filter((one) => isTelling(input, one.dossier.record, one.why)) }),
        () => current && setFound({ key, list: [] }),
      );
    }, WAIT_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);

  return found.list;
}

function blankAsNull(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}
