import { useMemo } from 'react';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import { type Query, useQuery } from '../../../app/use-query.ts';

/** The answers taken in to one signed report, oldest first; `sha256` null: nothing is asked. */
export function useAnswers(sha256: string | null): Query<ReceiptEntry[]> {
  const all = useQuery('receipts.list', sha256 === null ? null : {}, ['reports', 'settings']);
  const { data } = all;
  const own = useMemo(() => data?.filter((one) => one.sha256 === sha256) ?? null, [data, sha256]);
  return { ...all, data: own };
}
