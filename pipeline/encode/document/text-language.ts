/** The language of a text: what its source declares, else what its words show. */
import type { EncodingContext } from '../context/context.ts';
import type { MarkedLayout } from '../engine/blocks.ts';
import { type RecognizedLanguage, recognizeLanguage } from '../languages/recognize.ts';
import { primaryTag } from '../languages/table.ts';
import type { DeclaredFacts } from '../sources/declared.ts';

/** How much of the text is used to recognize its language, in UTF-16 units. */
const LANGUAGE_SAMPLE = 8000;

/**
 * A text of this length in UTF-16 units shows its language without title and notes, which an editor
 * may have written in another language.
 */
const ENOUGH_TEXT = 120;

export function languageOfText(
  { blocks, notes }: MarkedLayout,
  declared: DeclaredFacts | undefined,
  { edition }: EncodingContext,
): RecognizedLanguage {
  if (declared?.language !== undefined) {
    return { tag: primaryTag(declared.language), certainty: 'high', reason: 'the source says so' };
  }
  const sample = sampleOf(blocks);
  const text = sampleOf(blocks.slice(1));
  if (text.length >= ENOUGH_TEXT) return recognizeLanguage(text, edition.languages);
  if (sample.length >= ENOUGH_TEXT) return recognizeLanguage(sample, edition.languages);
  const withNotes = sample + sampleOf(notes.flatMap(({ paragraphs }) => paragraphs));
  return recognizeLanguage(withNotes, edition.languages);
}

function sampleOf(blocks: readonly { readonly text: string }[]): string {
  let sample = '';
  for (const { text } of blocks) {
    sample += `${text}\n`;
    if (sample.length > LANGUAGE_SAMPLE) break;
  }
  return sample;
}
