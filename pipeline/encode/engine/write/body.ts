/**
 * The `body` of a document.
 *
 * Takes the document's tree and the spans of each passage. Returns the `body` element. Notes are
 * inline at their anchors.
 */
import type { Passage, Point, Span } from '../model.ts';
import { ROLES } from '../roles.ts';
import { settle } from '../spans/span.ts';
import type {
  Division,
  DocumentTree,
  FootNote,
  List,
  ListItem,
  PageBegins,
  TextTable,
  TreePart,
} from '../tree.ts';
import { element, type OutputElement } from './element.ts';
import { runningText } from './running-text.ts';

/** Parts that the encoder marks as its own conclusion (CONTRIBUTING, law 3). */
type Automatic = Readonly<Record<string, string>>;

type Spans = (passage: Passage) => readonly Span[];

export function writeBody(tree: DocumentTree, spans: Spans, inferred: Automatic): OutputElement {
  const writer = new BodyWriter(tree, spans, inferred);
  return element('body', {}, writer.document());
}

/** Elements that may follow the divisions of a text without a division of their own. */
const AFTER_DIVISIONS: ReadonlySet<string> = new Set([
  'division',
  'page',
  'closer',
  'postscript',
  'trailer',
]);

function partKind(part: TreePart): string {
  if (part.kind === 'group') return part.name;
  return part.kind === 'passage' && part.passage.role === 'trailer' ? 'trailer' : part.kind;
}

/** Whether a line or page ends within a word, with a hyphen or without. */
function isInWord(text: string, offset: number): boolean {
  return (
    /\p{L}[-¬=⸗]?$/u.test(text.slice(Math.max(0, offset - 2), offset)) &&
    /^\p{Ll}/u.test(text.slice(offset, offset + 2))
  );
}

class BodyWriter {
  private divisions = 0;
  private tables = 0;
  private readonly notes: ReadonlyMap<string, FootNote>;
  private readonly pages = new Map<string, number>();
  private readonly tree: DocumentTree;
  private readonly spans: Spans;
  private readonly inferred: Automatic;

  constructor(tree: DocumentTree, spans: Spans, inferred: Automatic) {
    this.tree = tree;
    this.spans = spans;
    this.inferred = inferred;
    this.notes = new Map(tree.notes.map((note) => [note.key, note]));
  }

  document(): OutputElement {
    const { tree } = this;
    return element(
      'div',
      { type: 'document', n: tree.number, 'xml:id': `${tree.id}-document` },
      ...this.parts(tree.parts),
    );
  }

  private parts(parts: readonly TreePart[]): OutputElement[] {
    const nodes: OutputElement[] = [];
    let divided = false;
    for (const part of parts) {
      const node = this.part(part);
      // After a division, the Guidelines (chapter 4.1) require what follows to be inside one.
      const wrapped = divided && !AFTER_DIVISIONS.has(partKind(part));
      nodes.push(wrapped ? element('div', { 'xml:id': this.divisionId() }, node) : node);
      divided ||= part.kind === 'division';
    }
    return nodes;
  }

  private part(part: TreePart): OutputElement {
    switch (part.kind) {
      case 'passage':
        return this.block(part.passage, part.list);
      case 'group':
        return element(
          part.name,
          { type: part.type, ...part.attributes, 'xml:id': part.id },
          ...part.parts.map((inner) => this.part(inner)),
        );
      case 'list':
        return this.list(part);
      case 'table':
        return this.table(part);
      case 'division':
        return this.division(part);
      case 'page':
        return this.page(part);
    }
  }

  private division(division: Division): OutputElement {
    const id = this.divisionId();
    const { type, n, language } = division;
    const inferred = division.inferred ? this.inferred : {};
    return element(
      'div',
      { type, n, ...inferred, 'xml:id': id, 'xml:lang': language },
      division.head && this.block(division.head),
      ...this.parts(division.parts),
    );
  }

  private divisionId(): string {
    this.divisions++;
    return `${this.tree.id}-s${this.divisions}`;
  }

  private list(list: List): OutputElement {
    const marks = list.inferred ? this.inferred : {};
    return element(
      'list',
      { type: list.type, ...marks },
      list.head && this.block(list.head),
      ...list.items.flatMap((item) =>
        'kind' in item
          ? [this.page(item)]
          : [...(item.label ? [this.block(item.label)] : []), this.item(item)],
      ),
    );
  }

  private item(item: ListItem): OutputElement {
    const list = item.list && this.list(item.list);
    const content = item.passage ? this.content(item.passage) : [];
    return element('item', { n: item.n, 'xml:id': item.id }, ...content, list);
  }

  private table(table: TextTable): OutputElement {
    this.tables++;
    const columns = Math.max(...table.rows.map((row) => row.length));
    const rows = table.rows.map((row) =>
      element(
        'row',
        {},
        ...row.map((cell) => element('cell', cell.attributes ?? {}, ...this.content(cell))),
      ),
    );
    return element(
      'table',
      {
        rows: String(rows.length),
        cols: String(columns),
        'xml:id': `${this.tree.id}-t${this.tables}`,
      },
      ...rows,
    );
  }

  private block(passage: Passage, list?: List): OutputElement {
    const { element: name, attributes, letter } = ROLES[passage.role];
    return element(
      name,
      {
        type: passage.type,
        rend: passage.rend,
        ...attributes,
        ...passage.attributes,
        ...(passage.inferred ? this.inferred : {}),
        'xml:id': letter === undefined ? undefined : passage.id,
      },
      ...this.content(passage),
      list && this.list(list),
    );
  }

  private content(passage: Passage): (OutputElement | string)[] {
    return runningText(passage, settle(this.spans(passage), passage.points), (point) =>
      this.point(point, passage.text),
    );
  }

  private point(point: Point, text: string): OutputElement {
    const inWord = point.kind !== 'note' && isInWord(text, point.offset) ? 'no' : undefined;
    if (point.kind === 'line') return element('lb', { break: inWord });
    if (point.kind === 'page') return this.page({ kind: 'page', n: point.n }, inWord);
    return this.note(this.notes.get(point.n) as FootNote);
  }

  /** A page named twice in a document (a misprint of the source) still gets an id of its own. */
  private page({ n }: PageBegins, inWord?: string): OutputElement {
    const times = (this.pages.get(n) ?? 0) + 1;
    this.pages.set(n, times);
    const slug = n.replace(/[^\w.-]/g, '-');
    return element('pb', {
      n,
      break: inWord,
      'xml:id': `${this.tree.id}-pg${slug}${times > 1 ? `-${times}` : ''}`,
    });
  }

  private note(note: FootNote): OutputElement {
    const attributes = {
      n: note.n,
      place: 'foot',
      type: note.source ? 'source' : undefined,
      'xml:id': note.id,
    };
    const [only, ...more] = note.paragraphs;
    if (only && more.length === 0) return element('note', attributes, ...this.content(only));
    return element(
      'note',
      attributes,
      ...note.paragraphs.map((paragraph) =>
        element('p', { 'xml:id': paragraph.id }, ...this.content(paragraph)),
      ),
    );
  }
}
