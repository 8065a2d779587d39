/**
 * An instant (UTC, ISO 8601) as `dd/MM/yyyy HH:mm` in the machine's own time zone, without its locale.
 * A text that is no instant is shown as it is.
 */
export function formatInstant(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Size of a file in words: `312 B`, `69 kB`, `1,4 MB`. */
export function formatSize(bytes: number, language: 'vi' | 'en'): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', language === 'vi' ? ',' : '.')} MB`;
}

/** A fingerprint in groups of four, as it is read over the phone. */
export function inGroups(fingerprint: string): string[] {
  return fingerprint.toUpperCase().match(/.{1,4}/g) ?? [];
}
