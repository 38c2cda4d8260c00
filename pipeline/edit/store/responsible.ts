/** Who makes decisions: the editor's name for the journal, and the identifier for `@resp`. */
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { foldedWords } from '../../core/text.ts';
import { attribute, descend, elementsIn, isTei } from '../../xml/tree.ts';
import type { SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';

/** The name in git's configuration, else that of the account. */
export function editorName(folder: string): string {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5000,
    }).trim();
    if (name !== '') return name;
  } catch {
    // There is no git, or no name in it.
  }
  try {
    return userInfo().username;
  } catch {
    return 'editor';
  }
}

/**
 * `#id` of the editor with this name; of the only editor if it is another name. Undefined if the
 * document names none, or several others: a mark without `@resp` is an editor's.
 */
export function responsibleIn(document: SourceDocument, name: string): string | undefined {
  const editors = editorsIn(document);
  const only = editors.length === 1 ? editors[0]?.pointer : undefined;
  return editorNamed(document, name) ?? only;
}

/** `#id` of the editor with this name, as git has it. */
export function editorNamed(document: SourceDocument, name: string): string | undefined {
  return editorsIn(document).find((editor) => editor.name === foldedWords(name))?.pointer;
}

function editorsIn({
  root,
}: SourceDocument): { readonly pointer: string; readonly name: string }[] {
  const statement = descend(root, 'teiHeader', 'fileDesc', 'titleStmt');
  return (statement ? elementsIn(statement) : []).flatMap((element) => {
    const id = attribute(element, 'xml:id');
    if (!isTei(element, 'editor') || id === undefined) return [];
    return [{ pointer: `#${id}`, name: foldedWords(rawTextOf(element)) }];
  });
}
