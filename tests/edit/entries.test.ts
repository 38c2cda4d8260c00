/** The workbench: an entry that is divided, merged with another, or moved to another list. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addEntryAndMark, splitEntry } from '../../pipeline/edit/actions/add-entry.ts';
import { mergeEntries, placesOfEntry } from '../../pipeline/edit/actions/merge-entries.ts';
import { retagEntry } from '../../pipeline/edit/actions/retag-entry.ts';
import { fileOf, placeOf, removeFolders } from './edition.ts';
import { act, begin, MARKED, WALTER } from './session-edition.ts';

afterAll(removeFolders);

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
