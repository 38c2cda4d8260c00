/** How a collation treats the elements of a TEI transcription. */
import { wordList } from '../../core/text.ts';

/** Their words are not collated. */
export const EXCLUDED: ReadonlySet<string> = new Set(
  wordList(`
    teiHeader standOff facsimile sourceDoc note noteGrp fw index interp interpGrp certainty figDesc
    desc metamark witDetail wit listApp listWit addSpan delSpan damageSpan
  `),
);

/** They are within a line of text; every other element begins a block. */
export const INLINE: ReadonlySet<string> = new Set(
  wordList(`
    abbr add am app c cb choice corr damage date del distinct email emph ex expan figure foreign
    forename formula g gap gb geogFeat geogName genName gloss graphic handShift hi ident idno lb lem
    m measure measureGrp mentioned milestone mod name nameLink nobr num objectName orgName orig pb
    pc persName placeName ptr q quote rdg rdgGrp ref reg restore retrace roleName rs said secl seg
    sic soCalled space subst supplied surname surplus term time title unclear undo redo w s phr cl
    country region settlement district bloc addName affiliation age bibl biblScope author editor
    publisher pubPlace anchor alt att code gi val tag docDate docAuthor lacunaStart lacunaEnd
    witStart witEnd listTranspose cit
  `),
);

/** Elements that number places of the work, not of the page. */
export const NUMBERED: ReadonlySet<string> = new Set(['l', 'ab', 'seg', 'milestone', 'div', 'lg']);
/** Units of `milestone` that belong to the page. */
export const UNITS_OF_PAGE: ReadonlySet<string> = new Set([
  'page',
  'folio',
  'leaf',
  'column',
  'line',
  'gathering',
  'quire',
]);

/** A hyphen at the end of a line. */
export const LINE_END_HYPHEN = /[-‐‑¬⸗\u00AD=]$/;
