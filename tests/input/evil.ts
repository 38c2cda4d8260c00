/**
 * Words and addresses that would run or break out if they were not escaped, and functions that
 * detect it.
 *
 * Takes markup of a page. Returns its errors, in words.
 */
import { elementsOf } from '../site/elements.ts';

/**
 * Of HTML, JSON in it, templates, styles, TeX, BibTeX, tables, Markdown, Turtle and texts that are
 * read from right to left.
 */
export const EVIL = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'--><svg onload=alert(3)>]]>",
  '{{ constructor.constructor("alert(4)")() }}{% include "/etc/passwd" %}',
  '</textarea></title></style><style>*{display:none}</style>',
  '\u2028\u2029}\\end{document}%@misc{x,',
  '=HYPERLINK("http://evil.example/","x")',
  '](javascript:alert(5)) [x]: javascript:alert(6)',
  '\\" . <urn:evil> <urn:is> <urn:evil> . #',
  '\u202e\ufeff\u200b\u0085',
].join(' ');

export const asText = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const asValue = (words: string): string =>
  asText(words).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

/** Addresses that a reader's browser must never follow or load. The escapes are those of XML. */
export const EVIL_ADDRESSES = [
  'javascript:alert(11)',
  'JaVaScRiPt&#9;:alert(12)',
  'java&#10;script:alert(13)',
  ' javascript:alert(14)',
  '&#xA0;javascript:alert(15)',
  'javascript&amp;colon;alert(16)',
  'data:text/html,&lt;script>alert(17)&lt;/script>',
  'vbscript:msgbox(18)',
  'vb&#13;script:msgbox(19)',
  'blob:https://evil.example/x',
  'file:///etc/passwd',
  'about:blank',
  '../../../etc/passwd',
  '//evil.example/x',
  '\\\\evil.example\\x',
  'http:javascript:alert(20)',
] as const;

const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'cite',
  'xlink:href',
  'srcset',
]);

/** Schemes that an address of a page may have. */
const SCHEMES = /^(?:https?|mailto|urn|info|doi|tel):/i;

/**
 * Parts of a page that could run, load or look differently than intended. `policy`: the policy that
 * it must state.
 */
export function faultsOfPage(html: string, policy: string): string[] {
  const errors: string[] = [];
  let stated = 0;
  for (const { nodeName, attrs } of elementsOf(html)) {
    const given = new Map(attrs.map(({ name, value }) => [name, value]));
    if (given.get('http-equiv')?.toLowerCase() === 'content-security-policy') {
      stated++;
      if (given.get('content') !== policy) errors.push(`another policy: ${given.get('content')}`);
    } else if (
      given.has('http-equiv') &&
      !/^0; url=[\w./-]+(?:#[\w.-]+)?$/.test(given.get('content') ?? '')
    )
      errors.push(`http-equiv=${given.get('http-equiv')}: ${given.get('content')}`);
    if (nodeName === 'script' && !given.has('src') && given.get('type') !== 'application/ld+json')
      errors.push('a script in the page');
    if (
      ['style', 'iframe', 'object', 'embed', 'base', 'applet', 'frame', 'math'].includes(nodeName)
    )
      errors.push(`<${nodeName}>`);
    for (const [name, value] of given) {
      if (name === 'style' || name.startsWith('on')) errors.push(`${nodeName}/@${name}`);
      if (!ADDRESSES.has(name)) continue;
      // As a browser reads it: controls and white space at the ends are removed, tabs and line ends
      // everywhere.
      const read = value.replace(/^[\p{Cc} ]+|[\p{Cc} ]+$|[\t\n\r]/gu, '');
      if (/^[a-z][a-z0-9+.-]*:/i.test(read) && !SCHEMES.test(read))
        errors.push(`${nodeName}/@${name}=${value}`);
      if (nodeName !== 'a' && nodeName !== 'link' && /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(read))
        errors.push(`loaded from elsewhere: ${nodeName}/@${name}=${value}`);
    }
  }
  if (stated !== 1) errors.push(`${stated} policies`);
  return errors;
}
