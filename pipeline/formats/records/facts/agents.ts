/** Persons and organizations in the form that repositories require. */
import type { Responsible } from '../../../model/facts.ts';
import { familyName } from '../../citations/names.ts';
import { type SchemedIdentifier, schemed } from '../../facts/identifiers.ts';
import { isEastAsian } from '../../facts/names-in-parts.ts';
import { unique } from '../../writing/values.ts';

export interface Agent {
  readonly name: string;
  /**
   * "Read, Benjamin H."; for an organization its name; null for a person with a name in one
   * piece.
   */
  readonly inverted: string | null;
  readonly kind: 'person' | 'org';
  readonly family: string | null;
  readonly given: string | null;
  readonly ids: readonly SchemedIdentifier[];
  readonly email: string | null;
  readonly affiliation: string | null;
  /** The role in an editor's @role or the words of resp. */
  readonly role: string | null;
  readonly part: AgentPart;
  /** Named by documents only, not by the edition. */
  readonly ofDocument?: true;
}

/** A person's role in the edition. */
type AgentPart =
  | 'author'
  | 'editor'
  | 'leader'
  | 'translator'
  | 'contributor'
  | 'publisher'
  /** Wrote documents, but had no role in the edition. */
  | 'writer';

export function agentOf(party: Responsible, part: AgentPart): Agent {
  const { name, kind, given, suffix, email, affiliation, role, identifiers } = party;
  const family = kind === 'person' ? familyName(party) : null;
  const inOrder = [family, given, suffix].filter((piece) => piece !== null).join(', ');
  const behind = [given, suffix].filter((piece) => piece !== null).join(', ');
  return {
    name,
    inverted:
      kind === 'org'
        ? name
        : family === null
          ? null
          : isEastAsian(party)
            ? `${family}, ${given}`
            : inOrder,
    kind,
    family,
    given: (kind === 'person' && behind) || null,
    ids: schemed(identifiers),
    email,
    affiliation,
    role,
    part,
  };
}

/** Why these are the creators. */
export type Credited = 'editor' | 'author' | 'publisher';

/** Who is credited: the editors; without them the authors of the edition, else the publisher. */
export function creditedOf(
  editors: readonly Agent[],
  authors: readonly Agent[],
  publisher: Agent | null,
): { readonly credited: Credited; readonly creators: readonly Agent[] } {
  if (editors.length > 0) return { credited: 'editor', creators: editors };
  if (authors.length > 0) return { credited: 'author', creators: authors };
  return { credited: 'publisher', creators: publisher ? [publisher] : [] };
}

/** Each name once, as in its first statement. */
export function distinctAgents(agents: readonly Agent[]): Agent[] {
  return unique(agents, ({ name }) => name);
}

/** Persons and organizations in the headers of documents, each once. */
export function ofDocument(agents: readonly Agent[]): Agent[] {
  return distinctAgents(agents).map((one) => ({ ...one, ofDocument: true }));
}

/**
 * Those whom a record names that divides every name into parts: it omits persons whom only
 * documents name, and in one piece.
 */
export function withParts(agents: readonly Agent[]): Agent[] {
  return agents.filter(
    ({ kind, family, ofDocument }) => kind === 'org' || family !== null || !ofDocument,
  );
}

/** As in a list of names: the family name first, if it is known. */
export function listName({ inverted, name }: Agent): string {
  return inverted ?? name;
}

/** Words of resp for the roles of DataCite's vocabulary. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:project )?(?:lead|director|head|leitung|direcci[oó]n|direction)\b/i, 'ProjectLeader'],
  [/^project manag/i, 'ProjectManager'],
  [/^(?:edit(?:or|ed|ing)|herausgeber|éditeur|editor)/i, 'Editor'],
  [/^supervis/i, 'Supervisor'],
];

/** The type of a contributor in DataCite 4.6. */
export function contributorType({ part, kind, role }: Agent): string {
  if (part === 'writer') return kind === 'person' ? 'RelatedPerson' : 'Other';
  if (part === 'translator') return 'Translator';
  if (part === 'leader') return 'ProjectLeader';
  if (part === 'editor') return 'Editor';
  return BY_WORDS.find(([words]) => words.test(role ?? ''))?.[1] ?? 'Other';
}

/** The same for vocabularies without a term for translators (Zenodo, InvenioRDM, Dataverse). */
export function olderContributorType(agent: Agent): string {
  const type = contributorType(agent);
  return type === 'Translator' ? 'Other' : type;
}
