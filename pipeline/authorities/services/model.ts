/** Requests to external authority services, and their answers. */

export type AskedKind = 'person' | 'place' | 'org';

/** A name to look up. */
export interface ServiceQuestion {
  readonly kind: AskedKind;
  readonly name: string;
}

/** An entry of an external authority file that may be the named one. */
export interface ServiceCandidate {
  /** `@type` of its `idno`: `GND`, `VIAF` …; by default the name of the service. */
  readonly scheme: string;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** W3C dates, if the service has them. */
  readonly birth?: string;
  readonly death?: string;
  /** Latitude and longitude, separated by a space. */
  readonly coordinates?: string;
  /** The entry's page. */
  readonly address?: string;
  /** The service's own score; higher is more likely. */
  readonly score?: number;
}

/** The candidates for one name, and when the service gave them (an ISO day). */
export interface ServiceAnswer {
  readonly day: string;
  readonly candidates: readonly ServiceCandidate[];
}

/** One request; `body` makes it a POST of form data. */
export interface ServiceRequest {
  readonly address: string;
  readonly body?: string;
}

/** A kind of service: how it is asked, and how its answers are read. */
export interface ServiceKind {
  readonly name: string;
  /** Its address, unless the editor names another one. */
  readonly address: string;
  /** Returns nothing if the service does not have names of this kind. */
  readonly request: (base: string, question: ServiceQuestion) => ServiceRequest | undefined;
  /** @throws ServiceProblem where the service refuses, or the answer is not as documented. */
  readonly read: (answer: unknown, question: ServiceQuestion) => ServiceCandidate[];
  /** A second request that completes candidates with dates. */
  readonly details?: {
    readonly request: (base: string, candidates: readonly ServiceCandidate[]) => ServiceRequest;
    readonly read: (answer: unknown, candidates: readonly ServiceCandidate[]) => ServiceCandidate[];
  };
}

/** Why a service gave no answer, in words for the editor. */
export class ServiceProblem extends Error {
  /**
   * Further questions are useless: the service is unreachable, or the limit of requests is reached.
   */
  readonly final: boolean;

  constructor(message: string, final: boolean) {
    super(message);
    this.final = final;
  }
}
