/** The state of the work on a document: `revisionDesc` with a `change` for each step. */

import { DOCUMENT_STATES } from '../../model/document-states.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute, descend, elementsIn, isTei, type TreeElement } from '../../xml/tree.ts';
import { attributeEdits } from '../patch/attribute-edits.ts';
import type { Edit, PatchChange } from '../patch/model.ts';
import { PatchRefusal } from '../patch/model.ts';
import { teiName } from '../patch/tags.ts';
import type { SourceDocument } from '../source/document.ts';

export function documentStatus({ root }: SourceDocument): string {
  const revision = descend(root, 'teiHeader', 'revisionDesc');
  if (!revision) return '';
  const stated = attribute(revision, 'status');
  if (stated !== undefined) return stated;
  const changes = elementsIn(revision).filter((change) => isTei(change, 'change'));
  return changes.map((change) => attribute(change, 'status')).find(Boolean) ?? '';
}

/** The state of single passages, by `xml:id`: the latest `change` with `@target` to it. */
export function passageStatuses({ root }: SourceDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const revision = descend(root, 'teiHeader', 'revisionDesc');
  for (const change of revision ? elementsIn(revision) : []) {
    const status = attribute(change, 'status');
    if (!isTei(change, 'change') || status === undefined) continue;
    for (const pointer of (attribute(change, 'target') ?? '').split(/\s+/)) {
      const id = pointer.startsWith('#') ? pointer.slice(1) : '';
      if (id !== '' && !found.has(id)) found.set(id, status);
    }
  }
  return found;
}

/** As a view of a passage has it. */
export function statusAt(statuses: ReadonlyMap<string, string>, id: string): { status?: string } {
  const status = statuses.get(id);
  return status === undefined ? {} : { status };
}

interface NewStatus {
  readonly status: string;
  /** W3C day. */
  readonly day: string;
  /** `#id`, if the document names its editor. */
  readonly who: string | undefined;
  /** `xml:id` of the passage, if the state is not that of the whole document. */
  readonly passage?: string;
}

/**
 * Adds a `change` above the others (TEI: the latest first), and sets the status of the whole
 * document.
 */
export function setStatus(
  document: SourceDocument,
  { status, day, who, passage }: NewStatus,
): PatchChange {
  const row = DOCUMENT_STATES.find((one) => one.status === status);
  if (status === 'checked') requireOtherReader(document, who, passage);
  if (!row) throw new PatchRefusal(`“${status}” is not a state of the work`);
  const header = descend(document.root, 'teiHeader');
  if (!header) throw new PatchRefusal('the file has no teiHeader');
  const revision = descend(header, 'revisionDesc');
  const name = (local: string): string => teiName(local, header);
  const whoAttribute = who === undefined ? '' : ` who="${escapeAttribute(who)}"`;
  const target = passage === undefined ? '' : ` target="#${escapeAttribute(passage)}"`;
  const stamp = `when="${day}"${whoAttribute} status="${status}"${target}`;
  const change = `<${name('change')} ${stamp}>${escapeText(row.says)}</${name('change')}>`;
  if (!revision) {
    const last = elementsIn(header).at(-1);
    const at = last?.end ?? header.startEnd;
    const open = `<${name('revisionDesc')}${passage === undefined ? ` status="${status}"` : ''}>`;
    const xml = `\n    ${open}\n      ${change}\n    </${name('revisionDesc')}>`;
    return {
      edits: [{ start: at, end: at, text: xml }],
      textChanges: [{ at, removed: '', added: `\n    \n      ${row.says}\n    ` }],
    };
  }
  const first = elementsIn(revision)[0];
  if (first && !isTei(first, 'change'))
    throw new PatchRefusal('the changes of this file are in a list; write this one in the TEI');
  const at = first?.start ?? revision.startEnd;
  const lead =
    (first && /\s*$/.exec(document.text.slice(revision.startEnd, first.start))?.[0]) ?? '';
  const stated: Edit[] =
    passage === undefined ? attributeEdits(document, revision, { status }) : [];
  return {
    edits: [...stated, { start: at, end: at, text: `${change}${lead}` }],
    textChanges: [{ at, removed: '', added: `${row.says}${lead}` }],
  };
}

/**
 * A second reader is another person than the first one.
 * @throws PatchRefusal where no editor has read the text, or the header does not distinguish the
 * two.
 */
function requireOtherReader(
  { root }: SourceDocument,
  who: string | undefined,
  passage: string | undefined,
): void {
  const revision = descend(root, 'teiHeader', 'revisionDesc');
  const isRead = (change: TreeElement): boolean => {
    const target = attribute(change, 'target');
    const isHere = target === undefined || target.split(/\s+/).includes(`#${passage}`);
    return isTei(change, 'change') && attribute(change, 'status') === 'proofread' && isHere;
  };
  const first = (revision ? elementsIn(revision) : []).find(isRead);
  if (!first) throw new PatchRefusal('no editor has read this against the source yet (key v)');
  const reader = attribute(first, 'who');
  if (who === undefined)
    throw new PatchRefusal(
      'the header does not name you: add an <editor xml:id="…"> with your name as git has it',
    );
  if (reader === undefined || reader === who)
    throw new PatchRefusal(
      `the second reader is another person than the first (${reader ?? 'not named'})`,
    );
}
