/** Entries of the apparatus in the two methods (TEI Guidelines, 13.2). */
import { element, type OutputElement } from '../../encode/engine/write/element.ts';
import type { Boundary } from '../apparatus/units.ts';
import type { Names } from './names.ts';
import type { EntryWriter, TeiContent, WrittenEntry } from './tei-text.ts';

/** Pointers to those who are responsible for decisions, by the name in a rule. */
type WriteResp = (resp: string) => string;

/** Parallel segmentation: the entry is in the text. */
export class ParallelWriter implements EntryWriter {
  readonly #names: Names;
  readonly #responsible: WriteResp;

  constructor(names: Names, responsible: WriteResp) {
    this.#names = names;
    this.#responsible = responsible;
  }

  entry(written: WrittenEntry): TeiContent {
    const id = this.#names.entry(written.number);
    return [element('app', { 'xml:id': id }, ...readings(written, this.#names, this.#responsible))];
  }

  boundary(boundary: Boundary, gaps: TeiContent): TeiContent {
    return [element('app', {}, element('lem'), boundaryReading(boundary, gaps, this.#names))];
  }
}

/** Double end-point attachment: anchors in the text, the entries in a separate list. */
export class DoubleEndPointWriter implements EntryWriter {
  readonly entries: OutputElement[] = [];
  readonly #names: Names;
  readonly #responsible: WriteResp;
  #points = 0;

  constructor(names: Names, responsible: WriteResp) {
    this.#names = names;
    this.#responsible = responsible;
  }

  entry(written: WrittenEntry): TeiContent {
    const id = this.#names.entry(written.number);
    const [from, to] = [`${id}-from`, `${id}-to`];
    const attributes = { 'xml:id': id, from: `#${from}`, to: `#${to}` };
    this.entries.push(
      element('app', attributes, ...readings(written, this.#names, this.#responsible)),
    );
    const anchor = (name: string): OutputElement => element('anchor', { 'xml:id': name });
    return [anchor(from), ...written.lemma, anchor(to)];
  }

  boundary(boundary: Boundary, gaps: TeiContent): TeiContent {
    const id = `${this.#names.document}-point${++this.#points}`;
    const attributes = { from: `#${id}`, to: `#${id}` };
    this.entries.push(element('app', attributes, boundaryReading(boundary, gaps, this.#names)));
    return [element('anchor', { 'xml:id': id })];
  }
}

function boundaryReading(
  { witness, kind }: Boundary,
  gaps: TeiContent,
  names: Names,
): OutputElement {
  return element('rdg', { wit: names.pointers([witness]) }, element(kind), ...gaps);
}

function readings(written: WrittenEntry, names: Names, responsible: WriteResp): OutputElement[] {
  const { lemma, lemmaResp } = written.entry;
  return [
    element(
      'lem',
      {
        wit: names.pointers(lemma.witnesses),
        resp: lemmaResp === undefined ? undefined : responsible(lemmaResp),
      },
      ...written.lemma,
    ),
    ...written.readings.map(({ reading, content }) =>
      element(
        'rdg',
        {
          wit: names.pointers(reading.witnesses),
          type: reading.type,
          cause: reading.transposed === undefined ? undefined : 'transposition',
          corresp:
            reading.transposed === undefined ? undefined : `#${names.entry(reading.transposed)}`,
          resp:
            reading.resp !== undefined ? responsible(reading.resp) : reading.certainty && '#siglum',
          cert: reading.resp === undefined ? reading.certainty : undefined,
        },
        ...content,
      ),
    ),
  ];
}
