/**
 * An Atom feed of the changes: /feed.xml (RFC 4287).
 *
 * Takes the changes in the headers of the edition and of its documents, and the edition's releases.
 * Returns the latest of them, each with an identifier that never changes: that of the document, and
 * the day. Dates are those of the headers. An edition without identifier and address, or without a
 * possible author, has no feed.
 */
import type { OutputFolder } from '../../core/files/output-folder.ts';
import { documentUri } from '../../encode/header/identifier.ts';
import type { HeaderData } from '../../transform/model.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { siteReference } from '../addresses/web-address.ts';
import type { Version } from '../history/versions.ts';
import { latestChange, moment } from '../site/changes.ts';
import type { Site } from '../site/site.ts';
import { iri } from './data/statements.ts';

export const FEED = '/feed.xml';

/** A feed has only the newest changes; the whole history is in the headers. */
const LONGEST = 200;

const ATOM = 'http://www.w3.org/2005/Atom';

interface Change {
  readonly id: string;
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
}

export function writeFeed(site: Site, folder: OutputFolder): void {
  const head = feedHead(site);
  if (head === null) return;
  folder.writePieces(FEED, pieces(site, head));
}

/** Whether the edition has the required values of a feed. */
export function hasFeed(site: Site): boolean {
  return feedHead(site) !== null;
}

interface Head {
  readonly id: string;
  readonly updated: string;
  readonly authors: readonly string[];
}

function feedHead(site: Site): Head | null {
  const id = identifierOf(site.edition);
  const updated = latest(site)[0]?.when ?? latestChange(site);
  const { editors, publisher } = site.edition;
  const authors = editors.length > 0 ? editors : publisher ? [publisher] : [];
  return id === null || updated === undefined || authors.length === 0
    ? null
    : { id, updated, authors };
}

function* pieces(site: Site, head: Head): Generator<string> {
  const { title, subtitle, language, licence } = site.edition;
  const lang = language ?? site.interface.language;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="${ATOM}" xml:lang="${lang}">\n`;
  yield feedElement('id', head.id);
  yield feedElement('title', title ?? '');
  if (subtitle) yield feedElement('subtitle', subtitle);
  yield feedElement('updated', head.updated);
  for (const name of head.authors) yield `  <author><name>${escapeText(name)}</name></author>\n`;
  yield link('self', siteReference(site, FEED, FEED), 'application/atom+xml');
  yield link('alternate', siteReference(site, '/index.html', FEED), 'text/html');
  if (licence) yield feedElement('rights', licence.text ?? licence.target ?? '');
  for (const change of latest(site)) {
    yield '  <entry>\n';
    yield `  ${feedElement('id', change.id)}`;
    yield `  ${feedElement('title', change.title)}`;
    yield `  ${feedElement('updated', change.when)}`;
    yield `  ${link('alternate', siteReference(site, change.address, FEED), 'text/html')}`;
    yield `  ${feedElement('summary', change.text)}`;
    yield '  </entry>\n';
  }
  yield '</feed>\n';
}

function latest(site: Site): Change[] {
  const all = changesOf(site.edition, identifierOf(site.edition), '/index.html');
  for (const { id, header, address, title } of site.documents) {
    const own = identifierOf(header) ?? documentUri(site.edition.identifier ?? '', id) ?? null;
    for (const change of changesOf({ ...header, title }, own, address)) all.push(change);
  }
  for (const release of site.history.versions) all.push(...releaseOf(site, release));
  // Sorting is stable: on one day, the edition's own changes come first, then the documents' in
  // their order.
  return all.sort((a, b) => Date.parse(b.when) - Date.parse(a.when)).slice(0, LONGEST);
}

function releaseOf(
  { edition, interface: words }: Site,
  { number, date, address, changesAddresses }: Version,
): Change[] {
  const id = identifierOf(edition);
  const when = date === null ? undefined : moment(date);
  if (id === null || when === undefined) return [];
  const text = words.say('feed.release', { version: number });
  return [
    {
      id: `${id}#release-${number}`,
      when,
      title: edition.title ?? '',
      text,
      address: changesAddresses[0] ?? address,
    },
  ];
}

function changesOf({ changes, title }: HeaderData, id: string | null, address: string): Change[] {
  if (id === null) return [];
  const ofDay = new Map<string, number>();
  // From the oldest on, so that a further change does not take the identifier of an earlier one.
  const fromOldest = changes.toReversed().flatMap(({ when, text }): Change[] => {
    const exact = moment(when);
    if (exact === undefined) return [];
    const n = (ofDay.get(when) ?? 0) + 1;
    ofDay.set(when, n);
    const name = `change-${when.replaceAll(':', '')}${n === 1 ? '' : `-${n}`}`;
    return [{ id: `${id}#${iri(name)}`, when: exact, title: title ?? '', text, address }];
  });
  return fromOldest.reverse();
}

/** An identifier that is an IRI, as Atom requires. */
function identifierOf({ identifier, address }: HeaderData): string | null {
  const ownIri = identifier ?? address;
  if (ownIri === null) return null;
  if (/^10\.\d{4,}\//.test(ownIri)) return `https://doi.org/${iri(ownIri)}`;
  return /^[A-Za-z][A-Za-z0-9+.-]*:\S/.test(ownIri) ? iri(ownIri) : address;
}

function feedElement(name: string, text: string): string {
  return `  <${name}>${escapeText(text)}</${name}>\n`;
}

function link(rel: string, address: string, type: string): string {
  return `  <link rel="${rel}" type="${type}" href="${escapeAttribute(address)}"/>\n`;
}
