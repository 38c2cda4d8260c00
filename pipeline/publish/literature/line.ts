/** An item of a list of literature (CSL-JSON 1.0.2) as a line of HTML. */
import { escapeAttribute, escapeText } from '../../xml/escape.ts';

/** The members of an item that are read; others are not shown. */
export type LiteratureItem = Readonly<Record<string, unknown>>;

/** Kinds of items that are a part of another work: their own title is in quotation marks. */
const PARTS = /^(?:article|chapter|paper-conference|entry|post|review|webpage)/;

/** Kinds of documents that are omitted, since readers do not need them. */
export function literatureLine(item: LiteratureItem): string {
  const authors = names(item['author']);
  const editors = names(item['editor']);
  const year = issuedYear(item['issued']);
  const title = word(item['title']);
  const within = word(item['container-title']);
  const isPart = within !== '' || PARTS.test(word(item['type']));
  const parts = [
    authors || (isPart ? '' : editors && `${editors} (ed.)`),
    title && (isPart ? `“${escapeText(title)}”` : `<cite>${escapeText(title)}</cite>`),
    within && `in: <cite>${escapeText(within)}</cite>${volume(item)}`,
    isPart && editors ? `ed. ${editors}` : '',
    // A volume of a book that is not part of another work.
    within === '' ? volume(item).trim() : '',
    imprint(item, year),
    pages(item),
    link(item),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

/** The sort key of a list: the first name, then year and title. */
export function literatureKey(item: LiteratureItem): string {
  const first = people(item['author'])[0] ?? people(item['editor'])[0];
  return [
    word(first?.['family'] ?? first?.['literal']) || word(item['title']),
    issuedYear(item['issued']),
    word(item['title']),
  ].join('\u0000');
}

function names(value: unknown): string {
  const all = people(value).map((one, at) => {
    const [family, given, literal] = [one['family'], one['given'], one['literal']].map(word);
    const particle = word(one['non-dropping-particle']);
    const last = [particle, family].filter((part) => part !== '').join(' ');
    if (!last) return literal ?? '';
    return at === 0 ? [last, given].filter(Boolean).join(', ') : `${given} ${last}`.trim();
  });
  return escapeText(all.filter((one) => one !== '').join('; '));
}

function people(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

function issuedYear(issued: unknown): string {
  if (typeof issued !== 'object' || issued === null) return '';
  const { 'date-parts': parts, literal, raw } = issued as Readonly<Record<string, unknown>>;
  const first = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  return word(first ?? literal ?? raw);
}

function volume(item: LiteratureItem): string {
  const [number, issue] = [word(item['volume']), word(item['issue'])];
  return escapeText(`${number && ` ${number}`}${issue && ` (${issue})`}`);
}

function imprint(item: LiteratureItem, year: string): string {
  const [place, publisher] = [word(item['publisher-place']), word(item['publisher'])];
  const by = [place, publisher].filter((part) => part !== '').join(': ');
  return escapeText([by, year].filter((part) => part !== '').join(', '));
}

function pages(item: LiteratureItem): string {
  const stated = word(item['page']).replace(/-+/g, '–');
  return escapeText(stated);
}

/** A DOI or an address on the web; nothing else becomes a link. */
function link(item: LiteratureItem): string {
  const doi = word(item['DOI']).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const address = doi ? `https://doi.org/${encodeURI(doi)}` : word(item['URL']);
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return '';
  return `<a href="${escapeAttribute(address)}">${escapeText(doi ? `doi:${doi}` : address)}</a>`;
}

function word(value: unknown): string {
  if (typeof value === 'number') return String(value);
  // CSL-JSON may contain <i> and the like.
  return typeof value === 'string' ? value.replace(/<\/?[a-z][^<>]*>/gi, '').trim() : '';
}
