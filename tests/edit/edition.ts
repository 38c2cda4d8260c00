/** A small edition of letters to work on, in a folder of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from '../../pipeline/edit/workbench.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const HEADER = `<teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title><editor xml:id="ed"><persName>E. Ditor</persName></editor></titleStmt>
      <publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc>
    </fileDesc>
  </teiHeader>`;

/** `paragraphs`: the content of each, as TEI. */
export function letter(id: string, ...paragraphs: readonly string[]): string {
  const body = paragraphs
    .map((words, at) => `\n        <p xml:id="${id}-p${at + 1}">${words}</p>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="../schema/edition.rng" type="application/xml"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en">
  ${HEADER.replace('{title}', `Letter ${id}`)}
  <text>
    <body>
      <div type="document" xml:id="${id}-document">${body}
      </div>
    </body>
  </text>
</TEI>
`;
}

/** The folder of an edition with these documents, and no authority file. */
export function editionWith(documents: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'siglum-edit-'));
  folders.push(root);
  mkdirSync(join(root, 'documents'));
  writeFileSync(
    join(root, 'edition.xml'),
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edition" xml:lang="en">
  ${HEADER.replace('{title}', 'Letters')}
  <text><body><div><p>Letters.</p></div></body></text>
</TEI>
`,
  );
  for (const [id, tei] of Object.entries(documents))
    writeFileSync(join(root, 'documents', `${id}.xml`), tei);
  return root;
}

export function workbenchOn(root: string, who = 'E. Ditor'): Workbench {
  return new Workbench(openEdition(root), who);
}

export function fileOf(root: string, id: string): string {
  return readFileSync(join(root, 'documents', `${id}.xml`), 'utf8');
}

/** The place of words in a document, as the browser would send it. */
export function placeOf(workbench: Workbench, doc: string, words: string, end = false) {
  const state = workbench.session.read(workbench.pathOf(doc));
  const at = state.document.text.indexOf(words) + (end ? words.length : 0);
  const block = workbench.blocks(state).find(({ start, end: last }) => start <= at && at <= last);
  if (!block) throw new Error(`“${words}” is in no passage`);
  return { block: block.key, offset: at - block.start };
}

export function chosen(workbench: Workbench, doc: string, words: string) {
  return { from: placeOf(workbench, doc, words), to: placeOf(workbench, doc, words, true) };
}

/** A script of the page: the text from the caret to the end of its passage. */
export const BEHIND_CARET = `(() => {
  const selection = document.getSelection();
  const body = selection?.focusNode?.parentElement?.closest('.body');
  if (!body) return '';
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  range.setEnd(body, body.childNodes.length);
  return range.toString();
})()`;
