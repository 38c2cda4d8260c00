/**
 * What edition.xml asks of its site, in a processing instruction before its root:
 *
 *     <?siglum take-along="pdf epub" languages="de fr" pictures-from="iiif.example.org"
 *       annotate="hypothesis"?>
 *
 * An instruction rather than an element: it says nothing of the edition, only what this program is
 * to make of it, and every TEI schema accepts it.
 */
import { dirname } from 'node:path';
import { SaxesParser } from 'saxes';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { isLanguageTag } from '../core/language-tag.ts';
import { readDocument } from '../xml/source/read-document.ts';

/** Files that readers can download, besides the texts, which are always there. */
const TAKE_ALONG = ['pdf', 'epub'] as const;
export type TakeAlongFormat = (typeof TAKE_ALONG)[number];

/** What pages may load from other hosts. */
export interface PageOptions {
  /** Hosts from which pages may load pictures without a reader's consent. */
  readonly pictureHosts: readonly string[];
  /** Whether readers are offered annotation by Hypothesis, which is loaded on their request. */
  readonly hypothesis: boolean;
}

export const OWN_FILES_ONLY: PageOptions = { pictureHosts: [], hypothesis: false };

interface SiteOptions {
  readonly takeAlong: ReadonlySet<TakeAlongFormat>;
  /** Tags of further languages of the interface; each has its own pages. */
  readonly languages: readonly string[];
  readonly pages: PageOptions;
  readonly findings: readonly Finding[];
}

const TARGET = 'siglum';

/** A host as in an address, with a port if needed; no wildcards. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{1,5})?$/i;

/** `path`: of edition.xml. A file that cannot be read sets no options: the check reports it. */
export function readSiteOptions(path: string): SiteOptions {
  const takeAlong = new Set<TakeAlongFormat>();
  const pictureHosts: string[] = [];
  const languages = new Set<string>();
  let hypothesis = false;
  const findings: Finding[] = [];
  for (const { body, line } of instructions(path)) {
    const warn = (message: string): void => {
      findings.push({
        path: shownPath(path),
        line,
        severity: 'warning',
        rule: 'edition/site-option',
        message,
      });
    };
    for (const [, name = '', double, single] of body.matchAll(
      /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      for (const word of (double ?? single ?? '').split(/\s+/).filter((one) => one !== '')) {
        const format = TAKE_ALONG.find((one) => one === word);
        if (name === 'take-along' && format) takeAlong.add(format);
        else if (name === 'take-along')
          warn(`take-along="${word}" is not a format; write ${TAKE_ALONG.join(' or ')}`);
        else if (name === 'languages' && isLanguageTag(word)) languages.add(word);
        else if (name === 'languages')
          warn(`“${word}” is not a language tag; write one as in de or pt-BR`);
        else if (name === 'pictures-from' && HOST.test(word)) pictureHosts.push(word.toLowerCase());
        else if (name === 'pictures-from')
          warn(
            `“${word}” is not a name of a host, as iiif.example.org is; its pictures load ` +
              `on a click`,
          );
        else if (name === 'annotate' && word === 'hypothesis') hypothesis = true;
        else if (name === 'annotate')
          warn(`annotate="${word}" is not a service of annotation; write annotate="hypothesis"`);
        else
          warn(
            `<?siglum?> has no option “${name}”; write take-along, languages, pictures-from or ` +
              `annotate`,
          );
      }
    }
  }
  const pages = { pictureHosts: [...new Set(pictureHosts)].sort(), hypothesis };
  return { takeAlong, languages: [...languages], pages, findings };
}

function instructions(path: string): { readonly body: string; readonly line: number }[] {
  const found: { body: string; line: number }[] = [];
  const parser = new SaxesParser({});
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === TARGET) found.push({ body, line: parser.line });
  });
  parser.on('error', () => {});
  try {
    parser.write(readDocument(path, dirname(path), 'edition/unreadable').text).close();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return found;
}
