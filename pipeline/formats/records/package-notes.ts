/** Texts for readers of the package, beside the data: README.md and LICENSE.txt. */
import { doiAddress } from '../facts/schemes.ts';
import { joined } from '../writing/values.ts';
import type { DepositFacts } from './facts/model.ts';
import { byFolder, type DescribedFile, FILE_KINDS, FOLDERS, foldersOf } from './facts/package.ts';

/** README.md. */
export function packageReadme(facts: DepositFacts, files: readonly DescribedFile[]): string {
  const { doi, uri, licence, licenceNames, practice } = facts;
  const top = byFolder(foldersOf(files)).get('') ?? [];
  const editors = facts.editors.map(({ name }) => name).join(', ');
  const translators = facts.translators.map(({ name }) => name).join(', ');
  const contributors = facts.contributors.filter(({ part }) => part === 'contributor');
  const sections = [
    `# ${joined([facts.title, facts.subtitle], ': ')}`,
    joined([facts.description, facts.sampling], ' ') ?? '',
    [
      ...said('Version', joined([facts.version, facts.published], ', ')),
      ...said('Publisher', facts.publisher),
      ...said('Editors', editors),
      ...said('Translators', translators),
      ...said('Contributors', contributors.map(({ name }) => name).join(', ')),
      ...said('Identifier', joined([doi && doiAddress(doi), uri], ', ')),
      ...said('Licence', joined([licenceNames.dataverse, licence], ', ')),
      ...said('From', facts.printed.flatMap(({ citation }) => citation ?? []).join('; ')),
    ].join('\n'),
    '## What is here',
    [
      `- \`edition.xml\`: ${FILE_KINDS.edition}`,
      ...top.map((folder) => `- \`${folder}/\`: ${FOLDERS[folder] ?? ''}`),
      '- `ro-crate-metadata.json`, `ro-crate-preview.html`: the same for programs and for ' +
        'readers (RO-Crate 1.2)',
    ].join('\n'),
    'The TEI is the master; texts and data are made from it. In the bag that holds this ' +
      'folder, `sha512sum -c manifest-sha512.txt` proves that nothing was changed on the way.',
    ...(practice ? [`## Editorial practice\n\n${practice}`] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function said(what: string, words: string | null): string[] {
  return words ? [`- ${what}: ${words}`] : [];
}

/** LICENSE.txt: the terms in the header's own words. */
export function packageRights({ licenceWords, licence, rights }: DepositFacts): string {
  return `${joined([licenceWords, licence, ...rights], '\n\n') ?? ''}\n`;
}
