/**
 * The home page: a description of the edition, its period, its size, and the links to its parts.
 */
import type { EditionMetadata } from '../../../formats/document.ts';
import type { TypedLink } from '../../../formats/web/signposting.ts';
import type { ProsePart } from '../../../transform/model.ts';
import { HOME_PICTURE, type HomePicture } from '../../facsimile/home-picture.ts';
import { chronology } from '../../lists/chronology.ts';
import { type NavigationPart, sectionOf } from '../../lists/navigation.ts';
import { headLinks } from '../../outputs/head-links.ts';
import { type YearStrip, yearStrip } from '../../pictures/year-strip.ts';
import { type Chapter, headings } from '../../site/order.ts';
import type { Site } from '../../site/site.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import { singlePage } from '../model/page.ts';
import {
  documentsUnder,
  documentYear,
  type FindingAid,
  findingAid,
  plainRows,
  yearSpan,
} from '../rows/finding-aid.ts';
import { type DocumentLink, documentLink } from '../rows/listed.ts';
import { type TakeAlongList, takeAlongList } from './take-along.ts';

/** A chapter with its period and the numbers of its documents. */
interface HomeChapter {
  readonly text: string;
  readonly address: string | null;
  readonly count: number;
  readonly span: string;
  /** `1–43`; empty if its documents have no numbers. */
  readonly numbers: string;
  readonly under: readonly HomeChapter[];
}

interface HomeInput {
  readonly metadata: Pick<EditionMetadata, 'schemaOrg'>;
  readonly links: readonly TypedLink[];
  readonly introduction: ProsePart | null;
  /** Whether only the beginning of the introduction is shown at first. */
  readonly isFolded: boolean;
  /** The number of documents, front and back matter of volumes excluded. */
  readonly count: number;
  /** The years of the documents. */
  readonly span: string;
  readonly years: YearStrip | null;
  /** The first document that is not front matter. */
  readonly first: DocumentLink | null;
  readonly chapters: readonly HomeChapter[];
  /** Front and back matter of a volume. */
  readonly matter: readonly DocumentLink[];
  /** The documents of an edition without chapters, or the first of them. */
  readonly aid: FindingAid | null;
  /** Whether all documents are in `aid`. */
  readonly isWhole: boolean;
  /** The list of indexes. */
  readonly indexes: readonly NavigationPart[];
  readonly takeAlong: TakeAlongList;
  readonly picture: (HomePicture & { readonly address: string }) | null;
}

/** More documents than these are not all listed on the home page. */
const MOST_ON_HOME = 20;
const FIRST_ON_HOME = 8;
/** How many chapters fit on the page; with more only the outermost are shown. */
const MOST_CHAPTERS = 80;
/** An introduction of more letters is folded. */
const LONG_INTRODUCTION = 1200;

export const homePage = singlePage('/index.html', (context): HomeInput => {
  const { site } = context;
  const { schemaOrg } = site.editionMetadata;
  const introduction = site.part('introduction') ?? null;
  const proper = site.documents.filter((document) => site.isProper(document));
  const chapters = site.hasChapters ? homeChapters(site.chapters) : [];
  const isWhole = site.documents.length <= MOST_ON_HOME;
  return {
    metadata: { schemaOrg },
    links: headLinks(site.editionMetadata),
    introduction,
    isFolded: (introduction?.html.replace(/<[^>]*>/g, '').length ?? 0) > LONG_INTRODUCTION,
    count: site.documentCount,
    span: yearSpan(proper),
    years: yearStrip(
      proper.flatMap((document) => documentYear(document) ?? []).map(Number),
      yearAddresses(site),
    ),
    first: proper[0] ? documentLink(proper[0]) : null,
    chapters,
    matter: site.hasChapters
      ? site.documents.filter(({ header }) => header.matter).map(documentLink)
      : [],
    aid:
      chapters.length > 0
        ? null
        : findingAid(plainRows(isWhole ? site.documents : site.documents.slice(0, FIRST_ON_HOME))),
    isWhole,
    indexes: sectionOf(context.navigation, 'indexes')?.parts ?? [],
    takeAlong: takeAlongList(context),
    picture: context.picture && { ...context.picture, address: HOME_PICTURE },
  };
});

/** Links to a year in the chronology. */
function yearAddresses(site: Site): (year: string) => string | null {
  const dates = site.entries.filter(({ kind }) => kind === 'date');
  const addresses = new Map<number, string>();
  for (const { address, years } of chronology(site.documents, dates)) {
    for (const { year, anchor } of years)
      if (!addresses.has(Number(year))) addresses.set(Number(year), `${address}#${anchor}`);
  }
  return (year) => addresses.get(Number(year)) ?? null;
}

/** One chapter that contains all others is the volume: its chapters replace it. */
function homeChapters(all: readonly Chapter<SiteDocument>[]): HomeChapter[] {
  const tops = headings(all);
  const [only] = tops;
  const shown =
    only && tops.length === 1 && headings(only.under).length > 1 ? headings(only.under) : tops;
  const isDeep = shown.length + shown.flatMap(({ under }) => headings(under)).length;
  return shown.slice(0, MOST_CHAPTERS).map((one) => homeChapter(one, isDeep <= MOST_CHAPTERS));
}

function homeChapter(chapter: Chapter<SiteDocument>, isDeep: boolean): HomeChapter {
  const documents = documentsUnder(chapter.under);
  const numbers = documents.flatMap(({ header }) => header.n ?? []);
  const [from, to] = [numbers[0], numbers.at(-1)];
  return {
    text: chapter.document?.title ?? chapter.heading ?? '',
    address: chapter.document?.address ?? documents[0]?.address ?? null,
    count: documents.length,
    span: yearSpan(documents),
    numbers: from === undefined ? '' : from === to ? from : `${from}–${to}`,
    under: isDeep ? headings(chapter.under).map((one) => homeChapter(one, false)) : [],
  };
}
