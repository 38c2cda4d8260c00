/** Who makes decisions: the editor's name for the journal, and the identifier for `@resp`. */
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { attribute, descend, elementsIn, isTei } from '../../xml/tree.ts';
import type { SourceDocument } from '../source/document.ts';

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
 * `#id` of the editor whom a document names; undefined if it names none: a mark without `@resp` is
 * an editor's.
 */
export function responsibleIn({ root }: SourceDocument): string | undefined {
  const statement = descend(root, 'teiHeader', 'fileDesc', 'titleStmt');
  for (const element of statement ? elementsIn(statement) : []) {
    const id = attribute(element, 'xml:id');
    if (isTei(element, 'editor') && id !== undefined) return `#${id}`;
  }
  return undefined;
}
