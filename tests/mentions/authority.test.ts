/**
 * Reading authority files: Siglum's own form, a volume's lists as published, and files that cannot
 * be used.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuthorityEntry } from '../../pipeline/authorities/model.ts';
import { readAuthorities } from '../../pipeline/authorities/read.ts';
import { InputError } from '../../pipeline/core/finding.ts';

const OWN = 'tests/fixtures/mentions/own.xml';
const VOLUME = 'tests/fixtures/mentions/volume.xml';

function entry(path: string, id: string): AuthorityEntry {
  const found = readAuthorities([path]).entries.get(id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'siglum-')), name);
  writeFileSync(path, content);
  return path;
}

function tei(inner: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>${inner}</standOff></TEI>`;
}

describe("Siglum's own authority files", () => {
  it('keep the order of the file and know every kind', () => {
    const entries = [...readAuthorities([OWN]).entries.values()];
    expect(entries.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'person p_perla',
      'person p_link',
      'person p_johns',
      'person p_nameless',
      'org o_embassy',
      'org o_library',
      'org o_party',
      'org o_wing',
      'place pl_perla',
      'place pl_lodania',
      'term t_rg',
      'term t_cf',
      'term t_lot',
    ]);
  });

  it('give names in their parts', () => {
    expect(entry(OWN, 'p_perla').names).toEqual([
      { full: 'Víctor Perla Ostos', type: 'main', surname: 'Perla Ostos', forename: 'Víctor' },
      { full: 'Tito', type: 'short', lang: 'es', nickname: 'Tito' },
    ]);
    expect(entry(OWN, 'p_link').names[0]).toMatchObject({
      surname: 'van der Link',
      title: 'Lieutenant',
      generation: 'Jr.',
    });
  });

  it('give the name of a place by its country only where it has no other', () => {
    expect(entry(OWN, 'pl_perla').names.map(({ full }) => full)).toEqual(['La Perla']);
    expect(entry(OWN, 'pl_lodania').names.map(({ full }) => full)).toEqual(['Lodania']);
  });

  it('carry the entry as TEI, folded, escaped, without the entries inside it', () => {
    expect(entry(OWN, 'p_perla').tei).toContain(
      '<desc>President of Lodania &amp; its islands</desc>',
    );
    expect(entry(OWN, 'o_party').tei).toBe(
      '<org xml:id="o_party"><orgName>Party of Lodania</orgName><orgName type="abbreviation">POL</orgName></org>',
    );
  });

  it('read terms from label and item, and from item with term', () => {
    expect(entry(OWN, 't_rg')).toMatchObject({ description: 'Record Group' });
    expect(entry(OWN, 't_cf').names[0]?.full).toBe('C.F.');
    expect(entry(OWN, 't_lot').tei).toBe(
      '<item xml:id="t_lot"><term>Lot</term> <gloss>a file\'s number</gloss></item>',
    );
  });

  it('warn of an entry without a name, with its place', () => {
    expect(readAuthorities([OWN]).findings).toMatchObject([
      { path: OWN, severity: 'warning', rule: 'authority/no-name', line: 17, column: 7 },
    ]);
  });

  it('carry what is of other namespaces as words, without its tags and attributes', () => {
    const path = written(
      'foreign.xml',
      tei(
        '<listPerson xmlns:x="urn:x"><person xml:id="p_a" x:seen="1"><persName>Ada <x:y x:z="2">Bell</x:y></persName><x:only>x</x:only></person></listPerson>',
      ),
    );
    expect(entry(path, 'p_a').tei).toBe(
      '<person xml:id="p_a"><persName>Ada Bell</persName></person>',
    );
  });

  it('read the terms of a taxonomy', () => {
    const path = written(
      'taxonomy.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><classDecl><taxonomy><category xml:id="t_a">' +
        '<catDesc><term>ABC</term>: <gloss>alphabet</gloss></catDesc></category></taxonomy></classDecl></encodingDesc></teiHeader></TEI>',
    );
    expect(entry(path, 't_a')).toMatchObject({
      kind: 'term',
      description: 'alphabet',
      names: [{ full: 'ABC' }],
    });
  });
});

describe("a volume's lists as published", () => {
  const parts = (id: string) => entry(VOLUME, id).names[0];

  it.each([
    ['p_aldous', { surname: 'Aldous', forename: 'Miranda T.' }],
    ['p_brand_r', { surname: 'Brandt', forename: 'Rupert J.', generation: 'Jr.' }],
    ['p_brand_w', { surname: 'Brandt', forename: 'Walter', title: 'General', nickname: 'Wally' }],
    ['p_couve', { surname: 'Couvert de Morville', forename: 'Jérôme' }],
    ['p_gaulois', { surname: 'de Gaulois', forename: 'Charles' }],
    ['p_home', { surname: 'Home', forename: 'Alastair', title: 'Sir' }],
    ['p_khan', { surname: 'Khan' }],
    ['p_ali', { full: 'King Ali Redwan', title: 'King' }],
  ])('divide the name of %s', (id, expected) => {
    expect(parts(id)).toMatchObject(expected);
  });

  it('leave a name without a comma undivided', () => {
    expect(parts('p_ngan')).toEqual({ full: 'Tran Quoc Ngan', type: 'main' });
  });

  it('know another spelling and a pseudonym', () => {
    expect(entry(VOLUME, 'p_aref').names[1]).toMatchObject({
      type: 'spelling',
      surname: 'Salim',
      forename: 'Abdul',
    });
    expect(entry(VOLUME, 'p_vetter').names[1]).toMatchObject({
      type: 'alias',
      surname: 'Playfair',
      forename: 'George D.',
    });
  });

  it('take the office in words, and write a person that can be in standOff', () => {
    expect(entry(VOLUME, 'p_aldous')).toMatchObject({
      description: 'Ambassador to Utopia',
      tei: '<person xml:id="p_aldous"><persName>Aldous, Miranda T.</persName><note>Ambassador to Utopia</note></person>',
    });
  });

  it('take no reference inside an entry for an entry', () => {
    expect(entry(VOLUME, 'p_playfair').description).toBe('pseudonym for Ludwig Vetter');
    expect([...readAuthorities([VOLUME]).entries.keys()]).toHaveLength(35);
  });
});

describe('files that cannot be used', () => {
  it.each(['a b', '', '1a', 'a:b'])('name an entry “%s”, to which nothing can refer', (id) => {
    const path = written(
      'ids.xml',
      tei(`<listPerson>\n<person xml:id="${id}"><persName>Ada</persName></person></listPerson>`),
    );
    expect(messageOf(path)).toMatch(
      /ids\.xml:2:1: error: the xml:id “.*” is not a name; begin with a letter or _/,
    );
  });

  const messageOf = (path: string): string => {
    try {
      readAuthorities([path]);
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return 'no error';
  };

  it('name the place of a second entry with the same id', () => {
    const person = '<person xml:id="p_x"><persName>X</persName></person>';
    expect(
      messageOf(written('twice.xml', tei(`<listPerson>${person}\n${person}</listPerson>`))),
    ).toMatch(/twice\.xml:2:1: error: the xml:id "p_x" is already used in .* line 1/);
  });

  it('name no other file to be read in a DOCTYPE', () => {
    const file = written(
      'doctype.xml',
      '<!DOCTYPE TEI SYSTEM "/etc/passwd" [<!ENTITY x SYSTEM "/etc/passwd">]>\n<TEI>&x;</TEI>',
    );
    expect(messageOf(file)).toBe('no error');
  });

  it('are refused where they are not well-formed, with line and column', () => {
    expect(messageOf(written('broken.xml', '<TEI>\n<person></TEI>'))).toMatch(
      /broken\.xml:2:\d+: error: .*well-formed/,
    );
  });

  it('are refused where they are not UTF-8', () => {
    expect(
      messageOf(
        written('latin.xml', new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e])),
      ),
    ).toMatch(/latin\.xml:1:4: error: the byte 0xE9 is not UTF-8/);
  });

  it('are named where they are missing', () => {
    expect(messageOf('tests/fixtures/mentions/none.xml')).toMatch(
      /none\.xml: error: the file cannot be read: there is no such file/,
    );
  });
});
