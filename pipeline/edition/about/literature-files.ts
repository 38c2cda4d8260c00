/** The file names of an edition's list of literature, which is beside edition.xml. */
export const LITERATURE_FILES = ['literature.json', 'literature.bib'] as const;
