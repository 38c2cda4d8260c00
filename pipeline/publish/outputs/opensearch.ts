/**
 * Lets a browser search the edition from its address field (OpenSearch 1.1 description document).
 * Its addresses must be whole, so an edition without an https address has no such file.
 */

import type { OutputFolder } from '../../core/files/output-folder.ts';
import { shortened } from '../../core/text.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { webAddress } from '../addresses/web-address.ts';
import type { Site } from '../site/site.ts';

export const OPENSEARCH = '/opensearch.xml';

/** The specification's limits: letters of the short name and of the description. */
const SHORT_NAME = 16;
const DESCRIPTION = 1024;

export function hasOpenSearch(site: Site): boolean {
  return webAddress(site, OPENSEARCH) !== null;
}

export function writeOpenSearch(site: Site, folder: OutputFolder): void {
  const search = webAddress(site, '/search.html');
  const own = webAddress(site, OPENSEARCH);
  const icon = webAddress(site, '/assets/siglum.svg');
  if (search === null || own === null || icon === null) return;
  const title = site.edition.title ?? 'Siglum';
  folder.write(
    OPENSEARCH,
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeText(shortened(title, SHORT_NAME))}</ShortName>
  <Description>${escapeText(shortened(title, DESCRIPTION))}</Description>
  <Language>${escapeText(site.interface.language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeText(icon)}</Image>
  <Url type="text/html" template="${escapeAttribute(search)}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeAttribute(own)}"/>
</OpenSearchDescription>
`,
  );
}
