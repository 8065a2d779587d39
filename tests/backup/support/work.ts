import type { Input } from '#shared/ipc/contract.ts';
import { validInputs } from '../../contract/support/valid-inputs.ts';
import type { Office } from '../../unit/application/support/office.ts';

/** Records a dossier. */
export async function addDossier(
  office: Pick<Office, 'call'>,
  code: string,
  applicantName = 'Nguyễn Thị A',
): Promise<void> {
  const input = validInputs['dossiers.save'] as Input<'dossiers.save'>;
  await office.call('dossiers.save', { ...input, record: { ...input.record, code, applicantName } });
}

/** Waits for the end of a call and tells the code of its refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'done';
}
