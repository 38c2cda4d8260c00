/**
 * What a page of the site may load and run: its own files, and nothing else.
 *
 * Exports a Content-Security-Policy (CSP 3). It is in every page, since a host of
 * static files sends no headers, and the preview sends it too. Whatever a text or a file's name
 * brings into a page, no script, style or address in it works.
 */
export const POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** Who may put a page into a frame can only be said in a header. */
export const HEADER_POLICY = `${POLICY}; frame-ancestors 'none'`;

/** The same for an edition that allows pictures of these hosts (edition/site-options.ts). */
export function policyWithPictures(hosts: readonly string[]): string {
  if (hosts.length === 0) return POLICY;
  const sources = hosts.map((host) => `https://${host}`).join(' ');
  return `${POLICY}; img-src 'self' ${sources}; connect-src 'self' ${sources}`;
}
