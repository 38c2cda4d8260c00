/** Facts as the stylesheet returns them, before identifiers, dates and names are completed. */
import type { CarriedEntry, NamedEntry } from '../../model/entry-facts.ts';
import type {
  ArchiveFacts,
  DocumentFacts,
  EditionFacts,
  Funder,
  Party,
  PlaceFacts,
  PrefixDefinition,
  PrintFacts,
  Responsible,
} from '../../model/facts.ts';
import type { StatedDate } from './dates.ts';
import type { StatedIdentifier } from './identifiers.ts';

type Stated<T, Own extends string> = Omit<T, Own | 'identifiers'> & {
  readonly identifiers: readonly StatedIdentifier[];
};

/** With the pointers of its element to somebody outside of the file. */
export type StatedParty = Stated<Party, 'address'> & { readonly pointers: readonly string[] };

export type StatedPlace = Stated<PlaceFacts, 'address'> & { readonly pointers: readonly string[] };

export type StatedResponsible = Stated<Responsible, 'address' | 'orcid'> & {
  readonly pointers: readonly string[];
  readonly own: readonly StatedIdentifier[];
};

type StatedPrint = Stated<PrintFacts, 'editors'> & { readonly editors: readonly StatedParty[] };

export interface StatedCorrespondence {
  readonly place: StatedPlace | null;
  readonly date: StatedDate | null;
}

type Common = 'responsible' | 'print' | 'identifiers';

type Derived =
  | 'editors'
  | 'translators'
  | 'contributors'
  | 'publisherParty'
  | 'doi'
  | 'uri'
  | 'address';

export interface StatedCommon {
  readonly id: string | null;
  readonly responsible: readonly StatedResponsible[];
  readonly print: StatedPrint | null;
  readonly identifiers: readonly StatedIdentifier[];
  readonly prefixes: readonly PrefixDefinition[];
}

/** The result of the mode m:edition of xslt/metadata/document.xsl. */
export type StatedEdition = StatedCommon &
  Omit<EditionFacts, Common | Derived | 'id' | 'funders'> & {
    readonly funders: readonly Stated<Funder, never>[];
    readonly projectDesc: string | null;
  };

type OfDocument = 'senders' | 'recipients' | 'sent' | 'received' | 'date' | 'place' | 'archives';

/** The `facts` of xslt/metadata/document.xsl. */
export type StatedDocument = StatedCommon &
  Omit<
    DocumentFacts,
    Common | Derived | OfDocument | 'id' | 'authors' | 'path' | 'teiAddress' | 'named'
  > & {
    readonly senders: readonly StatedParty[];
    readonly recipients: readonly StatedParty[];
    readonly sent: StatedCorrespondence;
    readonly received: StatedCorrespondence;
    readonly date: StatedDate | null;
    readonly place: StatedPlace | null;
    readonly archives: readonly Stated<ArchiveFacts, 'address'>[];
    readonly named: readonly Stated<NamedEntry, 'address'>[];
    /** In the mode m:facts. */
    readonly carried?: readonly Stated<CarriedEntry, 'address'>[];
  };
