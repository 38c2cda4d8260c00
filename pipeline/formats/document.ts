/**
 * All formats of a document: from the data that xslt/metadata/document.xsl reads to the formats
 * that the site shows and offers. A pure function of its arguments.
 */
import type { DocumentFacts, EditionFacts } from '../model/facts.ts';
import type { Places } from '../model/places.ts';
import { biblatex } from './citations/exports/biblatex.ts';
import { bibtex } from './citations/exports/bibtex.ts';
import { type CslItem, csl } from './citations/exports/csl.ts';
import { ris } from './citations/exports/ris.ts';
import { type Tag, tags } from './citations/exports/tags.ts';
import type { CitableReference } from './citations/model.ts';
import { documentReference, editionReference } from './citations/reference.ts';
import { apa } from './citations/styles/apa.ts';
import { chicago } from './citations/styles/chicago.ts';
import { mla } from './citations/styles/mla.ts';
import { citation, type FormattedCitation } from './citations/styles/rich-text.ts';
import { documentFacts } from './facts/complete.ts';
import { cff } from './records/cff.ts';
import { readTextBlocks } from './texts/blocks.ts';
import { frontMatter } from './texts/front-matter.ts';
import { markdownText } from './texts/markdown.ts';
import { plainText } from './texts/plain-text.ts';
import { cmifLetter, type LettersFile } from './web/cmif.ts';
import { type JsonLd, schemaOrg, schemaOrgOfEdition } from './web/schema-org.ts';
import { documentLinks, editionLinks, linkset, type TypedLink } from './web/signposting.ts';
import { type Say, sayFrom } from './writing/words.ts';

/** A passage or a page that can be cited: a citable unit of Distributed Text Services. */
export interface CitableUnit {
  /** The anchor on the document's page: `p3`. */
  readonly id: string;
  /** `paragraph`, `note`, `section`, `page` … */
  readonly type: string;
  /** From 1. */
  readonly level: number;
  /** The id of the passage that contains it. */
  readonly parent: string | null;
  /** The words of a heading, the number of a note or a page. */
  readonly title: string | null;
}

/** The result of xslt/metadata/document.xsl for a document. */
export interface DocumentRead {
  readonly facts: unknown;
  readonly passages: readonly CitableUnit[];
  readonly pages: readonly CitableUnit[];
  /** XML (texts/blocks.ts). */
  readonly blocks: string;
}

/** The citation styles in words, by name. A further style is a row. */
const STYLES = { chicago, mla, apa } as const;

type CitationStyle = keyof typeof STYLES;

/** The formats that both a document and the edition have. */
interface Formats {
  readonly citations: Readonly<Record<CitationStyle, FormattedCitation>>;
  /** One item. */
  readonly csl: CslItem;
  /** One entry, the content of a file; also `biblatex` and `ris`. */
  readonly bibtex: string;
  readonly biblatex: string;
  readonly ris: string;
  readonly schemaOrg: JsonLd;
  readonly links: readonly TypedLink[];
  /** RFC 9264. */
  readonly linkset: Readonly<Record<string, unknown>>;
}

export interface DocumentMetadata extends Formats {
  readonly facts: DocumentFacts;
  readonly tags: readonly Tag[];
  /**
   * A `correspDesc` of TEI, in the Correspondence Metadata Interchange Format; null without sender
   * and recipient.
   */
  readonly letter: string | null;
  /** In document order; pages overlap with passages, and are a tree of their own. */
  readonly passages: readonly CitableUnit[];
  readonly pages: readonly CitableUnit[];
  /** The reading text, in the form that the encoder reads. */
  readonly text: string;
  /** The text as Markdown, with the facts of its citation as YAML before it. */
  readonly markdown: string;
}

export interface EditionMetadata extends Formats {
  readonly facts: EditionFacts;
  /** CITATION.cff; null if the edition names neither editor nor publisher. */
  readonly cff: string | null;
}

/** The input of a document's formats besides the document. */
interface DocumentContext {
  /** Strings of the interface by key. */
  readonly strings: Readonly<Record<string, string>>;
  readonly edition: EditionFacts;
  readonly places: Places;
  /** The file that lists the edition's letters, if there is one. */
  readonly cmif?: Pick<LettersFile, 'source'> | null;
}

export function documentMetadata(
  { facts: read, passages, pages, blocks: xml }: DocumentRead,
  { strings, edition, places, cmif }: DocumentContext,
): DocumentMetadata {
  const say = sayFrom(strings);
  const facts = documentFacts(read, { edition, places });
  const reference = documentReference(facts, edition, say);
  const links = documentLinks(facts, edition, places);
  const blocks = readTextBlocks(xml);
  return {
    facts,
    ...referenceFormats(reference, say),
    tags: tags(facts, edition, reference, say),
    schemaOrg: schemaOrg(facts, edition, reference),
    links,
    linkset: linkset(places.page, links, edition.address),
    letter: cmif ? cmifLetter(facts, cmif.source) : null,
    passages,
    pages,
    text: plainText(blocks),
    markdown: frontMatter(facts, edition, say) + markdownText(blocks, facts.title),
  };
}

interface EditionContext {
  readonly strings: Readonly<Record<string, string>>;
  /** In the edition's order. `path`: of the document's page, from the top of the site. */
  readonly documents: readonly { readonly path: string }[];
}

export function editionMetadata(
  facts: EditionFacts,
  { strings, documents }: EditionContext,
): EditionMetadata {
  const say = sayFrom(strings);
  const reference = editionReference(facts);
  const links = editionLinks(
    facts,
    documents.map(({ path }) => path),
  );
  return {
    facts,
    ...referenceFormats(reference, say),
    schemaOrg: schemaOrgOfEdition(facts, documents.length),
    links,
    linkset: linkset('index.html', links, facts.address),
    cff: cff(facts, say),
  };
}

function referenceFormats(
  reference: CitableReference,
  say: Say,
): Pick<Formats, 'citations' | 'csl' | 'bibtex' | 'biblatex' | 'ris'> {
  const inStyle = Object.entries(STYLES).map(([name, style]) => [
    name,
    citation(style(reference, say)),
  ]);
  return {
    citations: Object.fromEntries(inStyle) as Record<CitationStyle, FormattedCitation>,
    csl: csl(reference),
    bibtex: bibtex(reference, say),
    biblatex: biblatex(reference),
    ris: ris(reference, say),
  };
}
