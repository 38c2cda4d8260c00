/**
 * The pictures within texts that PDFs and EPUBs show: figures with files in the edition's
 * folder. Pictures of whole pages of the source are not among them; the site shows those.
 */
import { readFileSync, statSync } from 'node:fs';
import { extname, posix } from 'node:path';
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

/** Gives the pictures of a document's text. `sizes`: of the pictures that can be read. */
export function printPictures(
  site: Site,
  sizes: ReadonlyMap<string, PictureSize>,
): (document: SiteDocument) => readonly PrintPicture[] {
  const available = new Map<string, PrintPicture>();
  for (const [address, { mediaType }] of sizes) {
    const path = site.files.get(address)?.path;
    if (path === undefined || !MEDIA_TYPES.has(mediaType)) continue;
    const { size, mtimeMs } = statSync(path);
    if (size <= LARGEST)
      available.set(address, { address, path, mediaType, size, changed: mtimeMs });
  }
  return ({ address, html }) => {
    if (available.size === 0) return [];
    const shown = [...html.read().text.matchAll(/<img\s[^>]*?\bsrc="([^"]+)"/g)].map(
      ([, source = '']) => posix.join(posix.dirname(address), source.replaceAll('&amp;', '&')),
    );
    return [...new Set(shown)].flatMap((one) => available.get(one) ?? []);
  };
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
