import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Suspension } from '#shared/domain/dossier.ts';
import { formatDate } from '#shared/domain/local-date.ts';
import { suspension } from '#shared/ipc/contract/dossiers.ts';

type T = TFunction<'dossiers'>;

/** A span in words: "Yêu cầu bổ sung từ 05/03/2024 đến 08/03/2024", or "… đến nay" while it is open. */
export function suspensionText(t: T, span: Suspension): string {
  const kind = t(`suspensions.kind.${span.kind}`);
  const from = formatDate(span.from);
  return span.to === null
    ? t('suspensions.open', { kind, from })
    : t('suspensions.closed', { kind, from, to: formatDate(span.to) });
}

/** Spans in words, one after the other; null when there are none. */
export function suspensionsText(t: T, spans: readonly Suspension[]): string | null {
  return spans.length === 0 ? null : spans.map((span) => suspensionText(t, span)).join('; ');
}

/** Spans as history keeps them (JSON); null when the text is something else. */
export function readSuspensions(text: string): readonly Suspension[] | null {
  try {
    const read = z.array(suspension).safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
