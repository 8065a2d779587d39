import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { buildSigningListView, type Told } from '#shared/report/view/build-signing-list-view.ts';
import type { SigningListView } from '#shared/report/view/paper-model.ts';
import type { Workspace } from '../context.ts';
import { originOf } from './origin.ts';

/** The list of those who were told of one subject (null: of all), by given names. */
export function signingListView(workspace: Workspace, subject: string | null): SigningListView {
  const told: Told[] = workspace.store.entries
    .entries('communications')
    .map(({ record }) => record)
    .filter((one) => subject === null || one.subject === subject)
    .sort(
      (a, b) =>
        compareVietnamese(givenNameFirst(a.name), givenNameFirst(b.name)) || (a.toldOn < b.toldOn ? -1 : 1),
    );
  return buildSigningListView(cleanTexts({ ...originOf(workspace), subject, told }));
}

/** Lists of people stand in the order of given names, which come last. */
function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}
