import type { Application } from '../../../model/facts.ts';
import type { SchemedIdentifier } from '../../facts/identifiers.ts';
import type { LicenceNames } from '../../facts/licences.ts';
import type { Agent, Credited } from './agents.ts';
import type { PrintedSource, SubjectFacts } from './summary.ts';

/** The facts of an edition that the records for repositories are written from. */

export interface DepositFunder {
  readonly name: string;
  readonly ids: readonly SchemedIdentifier[];
  readonly grant: string | null;
}

export interface DepositFacts {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly language: string | null;
  /** ISO 639-3. */
  readonly languages: readonly string[];
  readonly publisher: string | null;
  readonly publisherAgent: Agent | null;
  readonly published: string | null;
  readonly version: string | null;
  readonly uri: string | null;
  /** The URI, if it is an address. */
  readonly web: string | null;
  readonly doi: string | null;
  /** All identifiers that the edition gives itself, including DOI, handle, ARK and SWHID. */
  readonly identifiers: readonly SchemedIdentifier[];
  readonly licence: string | null;
  readonly licenceWords: string | null;
  readonly licenceNames: LicenceNames;
  readonly rights: readonly string[];
  readonly description: string | null;
  readonly sampling: string | null;
  readonly practice: string | null;
  readonly creators: readonly Agent[];
  readonly credited: Credited;
  readonly editors: readonly Agent[];
  readonly authors: readonly Agent[];
  readonly translators: readonly Agent[];
  /** The authors of the documents. */
  readonly writers: readonly Agent[];
  readonly contributors: readonly Agent[];
  readonly funders: readonly DepositFunder[];
  readonly email: string | null;
  readonly keywords: readonly string[];
  /** ÖFOS, as addresses of ARCHE's vocabulary. */
  readonly disciplines: readonly string[];
  readonly subjects: readonly SubjectFacts[];
  readonly places: readonly SubjectFacts[];
  readonly printed: readonly PrintedSource[];
  readonly archives: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  readonly application: Application | null;
  /** The number of documents. */
  readonly count: number;
}
