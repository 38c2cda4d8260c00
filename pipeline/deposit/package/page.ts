/**
 * The frame of the deposit's pages.
 *
 * Takes a title and content. Returns an HTML file that needs no other file, no network and no
 * script. Its policy allows only its own style, named by its hash.
 */
import { join } from 'node:path';
import { html, type Markup } from '../../core/html.ts';
import { policyAndStyle } from '../../core/one-file-page.ts';
import { PROGRAM } from '../../core/program-folder.mjs';

const POLICY_AND_STYLE = policyAndStyle(
  join(PROGRAM, 'pipeline', 'deposit', 'package', 'page.css'),
);

/** The page, whole. */
export function depositPage(title: string, body: Markup): string {
  const whole = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${POLICY_AND_STYLE}
</head>
<body>
${body}</body>
</html>`;
  return `<!DOCTYPE html>\n${whole}\n`;
}

/** "1.4 MB", of 1000 units each, as file managers show it. */
export function bytes(size: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  const step = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), units.length - 1);
  const value = size / 1000 ** step;
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${units[step]}`;
}
