import type { Register } from '../../edition/register.ts';
import type { Redirects } from '../past/redirects.ts';

/** What is published: the register of addresses, and the redirects. */

export interface PublishedAddresses {
  readonly register: Register;
  readonly redirects: Redirects;
}
