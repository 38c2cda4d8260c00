/** Which words count as the same passage, edited, and which as another one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import {
  likeness,
  NO_WORDS,
  SAME_PASSAGE,
  wordPrint,
} from '../../pipeline/publish/release/likeness.ts';

const VOLUME = join(PROGRAM, '..', 'shared', 'frus', 'frus1964-68v12.xml');

const alike = (one: string, other: string): boolean =>
  likeness(wordPrint(one), wordPrint(other)) >= SAME_PASSAGE;

const DUES =
  'The dues of the harbour have been raised again, and the captains of the smaller vessels complain that they cannot pay them.';

describe('the same passage', () => {
  it.each([
    ['a word corrected', DUES.replace('captains', 'masters')],
    [
      'an accent, the case, the punctuation and the white space',
      'THE DÚES of the har-bour have been  raised again and the captains of the smaller vessels complain; that they cannot pay them',
    ],
    ['a sentence put before', `Nothing has come of our petition. ${DUES}`],
    ['a clause taken out', DUES.replace('have been raised again, and ', '')],
  ])('is one with %s', (_what, edited) => {
    expect(alike(DUES, edited)).toBe(true);
  });

  it('may be short', () => {
    expect(alike('Juan Lechin Oquendo', 'Juan Lechín Oquendo')).toBe(true);
    expect(alike('Military Appear Loyal', 'Military Appears Loyal')).toBe(true);
  });
});

describe('another passage', () => {
  it('is one of other words on the same matter', () => {
    expect(
      alike(
        DUES,
        'I have told the fishermen to wait for the spring, when the new council will sit and the old dues may return.',
      ),
    ).toBe(false);
  });

  it('is another page, another heading, a passage without words', () => {
    expect(alike('338', '339')).toBe(false);
    expect(alike('Summary', 'Discussion')).toBe(false);
    expect(wordPrint(' … ')).toBe(NO_WORDS);
    expect(alike(DUES, '')).toBe(false);
  });
});

describe.skipIf(!existsSync(VOLUME))(
  'on a printed volume (skipped where ../shared is missing)',
  () => {
    it('distinguishes neighbouring paragraphs, and recognizes one with a word replaced', () => {
      const paragraphs = [...readFileSync(VOLUME, 'utf8').matchAll(/<p[ >].*?<\/p>/gs)]
        .map(([xml]) =>
          xml
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .filter((words) => words.split(' ').length > 8)
        .slice(0, 1500);
      const prints = paragraphs.map(wordPrint);
      const neighbours = prints
        .slice(1)
        .filter((print, at) => likeness(print, prints[at] as string) >= SAME_PASSAGE);
      const lost = paragraphs.filter((words, at) => {
        const corrected = words.replace(/\p{L}{5,}/u, 'emendation');
        return likeness(wordPrint(corrected), prints[at] as string) < SAME_PASSAGE;
      });
      expect(paragraphs).toHaveLength(1500);
      expect(neighbours.length / paragraphs.length).toBeLessThan(0.04);
      expect(lost.length / paragraphs.length).toBeLessThan(0.005);
    });
  },
);
