/**
 * What a page of the site may load and run: only its own files.
 *
 * Exports a Content-Security-Policy (CSP 3). It is in every page, since a host of static files
 * sends no headers, and the preview sends it too. So no script, style or address from a text or a
 * file's name works in a page.
 */
import type { PageOptions } from '../../edition/site-options.ts';

export const POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** Who may put a page into a frame can only be stated in a header. */
export const FRAME_POLICY = "frame-ancestors 'none'";

export const HEADER_POLICY = `${POLICY}; ${FRAME_POLICY}`;

/** The hosts of the program of Hypothesis, its styles and its frame. */
const HYPOTHESIS = 'https://hypothes.is https://*.hypothes.is';

/** The policy of a page that may load from these other hosts. */
export function policyOf({ pictureHosts, hypothesis }: PageOptions): string {
  const pictures = pictureHosts.map((host) => ` https://${host}`).join('');
  const program = hypothesis ? ` ${HYPOTHESIS}` : '';
  const rules = {
    'img-src': pictures + program,
    'connect-src': pictures + program,
    'script-src': program,
    // Its styles are set within shadow trees of its own.
    'style-src': program && `${program} 'unsafe-inline'`,
    'font-src': program,
    'frame-src': program,
  };
  const allowed = Object.entries(rules).filter(([, hosts]) => hosts !== '');
  return [POLICY, ...allowed.map(([name, hosts]) => `${name} 'self'${hosts}`)].join('; ');
}
