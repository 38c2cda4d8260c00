/** The requests to a service and its answers, as plain types. */

/** A part of a body: bytes, or a file of known size. */
export type BodyPart = Uint8Array | { readonly file: string; readonly size: number };

export interface RepositoryRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query below the base address, percent-encoded: `/api/records`. */
  readonly path: string;
  readonly json?: unknown;
  readonly body?: readonly BodyPart[];
  readonly contentType?: string;
  /**
   * For a request that must not be done twice: searches what the request makes. Called several
   * times before a request without answer is sent again.
   */
  readonly find?: () => Promise<ServiceResponse | null>;
  /** The answer with which a dry run continues. */
  readonly example: unknown;
}

export interface ServiceResponse {
  readonly status: number;
  /** The parsed body; its text if it is not JSON; null if there is none. */
  readonly body: unknown;
}

/** Sends requests to one service. */
export type Transport = (request: RepositoryRequest) => Promise<ServiceResponse>;

export interface Connection {
  /** `https://zenodo.org`, without a slash at its end. */
  readonly base: string;
  readonly token: string;
  /** The header that carries the token. */
  readonly authorization: (token: string) => readonly [name: string, value: string];
  /** Takes one line about each request and each new attempt. */
  readonly log: (line: string) => void;
  /** Milliseconds before the first new attempt; doubled for each further one. */
  readonly patience?: number;
  /** Milliseconds without a byte from the server. */
  readonly silence?: number;
  /** Milliseconds from the first line of an answer to its end. */
  readonly longestAnswer?: number;
}
