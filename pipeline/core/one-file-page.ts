/**
 * The policy and the style of a page that is one file: the encoder's worklist, the deposit's pages.
 *
 * Takes a stylesheet. Returns the elements of the head that allow this style, by its hash, and
 * nothing else: no script, no other style, no request (CSP 3). Such a page is opened from the disk,
 * where no server sends a policy.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Markup } from './html.ts';

/**
 * `stylesheet`: the path of a CSS file, which lies beside the module that makes the page.
 */
export function policyAndStyle(stylesheet: string): Markup {
  const style = `\n${readFileSync(stylesheet, 'utf8')}`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return new Markup(
    '<meta http-equiv="Content-Security-Policy" ' +
      `content="${policy.join('; ')}">\n<style>${style}</style>`,
  );
}
