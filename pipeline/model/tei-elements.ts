/** Elements of TEI that matter wherever the words of a text are read. */

/** A line, column or page begins. */
export const BREAKS: ReadonlySet<string> = new Set(['lb', 'pb', 'cb', 'gb', 'milestone']);

/** Of `choice`: the readings of the source, and those of an editor. */
export const SOURCE_READINGS: ReadonlySet<string> = new Set(['sic', 'orig', 'abbr']);
export const EDITOR_READINGS: ReadonlySet<string> = new Set(['corr', 'reg', 'expan']);

/** A whole text, or a corpus of texts. */
export const WHOLE_TEXTS: ReadonlySet<string> = new Set(['TEI', 'teiCorpus']);
