/**
 * The workbench while the edition is changed or withheld from outside: every refusal says why, and
 * nothing that was decided or written elsewhere is lost.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act as actOn } from '../../pipeline/edit/actions/act.ts';
import type { DocumentAction } from '../../pipeline/edit/actions/model.ts';
import { ConflictRefusal } from '../../pipeline/edit/journal/hunks.ts';
import type { Workbench } from '../../pipeline/edit/workbench.ts';
import { chosen, editionWith, fileOf, letter, removeFolders, workbenchOn } from './edition.ts';
import { ASTOR, act, begin, D1, markAstor } from './session-edition.ts';

afterAll(removeFolders);

const pathOf = (root: string, id = 'd1'): string => join(root, 'documents', `${id}.xml`);
const mark = (workbench: Workbench, doc: string, words: string): DocumentAction => ({
  type: 'mark',
  chosen: chosen(workbench, doc, words),
  element: 'term',
});
const marked = (words: string): string => `<term resp="#ed">${words}</term>`;
const WORDS = Array.from({ length: 24 }, (_, at) => `word${at}x`);
const LONG = letter('d1', ...WORDS.map((word) => `The word ${word} is here.`));

describe('two windows and two editors', () => {
  it('two windows mark other words of one passage: both marks stay', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const [first, second] = [markAstor(workbench), mark(workbench, 'd1', 'saw')];
    await actOn(workbench, 'd1', seen, first);
    await actOn(workbench, 'd1', seen, second);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR).replace('saw', marked('saw')));
  });

  it('two windows correct the same word: the second is refused with both texts', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const corrected = (words: string): DocumentAction => ({
      ...{ type: 'words', chosen: chosen(workbench, 'd1', 'Monday'), words },
    });
    const [first, second] = [corrected('Tuesday'), corrected('Sunday')];
    await actOn(workbench, 'd1', seen, first);
    const failure = await actOn(workbench, 'd1', seen, second).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConflictRefusal);
    expect((failure as ConflictRefusal).mine).toContain('Sunday');
    expect(fileOf(root, 'd1')).toBe(D1.replace('Monday', 'Tuesday'));
  });

  it('two editors at the same time: all marks are there, each undoes only the own', async () => {
    const root = editionWith({ d1: LONG });
    const [one, other] = [workbenchOn(root, 'E. Ditor'), workbenchOn(root, 'R. Eader')];
    const { seen } = one.view('d1');
    expect(other.view('d1').seen).toBe(seen);
    const actions = WORDS.map((word) => mark(one, 'd1', word));
    await Promise.all(
      actions.map((action, at) => actOn(at % 2 === 0 ? one : other, 'd1', seen, action)),
    );
    expect(fileOf(root, 'd1').match(/<term/g)).toHaveLength(WORDS.length);
    expect(readdirSync(join(root, '.siglum', 'journal'))).toHaveLength(2);
    await other.undo();
    const after = fileOf(root, 'd1');
    expect(after.match(/<term/g)).toHaveLength(WORDS.length - 1);
    expect(after.replace(/<\/?term[^>]*>/g, '')).toBe(LONG);
  });
});

describe('git changes the files', () => {
  const git = (root: string, ...words: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=E', '-c', 'user.email=e@e.e', ...words]);
  const committed = () => {
    const begun = begin();
    git(begun.root, 'init', '-q', '-b', 'main');
    git(begun.root, 'add', '.');
    git(begun.root, 'commit', '-qm', 'texts');
    return begun;
  };

  it('a checkout takes a mark away: the next action applies to the text as it is', async () => {
    const { root, workbench } = committed();
    await act(workbench, 'd1', markAstor(workbench));
    const { seen } = workbench.view('d1');
    const action = mark(workbench, 'd1', 'Monday');
    git(root, 'checkout', '-q', '--', 'documents');
    await actOn(workbench, 'd1', seen, action);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Monday', marked('Monday')));
    const [first] = workbench.session.journal.actions;
    await expect(workbench.undo(first?.id ?? '')).rejects.toThrow(/no longer|changed|not there/);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Monday', marked('Monday')));
  });

  it('a checkout of a branch without the document, and back', async () => {
    const { root, workbench } = committed();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    git(root, 'checkout', '-q', '-b', 'other');
    git(root, 'rm', '-q', 'documents/d1.xml');
    await expect(actOn(workbench, 'd1', seen, action)).rejects.toThrow(/d1/);
    expect(readdirSync(join(root, 'documents'))).toEqual(['d2.xml']);
    git(root, 'reset', '-q', '--hard');
    await actOn(workbench, 'd1', seen, action);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR));
  });

  it('conflict marks of a merge are refused with the line, until they are resolved', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    const torn = D1.replace('Page came', '<<<<<<< ours\nPage came');
    writeFileSync(pathOf(root), torn);
    await expect(actOn(workbench, 'd1', seen, action)).rejects.toThrow();
    expect(fileOf(root, 'd1')).toBe(torn);
    expect(workbench.documents.list().find(({ id }) => id === 'd1')?.problem).toBeTruthy();
    writeFileSync(pathOf(root), D1);
    await actOn(workbench, 'd1', seen, action);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR));
  });
});

describe('the file is moved or damaged', () => {
  it('deleted: the action is refused, and the file is not made again', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    rmSync(pathOf(root));
    await expect(actOn(workbench, 'd1', seen, action)).rejects.toThrow(/d1/);
    expect(readdirSync(join(root, 'documents'))).toEqual(['d2.xml']);
    expect(workbench.session.journal.actions).toEqual([]);
  });

  it('renamed: the old name is refused, the new one takes the action', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', markAstor(workbench));
    renameSync(pathOf(root), pathOf(root, 'd9'));
    await expect(workbench.undo()).rejects.toThrow(/d1\.xml/);
    const again = workbenchOn(root);
    await act(again, 'd9', mark(again, 'd9', 'Monday'));
    expect(fileOf(root, 'd9')).toBe(D1.replace('Astor', ASTOR).replace('Monday', marked('Monday')));
    renameSync(pathOf(root, 'd9'), pathOf(root));
    const back = workbenchOn(root);
    await back.undo(back.session.journal.actions[0]?.id ?? '');
    expect(fileOf(root, 'd1')).toBe(D1.replace('Monday', marked('Monday')));
  });

  it('emptied by another program: refused, and the draft can be sent again', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    writeFileSync(pathOf(root), '');
    await expect(actOn(workbench, 'd1', seen, action)).rejects.toThrow();
    expect(fileOf(root, 'd1')).toBe('');
    writeFileSync(pathOf(root), D1);
    await actOn(workbench, 'd1', seen, action);
    expect(fileOf(root, 'd1')).toContain(ASTOR);
  });

  it('a folder is in the place of the document', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    rmSync(pathOf(root));
    mkdirSync(pathOf(root));
    await expect(actOn(workbench, 'd1', seen, action)).rejects.toThrow(/d1/);
    expect(workbench.session.journal.actions).toEqual([]);
  });
});

it('a document that the list of documents has read is not parsed again', () => {
  const { workbench } = begin();
  workbench.documents.list();
  const path = workbench.pathOf('d1');
  const glanced = workbench.session.glance(path);
  expect(workbench.session.read(path)).toBe(glanced);
});
