/** XPath as text: alternatives of a path, literals, expressions in attributes. */

/**
 * The parts of a context between the `|` that are not inside brackets or quotation marks. Each is
 * found faster separately.
 */
export function contextAlternatives(context: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of context.matchAll(/"[^"]*"|'[^']*'|[\s\S]/g)) {
    if (token === '(' || token === '[') depth += 1;
    if (token === ')' || token === ']') depth -= 1;
    if (token === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts.map((part) => part.trim());
}

/** A string as an XPath literal. */
export function xpathLiteral(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** Text for an attribute or element of the stylesheet that is written. */
export function asXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
