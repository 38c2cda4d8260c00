/** The lines of a stylesheet made from a schema, each with the element it comes from. */
import { XSLT } from '../namespaces.ts';
import type { TreeElement } from '../tree.ts';
import { asXml } from './xpath-text.ts';

export class StylesheetLines {
  readonly #lines: string[] = [];
  /** By line, from 1: the element of the schema. */
  readonly origin: (TreeElement | undefined)[] = [undefined];

  /** Adds one line, or several that all come from `element`. */
  add(element: TreeElement, text: string): void {
    for (const line of text.split('\n')) {
      this.#lines.push(line);
      this.origin.push(element);
    }
  }

  /** Adds an element of XSLT unchanged. */
  copy(element: TreeElement): void {
    const namespaces = Object.entries(element.namespaces).map(
      ([prefix, uri]) => ` xmlns${prefix ? `:${prefix}` : ''}="${asXml(uri)}"`,
    );
    const attributes = element.attributes.map(({ name, value }) => ` ${name}="${asXml(value)}"`);
    const name = element.uri === XSLT ? `xsl:${element.local}` : element.name;
    this.add(element, `<${name}${namespaces.join('')}${attributes.join('')}>`);
    for (const child of element.children) {
      if (typeof child !== 'string') this.copy(child);
      else if (child.trim() !== '') this.add(element, asXml(child));
    }
    this.add(element, `</${name}>`);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
