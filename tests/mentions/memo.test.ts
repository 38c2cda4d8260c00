/**
 * Every mention of a person, an organization and a place in the edition's first document, one by
 * one.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../../pipeline/edition/folder/files-in.ts';
import type { Passage } from '../../pipeline/encode/engine/model.ts';
import { indexOf, read } from './study.ts';

const index = indexOf(...filesIn('tei/authorities', '.xml'));

/** The memo's lines, without page breaks; the encoder's other readings are not needed here. */
function passages(): Passage[] {
  const lines = readFileSync('tei/sources/d149.txt', 'utf8').split('\n');
  return lines
    .map((line, at) => ({ line: at + 1, text: line.replace(/\[Page \d+\] /, '') }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ line, text }) => {
      const role = line === 1 ? 'title' : /^\s+\d+\. /.test(text) ? 'note' : 'paragraph';
      return { id: `l${line}`, role, text, points: [], line } as const;
    });
}

const memo = passages();
const beginning = (start: string) => {
  const passage = memo.find(({ text }) => text.trim().startsWith(start));
  if (!passage) throw new Error(`no line begins with ${start}`);
  return read(index, memo)
    .found.mentions.filter((mention) => mention.passage === passage.id && mention.kind !== 'term')
    .map((mention) => `${passage.text.slice(mention.start, mention.end)} = ${mention.target}`);
};

describe('the memo', () => {
  it.each([
    ['149. Memorandum', ['Department of State = o_state', 'Read = p_read', 'Bundy = p_bundy']],
    ['• The May 31', ['Bolivia = pl_bolivia']],
    [
      'When President Paz',
      [
        'Paz = p_paz',
        'National Revolutionary Movement = o_mnr',
        'MNR = o_mnr',
        'United States = pl_united-states',
        'Lechin = p_lechin',
        'MNR = o_mnr',
        'Lechin = p_lechin',
        'MNR = o_mnr',
        'Paz = p_paz',
      ],
    ],
    [
      'In April',
      ['Siles = p_siles', 'Spain = pl_spain', 'Lechin = p_lechin', 'MNR = o_mnr', 'Paz = p_paz'],
    ],
    ['Military Appear', ['Paz = p_paz']],
    [
      'Former Air Force',
      [
        'Rene Barrientos = p_barrientos',
        'Paz = p_paz',
        'Paz = p_paz',
        'Paz = p_paz',
        'Paz = p_paz',
        'Barrientos = p_barrientos',
        'Siles = p_siles',
        'Paz = p_paz',
      ],
    ],
    [
      'Instability',
      [
        'Paz = p_paz',
        'United States = pl_united-states',
        'Alliance for Progress = o_alliance-for-progress',
        'Lechin = p_lechin',
        'Siles = p_siles',
        'Paz = p_paz',
        'Paz = p_paz',
      ],
    ],
    [
      'Paz seems committed',
      [
        'Paz = p_paz',
        'Bolivia = pl_bolivia',
        'Alliance for Progress = o_alliance-for-progress',
        'Lechin = p_lechin',
        'Bolivia = pl_bolivia',
        'Paz = p_paz',
        'Lechin = p_lechin',
        'Paz = p_paz',
      ],
    ],
    ['Benjamin H. Read', ['Benjamin H. Read = p_read']],
    [
      '1. Source',
      [
        'Johnson Library = o_johnson-library',
        'Bolivia = pl_bolivia',
        'State Department = o_state',
        'Nicholas V. McCausland = p_mccausland',
        'ARA = o_ara',
        'Henry E. Mattox = p_mattox',
        'INR = o_inr',
        'Allen D. Gordon = p_gordon',
        'AID = o_aid',
        'Robert W. Adams = p_adams',
        'National Archives and Records Administration = o_nara',
      ],
    ],
    [
      '2. In particular',
      ['United States = pl_united-states', 'Kennedy = p_kennedy', 'Paz = p_paz', 'Cuba = pl_cuba'],
    ],
    [
      '3. Information',
      [
        'Barrientos = p_barrientos',
        'La Paz = pl_la-paz',
        'La Paz = pl_la-paz',
        'La Paz = pl_la-paz',
        'Edward J. Fox, Jr. = p_fox',
        'La Paz = pl_la-paz',
        'Barrientos = p_barrientos',
        'Paz = p_paz',
        'Fox = p_fox',
        'Barrientos = p_barrientos',
        'Barrientos = p_barrientos',
        'Paz = p_paz',
        'Paz = p_paz',
        'Department of the Army = o_army',
        'Central Intelligence Agency = o_cia',
        'Latin America Division = o_cia-latin-america',
      ],
    ],
    [
      '4. The Embassy',
      [
        'Embassy in La Paz = o_embassy-la-paz',
        'La Paz = pl_la-paz',
        'Paz = p_paz',
        'National Archives and Records Administration = o_nara',
      ],
    ],
    ['5. Printed', ['Grant G. Hilliker = p_hilliker', 'Read = p_read', 'Read = p_read']],
  ])('%s …', (start, expected) => {
    expect(beginning(start)).toEqual(expected);
  });

  it('leaves no doubt about a name of the list, and finds no one in the other headings', () => {
    expect(read(index, memo).doubts).toEqual([]);
    for (const heading of ['Government Party', 'Negative Factors', 'Positive Factors'])
      expect(beginning(heading)).toEqual([]);
  });
});
