/** Text written into markup, XML or HTML. */

/** For the content of an element (XML 1.0, 2.4). */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** For an attribute's value between double quotation marks. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
