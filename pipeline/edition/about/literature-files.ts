/** The names under which an edition's list of literature is found beside edition.xml. */
export const LITERATURE_FILES = ['literature.json', 'literature.bib'] as const;
