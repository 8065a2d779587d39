import { buildRecoverySheet } from '#shared/access/recovery-sheet.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';

/** The page with a recovery key. What draws it is loaded when it is needed. */
export async function recoverySheet(
  { store, clock, actor, resourcesDir }: Workspace,
  sheet: { readonly recoveryKey: string; readonly madeAt: string; readonly number: number },
): Promise<Uint8Array> {
  const { renderRecoverySheet } = await import('#electron/report/pdf/recovery-sheet.ts');
  const { loadReportResources } = await import('#electron/report/resources.ts');
  const { recoveryKey, madeAt, number } = sheet;
  const view = buildRecoverySheet(
    cleanTexts({
      unit: readProfile(store).unit,
      madeOn: clock.today(),
      number,
      recoveryKey,
      maker: actor.name,
    }),
  );
  const drawn = await renderRecoverySheet(view, new Date(madeAt), loadReportResources(resourcesDir));
  return new Uint8Array(drawn);
}
