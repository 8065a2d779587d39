import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { call } from '../../../app/bridge.ts';
import { useSettledAnswer } from '../../../ui/use-settled-answer.ts';
import { isTelling } from '../model/compare.ts';
import type { DossierDraft } from '../model/form-schema.ts';

/** Quiet time after a key before dossiers like this one are looked for, ms. */
const WAIT_MS = 250;

export type SimilarDossier = Output<'dossiers.similar'>[number];
const NONE: readonly SimilarDossier[] = [];

/** Dossiers that may be the new one being typed, looked for when the fingers rest. */
export function useSimilar(form: UseFormReturn<DossierDraft, unknown, Dossier>): readonly SimilarDossier[] {
  const [code, personId, applicantName, procedureCode, receivedOn] = useWatch({
    control: form.control,
    name: ['code', 'personId', 'applicantName', 'procedureCode', 'receivedOn'],
  });
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
  return useSettledAnswer(asked && JSON.stringify(asked), findSimilar, NONE, WAIT_MS).answer;
}

/** Those that tell the person something, for the fields as JSON. */
async function findSimilar(fields: string): Promise<readonly SimilarDossier[]> {
  const input = JSON.parse(fields) as Input<'dossiers.similar'>;
  const list = await call('dossiers.similar', input);
  return list.filter(({ dossier, why }) => isTelling(input, dossier.record, why));
}

function blankAsNull(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}
