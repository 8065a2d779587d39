import type { LooseObject, Objects } from './document.ts';
import { type LooseDictionary, type LooseValue, referenceOf } from './values.ts';

/** Which object is what in a document. */
export interface Outline {
  readonly catalog: number;
  readonly info: number;
  readonly metadata: number;
  /** Id of the form's dictionary where it is an object of its own, else -1. */
  readonly form: number;
  readonly fieldLists: ReadonlySet<number>;
  readonly annotationLists: ReadonlySet<number>;
  /** Id of a page → its number from 1. */
  readonly pages: ReadonlyMap<number, number>;
  /** Id of what a page draws with → number of the first page that does. */
  readonly drawnOn: ReadonlyMap<number, number>;
  readonly attachments: ReadonlySet<number>;
}

/** The parts of a document as it stands; it has the form of a report, with additions of earlier saves. */
export function outlineOf(objects: Objects, trailer: LooseDictionary): Outline {
  const catalogId = referenceOf(trailer.get('Root')) ?? -1;
  const catalog = dictionaryAt(objects, trailer.get('Root'));
  const form = dictionaryAt(objects, catalog.get('AcroForm'));
  const kids = dictionaryAt(objects, catalog.get('Pages')).get('Kids');
  const pages = new Map<number, number>();
  const drawnOn = new Map<number, number>();
  const annotationLists = new Set<number>();
  for (const kid of kids?.kind === 'array' ? kids.items : []) {
    const id = referenceOf(kid);
    if (id === null) continue;
    const number = pages.size + 1;
    pages.set(id, number);
    const page = dictionaryAt(objects, kid);
    const list = referenceOf(page.get('Annots'));
    if (list !== null) annotationLists.add(list);
    for (const key of ['Contents', 'Resources']) {
      for (const used of reachable(objects, page.get(key))) if (!drawnOn.has(used)) drawnOn.set(used, number);
    }
  }
  const fields = referenceOf(form.get('Fields'));
  return {
    catalog: catalogId,
    info: referenceOf(trailer.get('Info')) ?? -1,
    metadata: referenceOf(catalog.get('Metadata')) ?? -1,
    form: referenceOf(catalog.get('AcroForm')) ?? -1,
    fieldLists: new Set(fields === null ? [] : [fields]),
    annotationLists,
    pages,
    drawnOn,
    attachments: new Set([
      ...reachable(objects, catalog.get('Names')),
      ...reachable(objects, catalog.get('AF')),
    ]),
  };
}

function dictionaryAt(objects: Objects, value: LooseValue | undefined): LooseDictionary {
  const id = referenceOf(value);
  const target = id === null ? value : objects.get(id)?.value;
  return target?.kind === 'dictionary' ? target.entries : new Map();
}

function reachable(objects: Objects, from: LooseValue | undefined): Set<number> {
  const seen = new Set<number>();
  const visit = (value: LooseValue | undefined): void => {
    if (value?.kind === 'array') value.items.forEach(visit);
    else if (value?.kind === 'dictionary') for (const item of value.entries.values()) visit(item);
    else if (value?.kind === 'reference' && !seen.has(value.id)) {
      seen.add(value.id);
      const object: LooseObject | undefined = objects.get(value.id);
      visit(object?.value);
    }
  };
  visit(from);
  return seen;
}
