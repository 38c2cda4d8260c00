/** The change that an operation makes to a file: one row an operation. */
import type { SourceDocument } from '../source/document.ts';
import { joinBlocks, splitBlock } from './blocks.ts';
import { retag, setAttributes, unwrap, wrap } from './marks.ts';
import type { Operation, PatchChange } from './model.ts';
import { correct, insertElement, replaceWords, setContent } from './words.ts';

/** @throws Refusal if the operation cannot be done at this place. */
export function operationChange(document: SourceDocument, operation: Operation): PatchChange {
  switch (operation.op) {
    case 'wrap':
      return wrap(document, operation.element, operation.range, operation.attributes ?? {});
    case 'attributes':
      return setAttributes(document, operation.at, operation.attributes);
    case 'retag':
      return retag(document, operation.at, operation.element, operation.attributes ?? {});
    case 'unwrap':
      return unwrap(document, operation.at);
    case 'words':
      return replaceWords(document, operation.range, operation.words);
    case 'correction':
      return correct(document, operation.range, operation.words, operation.attributes ?? {});
    case 'insert':
      return insertElement(
        document,
        operation.at,
        operation.element,
        operation.words ?? '',
        operation.attributes ?? {},
      );
    case 'split':
      return splitBlock(document, operation.at);
    case 'join':
      return joinBlocks(document, operation.at);
    case 'content':
      return setContent(document, operation.at, operation.words);
  }
}
