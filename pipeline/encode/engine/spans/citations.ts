/**
 * Citations as spans: `bibl` with its parts, `ref` for other documents and notes.
 *
 * Takes a passage's citations. Returns spans. TEI Guidelines, chapters 3.7 (ref) and 3.12 (bibl).
 */
import type { CitationKind, CitationMention, CitationPart } from '../../names/citations.ts';
import type { Span } from '../model.ts';

/** The data for the targets of references. */
export interface Targets {
  /** The document's id. */
  readonly id: string;
  /** The numbers of the document's notes. */
  readonly notes: ReadonlySet<string>;
  /**
   * The prefix by which the edition points to documents of the printed volume (`frus:d38`), if it
   * declares one.
   */
  readonly prefix?: string;
}

const TYPE: Readonly<Partial<Record<CitationKind, string>>> = {
  archival: 'archival',
  ibid: 'archival',
  telegram: 'telegram',
  cable: 'cable',
  frus: 'frus',
};

export function citationSpans(
  citations: readonly CitationMention[],
  targets: Targets,
  automatic: Readonly<Record<string, string>>,
): Span[] {
  return citations.flatMap((citation) => {
    const type = TYPE[citation.kind];
    if (type === undefined) return reference(citation, targets, automatic);
    const bibl: Span = {
      start: citation.start,
      end: citation.end,
      element: 'bibl',
      attributes: { type, ...automatic },
      rank: 1,
    };
    return [bibl, ...citation.parts.map(partSpan)];
  });
}

function partSpan(part: CitationPart): Span {
  const { start, end } = part;
  switch (part.kind) {
    case 'idno':
      return {
        start,
        end,
        element: 'idno',
        attributes: { type: part.type ?? 'shelfmark' },
        rank: 5,
        leaf: true,
      };
    case 'series':
      return { start, end, element: 'title', attributes: { level: 's' }, rank: 2 };
    case 'volume':
      return { start, end, element: 'title', attributes: { level: 'm' }, rank: 2 };
  }
}

/** A reference without a target is not marked. */
function reference(
  citation: CitationMention,
  targets: Targets,
  automatic: Readonly<Record<string, string>>,
): Span[] {
  const target = targetOf(citation, targets);
  if (target === undefined) return [];
  const { start, end, kind } = citation;
  return [
    { start, end, element: 'ref', attributes: { type: kind, target, ...automatic }, rank: 1 },
  ];
}

function targetOf({ kind, n }: CitationMention, targets: Targets): string | undefined {
  if (n === undefined) return undefined;
  if (kind === 'note') return targets.notes.has(n) ? `#${targets.id}-n${n}` : undefined;
  return targets.prefix === undefined ? undefined : `${targets.prefix}:d${n}`;
}
