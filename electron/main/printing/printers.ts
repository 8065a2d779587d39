import type { PrinterInfo, WebContents } from 'electron';
import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import type { Printer } from '#shared/ipc/contract/printing.ts';
import { withTime } from './with-time.ts';

/** How long the system may take to name its printers, ms; a print service that hangs is none. */
const PATIENCE_MS = 8000;

/** Bits of `printer-type`, as CUPS has them (cups/cups.h). */
const CUPS = { duplex: 0x0010, default: 0x20000 } as const;
/** `printer-state` of IPP (RFC 8011, 5.4.11): 5 is stopped. */
const STOPPED = '5';
/** Words of `printer-state-reasons` that say that papers will wait, whatever their ending (-error, -warning, -report). */
const WAITING =
  /^(?:paused|offline|connecting-to-device|shutdown|stopped|media-(?:empty|needed|jam)|door-open)/;

/** Older Electron said these too; newer ones leave them out. */
type Told = PrinterInfo & { readonly isDefault?: boolean };

/** Printers of this machine, the default one first; empty when there is none. */
export async function listPrinters(contents: WebContents): Promise<Printer[]> {
  const found = await withTime(contents.getPrintersAsync(), PATIENCE_MS, []);
  return found
    .map(describePrinter)
    .sort((a, b) => Number(b.default) - Number(a.default) || compareVietnamese(a.label, b.label));
}

/** What the system tells of a printer; only CUPS tells its state, Windows answers nothing beyond the name. */
export function describePrinter(told: Told): Printer {
  const options = told.options as unknown as Readonly<Record<string, string | undefined>>;
  const type = options['printer-type'] === undefined ? null : Number(options['printer-type']);
  return {
    name: told.name.slice(0, 300),
    label: (labelOf(told, type !== null) || told.name).slice(0, 300),
    default: told.isDefault === true || (type !== null && (type & CUPS.default) !== 0),
    state: stateOf(options),
    duplex: type === null ? null : (type & CUPS.duplex) !== 0,
  };
}

/** CUPS keeps what people call a printer in its description; elsewhere that names the driver. */
function labelOf({ displayName, description }: Told, cups: boolean): string {
  return (cups && description.trim()) || displayName.trim();
}

function stateOf(options: Readonly<Record<string, string | undefined>>): Printer['state'] {
  if (options['printer-is-accepting-jobs'] === 'false') return 'refusing';
  const state = options['printer-state'];
  if (state === undefined) return 'unknown';
  const reasons = (options['printer-state-reasons'] ?? '').split(',');
  return state === STOPPED || reasons.some((reason) => WAITING.test(reason.trim())) ? 'waiting' : 'ready';
}
