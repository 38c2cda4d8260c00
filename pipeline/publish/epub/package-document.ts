/** The files for navigation in an EPUB (EPUB 3.3): package, contents. */
import { createHash } from 'node:crypto';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import type { EditionPart } from '../print/printed-parts.ts';
import { type EpubFile, xhtmlFile, xmlLanguage } from './epub-document.ts';

/** A place in the table of contents. */
export interface ContentsPlace {
  readonly title: string;
  readonly path: string;
  readonly under: readonly ContentsPlace[];
}

interface PackageInput {
  readonly edition: EditionPart;
  readonly title: string;
  /** Identifier of the whole or of the document. */
  readonly identifier: string;
  readonly language: string;
  readonly files: readonly EpubFile[];
  readonly pictures: readonly { readonly path: string; readonly mediaType: string }[];
  /** The printed source of the page marks. */
  readonly source: string | null;
}

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * EPUB requires a time; an edition that states no day gets the first that computers can represent.
 */
const NO_DAY = '1970-01-01';

/** The edition's identifier, else one that is made from its title. */
export function editionIdentifier(
  { identifier, address, title, editors }: EditionPart,
  document = '',
): string {
  const given = identifier ?? address;
  if (given !== null && document === '') return given;
  const hash = createHash('sha256')
    .update(JSON.stringify([given, title, editors, document]))
    .digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

export function packageDocument(input: PackageInput): string {
  const { edition, title, identifier, language, files, pictures, source } = input;
  const pages = files.some((file) => file.pages.length > 0);
  const element = (name: string, value: string | null): string =>
    value === null || value.trim() === ''
      ? ''
      : `<dc:${name}>${escapeText(value.trim())}</dc:${name}>\n`;
  const meta = (property: string, value: string): string =>
    `<meta property="${property}">${escapeText(value)}</meta>\n`;
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    ...(pages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(files.some(({ hasMath }) => hasMath) ? ['MathML'] : []),
    ...(pictures.length > 0 ? ['alternativeText'] : []),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeText(identifier)}</dc:identifier>
${element('title', title)}${element('language', language)}${edition.authors.map((name) => element('creator', name)).join('')}${edition.editors.map((name, at) => `<dc:contributor id="editor-${at}">${escapeText(name)}</dc:contributor>\n<meta ` + `refines="#editor-${at}" property="role" scheme="marc:relators">edt</meta>\n`).join('')}${element('publisher', edition.publisher)}${element('date', edition.day)}${element('rights', edition.licence?.text ?? edition.rights[0] ?? null)}${pages ? pageSource(source) : ''}${meta('dcterms:modified', `${edition.day ?? NO_DAY}T00:00:00Z`)}${meta('schema:accessMode', 'textual')}${pictures.length > 0 ? meta('schema:accessMode', 'visual') : ''}${meta('schema:accessModeSufficient', 'textual')}${features.map((one) => meta('schema:accessibilityFeature', one)).join('')}${meta('schema:accessibilityHazard', 'none')}${meta('schema:accessibilitySummary', 'The text is marked up by its structure: headings, paragraphs, lists, tables, notes.')}</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="edition.css" media-type="text/css"/>
${files.map(({ path, hasMath }, at) => `<item id="f${at}" href="${escapeAttribute(path)}" ` + `media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ''}/>`).join('\n')}
${pictures.map(({ path, mediaType }, at) => `<item id="i${at}" href="${escapeAttribute(path)}" media-type="${mediaType}"/>`).join('\n')}
</manifest>
<spine>
<itemref idref="nav"/>
${files.map((_, at) => `<itemref idref="f${at}"/>`).join('\n')}
</spine>
</package>
`;
}

/** The source that the page marks refer to (EPUB Accessibility 1.1; Ace by DAISY requires it). */
function pageSource(source: string | null): string {
  return source === null || source.trim() === ''
    ? ''
    : `<dc:source id="source">${escapeText(source.trim())}</dc:source>\n<meta ` +
        `refines="#source" property="source-of">pagination</meta>\n`;
}

export function navigationDocument(
  input: Pick<PackageInput, 'edition' | 'language' | 'files'>,
  contents: readonly ContentsPlace[],
): string {
  const { edition, language, files } = input;
  const { contents: title } = edition.words;
  const list = (places: readonly ContentsPlace[]): string =>
    `<ol>\n${places
      .map(
        ({ title: words, path, under }) =>
          `<li><a ` +
          `href="${escapeAttribute(path)}">${escapeText(words)}</a>${under.length > 0 ? list(under) : ''}</li>`,
      )
      .join('\n')}\n</ol>`;
  const pages = files.flatMap((file) =>
    file.pages.map(({ id, number }) => ({
      title: number,
      path: `${file.path}#${encodeURIComponent(id)}`,
      under: [],
    })),
  );
  const first = files[0]?.path ?? 'nav.xhtml';
  const body = [
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 ` +
      `id="toc">${escapeText(title)}</h1>${list(contents)}</nav>`,
    ...(pages.length > 0
      ? [`<nav epub:type="page-list" role="doc-pagelist" hidden="hidden">${list(pages)}</nav>`]
      : []),
    `<nav epub:type="landmarks" ` +
      `hidden="hidden">${`<ol>\n<li><a epub:type="toc" href="nav.xhtml">${escapeText(title)}</a></li>\n<li><a epub:type="bodymatter" href="${escapeAttribute(first)}">${escapeText(edition.title ?? title)}</a></li>\n</ol>`}</nav>`,
  ];
  return xhtmlFile(edition.title ?? title, xmlLanguage(language, 'en'), body.join('\n'));
}
