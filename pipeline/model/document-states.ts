/**
 * States of the work on a document, as `revisionDesc/@status` gives them: the TEI's suggested
 * values (TEI Guidelines, att.docStatus) that an editor passes through, the earliest first.
 */
export const DOCUMENT_STATES = [
  { status: 'draft', label: 'draft', says: 'Taken up again.' },
  { status: 'candidate', label: 'marked', says: 'Names and dates decided.' },
  { status: 'proofread', label: 'read against the source', says: 'Read against the source.' },
  {
    status: 'checked',
    label: 'checked by a second reader',
    says: 'Read against the source by a second reader.',
  },
  { status: 'approved', label: 'approved', says: 'Approved.' },
] as const satisfies readonly {
  readonly status: string;
  readonly label: string;
  /** The words of its `change`. */
  readonly says: string;
}[];

export type DocumentState = (typeof DOCUMENT_STATES)[number]['status'];

/** States that come after “approved” in the life of a document. */
const LATER: ReadonlySet<string> = new Set(['cleared', 'frozen', 'published']);

/** Whether a document of state `stated` has come as far as `wanted`. */
export function isAtLeast(stated: string | null, wanted: DocumentState): boolean {
  if (stated === null) return false;
  const place = (status: string): number =>
    DOCUMENT_STATES.findIndex((state) => state.status === status);
  return LATER.has(stated) || place(stated) >= place(wanted);
}
