import { deflateSync } from 'node:zlib';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';

/** An object to be added: its text after `N 0 obj`, in Latin-1. */
export type AddedObject = readonly [id: number, body: string];

export interface Append {
  readonly objects: readonly AddedObject[];
  /** Ids to be declared free. */
  readonly free?: readonly number[];
  /** Put into the trailer in place of the usual entries. */
  readonly trailer?: string;
  readonly prev?: number;
  /** Bytes before the objects. */
  readonly junk?: string;
  /** Offsets stated in place of the right ones. */
  readonly offsets?: Readonly<Record<number, number>>;
  /** `table`, or a cross-reference stream with the objects in an object stream. */
  readonly form?: 'table' | 'streams';
}

/** Offset that the last `startxref` names. */
export function lastTable(pdf: Buffer): number {
  return Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', pdf.length - 64))?.[1]);
}

/** The id after the highest one in the file. */
export function nextId(pdf: Buffer): number {
  return Number([...pdf.toString('latin1').matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
}

/** A text stream object. */
export function streamBody(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** A later save written by hand: what a program with bad intentions could put there. */
export function append(pdf: Buffer, { objects, ...wish }: Append): Buffer {
  return wish.form === 'streams' ? appendStreams(pdf, objects) : appendTable(pdf, objects, wish);
}

function appendTable(pdf: Buffer, objects: readonly AddedObject[], wish: Omit<Append, 'objects'>): Buffer {
  let text = wish.junk ?? '';
  const rows = new Map<number, string>();
  for (const id of wish.free ?? []) rows.set(id, '0000000000 00001 f \n');
  for (const [id, body] of objects) {
    const offset = wish.offsets?.[id] ?? pdf.length + text.length;
    rows.set(id, `${String(offset).padStart(10, '0')} 00000 n \n`);
    if (wish.offsets?.[id] === undefined) text += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const at = pdf.length + text.length;
  const size = Math.max(nextId(pdf), ...objects.map(([id]) => id + 1));
  const trailer = wish.trailer ?? `/Root ${rootOf(pdf)} 0 R`;
  const sections = [...rows].map(([id, row]) => `${id} 1\n${row}`).join('');
  text += `xref\n${sections}trailer\n<< /Size ${size} ${trailer} /Prev ${wish.prev ?? lastTable(pdf)} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(text, 'latin1')]);
}

function appendStreams(pdf: Buffer, objects: readonly AddedObject[]): Buffer {
  const plain = objects.filter(([, body]) => body.includes('stream\n'));
  const packed = objects.filter(([, body]) => !body.includes('stream\n'));
  const highest = Math.max(nextId(pdf) - 1, ...objects.map(([id]) => id));
  const [container, table] = [highest + 1, highest + 2];
  const parts: Buffer[] = [pdf];
  const rows: [number, number, number, number][] = [];
  let at = pdf.length;
  const put = (id: number, bytes: Buffer): void => {
    rows.push([id, 1, at, 0]);
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [id, body] of plain) put(id, Buffer.from(`${id} 0 obj\n${body}\nendobj\n`, 'latin1'));
  let head = '';
  let inside = '';
  packed.forEach(([id, body], index) => {
    head += `${id} ${inside.length} `;
    inside += `${body}\n`;
    rows.push([id, 2, container, index]);
  });
  put(
    container,
    flate(
      container,
      `/Type /ObjStm /N ${packed.length} /First ${head.length}`,
      Buffer.from(head + inside, 'latin1'),
    ),
  );
  rows.push([table, 1, at, 0]);
  rows.sort((a, b) => a[0] - b[0]);
  const index = rows.map(([id]) => `${id} 1`).join(' ');
  const data = Buffer.concat(
    rows.map(([, type, second, third]) => {
      const row = Buffer.alloc(7);
      row.writeUInt8(type, 0);
      row.writeUInt32BE(second, 1);
      row.writeUInt16BE(third, 5);
      return row;
    }),
  );
  const dictionary = `/Type /XRef /Size ${table + 1} /W [1 4 2] /Index [${index}] /Root ${rootOf(pdf)} 0 R /Prev ${lastTable(pdf)}`;
  parts.push(flate(table, dictionary, data), Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

function flate(id: number, dictionary: string, content: Buffer): Buffer {
  const data = deflateSync(content);
  return Buffer.concat([
    Buffer.from(
      `${id} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
      'latin1',
    ),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

function rootOf(pdf: Buffer): string {
  return /\/Root (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '';
}

/** Where the objects of a report are that a later save may touch. */
export function partsOf(report: Buffer): {
  /** Ids of the pages in their order. */
  pages: number[];
  /** Text of an object, from after `obj` to before its stream or end. */
  head(id: number): string;
  idWith(text: string): number;
} {
  const file = readPdfFile(report);
  const head = (id: number): string => {
    const { start, end, stream } = file.object(id);
    const raw = report.toString('latin1', start, stream?.start ?? end);
    return raw.slice(raw.indexOf('obj\n') + 4, raw.lastIndexOf(stream ? 'stream\n' : 'endobj')).trim();
  };
  const all = file.objects.map(({ id }) => id);
  const idWith = (text: string): number => all.find((id) => `${head(id)}\n`.includes(text)) ?? -1;
  const kids = /\/Kids \[([^\]]*)\]/.exec(head(idWith('/Type /Pages')))?.[1] ?? '';
  return { pages: [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id)), head, idWith };
}
