/**
 * Properties of the merge: a change of one side is complete, changes in different places commute,
 * and no word is lost.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalPairs, sequenceDifferences } from '../../pipeline/encode/engine/merge/align.ts';
import { merge } from '../../pipeline/encode/engine/merge/merge.ts';
import { threeWay } from '../../pipeline/encode/engine/merge/three-way.ts';

const KEYS = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 });

function applied(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const made: string[] = [];
  for (const piece of threeWay(base, ours, theirs)) {
    if (piece.from === 'both') return undefined;
    const { start, end } = piece.stretch;
    made.push(...(piece.from === 'ours' ? ours : theirs).slice(start, end));
  }
  return made;
}

describe('sequences', () => {
  it('what the differences leave over is equal, and rises in both', () => {
    fc.assert(
      fc.property(KEYS, KEYS, (old, fresh) => {
        let last = [-1, -1];
        for (const [a, b] of equalPairs(old.length, sequenceDifferences(old, fresh))) {
          expect(old[a]).toBe(fresh[b]);
          expect(a).toBeGreaterThan(last[0] as number);
          expect(b).toBeGreaterThan(last[1] as number);
          last = [a, b];
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a side that changed nothing gives way, two that changed the same agree', () => {
    fc.assert(
      fc.property(KEYS, KEYS, (base, changed) => {
        expect(applied(base, changed, base)).toEqual(changed);
        expect(applied(base, base, changed)).toEqual(changed);
        expect(applied(base, changed, changed)).toEqual(changed);
      }),
      { numRuns: 500 },
    );
  });

  it('it does not matter who changed what, where the two do not meet', () => {
    fc.assert(
      fc.property(KEYS, KEYS, KEYS, (base, ours, theirs) => {
        expect(applied(base, ours, theirs)).toEqual(applied(base, theirs, ours));
      }),
      { numRuns: 500 },
    );
  });
});

describe('documents', () => {
  const WORDS = fc.array(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 4, maxLength: 8 });
  const PARAGRAPHS = fc.array(WORDS, { minLength: 2, maxLength: 5 });
  const tei = (paragraphs: readonly (readonly string[])[]): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>\n${paragraphs.map((words, at) => `  <p xml:id="d1-p${at + 1}">${words.join(' ')}</p>`).join('\n')}\n</body></text></TEI>\n`;
  const change = (
    paragraphs: readonly (readonly string[])[],
    at: number,
    words: string,
  ): readonly string[][] =>
    paragraphs.map((own, index) =>
      index === at % paragraphs.length ? [...own.slice(0, 1), words, ...own.slice(2)] : [...own],
    );

  it('the editor’s word and the encoder’s tag both remain, in different paragraphs and in one', () => {
    fc.assert(
      fc.property(PARAGRAPHS, fc.nat(9), fc.nat(9), (paragraphs, mine, other) => {
        const base = tei(paragraphs);
        const edited = tei(change(paragraphs, mine, 'EDITOR'));
        const tagged = paragraphs.map((own, index) =>
          index === other % paragraphs.length
            ? [...own.slice(0, 3), `<hi>${own[3]}</hi>`, ...own.slice(4)]
            : [...own],
        );
        const merged = merge(base, edited, tei(tagged), 'd1.xml');
        expect(merged).toHaveProperty('tei');
        const made = (merged as { tei: string }).tei;
        expect(made).toContain(' EDITOR ');
        expect(made).toMatch(/<hi>[a-z]+<\/hi>/);
        expect(made.replace(/<\/?hi>/g, '')).toBe(edited);
      }),
      { numRuns: 200 },
    );
  });

  it('two words for one place are a conflict, never one of the two in silence', () => {
    fc.assert(
      fc.property(PARAGRAPHS, fc.nat(9), (paragraphs, at) => {
        const merged = merge(
          tei(paragraphs),
          tei(change(paragraphs, at, 'EDITOR')),
          tei(change(paragraphs, at, 'ENCODER')),
          'd1.xml',
        );
        expect(merged).toHaveProperty('conflicts');
        const { conflicts } = merged as {
          conflicts: readonly { editor: string; encoder: string }[];
        };
        expect(conflicts.map(({ editor, encoder }) => [editor, encoder])).toEqual([
          ['EDITOR', 'ENCODER'],
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
