/**
 * The sizes of the pictures beside the documents, or why they cannot be shown.
 *
 * Only the head of a file is read (sharp, libvips); a picture with more pixels than a browser
 * supports is refused before it is decoded.
 */
import { statSync } from 'node:fs';
import sharp from 'sharp';
import { hashOf, type Results } from '../../cache/results.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import type { Site } from '../site/site.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
}

/** 268 million: the limit of browsers and viewers. */
export const MOST_PIXELS = 0x3fff * 0x3fff;

/** Formats that browsers show, by sharp's names. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  heif: 'image/avif',
};

const KIND = 'picture-size';

interface ReadPictures {
  /** By address on the site. */
  readonly sizes: ReadonlyMap<string, PictureSize>;
  readonly findings: readonly Finding[];
}

export async function readPictures(site: Site, cache: Results): Promise<ReadPictures> {
  const sizes = new Map<string, PictureSize>();
  const findings: Finding[] = [];
  for (const [address, { path }] of site.files) {
    if (!address.startsWith('/pictures/')) continue;
    const { size, mtimeMs } = statSync(path);
    const key = hashOf(path, String(size), String(mtimeMs));
    const cached = cache.get<PictureSize | { readonly why: string }>(KIND, key);
    const read = cached ?? (await sizeOf(path));
    if (!cached) cache.put(KIND, key, read);
    if ('why' in read)
      findings.push({
        path: shownPath(path),
        severity: 'warning',
        rule: 'picture/unreadable',
        message:
          `the picture ${read.why}; the site has a link to the file, but does not show it ` +
          `beside the text`,
      });
    else sizes.set(address, read);
  }
  return { sizes, findings };
}

async function sizeOf(path: string): Promise<PictureSize | { readonly why: string }> {
  try {
    const { width, height, format } = await sharp(path, { limitInputPixels: false }).metadata();
    const mediaType = MEDIA_TYPES[format ?? ''];
    if (mediaType === undefined || !width || !height)
      return { why: 'is not a picture for browsers' };
    if (width * height > MOST_PIXELS)
      return { why: `has ${width} × ${height} pixels, more than browsers show` };
    return { width, height, mediaType };
  } catch {
    return { why: 'cannot be read: the file is damaged' };
  }
}
