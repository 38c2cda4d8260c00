/**
 * The files of an imported edition as a whole: its header and introduction (`edition.xml`), and its
 * order (`contents.xml`).
 *
 * Takes the headers and the contents of its volumes. Returns TEI as text. For one volume the header
 * is the volume's; for several it has the title that all of them share, such as a series, else all
 * titles. Nothing is added to the statements of the volumes.
 */
import { escapeText } from '../../xml/escape.ts';
import { attribute } from '../../xml/tree.ts';
import type { Contents } from '../divide/divide.ts';
import { childPieces, textWithoutNotes } from '../divide/volume.ts';
import type { VolumeHeader } from './header.ts';
import { declarations } from './lists.ts';
import { DECLARATION } from './parts.ts';
import { applicationOf } from './provenance.ts';

export interface ImportedVolume {
  readonly header: VolumeHeader;
  readonly contents: readonly Contents[];
}

export function composeEdition(volumes: readonly ImportedVolume[]): string {
  const [first] = volumes;
  if (!first) return '';
  const { volume } = first.header.placed;
  const encoding = `<encodingDesc>${applicationOf(volumeSources(volumes))}</encodingDesc>`;
  const [header] = childPieces(volume.root, 'teiHeader');
  const [file] = childPieces(header, 'fileDesc');
  const language = attribute(volume.root, 'xml:lang');
  const whole = volumes.length === 1 && header && file;
  const inside = whole
    ? `${volume.text.slice(header.startEnd, file.end)}\n    ` +
      `${encoding}${volume.text.slice(file.end, volume.text.lastIndexOf('</', header.end - 1)).trimEnd()}`
    : `\n    ${fileDescOf(volumes)}\n    ${encoding}`;
  const comments = whole ? volume.text.slice(0, volume.root.start).match(/<!--[\s\S]*?-->/g) : null;
  return `${[DECLARATION, ...(comments ?? [])].join('\n')}
<TEI${whole ? declarations(file) : ' xmlns="http://www.tei-c.org/ns/1.0"'}${language === undefined ? '' : ` xml:lang="${language}"`}>
  <teiHeader>${inside}
  </teiHeader>
  <text>
    <body>
      <div/>
    </body>
  </text>
</TEI>
`;
}

/**
 * The tree of contents: a page by its file (its header has the title); a heading if there is
 * no page with it.
 */
export function composeContents(volumes: readonly ImportedVolume[]): string {
  const items = volumes.flatMap(({ header, contents }) => {
    const { prefix } = header.placed;
    if (volumes.length === 1) return contents.flatMap((one) => item(one, prefix, 3));
    return contents.length === 1
      ? contents.flatMap((one) => item(one, prefix, 3))
      : item({ heading: header.title, under: contents }, prefix, 3);
  });
  return `${DECLARATION}
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    ${fileDescOf(volumes)}
    <encodingDesc>${applicationOf(volumeSources(volumes))}</encodingDesc>
  </teiHeader>
  <standOff>
    <list type="contents">
${items.join('\n')}
    </list>
  </standOff>
</TEI>
`;
}

function item({ page, heading, under }: Contents, prefix: string, depth: number): string[] {
  const margin = '  '.repeat(depth);
  const what = page
    ? `<ptr target="documents/${prefix}${page.name}.xml"/>`
    : `<label>${escapeText(heading ?? '')}</label>`;
  if (under.length === 0) return [`${margin}<item>${what}</item>`];
  const inside = under.flatMap((one) => item(one, prefix, depth + 2));
  return [
    `${margin}<item>${what}`,
    `${margin}  <list>`,
    ...inside,
    `${margin}  </list>`,
    `${margin}</item>`,
  ];
}

function fileDescOf(volumes: readonly ImportedVolume[]): string {
  const titles = sharedTitles(volumes).map((title) => `<title>${escapeText(title)}</title>`);
  const sources = volumes.map(
    ({ header }) => `<bibl><title>${escapeText(header.title)}</title></bibl>`,
  );
  const publications = [...new Set(volumes.map(({ header }) => header.publicationStmt))];
  const publication =
    publications.length === 1 ? publications[0] : '<publicationStmt><p/></publicationStmt>';
  return `<fileDesc>
      <titleStmt>${titles.join('')}</titleStmt>
      ${publication === '' ? '<publicationStmt><p/></publicationStmt>' : publication}
      <sourceDesc>${sources.join('')}</sourceDesc>
    </fileDesc>`;
}

/** A title that all volumes have; else those by which they are cited. */
function sharedTitles(volumes: readonly ImportedVolume[]): string[] {
  const titles = volumes.map(({ header: { placed } }) => {
    const [file] = childPieces(childPieces(placed.volume.root, 'teiHeader')[0], 'fileDesc');
    return childPieces(childPieces(file, 'titleStmt')[0], 'title').map((title) =>
      textWithoutNotes(placed.volume, title),
    );
  });
  const cited = [
    ...new Set(volumes.map(({ header }) => header.title).filter((title) => title !== '')),
  ];
  const shared =
    titles[0]?.filter((title) => title !== '' && titles.every((all) => all.includes(title))) ?? [];
  return volumes.length > 1 && shared.length > 0 ? shared.slice(0, 1) : cited;
}

function volumeSources(volumes: readonly ImportedVolume[]): { from: string; hash: string }[] {
  return volumes.map(({ header: { placed } }) => ({
    from: placed.volume.file,
    hash: placed.volume.hash,
  }));
}
