/** Links of a site, or of the pages of documents, that lead nowhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import type { SiteDocument } from '../../pipeline/publish/site/site-model.ts';

/** A link within a page, or from one document's page to another's, that leads nowhere. */
export function deadLinkAmong(documents: readonly SiteDocument[]): string | undefined {
  const pages = new Map(
    documents.map(({ id, html }) => [
      id,
      Object.values(html.read())
        .filter((part): part is string => typeof part === 'string')
        .join('\n'),
    ]),
  );
  const ids = new Map(
    [...pages].map(([id, page]) => [
      id,
      new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, own]) => own)),
    ]),
  );
  for (const [id, page] of pages)
    for (const [, file = '', anchor] of page.matchAll(
      /\shref="(?:([\w-]+)\.html)?(?:#([^"]*))?"/g,
    )) {
      const there = ids.get(file || id);
      if (!there || (anchor !== undefined && !there.has(anchor)))
        return `${id}: a dead link to ${file}#${anchor ?? ''}`;
    }
  return undefined;
}

/** A link of a page of the site that leads to no file, or to no element of its page. */
export function deadLink(site: string): string | undefined {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  const html = new Map(pages.map((path) => [path, readFileSync(join(site, path), 'utf8')]));
  const known = new Map(
    [...html].map(([path, text]) => [
      path,
      new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  for (const [path, text] of html) {
    for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?|mailto|data|blob):/.test(address)) continue;
      // A fragment begins at the first "#" and may contain further ones (URL standard, 4.3).
      const [, encoded = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(
        address.replaceAll('&amp;', '&').replace(/\?[^#]*/, ''),
      ) as RegExpExecArray;
      const file = decodeURIComponent(encoded);
      const anchor = fragment && decodeURIComponent(fragment);
      const target =
        file === '' ? path : relative(site, normalize(join(site, dirname(path), file)));
      if (
        !existsSync(join(site, target)) ||
        (anchor && known.has(target) && !known.get(target)?.has(anchor))
      )
        return `a dead link in ${path}: ${address}`;
    }
  }
  return undefined;
}
