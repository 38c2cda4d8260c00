/**
 * A page of the site: a template with an explicit input.
 *
 * The input of a page is plain data with everything that its template shows; large values in it
 * (`Readable`) are read when the page is rendered. A page is rendered again if the hash of its
 * input differs from that in the previous site.
 */
import { hashOfValue } from '../../../cache/results.ts';
import type { PageContext } from './context.ts';

/** Pages that one template makes. */
export interface PageKind<Item, Input extends object> {
  items(context: PageContext): readonly Item[];
  address(item: Item): string;
  input(context: PageContext, item: Item): Input;
}

/** A kind with only one page, about the whole site. */
export function singlePage<Input extends object>(
  address: string,
  input: (context: PageContext) => Input,
): PageKind<null, Input> {
  return { items: () => [null], address: () => address, input };
}

/** A class, because Eleventy copies plain objects for every page. */
export class Page {
  /** Name of the template in site/, without its extension. */
  readonly template: string;
  readonly address: string;
  readonly #input: () => object;
  #hash: string | undefined;

  constructor(template: string, address: string, input: () => object) {
    this.template = template;
    this.address = address;
    this.#input = input;
  }

  /** The page's key in the manifest. */
  get name(): string {
    return `page ${this.template} ${this.address}`;
  }

  /** Computed each time: the inputs of all pages do not fit into memory. */
  input(): object {
    return this.#input();
  }

  /** Of the input. */
  get hash(): string {
    this.#hash ??= hashOfValue(this.#input());
    return this.#hash;
  }
}
