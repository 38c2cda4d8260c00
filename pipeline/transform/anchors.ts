/**
 * The passages of a document that other documents can point to: elements with an `id` on its page.
 *
 * Takes the text of a TEI file. Returns the `xml:id`s in its texts; without any, those in its
 * transcription by surfaces, or in its statements without a text. A word or a letter has no address
 * of its own (xslt/lib/addresses/anchors.xsl).
 */
import { WHOLE_TEXTS } from '../model/tei-elements.ts';
import { readXml, type XmlSource } from '../xml/read.ts';

const DRAWN = new Set(['sourceDoc', 'facsimile']);
const SMALL = new Set(['w', 'c', 'pc', 'm']);

/** Throws an `InputError` if the file is not well-formed. */
export function documentAnchors(source: XmlSource): string[] {
  const inTexts: string[] = [];
  const drawn: string[] = [];
  const aside: string[] = [];
  let surfaces = 0;
  const around: string[] = [];
  let texts = 0;
  readXml(source, {
    open({ local, attributes }) {
      around.push(local);
      if (local === 'text') texts += 1;
      if (DRAWN.has(local)) surfaces += 1;
      const id = attributes.find(({ name }) => name === 'xml:id')?.value;
      if (id === undefined || SMALL.has(local)) return;
      const holder = around.find(
        (name) => name === 'text' || DRAWN.has(name) || !WHOLE_TEXTS.has(name),
      );
      if (holder === 'text') inTexts.push(id);
      else if (holder !== undefined && DRAWN.has(holder)) drawn.push(id);
      else if (holder === 'standOff') aside.push(id);
    },
    close() {
      around.pop();
    },
  });
  if (texts > 0) return inTexts;
  return surfaces > 0 ? drawn : aside;
}
