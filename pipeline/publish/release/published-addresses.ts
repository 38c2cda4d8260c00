import type { Register } from '../../edition/register.ts';
import type { Redirects } from '../history/redirects.ts';

/** The published addresses: the register, and the redirects. */

export interface PublishedAddresses {
  readonly register: Register;
  readonly redirects: Redirects;
}
