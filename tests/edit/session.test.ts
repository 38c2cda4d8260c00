/**
 * The workbench without a browser: actions, the journal, undo, files that others change meanwhile,
 * and the state after a crash.
 */
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
import { addEntryAndMark, splitEntry } from '../../pipeline/edit/actions/add-entry.ts';
import { findEverywhere, markEverywhere } from '../../pipeline/edit/actions/everywhere.ts';
import { mergeEntries, placesOfEntry } from '../../pipeline/edit/actions/merge-entries.ts';
import type { DocumentAction } from '../../pipeline/edit/actions/model.ts';
import { retagEntry } from '../../pipeline/edit/actions/retag-entry.ts';
import { ConflictRefusal } from '../../pipeline/edit/journal/hunks.ts';
import type { Workbench } from '../../pipeline/edit/workbench.ts';
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

afterAll(removeFolders);

const MARKED = '<persName resp="#ed" cert="medium">Page</persName>';
const D1 = letter('d1', `Dear ${MARKED}, I saw Mr. Page &amp; Mrs. Astor.`, 'Page came on Monday.');
const D2 = letter('d2', 'I met Page in <placeName ref="#pl_x">Page</placeName> again.');

function begin(documents = { d1: D1, d2: D2 } as Readonly<Record<string, string>>): {
  root: string;
  workbench: Workbench;
} {
  const root = editionWith(documents);
  return { root, workbench: workbenchOn(root) };
}

function act(workbench: Workbench, doc: string, action: DocumentAction) {
  return workbench.act(doc, workbench.view(doc).seen, action);
}

const markAstor = (workbench: Workbench): DocumentAction => ({
  type: 'mark',
  chosen: chosen(workbench, 'd1', 'Astor'),
  element: 'persName',
});
const ASTOR = '<persName resp="#ed">Astor</persName>';

describe('an action', () => {
  it('changes the bytes of its place, and is taken back and done again', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', markAstor(workbench));
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR));
    await workbench.undo();
    expect(fileOf(root, 'd1')).toBe(D1);
    await workbench.redo();
    expect(fileOf(root, 'd1')).toBe(D1.replace('Astor', ASTOR));
    await workbench.undo();
    expect(fileOf(root, 'd1')).toBe(D1);
    await expect(workbench.undo()).rejects.toThrow('there is nothing to undo');
  });

  it('is taken back after a restart, an earlier one too, and later ones stay', async () => {
    const { root, workbench } = begin();
    const { id } = await act(workbench, 'd1', markAstor(workbench));
    const at = placeOf(workbench, 'd1', MARKED);
    await act(workbench, 'd1', { type: 'accept', at });
    const words = chosen(workbench, 'd1', 'Monday');
    await act(workbench, 'd1', { type: 'correction', chosen: words, words: 'Tuesday' });
    const all = fileOf(root, 'd1');
    expect(all).toContain('<persName resp="#ed">Page</persName>');
    expect(all).toContain('<choice><sic>Monday</sic><corr resp="#ed">Tuesday</corr></choice>');
    const again = workbenchOn(root);
    await again.undo(id);
    expect(fileOf(root, 'd1')).toBe(all.replace(ASTOR, 'Astor'));
  });

  it('makes an entry, links it and carries it in the document; all in one undo', async () => {
    const { root, workbench } = begin();
    const at = placeOf(workbench, 'd1', MARKED);
    const { seen } = workbench.view('d1');
    const request = { kind: 'person', name: 'Walter Page', description: 'Ambassador', at };
    const { id } = await addEntryAndMark(workbench, 'd1', seen, request);
    expect(id).toBe('p_page_walter');
    const after = fileOf(root, 'd1');
    expect(after).toContain('Dear <persName resp="#ed" ref="#p_page_walter">Page</persName>,');
    expect(after).toMatch(
      /<\/text>\n {2}<standOff>\s+<listPerson>\s+<person xml:id="p_page_walter">/,
    );
    const list = join(root, 'authorities', 'persons.xml');
    expect(readFileSync(list, 'utf8')).toContain('<surname>Page</surname>');
    expect(workbench.view('d1').doubts).toEqual([]);
    await workbench.undo();
    expect(fileOf(root, 'd1')).toBe(D1);
    expect(readFileSync(list, 'utf8')).not.toContain('Page');
  });

  it('leaves a DOCTYPE as it is, and refuses a file that uses its entities', async () => {
    const typed = (subset: string, tei: string) =>
      tei.replace('<TEI ', `<!DOCTYPE TEI SYSTEM "tei.dtd" [\n${subset}]>\n<TEI `);
    const plain = typed('<!ENTITY unused "x">\n<!ELEMENT p ANY>\n', D1);
    const used = typed('<!ENTITY who "Page">\n', letter('d2', 'I met &who; &amp; left.'));
    const workbench = workbenchOn(editionWith({ d1: plain, d2: used }));
    await act(workbench, 'd1', markAstor(workbench));
    expect(fileOf(workbench.edition.root, 'd1')).toBe(plain.replace('Astor', ASTOR));
    const [, listed] = workbench.documents.list();
    expect(listed?.problem).toMatch(/uses the entity &who;.*cannot be edited here; replace/);
    expect(() => workbench.view('d2')).toThrow(/&who;/);
  });

  it('adds the words that are linked to the entry, where it has no such name', async () => {
    const unlike = (words: string) => `<persName resp="#ed" cert="medium">${words}</persName>`;
    const [old, dear] = [unlike('Bidgie'), unlike('Page')];
    const workbench = workbenchOn(editionWith({ d1: letter('d1', `${old} and ${dear}.`) }));
    const request = { kind: 'person', name: 'Walter Page' };
    const { id } = await addEntryAndMark(workbench, 'd1', workbench.view('d1').seen, request);
    const list = join(workbench.edition.root, 'authorities', 'persons.xml');
    const before = readFileSync(list, 'utf8');
    await act(workbench, 'd1', { type: 'accept', at: placeOf(workbench, 'd1', dear), ref: id });
    expect(readFileSync(list, 'utf8')).toBe(before);
    await act(workbench, 'd1', { type: 'accept', at: placeOf(workbench, 'd1', old), ref: id });
    const after = readFileSync(list, 'utf8');
    const form = '<persName type="variant">Bidgie</persName>';
    expect(after.replace(/\n *<persName type="variant">Bidgie<\/persName>/, '')).toBe(before);
    expect(after).toContain(`</persName>\n        ${form}\n`);
    expect(workbench.session.journal.actions.at(-1)?.why).toMatch(/, a new form of its name$/);
    expect(
      workbench.registry
        .get()
        .byId.get(id)
        ?.names.map(({ full }) => full),
    ).toContain('Bidgie');
    await workbench.undo();
    expect(readFileSync(list, 'utf8')).toBe(before);
  });

  it('remembers a rejection, and forgets it when it is taken back', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', { type: 'reject', at: placeOf(workbench, 'd1', MARKED) });
    expect(fileOf(root, 'd1')).toBe(D1.replace(MARKED, 'Page'));
    const rejected = join(root, 'authorities', 'rejected.csv');
    expect(readFileSync(rejected, 'utf8')).toBe(
      'kind,form,document,reason\nperson,Page,d1,rejected in d1\n',
    );
    await workbench.undo();
    expect(fileOf(root, 'd1')).toBe(D1);
    expect(readFileSync(rejected, 'utf8')).toBe('kind,form,document,reason\n');
  });

  it('marks everywhere, says what is marked as something else, and is one undo', async () => {
    const { root, workbench } = begin();
    const found = findEverywhere(workbench, ['d1', 'd2'], { forms: ['Page'], element: 'persName' });
    expect(found.map(({ doc, state }) => `${doc} ${state}`)).toEqual([
      'd1 unlinked',
      'd1 free',
      'd1 free',
      'd2 free',
      'd2 contradiction',
    ]);
    const free = found.filter(({ state }) => state === 'free');
    await markEverywhere(workbench, free, { element: 'persName' });
    expect(fileOf(root, 'd1').match(/<persName/g)).toHaveLength(4);
    expect(fileOf(root, 'd2')).toContain('I met <persName resp="#ed">Page</persName> in');
    await workbench.undo();
    expect([fileOf(root, 'd1'), fileOf(root, 'd2')]).toEqual([D1, D2]);
  });

  it('links many places to an entry that a document does not carry yet: it carries it once', async () => {
    const { root, workbench } = begin();
    const { id } = await addEntryAndMark(workbench, 'd1', workbench.view('d1').seen, WALTER);
    const found = findEverywhere(workbench, ['d1', 'd2'], { forms: ['Page'], element: 'persName' });
    const free = found.filter(({ state }) => state === 'free');
    await markEverywhere(workbench, free, { element: 'persName', ref: id });
    for (const doc of ['d1', 'd2'])
      expect(fileOf(root, doc).match(/<person xml:id="p_page_walter">/g)).toHaveLength(1);
  });

  it('states how far the work has come', async () => {
    const { root, workbench } = begin();
    await act(workbench, 'd1', { type: 'status', status: 'proofread' });
    expect(fileOf(root, 'd1')).toMatch(
      /<revisionDesc status="proofread">\s+<change when="[\d-]+" who="#ed" status="proofread">Read against/,
    );
    expect(workbench.documents.list().map(({ status }) => status)).toEqual(['proofread', '']);
    const passage = { type: 'status', passage: 'd1-p2' } as const;
    await act(workbench, 'd1', { ...passage, status: 'proofread' });
    await act(workbench, 'd1', { ...passage, status: 'approved' });
    expect(fileOf(workbench.edition.root, 'd1')).toMatch(
      /<revisionDesc status="proofread">\s+<change [^>]*status="approved" target="#d1-p2">Approved/,
    );
    const states = workbench.view('d1').blocks.map(({ id, status }) => [id, status]);
    expect(states).toContainEqual(['d1-p2', 'approved']);
    expect(states).toContainEqual(['d1-p1', undefined]);
  });

  it('has a second reader, who is another editor of the header than the first', async () => {
    const second = '<editor xml:id="rd">R. Eader</editor>';
    const { root, workbench } = begin({ d1: D1.replace('</editor>', `</editor>${second}`) });
    const checked = { type: 'status', status: 'checked' } as const;
    await expect(act(workbench, 'd1', checked)).rejects.toThrow('no editor has read this');
    await act(workbench, 'd1', { type: 'status', status: 'proofread' });
    await expect(act(workbench, 'd1', checked)).rejects.toThrow('another person than the first');
    await expect(act(workbenchOn(root, 'A. Nother'), 'd1', checked)).rejects.toThrow('name you');
    await act(workbenchOn(root, 'R. Eader'), 'd1', checked);
    expect(fileOf(root, 'd1')).toMatch(
      /<revisionDesc status="checked">\s+<change when="[\d-]+" who="#rd" status="checked">/,
    );
  });
});

const WALTER = { kind: 'person', name: 'Walter Page' };

/** Two entries of one man, each with mentions in two documents. */
async function withTwoEntries() {
  const { root, workbench } = begin();
  const seen = () => workbench.view('d1').seen;
  const walter = await addEntryAndMark(workbench, 'd1', seen(), {
    ...WALTER,
    identifiers: { gnd: '118790919' },
    at: placeOf(workbench, 'd1', MARKED),
  });
  const second = placeOf(workbench, 'd1', 'Page &amp;');
  const page = await addEntryAndMark(workbench, 'd1', seen(), {
    ...{ kind: 'person', name: 'W. H. Page', description: 'Ambassador' },
    chosen: { from: second, to: { ...second, offset: second.offset + 'Page'.length } },
  });
  return { root, workbench, walter: walter.id, page: page.id };
}
const listOf = (root: string) => readFileSync(join(root, 'authorities', 'persons.xml'), 'utf8');

describe('two entries', () => {
  it('of one person are merged: names, identifiers and mentions; one undo takes it back', async () => {
    const { root, workbench, walter, page } = await withTwoEntries();
    const d2 = {
      from: placeOf(workbench, 'd2', 'Page'),
      to: placeOf(workbench, 'd2', 'Page', true),
    };
    await act(workbench, 'd2', { type: 'mark', chosen: d2, element: 'persName', ref: page });
    const before = [fileOf(root, 'd1'), fileOf(root, 'd2'), listOf(root)];
    await mergeEntries(workbench, page, walter);
    for (const text of [fileOf(root, 'd1'), fileOf(root, 'd2'), listOf(root)])
      expect(text).not.toContain(page);
    expect(listOf(root)).toMatch(
      /<idno type="gnd">118790919<\/idno>\s+<persName type="variant"><forename>W\. H\.<\/forename> <surname>Page<\/surname><\/persName>\s+<note>Ambassador<\/note>\s+<\/person>/,
    );
    expect(fileOf(root, 'd2')).toContain(`<person xml:id="${walter}">`);
    expect(placesOfEntry(workbench, walter).map(({ doc, words }) => `${doc} ${words}`)).toEqual([
      'd1 Page',
      'd1 Page',
      'd2 Page',
    ]);
    await workbench.undo();
    expect([fileOf(root, 'd1'), fileOf(root, 'd2'), listOf(root)]).toEqual(before);
  });

  it('of another kind: the person becomes an organization with its mentions; one undo', async () => {
    const { root, workbench, walter } = await withTwoEntries();
    const before = [fileOf(root, 'd1'), listOf(root)];
    const action = await retagEntry(workbench, walter, 'org');
    expect(action.why).toBe(`the person Walter Page (${walter}) becomes an organization`);
    const [d1, list] = [fileOf(root, 'd1'), listOf(root)];
    const org = new RegExp(
      `<listOrg>\\s*<org xml:id="${walter}"[^>]*>\\s*<orgName>Walter Page</orgName>\\s*<idno`,
    );
    for (const text of [d1, list]) {
      expect(text).toMatch(org);
      expect(text).not.toContain(`<person xml:id="${walter}"`);
    }
    expect(d1).toMatch(new RegExp(`<orgName [^>]*ref="#${walter}"[^>]*>Page</orgName>`));
    expect(workbench.registry.get().byId.get(walter)?.kind).toBe('org');
    await expect(retagEntry(workbench, walter, 'org')).rejects.toThrow(
      /is an organization already/,
    );
    await expect(retagEntry(workbench, walter, 'term')).rejects.toThrow(/cannot become a term/);
    await workbench.undo();
    expect([fileOf(root, 'd1'), listOf(root)]).toEqual(before);
    writeFileSync(
      join(root, 'authorities', 'persons.xml'),
      listOf(root).replace('<idno', '<death when="1918"/><idno'),
    );
    workbench.registry.forget();
    await expect(retagEntry(workbench, walter, 'org')).rejects.toThrow(/states <death>/);
  });

  it('that contradict each other are not merged, and nothing is written', async () => {
    const { root, workbench, walter, page } = await withTwoEntries();
    const born = (id: string, year: string) => {
      const list = join(root, 'authorities', 'persons.xml');
      const at = `<person xml:id="${id}">`;
      writeFileSync(list, listOf(root).replace(at, `${at}\n        <birth when="${year}"/>`));
    };
    born(walter, '1855');
    born(page, '1856');
    workbench.registry.forget();
    const before = [fileOf(root, 'd1'), listOf(root)];
    await expect(mergeEntries(workbench, page, walter)).rejects.toThrow(
      /contradict each other: <birth> is “when=1855” in p_page_walter and “when=1856” in the other/,
    );
    await expect(mergeEntries(workbench, walter, walter)).rejects.toThrow(/into itself/);
    await expect(mergeEntries(workbench, 'p_x', walter)).rejects.toThrow(/no entry “p_x”/);
    expect([fileOf(root, 'd1'), listOf(root)]).toEqual(before);
  });

  it('are made of one: chosen mentions go to a new entry', async () => {
    const { root, workbench, walter } = await withTwoEntries();
    const [mention] = placesOfEntry(workbench, walter);
    if (!mention) throw new Error('the entry has a mention');
    const request = { kind: 'person', name: 'Arthur Page' };
    const { id, action } = await splitEntry(workbench, request, [mention]);
    expect(action.why).toBe('d1: adds the person Arthur Page (p_page_arthur)');
    expect(fileOf(root, 'd1')).toContain(`ref="#${id}">Page</persName>, I saw`);
    // Nothing in the document refers to the first any more.
    expect(fileOf(root, 'd1')).not.toContain(walter);
    expect(listOf(root)).toContain(walter);
  });
});

describe('a file that another program has changed', () => {
  it('in another passage: both changes stay', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    const path = join(root, 'documents', 'd1.xml');
    writeFileSync(path, D1.replace('Dear', 'My very dear'));
    await workbench.act('d1', seen, action);
    expect(fileOf(root, 'd1')).toBe(D1.replace('Dear', 'My very dear').replace('Astor', ASTOR));
  });

  it('at the same place: nothing is written, and both texts are given', async () => {
    const { root, workbench } = begin();
    const { seen } = workbench.view('d1');
    const action = markAstor(workbench);
    const other = D1.replace('Astor', 'Aster');
    writeFileSync(join(root, 'documents', 'd1.xml'), other);
    const failure = await workbench.act('d1', seen, action).catch((error: unknown) => error);
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
