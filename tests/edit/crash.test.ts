/** The workbench: files that another program has changed, and what is restored after a crash. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act as actOn } from '../../pipeline/edit/actions/act.ts';
import { ConflictRefusal } from '../../pipeline/edit/journal/hunks.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import {
  chosen,
  editionWith,
  fileOf,
  letter,
  placeOf,
  removeFolders,
  workbenchOn,
} from './edition.ts';
import { ASTOR, act, begin, D1, MARKED, markAstor } from './session-edition.ts';

afterAll(removeFolders);

describe('a file that another program has changed', () => {
  it('in another passage: both changes stay', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    const path = join(root, 'documents', 'd1.xml');
    writeFileSync(path, D1.replace('Dear', 'My very dear'));
    await actOn(workbench, 'd1', seen, action);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Dear', 'My very dear').replace('Astor', ASTOR));
  });

  it('at the same place: nothing is written, and both texts are given', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    const other = D1.replace('Astor', 'Aster');
    writeFileSync(join(root, 'documents', 'd1.xml'), other);
    const failure = await actOn(workbench, 'd1', seen, action).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConflictRefusal);
    expect((failure as ConflictRefusal).now).toContain('Mrs. Aster');
    expect(fileOf(root, 'd1')).toBe(other);
    expect(workbench.session.journal.actions).toEqual([]);
  });
});

/** `siglum edit` in a process of its own, and the address that it prints. */
async function startedEdit(root: string): Promise<{ address: string; child: ChildProcess }> {
  const script = join(PROGRAM, 'pipeline', 'siglum.mjs');
  const child = spawn(process.execPath, [script, 'edit', '--edition', root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const part of child.stdout) {
    printed += String(part);
    const address = /Workbench: (\S+)/.exec(printed)?.[1];
    if (address !== undefined) return { address, child };
  }
  throw new Error(`siglum edit printed no address: ${printed}`);
}

describe('after a crash', () => {
  /** The journal as it is if the program ends before the last action is done. */
  function torn(root: string): string {
    const folder = join(root, '.siglum', 'journal');
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`);
    return path;
  }

  it('a change that was written down and not made is made', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', markAstor(workbench));
    const journal = torn(root);
    writeFileSync(join(root, 'documents', 'd1.xml'), D1);
    const again = workbenchOn(root);
    expect(await again.session.recover()).toEqual([
      'a change that was not saved when the program ended is saved now: d1: marks “Astor” as persName',
    ]);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR));
    expect(readFileSync(journal, 'utf8')).toContain('{"type":"done"');
    expect(await workbenchOn(root).session.recover()).toEqual([]);
  });

  it('a change that was made is recognized, and a torn line is skipped', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', markAstor(workbench));
    appendFileSync(torn(root), '{"type":"action","id":"x","wh');
    const again = workbenchOn(root);
    const [message] = await again.session.recover();
    expect(message).toMatch(/^the last change was saved before the program ended/);
    await again.undo();
    expect(fileOf(root, 'd1')).toBe(D1);
  });

  it('a rejection without a written row is in the table at the next start', async () => {
    const { root, workbench } = begin();
    const rejected = join(root, 'authorities', 'rejected.csv');
    await act(workbench, 'd1', { type: 'reject', at: placeOf(workbench, 'd1', MARKED) });
    torn(root);
    const row = readFileSync(rejected, 'utf8');
    rmSync(rejected);
    const [message] = await workbenchOn(root).session.recover();
    expect(message).toMatch(/^the last change was saved before the program ended/);
    expect(readFileSync(rejected, 'utf8')).toBe(row);
    // The same for the undo of a rejection.
    await workbenchOn(root).undo();
    torn(root);
    writeFileSync(rejected, row);
    await workbenchOn(root).session.recover();
    expect(readFileSync(rejected, 'utf8')).toBe('kind,form,document,reason\n');
    // A table that cannot be read: the rejection is refused as a whole.
    writeFileSync(rejected, Uint8Array.from([0x6b, 0xff]));
    const again = workbenchOn(root);
    const at = placeOf(again, 'd1', MARKED);
    await expect(act(again, 'd1', { type: 'reject', at })).rejects.toThrow(/UTF-8/);
    expect(fileOf(root, 'd1')).toBe(D1);
  });

  it('a change that cannot be made any more is reported, and stays in the journal', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', markAstor(workbench));
    torn(root);
    const other = D1.replace('Astor', 'Aster');
    writeFileSync(join(root, 'documents', 'd1.xml'), other);
    const [message] = await workbenchOn(root).session.recover();
    expect(message).toMatch(/can no longer be saved .*marks “Astor” as persName.*journal.*has it/);
    expect(fileOf(root, 'd1')).toBe(other);
  });

  it('kill -9 while saving: whatever was answered is in the file, which is whole', async () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${at}x`);
    const tei = letter('d1', words.join(' '));
    const root = editionWith({ d1: tei });
    const { address, child } = await startedEdit(root);
    const workbench = workbenchOn(root);
    let { seen } = workbench.view('d1');
    const answered: string[] = [];
    const sending = (async () => {
      for (const word of words) {
        const action = { type: 'mark', chosen: chosen(workbench, 'd1', word), element: 'persName' };
        const response = await fetch(`${address}api/act`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: new URL(address).origin },
          body: JSON.stringify({ doc: 'd1', seen, action }),
        });
        ({ seen } = ((await response.json()) as { view: { seen: string } }).view);
        answered.push(word);
        if (answered.length === 7) setTimeout(() => child.kill('SIGKILL'), 12);
      }
    })();
    await sending.catch(() => {});
    expect(answered.length).toBeGreaterThan(6);
    expect(answered.length).toBeLessThan(words.length);
    await workbenchOn(root).session.recover();
    const after = fileOf(root, 'd1');
    for (const word of answered) expect(after).toContain(`<persName resp="#ed">${word}</persName>`);
    expect(after.replace(/<\/?persName[^>]*>/g, '')).toBe(tei.replace(/<\/?persName[^>]*>/g, ''));
    expect(readdirSync(join(root, 'documents')).filter((name) => !/\.tmp$/.test(name))).toEqual([
      'd1.xml',
    ]);
  });

  it('a journal names no file outside of the edition', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', markAstor(workbench));
    const journal = torn(root);
    const line = readFileSync(journal, 'utf8').replace('documents/d1.xml', '../outside.xml');
    writeFileSync(journal, line);
    expect(workbenchOn(root).session.journal.actions).toEqual([]);
    expect(existsSync(join(root, '..', 'outside.xml'))).toBe(false);
  });
});
