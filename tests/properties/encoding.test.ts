/**
 * Properties of the note placer and of the writer: for any words, each note is at its number, and
 * nothing is lost.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { element, type OutputElement } from '../../pipeline/encode/engine/write/element.ts';
import { serialize } from '../../pipeline/encode/engine/write/serialize.ts';
import { readTree, type TreeElement, textOf, walk } from '../../pipeline/xml/tree.ts';

const context = createEncodingContext(openEdition(join(PROGRAM, 'tei')));

/** Words without digits, so that the only numbers in the text are those of notes. */
const WORD = fc.stringMatching(/^[a-zéñß]{1,9}$/);
const SENTENCE = fc
  .array(WORD, { minLength: 3, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);

describe('notes', () => {
  it('each is at its number, with its words, and the text is whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(SENTENCE, SENTENCE), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const source = [
            '7. Letter From Anna to Otto',
            '',
            '',
            ...parts.flatMap(([sentence], at) => [`A ${sentence}${at + 1} Then more.`, '']),
            ...parts.map(([, note], at) => `  ${at + 1}. Note ${note}`),
            '',
          ].join('\n');
          const { tei } = encodeDocument(
            { text: source, hash: 'ni:///sha-256;x' },
            'd7',
            'd7.txt',
            context,
          );
          const root = readTree({ path: 'd7.xml', content: tei });
          const notes = [...walk(root)].filter(
            ({ local, parent }) => local === 'note' && parent?.local === 'p',
          );
          expect(notes.map(textOf)).toEqual(parts.map(([, note]) => `Note ${note}`));
          for (const [at, note] of notes.entries()) {
            const paragraph = note.parent as TreeElement;
            const before = paragraph.children
              .slice(0, paragraph.children.indexOf(note))
              .map(textOf)
              .join('');
            expect(before).toBe(`A ${parts[at]?.[0]}`);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('writing', () => {
  const TEXT = fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/[\r\u0085\u2028]/g, ' '));
  const ESCAPES = fc.constantFrom('&amp;', '&lt;', '&#65;', '<', '>', '&', '"', "'", ']]>', '<!--');
  const CONTENT = fc.oneof(TEXT, ESCAPES);
  const { tree } = fc.letrec<{ tree: OutputElement }>((tie) => ({
    tree: fc
      .tuple(
        fc.constantFrom('p', 'hi', 'note', 'persName', 'seg'),
        fc.dictionary(fc.constantFrom('n', 'type', 'ref'), CONTENT),
        fc.array(fc.oneof({ maxDepth: 4 }, CONTENT, tie('tree')), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) => element(name, attributes, ...children)),
  }));

  it('a tree that is read again is the same tree, to the character', () => {
    fc.assert(
      fc.property(tree, (node) => {
        // In running text white space is preserved; the paragraph around has a word of its own, so
        // that it is running text.
        const root = element('TEI', {}, element('p', {}, 'x', node));
        const read = readTree({ path: 'a.xml', content: serialize(root) });
        const paragraph = read.children.find(
          (child): child is TreeElement => typeof child !== 'string',
        ) as TreeElement;
        expect(plainOf(paragraph)).toEqual(plain(element('p', {}, 'x', node)));
      }),
      { numRuns: 300 },
    );
  });
});

type Plain = { name: string; attributes: Record<string, string>; children: (Plain | string)[] };

/** Neighbouring texts are merged; white space between elements only is indentation. */
function joined(children: (Plain | string)[]): (Plain | string)[] {
  const all: (Plain | string)[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (typeof child === 'string' && typeof last === 'string') all[all.length - 1] = last + child;
    else all.push(child);
  }
  return all.some((child) => typeof child === 'string' && child.trim() !== '')
    ? all
    : all.filter((child) => typeof child !== 'string');
}

function plain(node: OutputElement): Plain {
  return {
    name: node.name,
    attributes: { ...node.attributes },
    children: joined(
      node.children.map((child) => (typeof child === 'string' ? child : plain(child))),
    ),
  };
}

function plainOf(read: TreeElement): Plain {
  return {
    name: read.local,
    attributes: Object.fromEntries(read.attributes.map(({ name, value }) => [name, value])),
    children: joined(
      read.children.map((child) => (typeof child === 'string' ? child : plainOf(child))),
    ),
  };
}
