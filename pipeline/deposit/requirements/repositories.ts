/**
 * The repositories that packages are made for: the needs of each, and the files that it gets.
 *
 * Takes the records of an edition. Returns files, by their paths in the repository's own folder. A
 * repository is a row of the table.
 */
import { formatJson } from '../../core/files/output-folder.ts';
import { UsageError } from '../../core/finding.ts';
import type { Records } from '../package/records.ts';
import type { RequirementName } from './requirements.ts';

export interface Repository {
  /** The value of `--repository`; also the name of its folder. */
  readonly name: string;
  readonly title: string;
  /** What to do with the files. */
  readonly use: string;
  /** Required for a deposit there, in addition to what every package needs. */
  readonly must: readonly RequirementName[];
  /**
   * Asked for before publication; can also be entered on the repository's own form. The records
   * omit it if it is missing.
   */
  readonly later: readonly RequirementName[];
  /** Optional values that improve the record. */
  readonly should: readonly RequirementName[];
  /** Whether the deposit is the bag, or the folder alone. */
  readonly bag: boolean;
  /** The TEI goes into the folder too, in the layout of the edition. */
  readonly tei?: true;
  readonly files: (records: Records) => readonly (readonly [path: string, content: string])[];
}

/** Required by every package. There always is a creator: without an editor, the publisher. */
export const ALWAYS: readonly RequirementName[] = [
  'documents',
  'title',
  'publisher',
  'published',
  'licence',
  'identifier',
  'description',
  'language',
];

export const REPOSITORIES: readonly Repository[] = [
  {
    name: 'bagit',
    title: 'Any repository that takes a BagIt bag or an RO-Crate',
    use: 'Hand in the bag, as a folder or as the ZIP file; its payload, data/, is an RO-Crate.',
    must: [],
    later: [],
    should: ['editor', 'orcid', 'doi', 'email', 'version', 'places', 'printed', 'funder'],
    bag: true,
    files: () => [],
  },
  {
    name: 'datacite',
    title: 'DataCite, for a DOI',
    use:
      'Give datacite.xml to the institution that registers your DOI. Until there is one, the ' +
      'edition’s own identifier is used instead.',
    must: [],
    later: [],
    should: ['doi', 'editor', 'orcid', 'web', 'version', 'keywords', 'places', 'printed', 'funder'],
    bag: true,
    files: ({ datacite }) => [['datacite.xml', datacite]],
  },
  {
    name: 'zenodo',
    title: 'Zenodo',
    use:
      'Upload the ZIP file. .zenodo.json has the metadata for the deposit API, and for a ' +
      'repository on GitHub that Zenodo archives: put it at the top there.',
    must: ['namedLicence'],
    later: [],
    should: ['editor', 'orcid', 'doi', 'version', 'keywords', 'printed', 'funder'],
    bag: true,
    files: ({ zenodo }) => [['.zenodo.json', formatJson(zenodo)]],
  },
  {
    name: 'inveniordm',
    title: 'InvenioRDM (Zenodo’s current interface; many institutions)',
    use:
      'Send record.json to POST /api/records, then upload the ZIP file to the draft that this ' +
      'makes.',
    must: ['familyName'],
    later: [],
    should: [
      'editor',
      'orcid',
      'doi',
      'namedLicence',
      'version',
      'keywords',
      'places',
      'printed',
      'funder',
    ],
    bag: true,
    files: ({ invenio }) => [['record.json', formatJson(invenio)]],
  },
  {
    name: 'dataverse',
    title: 'Dataverse',
    use:
      'Send dataset.json to POST /api/dataverses/…/datasets, then upload the ZIP file, which ' +
      'Dataverse unpacks. Without a contact’s e-mail address it makes a dataset only where ' +
      'incomplete ones are allowed (?doNotValidate=true).',
    must: [],
    later: ['email'],
    should: ['editor', 'orcid', 'doi', 'web', 'keywords', 'printed', 'funder'],
    bag: true,
    files: ({ dataverse }) => [['dataset.json', formatJson(dataverse)]],
  },
  {
    name: 'oai-dc',
    title: 'Harvesters (OAI-PMH, Dublin Core)',
    use: 'Give oai-dc.xml to the repository that answers harvesters, as the record of the edition.',
    must: [],
    later: [],
    should: ['editor', 'doi', 'web', 'keywords', 'printed'],
    bag: false,
    files: ({ oaiDc }) => [['oai-dc.xml', oaiDc]],
  },
  {
    name: 'arche',
    title: 'ARCHE (Austrian Centre for Digital Humanities)',
    use:
      'Send arche.ttl with the bag to ARCHE’s curators, who agree on the name of the ' +
      'collection and check the metadata.',
    must: ['archeLicence', 'keywords'],
    later: ['discipline'],
    should: ['editor', 'orcid', 'email', 'web', 'version'],
    bag: true,
    files: ({ arche }) => [['arche.ttl', arche]],
  },
  {
    name: 'tapas',
    title: 'TAPAS (TEI Archiving, Publishing, and Access Service)',
    use:
      'Make a collection with the words of collection.txt. Upload the support files first, ' +
      'then the documents, a record a line of records.csv.',
    must: [],
    later: [],
    should: ['editor'],
    bag: false,
    tei: true,
    files: ({ tapas }) => [
      ['collection.txt', tapas.collection],
      ['records.csv', tapas.records],
    ],
  },
  {
    name: 'dspace',
    title: 'DSpace (Simple Archive Format)',
    use:
      'Import the folder: dspace import --add --source=dspace --mapfile=map ' +
      '--collection=HANDLE. Its one item has Dublin Core and the bag.',
    must: [],
    later: [],
    should: ['editor', 'orcid', 'doi', 'web', 'keywords', 'printed'],
    bag: true,
    files: ({ dspace }) => Object.entries(dspace).map(([path, text]) => [`item-1/${path}`, text]),
  },
  {
    name: 'clarin',
    title: 'CLARIN centres (CMDI 1.2)',
    use:
      'Give record.cmdi with the ZIP file to the centre, which puts its own identifiers into ' +
      'Header and ResourceProxyList.',
    must: [],
    later: [],
    should: ['editor', 'orcid', 'doi', 'web', 'keywords', 'places', 'printed'],
    bag: true,
    files: ({ cmdi }) => [['record.cmdi', cmdi]],
  },
  {
    name: 'textgrid',
    title: 'TextGrid Repository',
    use:
      'Import the folder with TextGridLab or tgadmin: a collection that aggregates an ' +
      'edition, which aggregates the TEI files, each with its .meta file.',
    must: [],
    later: [],
    should: ['editor', 'keywords', 'printed'],
    bag: false,
    tei: true,
    files: ({ textgrid }) => Object.entries(textgrid),
  },
  {
    name: 'oai-pmh',
    title: 'A static repository for OAI-PMH',
    use:
      'Put oai-static.xml beside the site’s first page, and register its address with a ' +
      'static repository gateway. Then write its base URL into Identify/baseURL. The file ' +
      'has a record of the edition and one of each document with an identifier.',
    must: ['web', 'email', 'day'],
    later: [],
    should: ['editor', 'doi', 'keywords', 'printed'],
    bag: false,
    files: ({ oaiStatic }) => (oaiStatic === null ? [] : [['oai-static.xml', oaiStatic]]),
  },
];

/** One by its name, or all. Throws a `UsageError` with the list if none has that name. */
export function repositoriesNamed(name: string | undefined): readonly Repository[] {
  if (name === undefined) return REPOSITORIES;
  const found = REPOSITORIES.filter((repository) => repository.name === name);
  if (found.length > 0) return found;
  const names = REPOSITORIES.map((repository) => repository.name).join(', ');
  throw new UsageError(`--repository takes one of ${names}; “${name}” is not one of them`);
}
