/** What an imported file states about its origin: the volume, and the place in it. */
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute } from '../../xml/tree.ts';
import { ancestorsOf, type Piece, type Volume } from '../divide/volume.ts';

/**
 * `appInfo`: the program and the source of the file. `piece`: the part of the volume; without it,
 * the whole.
 */
export function provenance(volume: Volume, piece: Piece | undefined): string {
  const from = piece ? `${volume.file}${fragmentOf(piece)}` : volume.file;
  return applicationOf([{ from, hash: volume.hash }]);
}

/**
 * `application` with the files that the import used; its own hash is filled in when it is signed.
 */
export function applicationOf(
  sources: readonly { readonly from: string; readonly hash: string }[],
): string {
  const references = sources.map(
    ({ from, hash }) =>
      '<ref type="source" ' +
      `target="${escapeAttribute(encodeURI(from))}">${escapeText(from)}</ref><ptr ` +
      `type="source" target="${hash}"/>`,
  );
  return (
    `<appInfo><application ident="${IMPORT}" ` +
    `version="${VERSION}"><label>Siglum</label>${references.join('')}<ptr type="digest" ` +
    'target="ni:///sha-256;"/></application></appInfo>'
  );
}

/** The name of the import in `application/@ident`; the encoder has another. */
export const IMPORT = 'siglum-import';

/**
 * The file, and the part of it, that an imported document names as its origin, as an address:
 * `volume.xml#d5`. Undefined for any other document.
 */
export function importedFrom(tei: string): string | undefined {
  return SOURCE.exec(tei)?.[1]?.replace(
    /&(?:amp|quot|lt);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
};

const SOURCE = new RegExp(
  `<(?:[^\\s<>:]+:)?application ` +
    `ident="${IMPORT}"[^>]*><[^>]*label>[^<]*</[^>]*label><[^>]*ref type="source" ` +
    'target="([^"]*)"',
);

/**
 * Changes when the form of the import's output changes; with the program's own version every file
 * would be new.
 */
const VERSION = '3';

function fragmentOf(piece: Piece): string {
  const id = attribute(piece, 'xml:id');
  if (id !== undefined) return `#${id}`;
  const steps = [piece, ...ancestorsOf(piece)].reverse().map((step) => {
    const same = (step.parent?.children ?? []).filter(({ name }) => name === step.name);
    return same.length > 1 ? `${step.name}[${same.indexOf(step) + 1}]` : step.name;
  });
  return `#xpath(/${steps.join('/')})`;
}
