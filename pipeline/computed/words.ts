/**
 * The number of words of a text: `extent` in the header (TEI Guidelines, 2.2.3).
 *
 * Takes an element in any form of tree. Returns the number. A word continues across inline elements
 * and page breaks; it ends with every other element, since a file that is laid out on one line has
 * no white space there.
 */

/** Inline elements: a word may begin before one and end in it. */
const WITHIN_A_WORD: ReadonlySet<string> = new Set(
  `abbr add addName am anchor bibl c choice citedRange corr country date del desc distinct
  district emph ex expan foreign forename g gap genName geogName gloss handShift hi idno m
  measure mentioned milestone name nameLink num objectName orgName orig pb pc persName placeName
  ptr q quote ref reg region roleName rs s seg settlement sic soCalled space subst supplied
  surname surplus term time title unclear w`.split(/\s+/),
);

/**
 * `nameOf` gives the local name, `childrenOf` elements and text in order; `breaks` is false for a
 * line break inside a word.
 */
export interface TreeReader<Node> {
  nameOf(node: Node): string;
  childrenOf(node: Node): readonly (Node | string)[];
  attributeOf(node: Node, name: string): string | undefined;
}

export function countWords<Node extends object>(element: Node, reader: TreeReader<Node>): number {
  return ownTextOf(element, reader)
    .split(/\s+/)
    .filter((word) => word !== '').length;
}

function ownTextOf<Node extends object>(element: Node, reader: TreeReader<Node>): string {
  return reader
    .childrenOf(element)
    .map((child) => {
      if (typeof child === 'string') return child;
      const within =
        WITHIN_A_WORD.has(reader.nameOf(child)) || reader.attributeOf(child, 'break') === 'no';
      return within ? ownTextOf(child, reader) : ` ${ownTextOf(child, reader)} `;
    })
    .join('');
}
