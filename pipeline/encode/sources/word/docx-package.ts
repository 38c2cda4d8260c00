/**
 * The parts of a Word document's package (ISO/IEC 29500-2).
 */
import type { TreeElement } from '../../../xml/tree.ts';
import { localAttribute, type OfficeFile, officeChildren } from './office-file.ts';

/** Notes or comments by their ids. `local`: the element name of one. */
export function byId(
  part: TreeElement | undefined,
  local: string,
): ReadonlyMap<string, TreeElement> {
  return new Map(officeChildren(part, local).map((one) => [localAttribute(one, 'id') ?? '', one]));
}

/** The relations of a part: `word/_rels/document.xml.rels`. */
export function relationsOf(file: OfficeFile, part: string | undefined): TreeElement[] {
  if (part === undefined) return [];
  const at = part.lastIndexOf('/') + 1;
  return officeChildren(
    file.part(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`),
    'Relationship',
  );
}

export function linksIn(relations: readonly TreeElement[]): ReadonlyMap<string, string> {
  return new Map(
    relations.map((one) => [localAttribute(one, 'Id') ?? '', localAttribute(one, 'Target') ?? '']),
  );
}

/** Usually `word/document.xml`; the package itself states it. */
export function mainDocumentPart(file: OfficeFile): string {
  const relations = officeChildren(file.part('_rels/.rels'), 'Relationship');
  const main = relations.find((one) => localAttribute(one, 'Type')?.endsWith('/officeDocument'));
  return (localAttribute(main, 'Target') ?? 'word/document.xml').replace(/^\//, '');
}
