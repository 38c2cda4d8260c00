/** The marks of a document that wait for a decision: uncertain ones, and names without an entry. */
import { foldedWords } from '../../core/text.ts';
import { attribute, isTei, type TreeElement, walk } from '../../xml/tree.ts';
import { kindOfMark } from '../entries/kinds.ts';
import type { SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';
import { isShown } from '../source/roles.ts';

interface MarkedDoubt {
  /** Offset of the element's start tag. */
  readonly at: number;
  readonly end: number;
  readonly element: string;
  /** The marked words, white space folded. */
  readonly words: string;
  readonly cert?: string;
  readonly ref?: string;
  /** Why the editor is asked. */
  readonly reason: string;
}

/** Marks with a certainty that an editor decides. */
const JUDGED = [
  ...['persName', 'orgName', 'placeName', 'term', 'name', 'rs', 'date', 'bibl', 'title'],
] as const;

/** In the order of the text. */
export function doubtsOf({ root }: SourceDocument): MarkedDoubt[] {
  const found: MarkedDoubt[] = [];
  for (const element of walk(root, isShown)) {
    if (!isTei(element, ...JUDGED) || !isShown(element)) continue;
    const reason = reasonOf(element);
    if (reason === undefined) continue;
    const cert = attribute(element, 'cert');
    const ref = attribute(element, 'ref');
    found.push({
      at: element.start,
      end: element.end,
      element: element.local,
      words: foldedWords(rawTextOf(element)),
      ...(cert !== undefined && { cert }),
      ...(ref !== undefined && { ref }),
      reason,
    });
  }
  return found;
}

function reasonOf(element: TreeElement): string | undefined {
  const cert = attribute(element, 'cert');
  const refers = attribute(element, 'ref') ?? attribute(element, 'key');
  const isUnlinked = kindOfMark(element.local) !== undefined && refers === undefined;
  const isUnsure = cert === 'low' || cert === 'medium' || cert === 'unknown';
  if (isUnlinked && !isInBibl(element)) return 'no entry is linked';
  if (isUnsure) return `marked with ${cert} certainty`;
  return undefined;
}

/** Authors and titles in a bibliographic record need no entry. */
function isInBibl(element: TreeElement): boolean {
  for (let here = element.parent; here; here = here.parent)
    if (isTei(here, 'bibl', 'biblStruct', 'biblFull')) return true;
  return false;
}
