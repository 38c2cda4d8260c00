/**
 * Styles and lists of an OpenDocument text: the format of a run, whether a paragraph is a quotation
 * or begins a page, the number of an item.
 */
import type { TreeElement } from '../../../xml/tree.ts';
import type { RunFormat } from '../html/html-builder.ts';
import { listNumber } from './numbering.ts';
import { childOf, localAttribute, officeChildren } from './office-file.ts';

export class OdtStyles {
  readonly #styles = new Map<string, TreeElement>();
  readonly #lists = new Map<string, TreeElement>();

  /** `parts`: the roots of content.xml and styles.xml. */
  constructor(parts: readonly (TreeElement | undefined)[]) {
    const holders = parts.flatMap((part) => officeChildren(part, 'automatic-styles', 'styles'));
    for (const style of holders.flatMap((holder) => officeChildren(holder))) {
      const name = localAttribute(style, 'name') ?? '';
      if (style.local === 'style') {
        const key = `${localAttribute(style, 'family')} ${name}`;
        if (!this.#styles.has(key)) this.#styles.set(key, style);
      } else if (style.local === 'list-style' && !this.#lists.has(name))
        this.#lists.set(name, style);
    }
  }

  /** The style, and its parents, nearest first. */
  #chain(family: string, name: string | undefined): TreeElement[] {
    const chain: TreeElement[] = [];
    for (let style = this.#styles.get(`${family} ${name}`); style && !chain.includes(style); ) {
      chain.push(style);
      style = this.#styles.get(`${family} ${localAttribute(style, 'parent-style-name')}`);
    }
    return chain;
  }

  formatOf(name: string | undefined): RunFormat {
    const chain = this.#chain('text', name).map((style) => childOf(style, 'text-properties'));
    const value = (property: string): string | undefined =>
      chain
        .map((properties) => localAttribute(properties, property))
        .find((found) => found !== undefined);
    const isOn = (property: string): boolean => !['none', undefined].includes(value(property));
    // The format of links is not emphasis.
    const isLink = /^(?:internet|visited)/i.test(name ?? '');
    const position = value('text-position') ?? '';
    const raised = /^(?:super|[1-9])/.test(position)
      ? 'sup'
      : /^(?:sub|-)/.test(position)
        ? 'sub'
        : undefined;
    return {
      italic:
        ['italic', 'oblique'].includes(value('font-style') ?? '') || /^emphasis$/i.test(name ?? ''),
      bold: /^(?:bold|[6-9]00)$/.test(value('font-weight') ?? '') || /^strong/i.test(name ?? ''),
      underline: !isLink && isOn('text-underline-style'),
      strike: isOn('text-line-through-style') || isOn('text-line-through-type'),
      smallcaps: value('font-variant') === 'small-caps',
      ...(raised ? { raised } : {}),
    };
  }

  isQuote(name: string | undefined): boolean {
    const chain = this.#chain('paragraph', name);
    return [name ?? '', ...chain.map((style) => localAttribute(style, 'name') ?? '')].some((one) =>
      /quot/i.test(one),
    );
  }

  isTitle(name: string | undefined): boolean {
    return [
      name,
      ...this.#chain('paragraph', name).map((style) => localAttribute(style, 'name')),
    ].includes('Title');
  }

  beginsPage(name: string | undefined): boolean {
    const [own] = this.#chain('paragraph', name);
    return localAttribute(childOf(own, 'paragraph-properties'), 'break-before') === 'page';
  }

  /** The level of a list: from 1. */
  listLevel(name: string | undefined, level: number): TreeElement | undefined {
    return officeChildren(this.#lists.get(name ?? '')).find(
      (one) => localAttribute(one, 'level') === String(level),
    );
  }
}

/** The number of an item as LibreOffice shows it; undefined for a bullet. */
export function itemLabel(level: TreeElement | undefined, number: number): string | undefined {
  if (level?.local !== 'list-level-style-number') return undefined;
  const format = localAttribute(level, 'num-format') ?? '';
  if (format === '') return undefined;
  const [before, after] = ['num-prefix', 'num-suffix'].map(
    (name) => localAttribute(level, name) ?? '',
  );
  return `${before}${listNumber(format, number)}${after}`.trim();
}

/** The number of the first item of a list. */
export function firstNumber(level: TreeElement | undefined): number {
  return Number(localAttribute(level, 'start-value') ?? 1) || 1;
}
