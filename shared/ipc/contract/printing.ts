import { z } from 'zod';
import { bytes, count, main, nothing, task, text } from './common.ts';

/** Most copies that are asked for at once; more is likelier a slip of the finger. */
export const MOST_COPIES = 99;
const MOST_PAGES = 9999;
/** Of the PDF that is printed, bytes. */
const MOST_BYTES = 100 * 1024 * 1024;

const printerName = text(300).min(1);
const paper = bytes.refine((pdf) => pdf.length <= MOST_BYTES);

/**
 * What a printer is said to be doing: `waiting` takes papers and keeps them (paused, off, out of paper), `refusing`
 * takes none, `unknown` where the system does not tell.
 */
export const PRINTER_STATES = ['ready', 'waiting', 'refusing', 'unknown'] as const;
export const printer = z.strictObject({
  /** The system's own name; what a paper is sent to. */
  name: printerName,
  /** What people call it. */
  label: text(300),
  default: z.boolean(),
  state: z.enum(PRINTER_STATES),
  /** Whether it prints both sides; null where the system does not tell. */
  duplex: z.boolean().nullable(),
});
export type Printer = z.infer<typeof printer>;

export const printingCalls = {
  /** Printers of this machine, the default one first. Empty when there is none, or no print service. */
  'print.printers': main(nothing, z.array(printer)),
  /**
   * Prints pages of a PDF on A4, 1:1, without asking. Answers when the system has taken all of it. Throws
   * PRINTER_MISSING, PRINTER_REFUSES, PRINT_FAILED, CANCELLED.
   */
  'print.document': main(
    z.strictObject({
      task,
      pdf: paper,
      /** Name of the job in the queue, which others may see: never a person's name. */
      title: text(120),
      /** Null: whichever the system has as its default. */
      printer: printerName.nullable(),
      /** First and last page, from 1; what lies behind the last page of the paper is left out. */
      from: z.number().int().min(1).max(MOST_PAGES),
      to: z.number().int().min(1).max(MOST_PAGES),
      copies: z.number().int().min(1).max(MOST_COPIES),
      bothSides: z.boolean(),
    }),
    z.strictObject({
      /** What people call the printer; null for the system's default where its name is not known. */
      label: text(300).nullable(),
      /** Pages sent, of one copy. */
      pages: count,
      /** The printer keeps them for now: it is paused, off or out of paper. */
      waiting: z.boolean(),
    }),
  ),
  /** Ends a `print.document`; what has gone to the printer before stays there. */
  'print.cancel': main(z.strictObject({ task }), nothing),
  /** The window's page as its style sheet for paper lays it out. */
  'print.screen': main(nothing, z.strictObject({ pdf: bytes })),
} as const;
