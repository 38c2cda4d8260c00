/** The parts of a Word file that its text refers to. ISO/IEC 29500-1, chapter 11.3. */
import type { TreeElement } from '../../../xml/tree.ts';
import { byId, linksIn, mainDocumentPart, relationsOf } from './docx-package.ts';
import { localAttribute, type OfficeFile } from './office-file.ts';

interface DocxParts {
  readonly document: TreeElement;
  /** Targets of links by their ids, for the main part, the footnotes and the endnotes. */
  readonly links: Readonly<Record<string, ReadonlyMap<string, string>>>;
  /** Notes and comments by their ids. */
  readonly notes: Readonly<Record<string, ReadonlyMap<string, TreeElement>>>;
  readonly styles: TreeElement | undefined;
  readonly numbering: TreeElement | undefined;
  /** What every page repeats. */
  readonly pageParts: Readonly<Record<'header' | 'footer', TreeElement | undefined>>;
}

export function readDocxParts(file: OfficeFile): DocxParts {
  const main = mainDocumentPart(file);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const document = file.required(main);
  const relations = relationsOf(file, main);
  const nameOf = (type: string): string | undefined => {
    const target = relations.find((one) => localAttribute(one, 'Type')?.endsWith(`/${type}`));
    const name = localAttribute(target, 'Target');
    return name?.startsWith('/') ? name.slice(1) : name && folder + name;
  };
  const part = (type: string): TreeElement | undefined => {
    const name = nameOf(type);
    return name === undefined ? undefined : file.part(name);
  };
  return {
    document,
    links: {
      main: linksIn(relations),
      footnote: linksIn(relationsOf(file, nameOf('footnotes'))),
      endnote: linksIn(relationsOf(file, nameOf('endnotes'))),
    },
    notes: {
      footnote: byId(part('footnotes'), 'footnote'),
      endnote: byId(part('endnotes'), 'endnote'),
      comment: byId(part('comments'), 'comment'),
    },
    styles: part('styles'),
    numbering: part('numbering'),
    pageParts: { header: part('header'), footer: part('footer') },
  };
}
