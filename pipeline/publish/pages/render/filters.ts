/** The filters of the layouts: pure functions of their values and of the words of the interface. */
import type nunjucks from 'nunjucks';
import type { DocumentMetadata } from '../../../formats/document.ts';
import type { IndexKind } from '../../../model/kinds.ts';
import { kindsWith } from '../../../model/kinds.ts';
import type { BackLink } from '../../../transform/back-links.ts';
import type { EntryData, LifeDate, NamedInHeader } from '../../../transform/model.ts';
import { MISSING_PAGE, relativeAddress, rootedAddress } from '../../addresses/relative.ts';
import { webAddress } from '../../addresses/web-address.ts';
import type { Interface } from '../../interface/strings.ts';
import type { LanguageVersion } from '../../interface/translations.ts';
import {
  coordinatesInWords,
  dayInWords,
  factsLine,
  lifeDate,
  lifeDates,
  linkContext,
  spanInWords,
} from '../../interface/wording.ts';
import { currentMark, sectionOf } from '../../lists/navigation.ts';
import { notesStyleAddress } from '../../outputs/notes-beside.ts';
import { jsonForScript } from '../../outputs/ordered-json.ts';
import { printStyleAddress } from '../../outputs/print-style.ts';
import { referenceFiles } from '../../outputs/references.ts';
import { markdownAddress, textFileAddress } from '../../outputs/texts.ts';
import { epubAddress, pdfAddress } from '../../print/prints.ts';
import type { DocumentInput } from '../kinds/document.ts';
import type { EntryCounts } from '../rows/entry-counts.ts';
import { countsInWords, documentDescription } from './descriptions.ts';
import type { SiteFrame } from './frame.ts';
import { reportLink } from './report-link.ts';

const ALWAYS = new Set([...kindsWith('isMarked'), 'date']);

type Filter = (...values: never[]) => unknown;

/** A page in the folder of its language; other files exist once. */
function inLanguage(address: string, language: LanguageVersion | undefined): string {
  const [page = ''] = address.split('#');
  return language?.addresses.has(page) ? language.folder + address : address;
}

/** `language`: of the pages, if the site has several. */
export function addFilters(
  environment: nunjucks.Environment,
  frame: SiteFrame,
  words: Interface,
  language: LanguageVersion | undefined,
): void {
  const filters: Readonly<Record<string, Filter>> = {
    relative: (address: string, page: string) =>
      page === MISSING_PAGE
        ? rootedAddress(inLanguage(address, language), frame.edition.address)
        : relativeAddress(address, page),
    current: currentMark,
    sectionOf,
    say: (key: string, values?: Record<string, string | number>) => words.say(key, values),
    sayOr: (key: string, fallback: string) => words.strings[key] ?? fallback,
    // A kind that the encoder does not mark is shown if the edition has entries of it.
    kinds: (property: Parameters<typeof kindsWith>[0]) =>
      kindsWith(property).filter((kind) => ALWAYS.has(kind) || frame.kinds.includes(kind)),
    names: (named: readonly NamedInHeader[]) => named.map(({ text }) => text).join(', '),
    day: (date: string) => dayInWords(date, words),
    span: (span: string) => spanInWords(span, words),
    life: (entry: Pick<EntryData, 'birth' | 'death'>) => lifeDates(entry, words),
    lifeDate: (date: LifeDate) => lifeDate(date, words),
    factsLine,
    countsInWords: (counts: EntryCounts, kind: IndexKind) => countsInWords(counts, kind, words),
    documentDescription: (input: DocumentInput) => documentDescription(input, words),
    coordinates: (geo: string, decimals?: number) => coordinatesInWords(geo, words, decimals),
    where: (link: BackLink) => linkContext(link, words),
    jsonForScript,
    webAddress: (address: string) => webAddress(frame, address),
    referenceFiles: (metadata: DocumentMetadata, address: string) =>
      referenceFiles(address, metadata),
    textAddress: textFileAddress,
    markdownAddress,
    pdfAddress,
    epubAddress,
    notesStyleAddress,
    printStyleAddress,
    present: (values: readonly unknown[]) => values.filter(Boolean),
    reportLink: (page: string) => reportLink(page, frame, words),
    largest: (values: readonly number[]) => Math.max(...values),
  };
  for (const [name, filter] of Object.entries(filters))
    environment.addFilter(name, filter as never);
}
