/**
 * What repositories ask for, and its place in the TEI.
 *
 * Takes the facts of an edition. Returns for each requirement its value, or what to add and where.
 * One table: a repository only names its requirements (repositories.ts).
 */
import { isDate, isDay } from '../../formats/facts/dates.ts';
import { type Agent, withParts } from '../../formats/records/facts/agents.ts';
import type { DepositFacts } from '../../formats/records/facts/model.ts';
import { isEmail } from './email.ts';

interface Requirement {
  /** In the report: "Licence". */
  readonly what: string;
  /** Below TEI, in edition.xml. */
  readonly place: string;
  /** What to write there, as the end of a sentence. */
  readonly supply: string;
  /** The value, in words; undefined if it is missing or cannot be used. */
  readonly there: (facts: DepositFacts) => string | undefined;
}

const FILE = 'teiHeader/fileDesc';
const PUBLICATION = `${FILE}/publicationStmt`;

export const REQUIREMENTS = {
  title: {
    what: 'Title',
    place: `${FILE}/titleStmt/title[@type='main']`,
    supply: 'write the edition’s title',
    there: ({ title }) => title ?? undefined,
  },
  publisher: {
    what: 'Publisher',
    place: `${PUBLICATION}/publisher`,
    supply: 'write who publishes the edition',
    there: ({ publisher }) => publisher ?? undefined,
  },
  published: {
    what: 'Date of publication',
    place: `${PUBLICATION}/date/@when`,
    supply: 'write the day, or the month or the year, as in when="2026-11-23"',
    there: ({ published }) => (published !== null && isDate(published) ? published : undefined),
  },
  day: {
    what: 'Day of publication',
    place: `${PUBLICATION}/date/@when`,
    supply: 'write the whole day, as in when="2026-11-23"',
    there: ({ published }) => (published !== null && isDay(published) ? published : undefined),
  },
  licence: {
    what: 'Licence',
    place: `${PUBLICATION}/availability/licence/@target`,
    supply:
      'write the licence’s address, as in target="https://creativecommons.org/licenses/by/4.0/"',
    there: ({ licence }) => licence ?? undefined,
  },
  namedLicence: {
    what: 'Licence with a name in SPDX',
    place: `${PUBLICATION}/availability/licence/@target`,
    supply: 'choose a licence that SPDX lists, for example Creative Commons, and write its address',
    there: ({ licenceNames }) => licenceNames.spdx,
  },
  archeLicence: {
    what: 'Licence of ARCHE’s vocabulary',
    place: `${PUBLICATION}/availability/licence/@target`,
    supply:
      'choose a licence that ARCHE lists, for example Creative Commons, and write its address',
    there: ({ licenceNames }) => licenceNames.arche,
  },
  identifier: {
    what: 'Identifier',
    place: `${PUBLICATION}/idno[@type='URI']`,
    supply: 'write the edition’s web address, or a urn:uuid',
    there: ({ uri, doi }) => uri ?? doi ?? undefined,
  },
  description: {
    what: 'Description',
    place: 'teiHeader/encodingDesc/projectDesc/p',
    supply: 'write a paragraph on what the edition is',
    there: ({ description }) => description ?? undefined,
  },
  language: {
    what: 'Language',
    place: 'teiHeader/profileDesc/langUsage/language/@ident',
    supply: 'write the language’s tag, as in ident="en"',
    there: ({ languages }) => languages.join(', ') || undefined,
  },
  editor: {
    what: 'Editor, to be credited by name',
    place: `${FILE}/titleStmt/editor/persName`,
    supply: 'write the editor’s name, with forename and surname marked',
    there: ({ editors }) => editors.map(({ name }) => name).join('; ') || undefined,
  },
  familyName: {
    what: 'Family name and given name of every person',
    place: `${FILE}/titleStmt/editor/persName`,
    supply: 'mark the parts of the name: <forename>Jane</forename> <surname>Doe</surname>',
    there: ({ creators, contributors }) => {
      const persons = withParts([...creators, ...contributors]).filter(
        ({ kind }) => kind === 'person',
      );
      if (persons.some(({ family }) => family === null)) return undefined;
      return (
        persons.map(({ inverted, name }) => inverted ?? name).join('; ') || 'no person is named'
      );
    },
  },
  orcid: {
    what: 'ORCID of the editor',
    place: `${FILE}/titleStmt/editor/idno[@type='ORCID']`,
    supply: 'write the editor’s ORCID, sixteen digits with hyphens',
    there: ({ editors }) => editors.flatMap(orcidOf).join(', ') || undefined,
  },
  email: {
    what: 'E-mail address of a contact',
    place: `${FILE}/titleStmt/editor/email`,
    supply: 'write an address that can be published',
    there: ({ email }) => (email !== null && isEmail(email) ? email : undefined),
  },
  doi: {
    what: 'DOI',
    place: `${PUBLICATION}/idno[@type='DOI']`,
    supply: 'add <idno type="DOI">10.…</idno> once a repository has reserved a DOI',
    there: ({ doi }) => doi ?? undefined,
  },
  web: {
    what: 'Web address',
    place: `${PUBLICATION}/idno[@type='URI']`,
    supply: 'write the address, https://…, once the site has one',
    there: ({ web }) => web ?? undefined,
  },
  version: {
    what: 'Version',
    place: `${FILE}/editionStmt/edition/@n`,
    supply: 'write the version, as in n="1.0.0"',
    there: ({ version }) => version ?? undefined,
  },
  keywords: {
    what: 'Keywords',
    place: 'teiHeader/profileDesc/textClass/keywords/term',
    supply: 'add <keywords> with a <term> for what the edition is about',
    there: ({ keywords }) => keywords.join(', ') || undefined,
  },
  discipline: {
    what: 'Discipline, from the Austrian classification ÖFOS',
    place: 'teiHeader/profileDesc/textClass/keywords/term/@ref',
    supply: 'write its address, as in ref="https://vocabs.acdh.oeaw.ac.at/oefosdisciplines/601"',
    there: ({ disciplines }) => disciplines.join(', ') || undefined,
  },
  places: {
    what: 'Places with coordinates',
    place: 'standOff/listPlace/place/location/geo',
    supply: 'write latitude and longitude into the authority file of places',
    there: ({ places }) => places.map(({ name }) => name).join(', ') || undefined,
  },
  printed: {
    what: 'Source that the text is taken from',
    place: `${FILE}/sourceDesc/biblStruct`,
    supply: 'describe the printed source, with its web address in ref/@target',
    there: ({ printed }) =>
      listedOrCounted(printed.map(({ citation, address }) => citation || address || '')),
  },
  funder: {
    what: 'Funder',
    place: `${FILE}/titleStmt/funder`,
    supply: 'add <funder>, where there is one, with its name',
    there: ({ funders }) => funders.map(({ name }) => name).join('; ') || undefined,
  },
  documents: {
    what: 'Documents',
    place: 'text',
    supply: 'encode a document first, with "siglum encode"',
    there: ({ count }) => (count > 0 ? `${count}` : undefined),
  },
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementName = keyof typeof REQUIREMENTS;

/** The requirements that the facts do not meet. */
export function unmetOf(names: readonly RequirementName[], facts: DepositFacts): RequirementName[] {
  return names.filter((name) => REQUIREMENTS[name].there(facts) === undefined);
}

function orcidOf({ ids }: Agent): string[] {
  return ids
    .filter(({ scheme, value }) => scheme === 'ORCID' && isOrcid(value))
    .map(({ value }) => value);
}

/**
 * ISO 7064 MOD 11-2, which repositories check (support.orcid.org, “Structure of the ORCID
 * Identifier”).
 */
export function isOrcid(value: string): boolean {
  if (!/^(\d{4}-){3}\d{3}[\dX]$/.test(value)) return false;
  const digits = value.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits[15] === (check === 10 ? 'X' : String(check));
}

/** A few are listed by name, many are counted. */
function listedOrCounted(sources: readonly string[]): string | undefined {
  if (sources.length === 0) return undefined;
  return sources.length <= 3 ? sources.join('; ') : `${sources[0]}; and ${sources.length - 1} more`;
}
