/**
 * A document's TEI file beside its reading text, element by element.
 *
 * In: the file, and the parts of the page in which `data-e` numbers what an element made (xslt/html/numbers.xsl). Out: the same
 * parts with an `id` for each element, whose marks of passages lead to the source; and the source, whose tags lead to them.
 * Identifiers of the source begin with `site-e`, those that this gives to the reading text with `site-t`.
 */
import { readFileSync } from 'node:fs';
import type { DocumentHtml } from '../transform/model.ts';
import { decodeXml } from '../xml/decode.ts';
import { type SourcePart, sourceView } from './source-view.ts';
import type { Interface } from './strings.ts';

export interface SideBySide {
  readonly html: DocumentHtml;
  readonly source: readonly SourcePart[];
}

/** A start tag as the serializer writes it: values in double quotes, `<` and `>` in them as they are. */
const START_TAG = /<[a-zA-Z][\w-]*(?:\s+[\w:.-]+(?:="[^"]*")?)*\s*\/?>/g;

export function sideBySide(path: string, numbered: DocumentHtml, words: Interface): SideBySide {
  // A note's own text is its element rather than the reference to it, so the notes come first.
  const { notes, heading, text, apparatus } = numbered;
  const targets = new Map<number, string>();
  const numbers = new Map<string, string>();
  const identified = [notes, heading, text, apparatus].map((html) => withTargets(html, targets, numbers));
  const [ownNotes, ownHeading, ownText, ownApparatus] = identified.map((html) =>
    html.replaceAll(START_TAG, (tag) => leadingToSource(tag, numbers, words)),
  ) as [string, string, string, string];
  const source = sourceView(decodeXml(readFileSync(path), path), {
    idOf: (number) => `site-e${number}`,
    partnerOf: (number, last) => {
      for (let one = number; one <= last; one += 1) if (targets.has(one)) return targets.get(one);
      return undefined;
    },
    unseen: words.say('source.unseen'),
  });
  return {
    html: { ...numbered, notes: ownNotes, heading: ownHeading, text: ownText, apparatus: ownApparatus },
    source,
  };
}

/** The first thing that an element made is its target; what has an `id` already keeps it. */
function withTargets(html: string, targets: Map<number, string>, numbers: Map<string, string>): string {
  return html.replaceAll(START_TAG, (tag) => {
    const number = attribute(tag, 'data-e');
    if (number === undefined) return tag;
    const id = attribute(tag, 'id');
    if (id !== undefined && !numbers.has(id)) numbers.set(id, number);
    if (targets.has(Number(number))) return tag;
    targets.set(Number(number), id ?? `site-t${number}`);
    return id === undefined ? tag.replace(/(?=\s*\/?>$)/, ` id="site-t${number}"`) : tag;
  });
}

/** The mark of a passage or a page, which elsewhere leads to itself. */
function leadingToSource(tag: string, numbers: ReadonlyMap<string, string>, words: Interface): string {
  if (!/^(permalink|page)( |$)/.test(attribute(tag, 'class') ?? '')) return tag;
  const id = attribute(tag, 'href')?.slice(1);
  const number = id === undefined ? undefined : numbers.get(id);
  if (id === undefined || number === undefined) return tag;
  return tag
    .replace(/ href="[^"]*"/, () => ` href="#site-e${number}"`)
    .replace(/ aria-label="[^"]*"/, () => ` aria-label="${words.say('source.of', { id }).replaceAll('"', '&quot;')}"`);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
