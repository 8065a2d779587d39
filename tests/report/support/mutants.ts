import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { append } from './append.ts';

/** A file made from a signed report by one deed that a careless reader might overlook. */
export interface Mutant {
  readonly deed: string;
  readonly bytes: Buffer;
}

/** Pseudo-random numbers below a limit, the same for the same seed. */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/**
 * Structural mutants of a signed report, without end: objects dropped, doubled, swapped; numbers, names and
 * references changed; entries of the table and the trailer; parts of the signature's DER; parts of another report
 * signed by the same key; later saves that write a random object anew. None of them means the same as the original.
 */
export function* mutants(report: Buffer, other: Buffer, seed: number): Generator<Mutant> {
  const random = randomFrom(seed);
  const { objects } = readPdfFile(report);
  const text = report.toString('latin1');
  const tokens = (pattern: RegExp): RegExpMatchArray[] => [...text.matchAll(pattern)];
  const outside = ({ index = 0 }: RegExpMatchArray): boolean =>
    !objects.some(({ stream }) => stream !== null && index >= stream.start && index < stream.end);
  const numbers = tokens(/(?<=[ [])\d+(?=[ \]\n])/g).filter(outside);
  const names = tokens(/\/[A-Za-z]+/g).filter(outside);
  const references = tokens(/\d+ 0 R/g).filter(outside);
  const openings = tokens(/<<\n/g).filter(outside);
  const lines = tokens(/\n\/[^\n]+/g).filter(outside);
  const rows = tokens(/\d{10} 00000 n/g);
  const foreignStreams = readPdfFile(other).objects.filter(({ stream }) => stream !== null);
  const slot = /\/Contents <([0-9a-f]+)>/.exec(text);
  const hexAt = (slot?.index ?? 0) + '/Contents <'.length;
  const cmsLength = 4 + Number.parseInt(slot?.[1]?.slice(4, 8) ?? '0', 16);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const splice = (from: number, to: number, part: Buffer | string): Buffer =>
    Buffer.concat([report.subarray(0, from), Buffer.from(part as string, 'latin1'), report.subarray(to)]);
  const replace = (match: RegExpMatchArray, by: string): Buffer =>
    splice(match.index ?? 0, (match.index ?? 0) + match[0].length, by);
  const writable = objects.filter(
    ({ value }) =>
      value.kind !== 'dictionary' ||
      !['Metadata', 'Catalog'].some((type) => isType(value.entries.get('Type'), type)),
  );
  const info = Number(/\/Info (\d+) 0 R/.exec(text)?.[1]);
  const deeds: Record<string, () => Buffer> = {
    'object dropped': () => {
      const { start, end } = pick(objects);
      return splice(start, end, '');
    },
    'object doubled': () => {
      const { start, end } = pick(objects);
      return splice(end, end, report.subarray(start, end));
    },
    'objects swapped': () => {
      const [a, b] = [pick(objects), pick(objects)].sort((x, y) => x.start - y.start);
      if (!a || !b || a === b) return report;
      return Buffer.concat([
        report.subarray(0, a.start),
        report.subarray(b.start, b.end),
        report.subarray(a.end, b.start),
        report.subarray(a.start, a.end),
        report.subarray(b.end),
      ]);
    },
    'number changed': () => {
      const match = pick(numbers);
      return replace(
        match,
        String((Number(match[0]) + 1 + random(9)) % 10 ** match[0].length).padStart(match[0].length, '0'),
      );
    },
    'name changed': () => replace(pick(names), pick(names)[0]),
    'reference turned': () => replace(pick(references), pick(references)[0]),
    'entry added': () => {
      const { index = 0 } = pick(openings);
      return splice(index + 3, index + 3, `${pick(names)[0]} ${pick(references)[0]}\n`);
    },
    'line dropped': () => {
      const { index = 0, 0: line } = pick(lines);
      return splice(index, index + line.length, '');
    },
    'table entry': () => {
      const match = pick(rows);
      return replace(match, `${String(random(report.length)).padStart(10, '0')} 00000 n`);
    },
    'stream of the other report': () => {
      const foreign = pick(foreignStreams);
      const own = pick(objects.filter(({ stream }) => stream !== null));
      return own.stream && foreign.stream
        ? splice(own.stream.start, own.stream.end, other.subarray(foreign.stream.start, foreign.stream.end))
        : report;
    },
    'part of the signature': () => {
      const at = random(cmsLength);
      const length = 1 + random(6);
      const from = hexAt + 2 * at;
      const bytes = Array.from({ length }, () => random(256).toString(16).padStart(2, '0')).join('');
      return splice(from, from + bytes.length, bytes);
    },
    'bytes moved within the signature': () => {
      const [from, to] = [hexAt + 2 * random(cmsLength), hexAt + 2 * random(cmsLength)];
      const length = 2 * (1 + random(40));
      return splice(to, to + length, report.subarray(from, from + length));
    },
    'signature of the other report': () => {
      const hex = /\/Contents <([0-9a-f]+)>/.exec(other.toString('latin1'))?.[1] ?? '';
      const cut = 2 * random(cmsLength);
      return splice(hexAt + cut, hexAt + hex.length, hex.slice(cut));
    },
    'padding filled': () =>
      splice(hexAt + 2 * cmsLength + 2 * random(400), hexAt + 2 * cmsLength + 2 * random(400), '30'),
    'object written anew in a later save': () => {
      const { id } = pick(writable.filter((one) => one.id !== info));
      return append(report, {
        objects: [[id, `<< ${pick(names)[0]} ${pick(references)[0]} >>`]],
        form: random(2) === 0 ? 'table' : 'streams',
      });
    },
    'object of the other report in a later save': () => {
      const foreign = pick(foreignStreams);
      const own = pick(writable.filter(({ id, stream }) => stream !== null && id !== info));
      const body = bodyOf(other, foreign);
      // Fonts and the like are the same in both: written again they change nothing.
      if (body === bodyOf(report, own)) return report;
      return append(report, { objects: [[own.id, `${body}% `]] });
    },
  };
  const all = Object.entries(deeds);
  for (let round = 0; ; round += 1) {
    const [deed, make] = all[round % all.length] as (typeof all)[number];
    const bytes = make();
    if (!bytes.equals(report)) yield { deed, bytes };
  }
}

/** An object after `N 0 obj`. */
function bodyOf(bytes: Buffer, { start, end }: { readonly start: number; readonly end: number }): string {
  const text = bytes.toString('latin1', start, end);
  return text.slice(text.indexOf('obj\n') + 4, text.lastIndexOf('endobj'));
}

function isType(value: { kind: string; name?: string } | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}
