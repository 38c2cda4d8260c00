/** The pages of the chronology: documents and the dates in texts. */
import { spanInWords } from '../../../interface/wording.ts';
import {
  type CalendarYear,
  type ChronologyMoment,
  type ChronologyPage,
  chronology,
  jumpsWithin,
  type PageLink,
} from '../../../lists/chronology.ts';
import type { Jump } from '../../../lists/lists.ts';
import type { Site } from '../../../site/site.ts';
import type { DocumentBackLinks, SiteEntry } from '../../../site/site-model.ts';
import type { PageKind } from '../../model/page.ts';
import { type ListedDocument, listedDocument } from '../../rows/listed.ts';
import { type MentionGroup, mentionGroups } from './entry.ts';

/** Up to this number, sentences that mention a date are shown; the page of its entry has all. */
const SENTENCES = 3;

interface MomentInput {
  readonly when: string;
  readonly document: ListedDocument | null;
  readonly entry: Pick<SiteEntry, 'address' | 'mentionCount'> | null;
  /** The first sentences that mention it: of each document the first `shown`. */
  readonly mentions: readonly (MentionGroup & { readonly shown: number })[];
}

interface MonthInput {
  readonly key: string;
  readonly anchor: string;
  readonly month: string | null;
  readonly moments: readonly MomentInput[];
}

interface ChronologyInput {
  readonly span: string | null;
  readonly calendar: readonly CalendarYear[];
  readonly jumpLinks: readonly Jump[];
  readonly years: readonly {
    readonly year: string;
    readonly anchor: string;
    readonly months: readonly MonthInput[];
  }[];
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  /**
   * Whether the edition has more than one document, so that sentences have their document as
   * heading.
   */
  readonly hasSeveral: boolean;
}

export const chronologyPages: PageKind<ChronologyPage, ChronologyInput> = {
  items: ({ site }) =>
    chronology(
      site.documents,
      site.entries.filter(({ kind }) => kind === 'date'),
    ),
  address: ({ address }) => address,
  input: ({ site }, page) => {
    const { span, calendar, years, previous, next } = page;
    return {
      span,
      calendar,
      jumpLinks: jumpsWithin(page, (one) => spanInWords(one, site.interface)),
      years: years.map(({ year, anchor, months }) => ({
        year,
        anchor,
        months: months.map(({ key, anchor, month, moments }) => ({
          key,
          anchor,
          month,
          moments: moments.map((moment) => momentInput(site, moment)),
        })),
      })),
      previous,
      next,
      hasSeveral: site.documents.length > 1,
    };
  },
};

function momentInput(site: Site, { when, document, entry }: ChronologyMoment): MomentInput {
  return {
    when,
    document: document && listedDocument(document),
    entry: entry && { address: entry.address, mentionCount: entry.mentionCount },
    mentions: entry && !document ? firstSentences(site, entry.mentions) : [],
  };
}

/** Three sentences, document by document. */
export function firstSentences(
  site: Site,
  mentions: readonly DocumentBackLinks[],
): MomentInput['mentions'] {
  let left = SENTENCES;
  const shown: MomentInput['mentions'][number][] = [];
  for (const group of mentionGroups(site, mentions.slice(0, SENTENCES))) {
    if (left === 0) break;
    const count = Math.min(left, group.links.sentences);
    shown.push({ ...group, shown: count });
    left -= count;
  }
  return shown;
}
