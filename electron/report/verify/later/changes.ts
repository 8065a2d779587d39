import type { VerifyReason } from '../rejection.ts';
import { type Annotation, readAnnotation } from './annotations.ts';
import type { LooseObject, Objects, Written } from './document.ts';
import type { Outline } from './outline.ts';
import { Reach } from './reach.ts';
import type { Section } from './sections.ts';
import { type LooseDictionary, type LooseValue, nameOf, numberOf, referenceOf, sameValue } from './values.ts';

/** What one save did to the document, in terms a person can follow. */
export interface Change {
  readonly annotations: readonly Annotation[];
  /** Title, author, time of the save: nothing that is shown on a page. */
  readonly metadata: boolean;
  /** Certificates and revocation lists for later checks (PAdES `/DSS`). */
  readonly validation: boolean;
  readonly faults: readonly VerifyReason[];
}

/** What stays of the report whatever is added, and what may be written again. */
export interface Standing {
  readonly outline: Outline;
  /** Ids of signature fields of earlier saves that nobody signed yet. */
  readonly openFields: ReadonlySet<number>;
}

const FREE_CATALOGUE_KEYS = new Set(['AcroForm', 'Metadata', 'DSS', 'Extensions', 'Version']);
const FORM_KEYS = new Set(['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances']);

/**
 * Judges one save: `before` is the document as the saves before it left it, `written` what this one wrote. Every
 * object that it wrote must be one of those that a further signature or stamp needs; each other one is a fault.
 */
export function judgeSave(
  revision: number,
  section: Section,
  written: Written,
  before: Objects,
  standing: Standing,
): Change {
  const judge = new Judge(revision, written, before, standing);
  return judge.run(section);
}

class Judge {
  private readonly revision: number;
  private readonly written: Written;
  private readonly before: Objects;
  private readonly after: Map<number, LooseObject>;
  private readonly standing: Standing;
  private readonly reach: Reach;
  private readonly faults: VerifyReason[] = [];
  private readonly annotations: Annotation[] = [];
  private metadata = false;
  private validation = false;

  constructor(revision: number, written: Written, before: Objects, standing: Standing) {
    this.revision = revision;
    this.written = written;
    this.before = before;
    this.standing = standing;
    this.after = new Map([...before, ...written.objects]);
    this.reach = new Reach(this.after, before);
  }

  run(section: Section): Change {
    const { outline } = this.standing;
    for (const object of this.written.removed) this.fault('LATER_REMOVED', { object });
    if (referenceOf(section.trailer.get('Root')) !== outline.catalog)
      this.fault('LATER_CATALOGUE', { name: 'Root' });
    this.info(referenceOf(section.trailer.get('Info')));
    for (const object of this.written.objects.values()) {
      if (this.written.containers.has(object.id)) continue;
      const old = this.before.get(object.id);
      if (old !== undefined && !same(old, object)) this.changed(old, object);
    }
    this.form();
    this.pages();
    this.leftovers();
    return {
      annotations: this.annotations,
      metadata: this.metadata,
      validation: this.validation,
      faults: [...this.faults, ...this.reach.faults.map((name) => this.reason('LATER_HIDDEN', { name }))],
    };
  }

  /** An object of an earlier save that this one wrote otherwise. */
  private changed(old: LooseObject, now: LooseObject): void {
    const { outline, openFields } = this.standing;
    const { id } = now;
    // What the report shows and holds comes first: no later save may declare it to be something else.
    const drawnOn = outline.drawnOn.get(id);
    if (outline.attachments.has(id)) {
      this.fault('LATER_ATTACHMENT', { object: id });
      return;
    }
    if (drawnOn !== undefined) {
      this.fault('LATER_PAGE', { page: drawnOn });
      return;
    }
    const page = outline.pages.get(id);
    if (page !== undefined) {
      this.page(page, old, now);
      return;
    }
    if (id === outline.catalog) {
      this.catalogue(old, now);
      return;
    }
    if (id === outline.info || id === outline.metadata) {
      this.metadata = true;
      return;
    }
    if (id === outline.form || outline.fieldLists.has(id) || outline.annotationLists.has(id)) return;
    if (!openFields.has(id)) this.fault('LATER_OBJECT', { object: id });
  }

  private catalogue(old: LooseObject, now: LooseObject): void {
    const [was, is] = [dictionaryOf(old.value), dictionaryOf(now.value)];
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      if (sameValue(was.get(key), is.get(key))) continue;
      if (key === 'Names' || key === 'AF') this.fault('LATER_ATTACHMENT', { object: now.id });
      else if (!FREE_CATALOGUE_KEYS.has(key)) this.fault('LATER_CATALOGUE', { name: key });
      else if (key === 'Metadata') this.metadata = true;
    }
    for (const key of ['DSS', 'Extensions', 'Metadata']) {
      const value = is.get(key);
      if (value === undefined || sameValue(was.get(key), value)) continue;
      if (key === 'DSS') this.validation = true;
      const id = referenceOf(value);
      if (id !== null && this.before.has(id)) this.fault('LATER_CATALOGUE', { name: key });
      this.reach.from(value);
    }
  }

  /** Of a page only the list of annotations may become longer. */
  private page(page: number, old: LooseObject, now: LooseObject): void {
    const [was, is] = [dictionaryOf(old.value), dictionaryOf(now.value)];
    const other = [...new Set([...was.keys(), ...is.keys()])].filter(
      (key) => key !== 'Annots' && !sameValue(was.get(key), is.get(key)),
    );
    if (other.length > 0 || now.stream !== null) this.fault('LATER_PAGE', { page });
  }

  private info(id: number | null): void {
    const object = id === null ? undefined : this.written.objects.get(id);
    if (object === undefined) return;
    if (!sameValue(this.before.get(object.id)?.value, object.value)) this.metadata = true;
    this.reach.from({ kind: 'reference', id: object.id, generation: 0 });
  }

  /** The form may gain signature fields and the fonts of their appearances. */
  private form(): void {
    const catalogue = dictionaryOf(this.after.get(this.standing.outline.catalog)?.value);
    const was = dictionaryOf(
      this.resolve(
        this.before,
        dictionaryOf(this.before.get(this.standing.outline.catalog)?.value).get('AcroForm'),
      ),
    );
    const is = dictionaryOf(this.resolve(this.after, catalogue.get('AcroForm')));
    const formId = referenceOf(catalogue.get('AcroForm'));
    if (formId !== null) this.reach.mark(formId);
    for (const [key, value] of is) {
      if (!FORM_KEYS.has(key) || (key === 'NeedAppearances' && !isFalse(value)))
        this.fault('LATER_CATALOGUE', { name: `AcroForm/${key}` });
    }
    if (!isSigFlags(is.get('SigFlags'))) this.fault('LATER_CATALOGUE', { name: 'AcroForm/SigFlags' });
    if (is.has('DR') && !sameValue(is.get('DR'), was.get('DR'))) this.reach.from(is.get('DR'));
    for (const id of this.added(was.get('Fields'), is.get('Fields'), 'Fields')) this.take(id, null);
    for (const id of this.standing.openFields) if (this.written.objects.has(id)) this.take(id, null);
  }

  private pages(): void {
    for (const [id, page] of this.standing.outline.pages) {
      const was = dictionaryOf(this.before.get(id)?.value).get('Annots');
      const is = dictionaryOf(this.after.get(id)?.value).get('Annots');
      for (const added of this.added(was, is, 'Annots', page)) this.take(added, page);
    }
  }

  /** References that a list gained; whatever it held stays at its beginning. */
  private added(
    was: LooseValue | undefined,
    is: LooseValue | undefined,
    name: string,
    page: number | null = null,
  ): number[] {
    const listId = referenceOf(is);
    if (listId !== null) this.reach.mark(listId);
    const [old, now] = [itemsOf(this.resolve(this.before, was)), itemsOf(this.resolve(this.after, is))];
    const ids = now.map((item) => referenceOf(item));
    if (
      !old.every((item, at) => sameValue(item, now[at])) ||
      ids.includes(null) ||
      new Set(ids).size !== ids.length
    ) {
      if (page === null) this.fault('LATER_CATALOGUE', { name });
      else this.fault('LATER_PAGE', { page });
      return [];
    }
    return ids.slice(old.length) as number[];
  }

  private take(id: number, page: number | null): void {
    const known = this.annotations.findIndex((one) => one.id === id);
    const object = this.after.get(id);
    const { outline } = this.standing;
    // What is added as new must be new: an old object put into a list is something else shown.
    if (object === undefined || (this.before.has(id) && !this.standing.openFields.has(id))) {
      this.fault('LATER_OBJECT', { object: id });
      return;
    }
    const read = readAnnotation(object, this.after, outline.pages, page);
    if (typeof read === 'string') {
      const where = page ?? outline.pages.get(referenceOf(dictionaryOf(object.value).get('P')) ?? -1) ?? null;
      this.fault('LATER_NOTE', { name: read, page: where });
      return;
    }
    // A field that stands on a page and not in the form is no signature.
    if (page !== null && read.kind === 'field' && known < 0) {
      this.fault('LATER_NOTE', { name: 'Widget', page });
      return;
    }
    this.reach.mark(id);
    for (const value of read.parts) this.reach.from(value);
    if (known < 0) this.annotations.push(read);
    else if (page !== null) this.annotations[known] = read;
  }

  /** What the save wrote and nothing accepted uses: harmless only when it shows nothing and is nothing. */
  private leftovers(): void {
    for (const object of this.written.objects.values()) {
      const { id, value, stream } = object;
      if (this.before.has(id) || this.written.containers.has(id) || this.reach.has(id)) continue;
      const type = value.kind === 'dictionary' ? nameOf(value.entries.get('Type')) : null;
      const empty = stream === null ? value.kind === 'null' || value.kind === 'number' : stream.length === 0;
      // Signing programs leave the empty appearances of fields behind that they thought better of.
      if (!(empty && (type === null || type === 'XObject')))
        this.fault('LATER_HIDDEN', { name: type ?? `${id} 0 obj` });
    }
  }

  private resolve(objects: Objects, value: LooseValue | undefined): LooseValue | undefined {
    const id = referenceOf(value);
    return id === null ? value : objects.get(id)?.value;
  }

  private reason(code: VerifyReason['code'], params: VerifyReason['params']): VerifyReason {
    return { code, params: { revision: this.revision, ...params } };
  }

  private fault(code: VerifyReason['code'], params: VerifyReason['params']): void {
    const reason = this.reason(code, params);
    const known = this.faults.some(
      (one) => one.code === code && JSON.stringify(one.params) === JSON.stringify(reason.params),
    );
    if (!known && this.faults.length < 20) this.faults.push(reason);
  }
}

function same(a: LooseObject, b: LooseObject): boolean {
  if (!sameValue(a.value, b.value)) return false;
  return a.stream === null || b.stream === null ? a.stream === b.stream : a.stream.equals(b.stream);
}

const NOTHING: LooseDictionary = new Map();

function dictionaryOf(value: LooseValue | undefined): LooseDictionary {
  return value?.kind === 'dictionary' ? value.entries : NOTHING;
}

function itemsOf(value: LooseValue | undefined): readonly LooseValue[] {
  return value?.kind === 'array' ? value.items : [];
}

function isFalse(value: LooseValue): boolean {
  return value.kind === 'boolean' && !value.value;
}

function isSigFlags(value: LooseValue | undefined): boolean {
  const flags = numberOf(value);
  return flags === 1 || flags === 3;
}
