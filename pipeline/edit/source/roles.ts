/** Which TEI elements the workbench shows as blocks, and which of them an editor can divide. */
import { isTei, type TreeElement } from '../../xml/tree.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin a line of their own. */
const BLOCKS = names(
  'TEI teiCorpus text group front body back div div1 div2 div3 div4 div5 div6 div7 p ab head ' +
    'opener closer salute signed dateline byline address addrLine postscript trailer argument ' +
    'epigraph list item label table row cell lg l sp speaker stage castList castItem figure ' +
    'figDesc quote cit floatingText titlePage docTitle titlePart docAuthor docDate docImprint ' +
    'imprimatur listBibl bibl biblStruct note noteGrp u entry argument set',
);

/** Blocks that may also be in the middle of a sentence. */
const EITHER = names('quote cit bibl biblStruct note figure stage list label address figDesc');

/** Elements without sentences of the document. */
const NOT_SHOWN = names('teiHeader standOff facsimile sourceDoc');

/** Elements that can be split in two, or joined with the previous one. */
const DIVISIBLE = names('p ab item l head note lg');

export function isBlock(element: TreeElement): boolean {
  return isTei(element, ...BLOCKS);
}

export function isShown(element: TreeElement): boolean {
  return !isTei(element, ...NOT_SHOWN);
}

export function isNote(element: TreeElement): boolean {
  return isTei(element, 'note');
}

export function isDivisible(element: TreeElement): boolean {
  return isTei(element, ...DIVISIBLE);
}

/** A block with words of its own: those of a note, not those of a citation in a sentence. */
export function hasOwnText(element: TreeElement): boolean {
  return isSentenceEnd(element) || isTei(element, 'note', 'list', 'figure', 'stage');
}

/** A block that ends the sentence around it; a quotation or a note does not. */
export function isSentenceEnd(element: TreeElement): boolean {
  return isBlock(element) && !isTei(element, ...EITHER);
}
