/** The workbench when it is killed during an action, or may not write: nothing is lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { acceptProposal } from '../../pipeline/edit/actions/accept-proposal.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { editionWith, fileOf, letter, removeFolders } from './edition.ts';
import { ASTOR, act, begin, D1, markAstor } from './session-edition.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(removeFolders);

const pathOf = (root: string): string => join(root, 'documents', 'd1.xml');

/** Root reads and writes everything: the program runs as another user then. */
const USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A function that asks the program, in a process of its own. */
async function startedEdit(root: string, user: object = {}) {
  const script = join(PROGRAM, 'pipeline', 'siglum.mjs');
  const child = spawn(process.execPath, [script, 'edit', '--edition', root], {
    ...{ stdio: ['ignore', 'pipe', 'ignore'], ...user },
  });
  children.push(child);
  let printed = '';
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    printed += String(part);
    const address = /Workbench: (\S+)/.exec(printed)?.[1];
    if (address === undefined) continue;
    const ask = async (route: string, body: object) => {
      const response = await fetch(`${address}api/${route}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: new URL(address).origin },
        body: JSON.stringify(body),
      });
      return { status: response.status, said: JSON.stringify(await response.json()) };
    };
    return { child, ask };
  }
  throw new Error(`siglum edit printed no address: ${printed}`);
}

describe('the program is killed, or may not write', () => {
  const rusk = (id: string) =>
    letter(id, 'I met <persName resp="#ed" cert="medium">Dean Rusk</persName> on Monday.');

  it('kill -9 while a proposal is accepted: all of it is done at the next start', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `d${at + 1}`);
    const root = editionWith(Object.fromEntries(ids.map((id) => [id, rusk(id)])));
    const { child, ask } = await startedEdit(root);
    await ask('propose', { doc: 'd1' });
    const answer = ask('acceptProposal', { proposal: 'p_rusk_dean', doc: 'd1' });
    const journal = join(root, '.siglum', 'journal');
    const isBegun = () =>
      existsSync(journal) &&
      readdirSync(journal).some((name) => readFileSync(join(journal, name), 'utf8').includes('\n'));
    await expect.poll(isBegun, { interval: 1, timeout: 60_000 }).toBe(true);
    child.kill('SIGKILL');
    await answer.catch(() => {});
    const { ask: askAgain } = await startedEdit(root);
    const links = ids.map((id) => fileOf(root, id).match(/ref="#p_rusk_dean"/g)?.length);
    const entries = readFileSync(join(root, 'authorities', 'persons.xml'), 'utf8');
    expect([...new Set(links)]).toEqual([1]);
    expect(entries.match(/xml:id="p_rusk_dean"/g)).toHaveLength(1);
    expect((await askAgain('undo', { doc: 'd1' })).status).toBe(200);
    for (const id of ids) expect(fileOf(root, id)).toBe(rusk(id));
  });

  it('an entry is refused, and an accepted proposal too, if its table is no XML', async () => {
    const { root, workbench } = begin({ d1: rusk('d1') });
    workbench.proposals.compute(workbench.documents.paths());
    mkdirSync(join(root, 'authorities'));
    writeFileSync(join(root, 'authorities', 'persons.xml'), '<TEI');
    await expect(acceptProposal(workbench, 'p_rusk_dean')).rejects.toThrow();
    expect(fileOf(root, 'd1')).toBe(rusk('d1'));
    expect(workbench.session.journal.actions).toEqual([]);
  });

  /** What the program says about a mark, while it may not write into a folder. */
  async function withheld(folder: 'documents' | '.siglum/journal') {
    const { root, workbench } = begin();
    mkdirSync(join(root, '.siglum', 'journal'), { recursive: true });
    const all = ['', 'documents', '.siglum', '.siglum/journal', 'documents/d1.xml'];
    for (const one of [...all, 'documents/d2.xml', 'edition.xml'])
      if (USER.uid !== undefined) chownSync(join(root, one), USER.uid, USER.gid);
    chmodSync(join(root, folder), 0o555);
    const { ask } = await startedEdit(root, USER);
    const action = markAstor(workbench);
    const { seen } = workbench.view('d1');
    const refused = await ask('act', { doc: 'd1', seen, action });
    const during = fileOf(root, 'd1');
    chmodSync(join(root, folder), 0o755);
    const accepted = await ask('act', { doc: 'd1', seen, action });
    return { refused, during, accepted, after: fileOf(root, 'd1') };
  }

  it.each(['documents', '.siglum/journal'] as const)(
    'a read-only folder %s: said, nothing is changed; writable again, it works',
    async (folder) => {
      const { refused, during, accepted, after } = await withheld(folder);
      expect(refused.said).toContain('you have no permission for this file or folder');
      expect(refused.status).toBe(422);
      expect(during).toBe(D1);
      expect(accepted.status).toBe(200);
      expect(after).toBe(D1.replace('Astor', ASTOR));
    },
  );

  it('a write-protected file is refused, and takes the action when it is not', async () => {
    const { root, workbench } = begin();
    chmodSync(pathOf(root), 0o444);
    await expect(act(workbench, 'd1', markAstor(workbench))).rejects.toThrow('write-protected');
    expect(fileOf(root, 'd1')).toBe(D1);
    expect(workbench.session.journal.actions).toEqual([]);
    chmodSync(pathOf(root), 0o644);
    await act(workbench, 'd1', markAstor(workbench));
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR));
  });
});
