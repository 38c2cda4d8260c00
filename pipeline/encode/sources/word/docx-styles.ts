/**
 * Styles and lists of a Word document: the role of a paragraph by its style, the format of a run,
 * the number of an item.
 */
import type { TreeElement } from '../../../xml/tree.ts';
import type { RunFormat } from '../html/html-builder.ts';
import { listNumber } from './numbering.ts';
import { childOf, localAttribute, officeChildren } from './office-file.ts';

/** Styles of one document. */
export class DocxStyles {
  readonly #styles = new Map<string, TreeElement>();

  constructor(styles: TreeElement | undefined) {
    for (const style of officeChildren(styles, 'style'))
      this.#styles.set(localAttribute(style, 'styleId') ?? '', style);
  }

  /** The style, and those it is based on, nearest first. */
  #chain(id: string | undefined): TreeElement[] {
    const chain: TreeElement[] = [];
    for (let style = this.#styles.get(id ?? ''); style && !chain.includes(style); ) {
      chain.push(style);
      style = this.#styles.get(localAttribute(childOf(style, 'basedOn'), 'val') ?? '');
    }
    return chain;
  }

  /** The level of a heading from 1, "quote", or undefined for any other paragraph. */
  kindOf(properties: TreeElement | undefined): number | 'quote' | undefined {
    const own = childOf(properties, 'outlineLvl');
    const chain = this.#chain(localAttribute(childOf(properties, 'pStyle'), 'val'));
    for (const style of chain) {
      const name = localAttribute(childOf(style, 'name'), 'val') ?? '';
      const level = /^heading (\d)/i.exec(name)?.[1];
      if (level !== undefined) return Math.min(Number(level), 6);
      if (/^title$/i.test(name)) return 1;
      if (/\bquot|^block text$/i.test(name)) return 'quote';
    }
    const outline = localAttribute(
      own ?? chain.map((style) => childOf(style, 'pPr', 'outlineLvl')).find(Boolean),
      'val',
    );
    return outline !== undefined && Number(outline) < 6 ? Number(outline) + 1 : undefined;
  }

  /** The numbering from the paragraph or its style. */
  numberingOf(properties: TreeElement | undefined): TreeElement | undefined {
    const own = childOf(properties, 'numPr');
    if (own) return own;
    const chain = this.#chain(localAttribute(childOf(properties, 'pStyle'), 'val'));
    return chain.map((style) => childOf(style, 'pPr', 'numPr')).find(Boolean);
  }

  formatOf(properties: TreeElement | undefined): RunFormat {
    const style = localAttribute(childOf(properties, 'rStyle'), 'val');
    // The format of links and note marks is not emphasis.
    const isTechnical = /hyperlink|(?:foot|end)note|annotation/i.test(style ?? '');
    const chain = isTechnical ? [] : this.#chain(style).map((one) => childOf(one, 'rPr'));
    const all = [properties, ...chain];
    const find = (name: string): TreeElement | undefined =>
      all.map((one) => childOf(one, name)).find(Boolean);
    const isOn = (...names: readonly string[]): boolean =>
      names.some((name) => {
        const toggle = find(name);
        return (
          toggle !== undefined &&
          !['0', 'false', 'off', 'none'].includes(localAttribute(toggle, 'val') ?? 'true')
        );
      });
    const vertical = localAttribute(find('vertAlign'), 'val');
    return {
      italic: isOn('i'),
      bold: isOn('b'),
      underline: isOn('u'),
      strike: isOn('strike', 'dstrike'),
      smallcaps: isOn('smallCaps'),
      ...(vertical === 'superscript'
        ? { raised: 'sup' }
        : vertical === 'subscript'
          ? { raised: 'sub' }
          : {}),
    };
  }
}

/** An item of a list. */
interface DocxItem {
  /** From 1. */
  readonly depth: number;
  /** The list that it belongs to. */
  readonly list: string;
  /** As Word shows it: "1.", "b)"; undefined for a bullet. */
  readonly label?: string;
}

const FORMATS: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** Counts the items of a document's lists. */
export class DocxNumbering {
  readonly #lists = new Map<string, TreeElement>();
  readonly #numbers = new Map<string, TreeElement>();
  /** By the abstract list, which several lists may continue; one number a level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(numbering: TreeElement | undefined) {
    for (const list of officeChildren(numbering, 'abstractNum'))
      this.#lists.set(localAttribute(list, 'abstractNumId') ?? '', list);
    for (const number of officeChildren(numbering, 'num'))
      this.#numbers.set(localAttribute(number, 'numId') ?? '', number);
  }

  /** The next item; undefined if the paragraph has no numbering. */
  next(numbering: TreeElement | undefined): DocxItem | undefined {
    const id = localAttribute(childOf(numbering, 'numId'), 'val');
    const level = Number(localAttribute(childOf(numbering, 'ilvl'), 'val') ?? 0);
    const number = this.#numbers.get(id ?? '0');
    const abstract = localAttribute(childOf(number, 'abstractNumId'), 'val') ?? '';
    const list = this.#lists.get(abstract);
    if (id === undefined || !number || !list || !(level >= 0 && level < 9)) return undefined;
    const levels = officeChildren(list, 'lvl');
    const at = (depth: number): TreeElement | undefined =>
      levels.find((one) => localAttribute(one, 'ilvl') === String(depth));
    const counts = this.#counts.get(abstract) ?? [];
    const overrides = officeChildren(number, 'lvlOverride').filter(
      (one) => localAttribute(one, 'ilvl') === String(level),
    );
    const restarts = localAttribute(childOf(overrides[0], 'startOverride'), 'val');
    const start = Number(restarts ?? localAttribute(childOf(at(level), 'start'), 'val') ?? 1);
    const isFirst = restarts !== undefined && !this.#started.has(`${id} ${level}`);
    this.#started.add(`${id} ${level}`);
    counts[level] = isFirst || counts[level] === undefined ? start : (counts[level] ?? 0) + 1;
    counts.length = level + 1;
    this.#counts.set(abstract, counts);
    const format = localAttribute(childOf(at(level), 'numFmt'), 'val') ?? 'decimal';
    if (format === 'bullet' || format === 'none') return { depth: level + 1, list: id };
    const label = (
      localAttribute(childOf(at(level), 'lvlText'), 'val') ?? `%${level + 1}.`
    ).replace(/%(\d)/g, (_all, digit) => {
      const depth = Number(digit) - 1;
      const own = localAttribute(childOf(at(depth), 'numFmt'), 'val') ?? 'decimal';
      return listNumber(FORMATS[own] ?? '1', counts[depth] ?? 1);
    });
    return { depth: level + 1, list: id, label: label.trim() };
  }
}
