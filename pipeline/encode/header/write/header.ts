/**
 * The `teiHeader` of a document.
 *
 * Takes the facts about the document. Returns the header as a tree. Unknown facts are omitted;
 * inferred ones are marked (CONTRIBUTING, law 3). TEI Guidelines, chapter 2.
 */
import { element, type OutputElement } from '../../engine/write/element.ts';
import type { HeaderFacts } from '../facts.ts';
import { encodingDesc } from './encoding-desc.ts';
import { fileDesc } from './file-desc.ts';
import { profileDesc, revisionDesc } from './profile-desc.ts';

export function writeHeader(facts: HeaderFacts): OutputElement {
  return element(
    'teiHeader',
    { 'xml:lang': facts.edition.language },
    fileDesc(facts),
    encodingDesc(facts),
    profileDesc(facts),
    revisionDesc(facts),
  );
}
