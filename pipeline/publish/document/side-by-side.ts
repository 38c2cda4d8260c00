/**
 * A document's TEI file beside its reading text, element by element.
 *
 * Takes the file, and the parts of the page with the instructions that give the output of each
 * element (numbered.ts). Returns the same parts with an `id` for each element, and with marks of
 * passages that lead to the source; and the source, with tags that lead to them. Identifiers of the
 * source begin with `site-e`, those added to the reading text with `site-t`.
 */
import type { DocumentHtml } from '../../transform/model.ts';
import type { Interface } from '../interface/strings.ts';
import { START_TAG, withNumbers } from './numbered.ts';
import { type SourcePart, sourceView } from './source-view.ts';

export interface SideBySide {
  readonly html: DocumentHtml;
  readonly source: readonly SourcePart[];
}

/**
 * `file`: the text of the TEI file. `numbered`: made for the document's page, which is in the
 * parent folder; `page`: that page, relative to the new one, which links to it for omitted parts.
 */
export function sideBySide(
  file: string,
  numbered: DocumentHtml,
  page: string,
  words: Interface,
): SideBySide {
  // A note's own text is its element rather than the reference to it, so the notes come first.
  const { notes, heading, text, apparatus } = withNumbers(numbered);
  const targets = new Map<number, string>();
  const numbers = new Map<string, string | undefined>();
  const identified = [notes, heading, text, apparatus].map((html) =>
    withTargets(html, targets, numbers),
  );
  const [ownNotes, ownHeading, ownText, ownApparatus] = identified.map((html) =>
    html.replaceAll(START_TAG, (tag) =>
      leadingToPage(leadingToSource(fromHere(tag), numbers, words), numbers, page),
    ),
  ) as [string, string, string, string];
  const source = sourceView(file, {
    idOf: (number) => `site-e${number}`,
    partnerOf: (number, last) => {
      for (let one = number; one <= last; one += 1) if (targets.has(one)) return targets.get(one);
      return undefined;
    },
    unseen: words.say('source.unseen'),
  });
  return {
    html: {
      ...numbered,
      notes: ownNotes,
      heading: ownHeading,
      text: ownText,
      apparatus: ownApparatus,
    },
    source,
  };
}

/**
 * The first output of an element is its target; an existing `id` is reused. `numbers`: of elements
 * with an `id`.
 */
function withTargets(
  html: string,
  targets: Map<number, string>,
  numbers: Map<string, string | undefined>,
): string {
  return html.replaceAll(START_TAG, (tag) => {
    const number = attributeOfTag(tag, 'data-e');
    const id = attributeOfTag(tag, 'id');
    if (id !== undefined && numbers.get(id) === undefined) numbers.set(id, number);
    if (number === undefined || targets.has(Number(number))) return tag;
    targets.set(Number(number), id ?? `site-t${number}`);
    return id === undefined ? tag.replace(/(?=\s*\/?>$)/, ` id="site-t${number}"`) : tag;
  });
}

/**
 * The mark of a passage or a page, which elsewhere leads to itself; a note, which has none, gets
 * one before its arrow.
 */
function leadingToSource(
  tag: string,
  numbers: ReadonlyMap<string, string | undefined>,
  words: Interface,
): string {
  const kind = /^(permalink|page|note-back)(?= |$)/.exec(attributeOfTag(tag, 'class') ?? '')?.[0];
  const id = attributeOfTag(tag, 'href')?.replace(kind === 'note-back' ? /^#ref-/ : /^#/, '');
  const number = id === undefined ? undefined : numbers.get(id);
  if (kind === undefined || id === undefined || number === undefined) return tag;
  const href = ` href="#site-e${number}"`;
  // The visible part of a page's mark, its number, is in its name.
  const what = kind === 'page' ? (attributeOfTag(tag, 'aria-label') ?? id) : id;
  const label = ` aria-label="${words.say('source.of', { id: what }).replaceAll('"', '&quot;')}"`;
  if (kind === 'note-back') return `<a class="to-source added"${href}${label}>¶</a> ${tag}`;
  return tag.replace(/ href="[^"]*"/, () => href).replace(/ aria-label="[^"]*"/, () => label);
}

/**
 * A link to a target that is only on the document's page: for example in the record of its
 * witnesses.
 */
function leadingToPage(tag: string, pages: ReadonlyMap<string, unknown>, page: string): string {
  const id = attributeOfTag(tag, 'href')?.match(/^#(?!site-e\d+$)(.+)/)?.[1];
  return id === undefined || pages.has(id) ? tag : tag.replace(' href="#', () => ` href="${page}#`);
}

/** An address relative to the document's page, made relative to this one. */
function fromHere(tag: string): string {
  return tag.replace(/ (href|src)="(?!#|\/|[a-zA-Z][a-zA-Z0-9+.-]*:)/, ' $1="../');
}

function attributeOfTag(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
