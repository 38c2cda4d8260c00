/**
 * The index of letters in the Correspondence Metadata Interchange Format, 1.1: `letter` returns one
 * document's correspDesc, `lettersFrame` the file around them.
 * https://github.com/TEI-Correspondence-SIG/CMIF
 */
import type {
  CorrespondenceFacts,
  DateFacts,
  DocumentFacts,
  EditionFacts,
  Party,
} from '../../model/facts.ts';
import type { Identifier } from '../../model/identifier.ts';
import { TEI } from '../../xml/namespaces.ts';
import { encodeIri } from '../facts/schemes.ts';
import { joined } from '../writing/values.ts';
import { type WrittenNode, xmlElement, xmlText } from '../writing/xml-text.ts';

/** The data of the index of letters that its entries need. */
export interface LettersFile {
  /** The `xml:id` of the edition in it. */
  readonly source: string;
  /** Its address on the web. */
  readonly file: string;
  /** When it last changed: a W3C date. */
  readonly changed: string;
}

/** The place for the letters in the frame. */
const LETTERS = '<?letters?>';

/** Null if no sender or recipient is known, or the document has no address. */
export function cmifLetter(facts: DocumentFacts, source: string): string | null {
  const { senders, recipients, address, sent, received } = facts;
  if (senders.length + recipients.length === 0 || address === null) return null;
  return xmlText(
    xmlElement('correspDesc', { xmlns: TEI, key: facts.id, ref: address, source: `#${source}` }, [
      action('sent', senders, { place: sent.place, date: sent.date ?? facts.date }),
      action('received', recipients, received),
    ]),
  );
}

function action(
  type: string,
  parties: readonly Party[],
  { place, date }: CorrespondenceFacts,
): WrittenNode {
  // The format's own word for an unknown party.
  const named =
    parties.length === 0
      ? [xmlElement('persName', {}, ['Unknown'])]
      : parties.map((party) =>
          xmlElement(party.kind === 'org' ? 'orgName' : 'persName', identified(party), [
            party.name,
          ]),
        );
  return xmlElement('correspAction', { type }, [
    ...named,
    ...(place ? [xmlElement('placeName', identified(place), [place.text])] : []),
    ...(date && (date.start ?? date.end) !== null ? [dateElement(date)] : []),
  ]);
}

function dateElement({
  when,
  start,
  end,
  lasting,
  certainty,
  circa,
  text: words,
}: DateFacts): WrittenNode {
  const limits =
    when !== null
      ? { when }
      : { [lasting ? 'from' : 'notBefore']: start, [lasting ? 'to' : 'notAfter']: end };
  return xmlElement('date', { ...limits, cert: circa ? 'low' : doubt(certainty) }, [words ?? '']);
}

/**
 * The addresses in authority files, and whether the attribution is doubtful: `low` is the only
 * degree that the format has.
 */
function identified({
  identifiers,
  certainty,
}: {
  readonly identifiers: readonly Identifier[];
  readonly certainty: string | null;
}): Readonly<Record<string, string | null>> {
  const addresses = identifiers.flatMap(({ address }) => address ?? []).map(encodeIri);
  return { ref: addresses.join(' ') || null, cert: doubt(certainty) };
}

function doubt(certainty: string | null): string | null {
  return certainty === 'low' ? 'low' : null;
}

/** The file around the letters, with the instruction `<?letters?>` in their place. */
export function lettersFrame(facts: EditionFacts, { source, file, changed }: LettersFile): string {
  const { editors, publisher, title, subtitle, issued } = facts;
  const address = facts.address ?? '';
  const names = editors.map(({ name }) => name);
  const bibl = [joined(names, ', '), joined([title, subtitle], ': '), publisher, issued];
  return xmlText(
    xmlElement('TEI', { xmlns: TEI }, [
      xmlElement('teiHeader', {}, [
        xmlElement('fileDesc', {}, [
          xmlElement('titleStmt', {}, [
            xmlElement('title', {}, [title]),
            ...editors.map(({ name, email }) =>
              xmlElement('editor', {}, [
                name,
                ...(email ? [' ', xmlElement('email', {}, [email])] : []),
              ]),
            ),
          ]),
          xmlElement('publicationStmt', {}, [
            xmlElement('publisher', {}, [
              xmlElement('ref', { target: address }, [publisher ?? names[0] ?? '']),
            ]),
            xmlElement('idno', { type: 'url' }, [file]),
            xmlElement('date', { when: changed }, []),
            xmlElement('availability', {}, [
              xmlElement('licence', { target: 'https://creativecommons.org/licenses/by/4.0/' }, [
                'This file is licensed under the terms of the Creative-Commons-License CC-BY 4.0',
              ]),
            ]),
          ]),
          xmlElement('sourceDesc', {}, [
            xmlElement('bibl', { type: 'online', 'xml:id': source }, [
              `${bibl.filter((part) => part).join('. ')}. `,
              xmlElement('ref', { target: address }, [address]),
            ]),
          ]),
        ]),
        xmlElement('profileDesc', {}, [{ raw: LETTERS }]),
      ]),
      xmlElement('text', {}, [xmlElement('body', {}, [xmlElement('p', {}, [])])]),
    ]),
  );
}
