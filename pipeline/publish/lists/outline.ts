/** The outline of an edition around one document, and the headings of its contents. */
import { type Chapter, type ChapterPlace, headings } from '../site/order.ts';

/** A chapter as a link: the siblings of the chapters around a document. */
export interface OutlineChapter {
  readonly text: string;
  /** Empty if a heading has no page of its own. */
  readonly address: string | null;
  /** Whether the document is in it, or is its page. */
  readonly here: boolean;
  readonly under: readonly OutlineChapter[];
}

/** More siblings than this do not help on a document's page; its chapter's page is a step away. */
const MOST_BESIDE = 80;

/**
 * The chapters around a document, and their siblings, at each level; empty if there is no other
 * than its own.
 */
export function outlineAround<
  Document extends { readonly title: string; readonly address: string },
>({ chapter, way, levels }: ChapterPlace<Document>): readonly OutlineChapter[] {
  const around = new Set([...way, chapter]);
  const level = (depth: number): OutlineChapter[] => {
    const all = levels[depth] ?? headings(chapter.under);
    const shown = all.length > MOST_BESIDE ? all.filter((one) => around.has(one)) : all;
    return shown.map((one) => ({
      text: one.document?.title ?? one.heading ?? '',
      address: one.document?.address ?? null,
      here: around.has(one),
      under: around.has(one) ? level(depth + 1) : [],
    }));
  };
  const outline = level(0);
  return hasOther(outline) ? outline : [];
}

function hasOther(outline: readonly OutlineChapter[]): boolean {
  return outline.some(({ here, under }) => !here || hasOther(under));
}

/** A chapter of the contents without its documents. */
export interface ContentsHeading {
  readonly text: string;
  /** Of its own page, else of the first document under it. */
  readonly address: string;
  readonly count: number;
  readonly under: readonly ContentsHeading[];
}

/** How many headings a page can contain. */
const MOST_HEADINGS = 400;

/** The chapters, as many levels deep as fit on a page; empty if there are too many at the top. */
export function headingsOf<Document extends { readonly title: string; readonly address: string }>(
  chapters: readonly Chapter<Document>[],
): readonly ContentsHeading[] {
  let deepest = 0;
  let level = headings(chapters);
  for (let all = level.length; level.length > 0 && all <= MOST_HEADINGS; all += level.length) {
    deepest += 1;
    level = level.flatMap(({ under }) => headings(under));
  }
  const heading = (chapter: Chapter<Document>, depth: number): ContentsHeading => ({
    text: chapter.document?.title ?? chapter.heading ?? '',
    address: firstIn(chapter)?.address ?? '',
    count: chapter.count,
    under: depth < deepest ? headings(chapter.under).map((one) => heading(one, depth + 1)) : [],
  });
  return deepest === 0 ? [] : headings(chapters).map((one) => heading(one, 1));
}

/** Each remaining chapter contains a document (`chaptersOf`). */
function firstIn<Document>({ document, under }: Chapter<Document>): Document | null {
  if (document) return document;
  for (const one of under) {
    const found = firstIn(one);
    if (found) return found;
  }
  return null;
}
