import { CONSOLIDATED_ATTACHMENT } from '#shared/receiver/consolidated-v1.ts';
import { REPORT_ATTACHMENT } from '#shared/report/report-v1.ts';
import { dictionaryOf, isName, type PdfFile, streamContent } from './pdf-file.ts';
import type { PdfValue } from './pdf-values.ts';
import { demand, Rejection } from './rejection.ts';

const LARGEST = 8 * 1024 * 1024;

/**
 * The data of a report (`bao-cao.json`) or consolidated report (`tong-hop.json`), with the name by which it is known.
 * The file holds that one attachment and no other: named once, tied to the document as its data (`/AF`), of the size
 * it states.
 */
export function readDataFile(file: PdfFile): { readonly name: string; readonly bytes: Buffer } {
  const catalog = dictionaryOf(file, file.trailer.get('Root'));
  const named = dictionaryOf(file, dictionaryOf(file, catalog.get('Names')).get('EmbeddedFiles')).get(
    'Names',
  );
  const associated = catalog.get('AF');
  const streams = file.objects.filter(
    ({ value }) => value.kind === 'dictionary' && isName(value.entries.get('Type'), 'EmbeddedFile'),
  );
  const specifications = file.objects.filter(
    ({ value }) =>
      value.kind === 'dictionary' &&
      (isName(value.entries.get('Type'), 'Filespec') || value.entries.has('EF')),
  );
  demand(
    named?.kind === 'array' &&
      named.items.length === 2 &&
      associated?.kind === 'array' &&
      associated.items.length === 1,
    'ATTACHMENT',
  );
  demand(streams.length === 1 && specifications.length === 1, 'ATTACHMENT');
  const [name, reference] = named.items;
  const known = textOf(name);
  demand(known === REPORT_ATTACHMENT || known === CONSOLIDATED_ATTACHMENT, 'ATTACHMENT');
  demand(
    reference?.kind === 'reference' &&
      reference.id === specifications[0]?.id &&
      same(associated.items[0], reference),
    'ATTACHMENT',
  );
  const specification = dictionaryOf(file, reference);
  demand(textOf(specification.get('F')) === known && textOf(specification.get('UF')) === known, 'ATTACHMENT');
  demand(isName(specification.get('AFRelationship'), 'Data'), 'ATTACHMENT');
  const embedded = dictionaryOf(file, specification.get('EF'));
  const [stream] = streams;
  demand(
    [...embedded.keys()].join() === 'F' &&
      stream !== undefined &&
      same(embedded.get('F'), { kind: 'reference', id: stream.id }),
    'ATTACHMENT',
  );
  const content = streamContent(file, stream);
  const size = dictionaryOf(file, dictionaryOf(file, embedded.get('F')).get('Params')).get('Size');
  demand(size?.kind === 'number' && size.value === content.length && content.length <= LARGEST, 'ATTACHMENT');
  return { name: known, bytes: content };
}

/** The bytes of `bao-cao.json`, and of nothing else. */
export function readAttachment(file: PdfFile): Buffer {
  const { name, bytes } = readDataFile(file);
  demand(name === REPORT_ATTACHMENT, 'ATTACHMENT');
  return bytes;
}

function textOf(value: PdfValue | undefined): string {
  if (value?.kind !== 'string') throw new Rejection('ATTACHMENT');
  return value.bytes.toString('latin1');
}

function same(a: PdfValue | undefined, b: PdfValue): boolean {
  return a?.kind === 'reference' && b.kind === 'reference' && a.id === b.id;
}
