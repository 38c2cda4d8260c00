/** The edition in git: what has changed, and a commit with a sentence from the journal. */
import { execFileSync } from 'node:child_process';
import type { Action } from '../journal/model.ts';
import { PatchRefusal } from '../patch/model.ts';

interface GitState {
  readonly isRepository: boolean;
  /** Files of the edition with uncommitted changes. */
  readonly changed: readonly string[];
}

export interface Committed {
  readonly commit: string;
}

/** Nothing that the repository configures is run: no hook, pager, editor or file-system monitor. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'] as const;

function git(folder: string, ...words: readonly string[]): string {
  return execFileSync('git', [...SAFE, ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
  });
}

export function gitState(root: string): GitState {
  try {
    const listed = git(root, 'status', '--porcelain', '-z', '--untracked-files=all', '--', '.');
    const changed = listed.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
    return { isRepository: true, changed };
  } catch {
    return { isRepository: false, changed: [] };
  }
}

/** Commits all changes in the edition's folder, and nothing outside of it. */
export function commit(root: string, message: string): Committed {
  if (message.trim() === '') throw new PatchRefusal('write a sentence that says what was done');
  try {
    git(root, 'add', '--', '.');
    git(root, 'commit', '--no-gpg-sign', '-m', message, '--', '.');
    return { commit: git(root, 'rev-parse', '--short', 'HEAD').trim() };
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string };
    const said = `${stderr ?? ''}\n${stdout ?? ''}`.trim().split('\n')[0] ?? '';
    throw new PatchRefusal(`git did not commit: ${said}`);
  }
}

const MOST = 6;

/** A proposed commit message: the last actions, grouped by document. */
export function commitSentence(actions: readonly Action[]): string {
  const last = actions.slice(-200).filter(({ undoes }) => undoes === undefined);
  const byDocument = new Map<string, number>();
  for (const { why } of last) {
    const doc = /^([^:]+): /.exec(why)?.[1];
    if (doc !== undefined) byDocument.set(doc, (byDocument.get(doc) ?? 0) + 1);
  }
  const [only] = last;
  if (last.length === 1 && only) return only.why;
  const docs = [...byDocument.keys()];
  const named = docs.length > MOST ? `${docs.length} documents` : docs.join(', ');
  return last.length === 0 ? '' : `${last.length} decisions in ${named}`;
}
