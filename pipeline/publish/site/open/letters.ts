/**
 * The index of letters: /data/cmif.xml, in the Correspondence Metadata Interchange Format 1.1, for
 * correspSearch.
 *
 * The format requires an address, an editor with an e-mail address and the licence CC BY 4.0. An
 * edition without one of these has no such file, and the build reports why (outputs/missing.ts).
 */
import { nameBased } from '../../../encode/header/identifier.ts';
import type { LettersFile } from '../../../formats/web/cmif.ts';
import type { EditionFacts } from '../../../model/facts.ts';
import { webAddress } from '../../addresses/web-address.ts';
import { latestChange } from '../changes.ts';
import type { Headers } from '../site-model.ts';

export const CMIF = '/data/cmif.xml';

/** RFC 9562, section 6.6: the namespace of addresses on the web. */
const ADDRESSES = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The format's requirements of an edition. */
interface Requirements {
  readonly address: boolean;
  /** A person with a name and an e-mail address. */
  readonly editor: boolean;
  readonly licence: boolean;
}

export function requirements({ address, editors, licence }: EditionFacts): Requirements {
  return {
    address: address !== null,
    editor: editors.some(({ email }) => email !== null),
    licence: /^https?:\/\/creativecommons\.org\/licenses\/by\/4\.0(\/|$)/.test(
      licence?.target ?? '',
    ),
  };
}

/** Whether any document has a sender and an addressee. */
export function hasLetters({ documents }: Pick<Headers, 'documents'>): boolean {
  return documents.some(({ header: { sent, received } }) => sent.length + received.length > 0);
}

/** The name and identifier of the file; null if there is none. */
export function lettersFile(facts: EditionFacts, site: Headers): LettersFile | null {
  const file = webAddress(site, CMIF);
  const changed = latestChange(site);
  const allowed = Object.values(requirements(facts)).every((met) => met);
  if (!allowed || !hasLetters(site) || file === null || changed === undefined) return null;
  // A name-based UUID identifies the letters of one edition across files. An xml:id cannot begin
  // with a digit.
  return { source: `edition-${nameBased(ADDRESSES, facts.address as string)}`, file, changed };
}
