/** BibTeX (0.99d): one entry with its fields, in UTF-8. */
import { joined } from '../../writing/values.ts';
import type { Say } from '../../writing/words.ts';
import type { CitableReference } from '../model.ts';
import { entryType, protectedTex, tex, texEntry, texNames, texTitle, verbatim } from './tex.ts';

export function bibtex(reference: CitableReference, say: Say): string {
  const { version, archive, notes, issued } = reference;
  const note = [version && say('citation.version', { n: version }), archive?.text, ...notes];
  return texEntry(entryType(reference, 'book'), reference.key, [
    ['author', texNames(reference.authors)],
    ['title', texTitle(reference)],
    ['booktitle', reference.containerTitle && protectedTex(reference.containerTitle)],
    ['editor', texNames(reference.editors)],
    ['publisher', reference.publisher && tex(reference.publisher)],
    ['address', reference.place && tex(reference.place)],
    ['year', issued?.slice(0, 4) ?? null],
    ['doi', reference.doi && verbatim(reference.doi)],
    ['url', reference.url && verbatim(reference.url)],
    [
      'note',
      joined(
        note.map((text) => text && tex(text.replace(/\.$/, ''))),
        '. ',
      ),
    ],
  ]);
}
