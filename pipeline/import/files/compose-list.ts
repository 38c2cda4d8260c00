/** Writes a list of a volume as an authority file. */
import { escapeText } from '../../xml/escape.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import { nothingFollowed, type Pointers, withValue } from '../divide/pointers.ts';
import {
  ancestorsOf,
  childPieces,
  type Piece,
  piecesWithin,
  textWithoutNotes,
  type Volume,
} from '../divide/volume.ts';
import type { VolumeHeader } from './header.ts';
import { declarations, type EntryList } from './lists.ts';
import { DECLARATION, inherited } from './parts.ts';
import { provenance } from './provenance.ts';

/** An authority file: a list of the volume unchanged, under the volume's title. */
export function composeList(
  { piece }: EntryList,
  header: VolumeHeader,
  pointers: Pointers,
): string {
  const { placed, title } = header;
  const { volume, prefix, entries } = placed;
  let list = pointers.follow(piece, undefined, placed, nothingFollowed());
  if (prefix !== '') list = withPrefixedIds(list, entries, prefix, piecesWithin(volume, piece));
  const place = isTei(piece, 'list')
    ? `<text><body>${list}</body></text>`
    : `<standOff>${list}</standOff>`;
  return `${DECLARATION}
<TEI${declarations(piece)}${inherited(piece)}>
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${titleOfList(volume, piece, title)}</title></titleStmt>
      ${header.publicationStmt}
      <sourceDesc><bibl>${provenanceName(volume, piece)}</bibl></sourceDesc>
    </fileDesc>
    <encodingDesc>${provenance(volume, piece)}</encodingDesc>
  </teiHeader>
  ${place}
</TEI>
`;
}

function withPrefixedIds(
  list: string,
  entries: ReadonlySet<string>,
  prefix: string,
  pieces: readonly Piece[],
): string {
  let made = list;
  for (const piece of pieces) {
    const id = piece.attributes.find(({ name, value }) => name === 'xml:id' && entries.has(value));
    if (!id) continue;
    const tag = ` xml:id="${id.value}"`;
    made = made.replace(tag, withValue(tag, id, `${prefix}${id.value}`));
  }
  return made;
}

function titleOfList(volume: Volume, piece: Piece, title: string): string {
  const division = [piece, ...ancestorsOf(piece)].find(
    (above) => childPieces(above, 'head').length > 0,
  );
  const [head] = division ? childPieces(division, 'head') : [];
  const plain = head ? escapeText(textWithoutNotes(volume, head)) : '';
  const escaped = escapeText(title);
  return plain === '' ? escaped : `${plain} (${escaped})`;
}

function provenanceName(volume: Volume, piece: Piece): string {
  const id = attribute(piece, 'xml:id');
  const name = `${volume.file}${id === undefined ? '' : `#${id}`}`;
  return escapeText(name);
}
