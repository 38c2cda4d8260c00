/** Which pictures of a text PDF and EPUB show, and what is said about the others. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatFindings } from '../../pipeline/core/finding.ts';
import { omittedFindings, printPictures } from '../../pipeline/publish/print/print-pictures.ts';
import type { Site } from '../../pipeline/publish/site/site.ts';
import type { SiteDocument } from '../../pipeline/publish/site/site-model.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

it('omits pictures that readers do not show or that are too large, and says why', () => {
  const folder = temporaryFolder();
  const names = ['small.png', 'large.jpg', 'new.webp', 'unused.webp'];
  for (const name of names) writeFileSync(join(folder, name), 'x');
  truncateSync(join(folder, 'large.jpg'), 5_200_000);
  const address = (name: string): string => `/documents/${name}`;
  const site = {
    files: new Map(names.map((name) => [address(name), { path: join(folder, name) }])),
  } as unknown as Site;
  const mediaType = (name: string): string =>
    `image/${name.replace(/^.*\./, '').replace('jpg', 'jpeg')}`;
  const sizes = new Map(
    names.map((name) => [
      address(name),
      { mediaType: mediaType(name), width: 1, height: 1 } as never,
    ]),
  );
  const text = names.slice(0, 3).map((name) => `<img src="${name}" alt="">`);
  const document = {
    address: '/documents/d1.html',
    html: { read: () => ({ text: text.join('') }) },
  } as unknown as SiteDocument;
  const { pictures, omitted } = printPictures(site, sizes)(document);
  expect(pictures.map((one) => one.address)).toEqual(['/documents/small.png']);
  expect(formatFindings(omittedFindings(omitted))).toEqual([
    expect.stringMatching(/large\.jpg: warning: .* it has 5\.2 MB, and at most 4 MB are taken/),
    expect.stringMatching(/new\.webp: warning: .* not every EPUB reader shows image\/webp/),
  ]);
});
