/** The functions of the Typst template that lay out blocks, by the classes of the blocks. */

/** Blocks for which the template has a function, by their classes. */
export const BLOCK_CALLS: readonly (readonly [name: string, call: string])[] = [
  ['l', 'verse-line'],
  ['lg', 'stanza'],
  ['sp', 'speech'],
  ['speaker', 'speaker'],
  ['stage', 'stage'],
  ['head', 'block-head'],
  ['titlePage', 'title-block'],
  ['castItem', 'hanging'],
  ['named-entry', 'hanging'],
  ['note-inline', 'aside'],
  ['epigraph', 'aside'],
  ['bold', 'strong'],
  ['italic', 'emph'],
  ['small-caps', 'smallcaps'],
  ['letter-spaced', 'spaced'],
];

/** The alignment of a block's lines. */
export const PLACES: readonly (readonly [name: string, call: string, options: string])[] = [
  ['centred', 'centred', ''],
  ['trailer', 'centred', ''],
  ['to-right', 'align', 'end'],
  ['indent-1', 'indented', '1'],
  ['indent-2', 'indented', '2'],
  ['indent-3', 'indented', '3'],
  ['indent-4', 'indented', '4'],
  ['middle-part', 'indented', '4'],
  ['final-part', 'indented', '8'],
];
