/**
 * /llms.txt: a description of the edition and the addresses of its texts and data, in Markdown, for
 * language models and their users (llmstxt.org).
 *
 * Takes the site. Returns title, a summary, the rights, the documents (if the list is short) and
 * the interfaces.
 */

import type { OutputFolder } from '../../core/files/output-folder.ts';
import { foldedWords } from '../../core/text.ts';
import { escapeMarkdown } from '../../formats/texts/markdown.ts';
import { siteReference } from '../addresses/web-address.ts';
import type { Site } from '../site/site.ts';
import { interfaces } from './interfaces.ts';
import { markdownAddress } from './texts.ts';

const LLMS = '/llms.txt';

/** A longer list of documents is omitted; there is a page for it. */
const LISTED = 1000;

export function writeLlms(site: Site, folder: OutputFolder): void {
  folder.writePieces(LLMS, pieces(site));
}

function* pieces(site: Site): Generator<string> {
  const { title, subtitle, publisher, licence, rights } = site.edition;
  const say = site.interface.say;
  const link = (words: string, address: string): string =>
    `- [${escapedLine(words)}](${siteReference(site, address, LLMS)})`;
  yield `# ${escapedLine(title ?? say('documents'))}\n`;
  if (subtitle) yield `\n> ${line(subtitle)}\n`;
  const facts = [publisher, licence?.text, licence?.target, ...rights].flatMap(
    (fact) => fact ?? [],
  );
  for (const fact of facts) yield `\n${line(fact)}\n`;
  yield `\n## ${escapedLine(say('documents'))}\n\n`;
  if (site.documents.length > LISTED) yield `${link(say('documents'), '/documents/index.html')}\n`;
  else {
    for (const { id, title, header } of site.documents) {
      const date = header.date === null ? '' : `: ${escapedLine(header.date.text)}`;
      yield `${link(header.n === null ? title : `${header.n}. ${title}`, markdownAddress(id))}${date}\n`;
    }
  }
  yield `\n## ${escapedLine(say('interfaces'))}\n\n`;
  for (const { key, of = '', address, pattern } of interfaces(site)) {
    const words = say(`interface.${key}`, { of });
    const about = escapedLine(say(`interface.${key}.about`, { of }));
    // An address that only shows a form is not a link.
    yield pattern
      ? `- ${escapedLine(words)} (${escapedLine(address.slice(1))}): ${about}\n`
      : `${link(words, address)}: ${about}\n`;
  }
}

/** One line of words without marks of Markdown. */
function escapedLine(text: string): string {
  return escapeMarkdown(foldedWords(text));
}

/** The same at the beginning of a line, where some would begin a list or a rule. */
function line(text: string): string {
  return escapedLine(text)
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
