/**
 * The meta elements of a document's page: Highwire's citation_*, Dublin Core, and Zotero's own
 * (z.*). Made after Zotero's "Embedded Metadata" and "RDF" translators, which make a book section
 * of them:
 * citation_inbook_title is the book (of citation_book_title they take "book" for a namespace),
 * DC.type names the item's type; DC.coverage becomes the archive's location, z.* the field of that
 * name; a lone author with a space on both sides of the comma would be divided into two, unless the
 * space is one that does not break; an author without a comma loses its last word to the surname,
 * so an office has one at its end.
 */
import type { DocumentFacts, EditionFacts, Party } from '../../../model/facts.ts';
import { doiAddress } from '../../facts/schemes.ts';
import { joined } from '../../writing/values.ts';
import type { Say } from '../../writing/words.ts';
import type { CitableReference } from '../model.ts';
import { familyName, inverted } from '../names.ts';
import { printText } from '../reference.ts';

export interface Tag {
  readonly name: string;
  readonly content: string;
}

export function tags(
  facts: DocumentFacts,
  edition: EditionFacts | null,
  reference: CitableReference,
  say: Say,
): Tag[] {
  const { archive, title, publisher, issued, language, doi, url, written, licence } = reference;
  const shelf = archive && joined([...archive.collections, archive.shelfmark], ', ');
  const extra = [
    written?.range && `Original Date: ${written.range}`,
    reference.version && `Version: ${reference.version}`,
  ];
  return [
    ...tag('citation_title', title),
    ...tag('citation_author', ...reference.authors.map(highwireName)),
    ...tag('citation_editor', ...reference.editors.map(highwireName)),
    ...tag('citation_inbook_title', reference.containerTitle),
    ...tag('citation_publisher', publisher),
    ...tag('citation_publication_date', issued?.replaceAll('-', '/')),
    ...tag('citation_language', language),
    ...tag('citation_doi', doi),
    ...tag('citation_public_url', url),
    ...tag('DC.title', title),
    ...tag('DC.creator', ...reference.authors.map(inverted)),
    ...tag('DC.contributor', ...reference.translators.map(inverted)),
    ...tag('DC.type', reference.containerTitle === null ? 'webpage' : 'bookSection'),
    ...tag('DC.publisher', publisher),
    ...tag('DC.date', written?.range),
    ...tag('DC.language', language),
    ...tag('DC.identifier', url, doi && doiAddress(doi), url === null ? facts.uri : null),
    ...tag('DC.source', facts.print && printText(facts.print, say)),
    ...tag('DC.description', joined(reference.notes, ' ')),
    ...tag('DC.coverage', shelf),
    ...tag('DC.rights', licence?.text),
    ...tag('DCTERMS.created', written?.edtf),
    ...tag('DCTERMS.issued', issued),
    ...tag('DCTERMS.spatial', reference.writtenIn),
    ...tag('DCTERMS.license', licence?.target),
    ...tag('DCTERMS.isPartOf', edition?.address),
    ...tag('DCTERMS.provenance', archive?.text),
    ...tag('z.archive', archive?.name),
    ...tag('z.archiveLocation', shelf),
    ...tag('z.place', reference.place),
    ...tag('z.extra', joined(extra, '\n')),
  ];
}

function tag(name: string, ...values: readonly (string | null | undefined)[]): Tag[] {
  return values.flatMap((content) => (content ? [{ name, content }] : []));
}

/**
 * "Read, Benjamin H."; "Paz Estenssoro, Víctor Manuel" with a no-break space in the surname;
 * "Fox Jr., Edward J.", since a third part is dropped.
 */
function highwireName(party: Party): string {
  const { name, kind, family, given, suffix } = party;
  if (family !== null) {
    const surname = joined([familyName(party), suffix], ' ') ?? '';
    return joined(
      [given?.includes(' ') ? surname.replaceAll(' ', '\u00a0') : surname, given],
      ', ',
    ) as string;
  }
  const office = kind === 'org' && name.includes(' ') && !name.includes(',');
  return office ? `${name},` : name;
}
