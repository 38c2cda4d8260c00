/**
 * The TEI element of each role of a passage.
 */
import type { PassageRole } from './model.ts';

interface RoleElement {
  /** Name of the TEI element. */
  readonly element: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The letters for the role in an `xml:id` (`d149-p3`); roles without them cannot be cited. */
  readonly letter?: string;
}

export const ROLES: Readonly<Record<PassageRole, RoleElement>> = {
  title: { element: 'head', letter: 'head' },
  byline: { element: 'byline', letter: 'by' },
  dateline: { element: 'dateline', letter: 'dateline' },
  listHead: { element: 'head', letter: 'lh' },
  item: { element: 'item', letter: 'i' },
  heading: { element: 'head', letter: 'h' },
  paragraph: { element: 'p', letter: 'p' },
  salute: { element: 'salute', letter: 'salute' },
  // A salutation below other blocks, where an `opener` is not allowed.
  saluteInText: { element: 'p', attributes: { rend: 'salute' }, letter: 'salute' },
  closing: { element: 'salute', letter: 'closing' },
  signed: { element: 'signed', letter: 'signed' },
  office: { element: 'roleName', attributes: { type: 'office' }, letter: 'office' },
  addressLine: { element: 'addrLine' },
  // A line of its own before or beside the dateline: "[Telegram]", a file number. A `note`, since
  // an `opener` cannot contain a paragraph.
  marking: {
    element: 'note',
    attributes: { type: 'marking', place: 'inline', rend: 'inline' },
    letter: 'marking',
  },
  classification: { element: 'seg', attributes: { type: 'classification' } },
  label: { element: 'label' },
  postscript: { element: 'p', letter: 'ps' },
  line: { element: 'l' },
  speaker: { element: 'speaker' },
  stage: { element: 'stage' },
  castItem: { element: 'castItem', letter: 'role' },
  // Place and time under a list of characters.
  setting: { element: 'stage', attributes: { type: 'setting' } },
  epigraph: { element: 'p', letter: 'ep' },
  // The author of a quotation or epigraph.
  attribution: { element: 'bibl' },
  // Signs between sections: "* * *".
  ornament: { element: 'ab', attributes: { type: 'ornament' } },
  trailer: { element: 'trailer', letter: 'trailer' },
  cell: { element: 'cell' },
  note: { element: 'p' },
};
