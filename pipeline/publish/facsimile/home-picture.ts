/**
 * The picture on the home page: the first one of the documents that the site has as a file, made
 * small enough for a first screen. A file that cannot be read is reported with the other pictures.
 */
import { statSync } from 'node:fs';
import { posix } from 'node:path';
import sharp from 'sharp';
import { hashOf, type Results } from '../../cache/results.ts';
import { nodeText, textElementsBelow, textTree } from '../print/text-tree.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { MOST_PIXELS } from './pictures.ts';

export const HOME_PICTURE = '/assets/home.jpg';

/** Pixels of the screen, and twice as many for the sharper ones. */
const BOX = { width: 800, height: 900 };
const QUALITY = 78;

const KIND = 'home-picture';

/** What the home page says of it. */
export interface HomePicture {
  readonly width: number;
  readonly height: number;
  /** What is seen, where the edition says so; else empty: the caption names it. */
  readonly description: string;
  /** Number of the page of the source that it shows; empty where that is not known. */
  readonly page: string;
  readonly document: { readonly title: string; readonly address: string };
}

interface MadeHomePicture {
  readonly picture: HomePicture;
  readonly bytes: Buffer;
}

/** Null where no document has a picture that can be shown. */
export async function homePicture(site: Site, cache: Results): Promise<MadeHomePicture | null> {
  if (![...site.files.keys()].some((address) => address.startsWith('/pictures/'))) return null;
  for (const document of site.documents) {
    for (const { address, description, page } of picturesOnPage(document)) {
      const file = site.files.get(address);
      const made = file && (await reduced(file.path, cache));
      if (!made) continue;
      const { title } = document;
      const { width, height } = made;
      return {
        picture: {
          width,
          height,
          description,
          page,
          document: { title, address: document.address },
        },
        bytes: Buffer.from(made.bytes, 'base64'),
      };
    }
  }
  return null;
}

interface PictureInText {
  readonly address: string;
  readonly description: string;
  readonly page: string;
}

function* picturesOnPage({ address, html }: SiteDocument): Generator<PictureInText> {
  const { text } = html.read();
  if (!text.includes('/pictures/')) return;
  let page = '';
  for (const element of textElementsBelow(textTree(text))) {
    if (element.classes.has('page')) page = nodeText(element).trim();
    const isLink = element.classes.has('facsimile');
    const to = element.attributes.get(isLink ? 'href' : element.name === 'img' ? 'src' : '');
    if (to === undefined) continue;
    yield {
      address: posix.join(posix.dirname(address), to),
      description: isLink ? '' : (element.attributes.get('alt') ?? ''),
      page: isLink ? page : '',
    };
  }
}

interface Reduced {
  readonly width: number;
  readonly height: number;
  /** In base64. */
  readonly bytes: string;
}

async function reduced(path: string, cache: Results): Promise<Reduced | null> {
  const { size, mtimeMs } = statSync(path);
  const key = hashOf(path, String(size), String(mtimeMs), JSON.stringify([BOX, QUALITY]));
  const cached = cache.get<Reduced | false>(KIND, key);
  if (cached !== undefined) return cached || null;
  const made = await reduce(path);
  cache.put(KIND, key, made ?? false);
  return made;
}

async function reduce(path: string): Promise<Reduced | null> {
  try {
    const { data, info } = await sharp(path, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ ...BOX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, bytes: data.toString('base64') };
  } catch {
    return null;
  }
}
