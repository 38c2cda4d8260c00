/**
 * The pictures within texts that PDFs and EPUBs show: figures with files in the edition's
 * folder. Pictures of whole pages of the source are not among them; the site shows those.
 */
import { readFileSync, statSync } from 'node:fs';
import { extname, posix } from 'node:path';
import { type Finding, shownPath } from '../../core/finding.ts';
import type { PictureSize } from '../facsimile/pictures.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';

/** What every EPUB reader and Typst can show. */
const MEDIA_TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif']);

/** Bytes; a larger file would make the document too heavy to take along. */
const LARGEST = 4_000_000;

export interface PrintPicture {
  /** On the site. */
  readonly address: string;
  readonly path: string;
  readonly mediaType: string;
  /** Of the file, so that a changed picture is printed anew. */
  readonly size: number;
  readonly changed: number;
}

/** A picture that PDF and EPUB do not show, and why. */
interface OmittedPicture {
  readonly path: string;
  readonly reason: string;
}

/** The pictures of a document's text. */
export interface TextPictures {
  readonly pictures: readonly PrintPicture[];
  readonly omitted: readonly OmittedPicture[];
}

/** Gives the pictures of a document's text. `sizes`: of the pictures that can be read. */
export function printPictures(
  site: Site,
  sizes: ReadonlyMap<string, PictureSize>,
): (document: SiteDocument) => TextPictures {
  const available = new Map<string, PrintPicture>();
  const unfit = new Map<string, OmittedPicture>();
  for (const [address, { mediaType }] of sizes) {
    const path = site.files.get(address)?.path;
    if (path === undefined) continue;
    const { size, mtimeMs } = statSync(path);
    const reason = reasonAgainst(mediaType, size);
    if (reason !== undefined) unfit.set(address, { path, reason });
    else available.set(address, { address, path, mediaType, size, changed: mtimeMs });
  }
  return ({ address, html }) => {
    if (available.size === 0 && unfit.size === 0) return { pictures: [], omitted: [] };
    const shown = [...html.read().text.matchAll(/<img\s[^>]*?\bsrc="([^"]+)"/g)].map(
      ([, source = '']) => posix.join(posix.dirname(address), source.replaceAll('&amp;', '&')),
    );
    const addresses = [...new Set(shown)];
    return {
      pictures: addresses.flatMap((one) => available.get(one) ?? []),
      omitted: addresses.flatMap((one) => unfit.get(one) ?? []),
    };
  };
}

function reasonAgainst(mediaType: string, size: number): string | undefined {
  if (!MEDIA_TYPES.has(mediaType))
    return `not every EPUB reader shows ${mediaType}; save it as JPEG or PNG`;
  return size > LARGEST
    ? `it has ${(size / 1e6).toFixed(1)} MB, and at most ${LARGEST / 1e6} MB are taken along; ` +
        'save a smaller copy'
    : undefined;
}

export function omittedFindings(omitted: readonly OmittedPicture[]): Finding[] {
  return omitted.map(({ path, reason }) => ({
    path: shownPath(path),
    severity: 'warning',
    rule: 'print/picture',
    message: `the picture is not in the PDF and the EPUB, its description is: ${reason}`,
  }));
}

/** The pictures that a PDF or EPUB has asked for, under the names that they have in it. */
export class PicturesInUse {
  readonly #available: ReadonlyMap<string, PrintPicture>;
  readonly #folder: string;
  readonly #used = new Map<string, { readonly name: string; readonly picture: PrintPicture }>();

  /** `folder`: where the names are, with a slash at its end. */
  constructor(pictures: readonly PrintPicture[], folder: string) {
    this.#available = new Map(pictures.map((picture) => [picture.address, picture]));
    this.#folder = folder;
  }

  /** The name of a picture; undefined where there is none at this address of the site. */
  get(address: string): string | undefined {
    const picture = this.#available.get(address);
    if (picture === undefined) return undefined;
    const known = this.#used.get(address);
    if (known) return known.name;
    const ending = extname(picture.path).toLowerCase();
    const name = `${this.#folder}${this.#used.size + 1}${ending}`;
    this.#used.set(address, { name, picture });
    return name;
  }

  get used(): readonly { readonly name: string; readonly picture: PrintPicture }[] {
    return [...this.#used.values()];
  }

  /** By name. */
  bytes(): ReadonlyMap<string, Uint8Array> {
    return new Map(this.used.map(({ name, picture }) => [name, readFileSync(picture.path)]));
  }
}
