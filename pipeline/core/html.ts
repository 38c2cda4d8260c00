/**
 * HTML with every text escaped.
 *
 * Takes a template and values. Returns markup. A value is text and is escaped, unless it is markup
 * made here; so a name or a sentence can never become an element, wherever it comes from.
 */

/** Markup that needs no escaping. Only `html` makes it. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

export type HtmlValue = string | number | Markup | undefined | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Fills a template: texts escaped, lists one after the other, `undefined` as nothing. Attribute
 * values are in quotation marks.
 */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  return new Markup(String.raw({ raw: template }, ...values.map(written)));
}

function written(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(written).join('');
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
