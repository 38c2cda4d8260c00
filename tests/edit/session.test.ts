/** The workbench without a browser: actions, the journal, undo. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addEntryAndMark } from '../../pipeline/edit/actions/add-entry.ts';
import { findEverywhere, markEverywhere } from '../../pipeline/edit/actions/everywhere.ts';
import {
  chosen,
  editionWith,
  fileOf,
  letter,
  placeOf,
  removeFolders,
  workbenchOn,
} from './edition.ts';
import { ASTOR, act, begin, D1, D2, MARKED, markAstor, WALTER } from './session-edition.ts';

afterAll(removeFolders);

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
