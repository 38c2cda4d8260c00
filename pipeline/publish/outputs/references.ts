/**
 * The files that reference managers read, of every document beside its page and of the edition at
 * the top of the site: BibTeX, BibLaTeX, RIS, CSL-JSON; the sets of typed links (RFC 9264);
 * CITATION.cff; and all documents in one file a format.
 *
 * Takes metadata. Returns files. The page shows the same contents as it offers for download.
 */

import type { OutputFolder, SiteFile } from '../../core/files/output-folder.ts';
import type { DocumentMetadata } from '../../formats/document.ts';
import type { Site } from '../site/site.ts';
import { orderedJson } from './ordered-json.ts';

type Referable = Pick<DocumentMetadata, 'bibtex' | 'biblatex' | 'ris' | 'csl'>;

export interface ReferenceFile extends SiteFile {
  /** The format's name, which is the same in every language. */
  readonly name: string;
}

interface ReferenceFormat {
  readonly name: string;
  readonly ending: string;
  content(metadata: Referable): string;
  /** The text before, between and after the contents if one file contains several. */
  readonly around: readonly [before: string, between: string, after: string];
  /** The part of a content that goes between these. */
  within(content: string): string;
}

const ONE_AFTER_ANOTHER: Pick<ReferenceFormat, 'around' | 'within'> = {
  around: ['', '', ''],
  within: (content) => content,
};

/** Each content is an array of one object. */
const ONE_ARRAY: Pick<ReferenceFormat, 'around' | 'within'> = {
  around: ['[', ',', '\n]\n'],
  within: (content) => content.trim().slice(1, -1).trimEnd(),
};

const FORMATS: readonly ReferenceFormat[] = [
  { name: 'BibTeX', ending: '.bib', content: ({ bibtex }) => bibtex, ...ONE_AFTER_ANOTHER },
  {
    name: 'BibLaTeX',
    ending: '.biblatex.bib',
    content: ({ biblatex }) => biblatex,
    ...ONE_AFTER_ANOTHER,
  },
  { name: 'RIS', ending: '.ris', content: ({ ris }) => ris, ...ONE_AFTER_ANOTHER },
  { name: 'CSL-JSON', ending: '.csl.json', content: ({ csl }) => orderedJson([csl]), ...ONE_ARRAY },
];

/** The files for reference managers of a document or of the edition. `address`: of its page. */
export function referenceFiles(address: string, metadata: Referable): readonly ReferenceFile[] {
  return FORMATS.map(({ name, ending, content }) => {
    return { name, address: stem(address) + ending, content: content(metadata) };
  });
}

/** All documents in one file a format. */
export function collectedFiles(): readonly { readonly name: string; readonly address: string }[] {
  return FORMATS.map(({ name, ending }) => ({ name, address: `/documents${ending}` }));
}

/** The edition's files at the top of the site. */
export function editionReferenceFiles({
  editionMetadata,
}: Pick<Site, 'editionMetadata'>): readonly ReferenceFile[] {
  const { cff } = editionMetadata;
  return [
    ...referenceFiles('/edition.html', editionMetadata),
    ...(cff === null ? [] : [{ name: 'CITATION.cff', address: '/CITATION.cff', content: cff }]),
  ];
}

/** A document's own files. `address`: of its page. */
export function documentReferences(
  address: string,
  metadata: DocumentMetadata,
): readonly SiteFile[] {
  const linkset = {
    address: `${stem(address)}.linkset.json`,
    content: orderedJson(metadata.linkset),
  };
  return [...referenceFiles(address, metadata), linkset];
}

/** Takes each document once, in the edition's order, for the files that contain all of them. */
interface References {
  add(metadata: DocumentMetadata): void;
  close(): void;
}

export function openReferences(folder: OutputFolder): References {
  const collected = FORMATS.map(({ ending, around: [before, between, after], within }) => {
    const file = folder.open(`/documents${ending}`);
    let separator = before;
    return {
      add(content: string): void {
        file.write(separator + within(content));
        separator = between;
      },
      close(): void {
        file.write((separator === before ? before : '') + after);
        file.close();
      },
    };
  });
  return {
    add(metadata) {
      for (const [index, { content }] of FORMATS.entries())
        collected[index]?.add(content(metadata));
    },
    close() {
      for (const file of collected) file.close();
    },
  };
}

export function writeEditionReferences(site: Site, folder: OutputFolder): void {
  for (const { address, content } of editionReferenceFiles(site)) folder.write(address, content);
  folder.write('/linkset.json', orderedJson(site.editionMetadata.linkset));
}

function stem(address: string): string {
  return address.replace(/\.html$/, '');
}
