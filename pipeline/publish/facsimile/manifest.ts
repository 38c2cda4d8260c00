/**
 * A document's pictures as a IIIF manifest (Presentation API 3.0), for other viewers: one canvas
 * for each page of the source that has a picture in the edition's folder.
 *
 * A manifest needs addresses on the web and sizes in pixels: an edition without an address has
 * none, and pictures on other hosts (their sizes are not requested) are not in it.
 */
import { posix } from 'node:path';
import type { Readable } from '../../cache/stored.ts';
import { formatJson } from '../../core/files/output-folder.ts';
import type { DocumentHtml } from '../../transform/model.ts';
import { nodeText, textElementsBelow, textTree } from '../print/text-tree.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import type { PictureSize } from './pictures.ts';

export interface ManifestInput {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Of the document's page. */
  readonly address: string;
  /** Of the edition on the web. */
  readonly web: string;
  readonly rights: string | null;
  readonly html: Readable<DocumentHtml>;
  /** By address on the site. */
  readonly sizes: readonly (readonly [address: string, size: PictureSize])[];
}

export function manifestAddress(id: string): string {
  return `/documents/${id}.manifest.json`;
}

/** Undefined if the document cannot have a manifest. */
export function manifestInput(
  site: Site,
  document: SiteDocument,
  sizes: ReadonlyMap<string, PictureSize>,
): ManifestInput | undefined {
  const { address: web, licence } = site.edition;
  if (web === null || sizes.size === 0) return undefined;
  const { id, title, header, address, html } = document;
  const { language } = header;
  return {
    id,
    title,
    language: language ?? 'none',
    address,
    web,
    rights: rightsOf(licence?.target ?? null),
    html,
    sizes: [...sizes],
  };
}

/** The manifest as JSON; null if no page has a picture. */
export function manifestOf(input: ManifestInput): string | null {
  const { id, title, language, address, web, rights } = input;
  const at = (path: string): string => new URL(path.slice(1), web).href;
  const pages = picturedPages(input);
  if (pages.length === 0) return null;
  const manifest = at(manifestAddress(id));
  return formatJson({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: manifest,
    type: 'Manifest',
    label: { [language]: [title] },
    ...(rights === null ? {} : { rights }),
    homepage: [
      { id: at(address), type: 'Text', label: { [language]: [title] }, format: 'text/html' },
    ],
    items: pages.map(({ label, picture, size: { width, height, mediaType } }, n) => {
      const canvas = `${manifest}/canvas/${n + 1}`;
      return {
        id: canvas,
        type: 'Canvas',
        label: { none: [label] },
        width,
        height,
        items: [
          {
            id: `${canvas}/page`,
            type: 'AnnotationPage',
            items: [
              {
                id: `${canvas}/image`,
                type: 'Annotation',
                motivation: 'painting',
                body: { id: at(picture), type: 'Image', format: mediaType, width, height },
                target: canvas,
              },
            ],
          },
        ],
      };
    }),
  });
}

interface PicturedPage {
  readonly label: string;
  readonly picture: string;
  readonly size: PictureSize;
}

/** Each picture once, under the number of the page before it in the text. */
function picturedPages({ html, address, sizes }: ManifestInput): PicturedPage[] {
  const sizeOf = new Map(sizes);
  const seen = new Set<string>();
  const pages: PicturedPage[] = [];
  let number = '';
  for (const element of textElementsBelow(textTree(html.read().text))) {
    if (element.classes.has('page')) number = nodeText(element).trim();
    if (!element.classes.has('facsimile')) continue;
    const href = element.attributes.get('href') ?? '';
    const picture = posix.join(posix.dirname(address), href);
    const size = sizeOf.get(picture);
    if (size === undefined || seen.has(picture)) continue;
    seen.add(picture);
    pages.push({ label: number === '' ? String(pages.length + 1) : number, picture, size });
  }
  return pages;
}

/** IIIF has addresses of licences at Creative Commons and RightsStatements.org, with http. */
function rightsOf(target: string | null): string | null {
  return target !== null && /^https?:\/\/(?:creativecommons|rightsstatements)\.org\//.test(target)
    ? target.replace(/^https:/, 'http:')
    : null;
}
