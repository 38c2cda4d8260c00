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
import { encodeIri } from '../facts/schemes.ts';
import { joined } from '../writing/values.ts';
import { element, text, type WrittenNode } from '../writing/xml-text.ts';

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

const TEI = 'http://www.tei-c.org/ns/1.0';

/** Null if no sender or recipient is known, or the document has no address. */
export function letter(facts: DocumentFacts, source: string): string | null {
  const { senders, recipients, address, sent, received } = facts;
  if (senders.length + recipients.length === 0 || address === null) return null;
  return text(
    element('correspDesc', { xmlns: TEI, key: facts.id, ref: address, source: `#${source}` }, [
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
      ? [element('persName', {}, ['Unknown'])]
      : parties.map((party) =>
          element(party.kind === 'org' ? 'orgName' : 'persName', identified(party), [party.name]),
        );
  return element('correspAction', { type }, [
    ...named,
    ...(place ? [element('placeName', identified(place), [place.text])] : []),
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
  return element('date', { ...limits, cert: circa ? 'low' : doubt(certainty) }, [words ?? '']);
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
  return text(
    element('TEI', { xmlns: TEI }, [
      element('teiHeader', {}, [
        element('fileDesc', {}, [
          element('titleStmt', {}, [
            element('title', {}, [title]),
            ...editors.map(({ name, email }) =>
              element('editor', {}, [name, ...(email ? [' ', element('email', {}, [email])] : [])]),
            ),
          ]),
          element('publicationStmt', {}, [
            element('publisher', {}, [
              element('ref', { target: address }, [publisher ?? names[0] ?? '']),
            ]),
            element('idno', { type: 'url' }, [file]),
            element('date', { when: changed }, []),
            element('availability', {}, [
              element('licence', { target: 'https://creativecommons.org/licenses/by/4.0/' }, [
                'This file is licensed under the terms of the Creative-Commons-License CC-BY 4.0',
              ]),
            ]),
          ]),
          element('sourceDesc', {}, [
            element('bibl', { type: 'online', 'xml:id': source }, [
              `${bibl.filter((part) => part).join('. ')}. `,
              element('ref', { target: address }, [address]),
            ]),
          ]),
        ]),
        element('profileDesc', {}, [{ raw: LETTERS }]),
      ]),
      element('text', {}, [element('body', {}, [element('p', {}, [])])]),
    ]),
  );
}
