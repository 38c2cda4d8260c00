/** Proposed entries in the workbench: one decision links all places of a name in the edition. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { acceptProposal, dismissName } from '../../pipeline/edit/actions/accept-proposal.ts';
import { act } from '../../pipeline/edit/actions/act.ts';
import type { DoubtView } from '../../pipeline/edit/actions/model.ts';
import type { Workbench } from '../../pipeline/edit/workbench.ts';
import { editionWith, fileOf, letter, removeFolders, workbenchOn } from './edition.ts';

afterAll(removeFolders);

const mark = (words: string): string => `<persName resp="#ed" cert="medium">${words}</persName>`;
const linked = (words: string, id: string): string =>
  `<persName resp="#ed" ref="#${id}">${words}</persName>`;
const D1 = letter(
  'd1',
  `I met ${mark('Dean Rusk')} on Monday.`,
  'I heard when Rusk left &amp; slept.',
);
const D2 = letter('d2', `Mr. Rusk wrote;<note xml:id="d2-n1">Rusk, not Astor.</note> so I went.`);

function begin(documents: Readonly<Record<string, string>> = { d1: D1, d2: D2 }) {
  const root = editionWith(documents);
  const workbench = workbenchOn(root);
  workbench.proposals.compute(workbench.documents.paths());
  return { root, workbench };
}

const doubtsOf = (workbench: Workbench, doc: string): readonly DoubtView[] =>
  workbench.view(doc).doubts;

describe('a proposed entry', () => {
  it('is at its marks, and at names that are not marked, in the order of the text', () => {
    const { workbench } = begin();
    const doubts = doubtsOf(workbench, 'd1');
    expect(doubts.map(({ words, chosen }) => `${words}${chosen ? ' (not marked)' : ''}`)).toEqual([
      'Dean Rusk',
      'Rusk (not marked)',
    ]);
    for (const { proposal } of doubts)
      expect(proposal).toMatchObject({ id: 'p_rusk_dean', name: 'Dean Rusk', documents: 2 });
    expect(doubtsOf(workbench, 'd2').map(({ words }) => words)).toContain('Rusk');
  });

  it('is accepted once: entry and links in all documents, one undo, other bytes the same', async () => {
    const { root, workbench } = begin();
    await acceptProposal(workbench, 'p_rusk_dean');
    const id = 'p_rusk_dean';
    expect(fileOf(root, 'd1').split('\n  <standOff>')[0]).toBe(
      D1.replace(mark('Dean Rusk'), linked('Dean Rusk', id))
        .replace('when Rusk', `when <persName ref="#${id}" resp="#ed">Rusk</persName>`)
        .replace('\n</TEI>\n', ''),
    );
    expect(fileOf(root, 'd2').match(/ref="#p_rusk_dean"/g)).toHaveLength(2);
    expect(doubtsOf(workbench, 'd1')).toEqual([]);
    const persons = readFileSync(join(root, 'authorities', 'persons.xml'), 'utf8');
    expect(persons.match(/<persName/g)).toHaveLength(1);
    await workbench.undo();
    expect([fileOf(root, 'd1'), fileOf(root, 'd2')]).toEqual([D1, D2]);
    expect(doubtsOf(workbench, 'd1')).toHaveLength(2);
  });

  it('is linked only where the words are the same as when it was proposed', async () => {
    const { root, workbench } = begin({ d1: D1, d2: letter('d2', 'Astor wrote to Dean Rusk.') });
    const doubt = doubtsOf(workbench, 'd1').find(({ chosen }) => chosen);
    if (!doubt?.chosen) throw new Error('no doubt');
    const { chosen } = doubt;
    const { seen } = workbench.view('d1');
    await act(workbench, 'd1', seen, { type: 'words', chosen, words: 'Ruskin' });
    await acceptProposal(workbench, 'p_rusk_dean');
    expect(fileOf(root, 'd1')).toContain('I heard when Ruskin left');
    expect(fileOf(root, 'd2')).toContain('ref="#p_rusk_dean" resp="#ed">Dean Rusk<');
  });
});

describe('a name that is rejected', () => {
  it('and not marked is not asked again; the rejection is taken back with the action', async () => {
    const { root, workbench } = begin();
    const rejected = { words: 'Rusk', element: 'persName', everywhere: true };
    await dismissName(workbench, 'd2', rejected);
    expect(doubtsOf(workbench, 'd1').map(({ words }) => words)).toEqual(['Dean Rusk']);
    expect([fileOf(root, 'd1'), fileOf(root, 'd2')]).toEqual([D1, D2]);
    await workbench.undo();
    expect(doubtsOf(workbench, 'd1')).toHaveLength(2);
  });

  it('in all documents loses its marks in the others too, as one action', async () => {
    const documents = { d1: letter('d1', `A ${mark('Drum')}.`), d2: letter('d2', mark('Drum')) };
    const { root, workbench } = begin(documents);
    const [doubt] = doubtsOf(workbench, 'd1');
    const { seen } = workbench.view('d1');
    const at = doubt?.at ?? { block: '', offset: 0 };
    await act(workbench, 'd1', seen, { type: 'reject', at, everywhere: true });
    expect(fileOf(root, 'd1') + fileOf(root, 'd2')).not.toContain(mark('Drum'));
    await workbench.undo();
    expect([fileOf(root, 'd1'), fileOf(root, 'd2')]).toEqual([documents.d1, documents.d2]);
  });

  it('of a proposal that is gone is refused, and nothing is written', async () => {
    const { root, workbench } = begin();
    await expect(acceptProposal(workbench, 'p_nobody')).rejects.toThrow('no longer there');
    expect(existsSync(join(root, 'authorities', 'persons.xml'))).toBe(false);
  });
});
