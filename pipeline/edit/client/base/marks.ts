/** The commands for selected words: a key, the element, and the question. One row a command. */

export interface MarkCommand {
  readonly key: string;
  readonly element: string;
  readonly label: string;
  /** Kind of entries that it links to. */
  readonly kind?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export const MARKS: readonly MarkCommand[] = [
  { key: 'p', element: 'persName', label: 'person', kind: 'person' },
  { key: 'o', element: 'orgName', label: 'organization', kind: 'org' },
  { key: 'l', element: 'placeName', label: 'place', kind: 'place' },
  { key: 't', element: 'term', label: 'term', kind: 'term' },
  { key: 'd', element: 'date', label: 'date' },
  { key: 'w', element: 'title', label: 'title of a work', attributes: { level: 'm' } },
  { key: 'h', element: 'hi', label: 'emphasis', attributes: { rend: 'italic' } },
  { key: 's', element: 'supplied', label: 'supplied by the editor' },
  { key: '-', element: 'del', label: 'struck out' },
  { key: '+', element: 'add', label: 'inserted' },
  { key: 'q', element: 'quote', label: 'quotation' },
  { key: 'f', element: 'foreign', label: 'another language' },
];

export interface TextCommand {
  readonly key: string;
  readonly label: string;
  readonly does:
    | 'words'
    | 'correction'
    | 'note'
    | 'gap'
    | 'split'
    | 'join'
    | 'unwrap'
    | 'menu'
    | 'mentions'
    | 'proofread'
    | 'checked'
    | 'approved';
}

export const TEXT_COMMANDS: readonly TextCommand[] = [
  { key: 'c', label: 'correct the words and show both', does: 'correction' },
  { key: 'r', label: 'rewrite the words plainly', does: 'words' },
  { key: 'n', label: 'add a note here', does: 'note' },
  { key: 'x', label: 'add a gap here', does: 'gap' },
  { key: 'u', label: 'remove the mark', does: 'unwrap' },
  { key: 'Enter', label: 'divide the paragraph here', does: 'split' },
  { key: 'Backspace', label: 'join with the paragraph before', does: 'join' },
  { key: 'v', label: 'the passage is read against the source', does: 'proofread' },
  { key: 'k', label: 'a second reader has checked the passage', does: 'checked' },
  { key: 'V', label: 'the passage is approved', does: 'approved' },
  { key: 'E', label: 'all mentions of this entry; merge, split', does: 'mentions' },
  { key: 'm', label: 'menu of all that is possible here', does: 'menu' },
];

export function labelOf(element: string): string {
  return MARKS.find((mark) => mark.element === element)?.label ?? element;
}

export function markKind(element: string): string | undefined {
  return MARKS.find((mark) => mark.element === element)?.kind;
}
