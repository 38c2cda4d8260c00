/** The pages about the edition as a whole. */
import type { Readable } from '../../../cache/stored.ts';
import type { HeaderStatement } from '../../../edition/about/statements.ts';
import type { DocumentMetadata, EditionMetadata } from '../../../formats/document.ts';
import type { ProsePart } from '../../../transform/model.ts';
import { FACETS } from '../../lists/facets.ts';
import { type NavigationPart, sectionOf } from '../../lists/navigation.ts';
import { type InterfaceFile, interfaces } from '../../outputs/interfaces.ts';
import {
  collectedFiles,
  editionReferenceFiles,
  type ReferenceFile,
} from '../../outputs/references.ts';
import { SEARCH_FOLDINGS } from '../../philology/instructions.ts';
import type { PageContext } from '../model/context.ts';
import { type PageKind, singlePage } from '../model/page.ts';

type EditionCitations = Pick<EditionMetadata, 'citations'>;
interface AboutInput {
  /** The editor's statements about the edition: aims, audience, keeper … */
  readonly about: ProsePart | null;
  /** Statements that only the header has, each under the heading of its key. */
  readonly statements: readonly HeaderStatement[];
  readonly rights: ProsePart | null;
  readonly parts: readonly NavigationPart[];
}

export const aboutPage = singlePage(
  '/about.html',
  (context): AboutInput => ({
    about: context.site.part('about') ?? null,
    statements: context.site.statements,
    rights: context.site.part('rights') ?? null,
    parts: sectionOf(context.navigation, 'about')?.parts ?? [],
  }),
);

interface HelpInput {
  /** The editor's own help. */
  readonly own: ProsePart | null;
  /** Kinds of names that the texts mark. */
  readonly indexes: readonly Pick<NavigationPart, 'text' | 'address'>[];
}

export const helpPage = singlePage(
  '/help.html',
  (context): HelpInput => ({
    own: context.site.part('help') ?? null,
    indexes: indexParts(context).map(({ text, address }) => ({ text, address })),
  }),
);

interface ProseInput {
  readonly part: ProsePart;
}

/** The divisions of edition.xml that are pages of their own. */
export const prosePages: PageKind<ProsePart, ProseInput> = {
  items: ({ site }) => site.prosePages,
  address: ({ type }) => `/${type}.html`,
  input: (_context, part) => ({ part }),
};

interface CiteInput {
  readonly metadata: EditionCitations;
  readonly files: readonly ReferenceFile[];
  /** The metadata of the first document, as an example. */
  readonly examples: readonly Readable<DocumentMetadata>[];
  readonly collected: ReturnType<typeof collectedFiles>;
}

export const citePage = singlePage(
  '/cite.html',
  ({ site }): CiteInput => ({
    metadata: { citations: site.editionMetadata.citations },
    files: editionReferenceFiles(site),
    examples: site.documents.slice(0, 1).map(({ metadata }) => metadata),
    collected: collectedFiles(),
  }),
);

/** The meaning of the marks in the texts. */
export const keyPage = singlePage('/key.html', () => ({}));

interface InterfacesInput {
  readonly interfaces: readonly InterfaceFile[];
}

export const interfacesPage = singlePage(
  '/interfaces.html',
  ({ site }): InterfacesInput => ({ interfaces: interfaces(site) }),
);

interface IndexesInput {
  readonly indexes: readonly NavigationPart[];
  /** The pictures for which the edition has no data: their pages say what is needed. */
  readonly missing: readonly { readonly key: string; readonly address: string }[];
}

export const indexesPage = singlePage(
  '/indexes.html',
  (context): IndexesInput => ({
    indexes: indexParts(context),
    missing: [
      ...(context.map ? [] : [{ key: 'map', address: '/map.html' }]),
      ...(context.network.length > 0 ? [] : [{ key: 'network', address: '/network.html' }]),
    ],
  }),
);

interface SearchPageInput {
  readonly facets: readonly string[];
  readonly foldings: readonly { readonly name: string; readonly isOn: boolean }[];
  /** Shown if scripts are off. */
  readonly indexes: readonly Pick<NavigationPart, 'text' | 'address'>[];
}

export const searchPage = singlePage(
  '/search.html',
  (context): SearchPageInput => ({
    facets: FACETS,
    foldings: SEARCH_FOLDINGS.map((name) => ({
      name,
      isOn: context.site.searchDefaults.includes(name),
    })),
    indexes: indexParts(context).map(({ text, address }) => ({ text, address })),
  }),
);

/** The page that a server shows for a missing address. */
export const missingPage = singlePage('/404.html', () => ({}));

function indexParts({ navigation }: PageContext): readonly NavigationPart[] {
  return sectionOf(navigation, 'indexes')?.parts ?? [];
}
