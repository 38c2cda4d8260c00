/**
 * Typst source text. Words of an edition are only in string literals, never in markup or code:
 * Typst shows any text and runs none of it.
 */

/**
 * A literal in Typst's code mode (Typst reference, "String"): two characters have to be escaped.
 */
export function typstLiteral(text: string): string {
  return `"${shown(text).replace(/[\\"]/g, '\\$&')}"`;
}

/** Without characters that no font has: controls, halves of surrogates. Line ends are spaces. */
function shown(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}

/** A code block; its value is its joined content. */
export function block(parts: readonly string[]): string {
  return `{${parts.join(';')}}`;
}

/** The call of a function of the template or of Typst, on content. */
export function call(name: string, body: string, options = ''): string {
  return `${name}(${options === '' ? '' : `${options},`}${body})`;
}

/** Language tags for Typst: two or three letters (BCP 47, primary subtag). */
export function languageOption(tag: string | null | undefined): string {
  const primary = /^([a-z]{2,3})(?:-|$)/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return primary ? `lang:${typstLiteral(primary)}` : '';
}

export function typstLabel(document: string, anchor: string): string {
  return `label(${typstLiteral(`${document}#${anchor}`)})`;
}
