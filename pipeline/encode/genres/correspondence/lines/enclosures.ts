/**
 * Texts that came with a document: enclosures, attachments, annexes, each under a heading of its
 * own.
 *
 * Takes the blocks of a document. Returns its own, and those of each added text, which is again a
 * document with front, text and signature.
 */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Language } from '../../../languages/model/language.ts';
import { LANGUAGES } from '../../../languages/table.ts';
import { isPlain } from './text.ts';

export interface AddedText {
  readonly type: string;
  readonly heading: MarkedBlock;
  readonly blocks: readonly MarkedBlock[];
}

const NUMBER = String.raw`(?:\s+(?:no\.?\s*|nr\.?\s*)?(?:\d{1,3}|[ivxlc]{1,5}|[a-z])\b)?`;
/** "in No. 305": the despatch it belongs to. */
const OF = String.raw`(?:\s+(?:in|to|with|zu|zum|zur|au|à|a la|al)\s[^\]]{1,60}?)?`;

interface EnclosureForm {
  readonly type: string;
  readonly bare: RegExp;
  readonly bracketed: RegExp;
}

/** "[lnclosure", "[IncIoure", "[Inclosnre": errors of text recognition. */
const MISREAD = /^\[[eil1|]nc[li1|]o[snuor]{1,3}es?(?=[\s.\]])/iu;

const FORMS: readonly EnclosureForm[] = LANGUAGES.flatMap(({ letters }) =>
  letters.added.map(([type, words]) => ({
    type,
    bare: new RegExp(`^(?:${words})${NUMBER}${OF}[.:]?$`, 'iu'),
    bracketed: new RegExp(
      String.raw`^\[(?:${words})${NUMBER}${OF}(?:\s*[.,:;—–-]+.{0,160}|\s*\([^)]{1,80}\)|` +
        String.raw`\s.{0,80})?\]\.?$`,
      'iu',
    ),
  })),
);

/**
 * `attachment`, `enclosure` or `annex` if the line is the heading of one ("Attachment", "[Inclosure
 * 2 in No. 305.—Translation.]").
 */
export function addedText(text: string, _language?: Language): string | undefined {
  const line = text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(MISREAD, '[Inclosure')
    // A bracket that is never closed.
    .replace(/^\[[^\]]*$/, '$&]');
  if (line.length > 200) return undefined;
  return FORMS.find(
    ({ bare, bracketed }) => (line.length <= 60 && bare.test(line)) || bracketed.test(line),
  )?.type;
}

/**
 * Divides the blocks at the headings of added texts; a heading without text after it does not
 * count.
 */
export function splitAdded(blocks: readonly MarkedBlock[]): {
  readonly own: readonly MarkedBlock[];
  readonly added: readonly AddedText[];
} {
  const starts = blocks.flatMap((block, at) => {
    const type = isPlain(block) ? addedText(block.text) : undefined;
    const next = blocks.slice(at + 1).find(({ text }) => text !== '');
    return type !== undefined && next ? [{ type, at }] : [];
  });
  return {
    own: blocks.slice(0, starts[0]?.at ?? blocks.length),
    added: starts.map(({ type, at }, index) => ({
      type,
      heading: blocks[at] as MarkedBlock,
      blocks: blocks.slice(at + 1, starts[index + 1]?.at ?? blocks.length),
    })),
  };
}
