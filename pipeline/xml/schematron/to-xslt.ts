/**
 * A Schematron schema (ISO/IEC 19757-3), rewritten as an XSLT 3.0 stylesheet.
 *
 * Takes the schema as a tree. Returns the stylesheet's text, and for each of its lines the line of
 * the schema from which it came. Supported: `ns`, `let` at every level, `pattern`, `rule` (also
 * abstract, with `extends`), `assert`, `report`, `value-of`, `name`, `emph`, `span`, `dir`, `@id`,
 * `@role`, and `xsl:key`, `xsl:function`, `xsl:variable` at the top. Anything else is refused: a
 * rule that is silently not applied would look like a rule that holds.
 *
 * Each pattern is a template, each rule a loop over the nodes that its context means, wherever they
 * stand: a rule also fires on a node within a node. Of the rules of one pattern only the first that
 * means a node is applied to it, so each loop omits the nodes of the loops before. (Walking
 * the tree and matching every node in a mode for every pattern takes several times as long.)
 */
import { type Finding, InputError } from '../../core/finding.ts';
import { attribute, elementsIn, type TreeElement } from '../tree.ts';
import { XSL } from './allowed.ts';
import { isSch, SCH } from './schema-file.ts';

/** The stylesheet's own names. */
export const OWN_NAMESPACE = 'urn:siglum:schematron';
export const OWN_PREFIX = 'siglum-sch';

/**
 * Between the parts of one result: rule, role, place, message. A character of the private use area,
 * since XML allows no control character.
 */
export const SEPARATOR = '\uE01F';

export interface GeneratedStylesheet {
  readonly text: string;
  /** By line of the stylesheet, from 1: the element of the schema. */
  readonly origin: readonly (TreeElement | undefined)[];
  /** The rules by their number, from 1, with the number of the last one of the same pattern. */
  readonly rules: readonly { readonly rule: TreeElement; readonly last: number }[];
}

/**
 * Throws an `InputError` with the place in the schema where it holds something that is not
 * supported. `watched`: the stylesheet says by messages which rule it is at, a rule that fails is a
 * result, and rules can be omitted by their numbers (`watchedStep`, `SKIP`).
 */
export function schematronToXslt(
  schema: TreeElement,
  path: string,
  watched = false,
): GeneratedStylesheet {
  return new Writer(path, watched).write(schema);
}

/** The parameter of a watched stylesheet: the numbers of the rules to omit. */
export const SKIP = `Q{${OWN_NAMESPACE}}skip`;

/**
 * What a watched stylesheet says: the number of a rule, and whether its context is sought or its
 * checks are made.
 */
export function watchedStep(message: string): {
  readonly rule: number;
  readonly inContext: boolean;
} {
  return { rule: Number(message.slice(1)), inContext: message.startsWith('c') };
}

class Writer {
  readonly #path: string;
  readonly #watched: boolean;
  readonly #lines: string[] = [];
  readonly #origin: (TreeElement | undefined)[] = [undefined];
  readonly #rules: { rule: TreeElement; last: number }[] = [];
  readonly #abstract = new Map<string, TreeElement>();

  constructor(path: string, watched: boolean) {
    this.#path = path;
    this.#watched = watched;
  }

  write(schema: TreeElement): GeneratedStylesheet {
    if (schema.uri !== SCH || schema.local !== 'schema')
      throw this.#error(schema, 'the root element is not sch:schema');
    const binding = attribute(schema, 'queryBinding') ?? 'xslt';
    if (!/^(?:xslt|xpath)(?:[23]|31)?$/.test(binding))
      throw this.#error(schema, `the query language ${binding} is not supported; xslt3 is`);
    const children = elementsIn(schema);
    const patterns = children.filter((child) => isSch(child, 'pattern'));
    for (const rule of patterns.flatMap((one) => elementsIn(one))) {
      if (isSch(rule, 'rule') && attribute(rule, 'abstract') === 'true')
        this.#abstract.set(this.#needed(rule, 'id'), rule);
    }
    this.#open(schema, children);
    for (const child of children) this.#topLevel(child, patterns);
    this.#start(schema, patterns);
    this.#emit(schema, '</xsl:stylesheet>');
    return { text: `${this.#lines.join('\n')}\n`, origin: this.#origin, rules: this.#rules };
  }

  #open(schema: TreeElement, children: readonly TreeElement[]): void {
    const namespaces = new Map(
      Object.entries(schema.namespaces).filter(([prefix]) => prefix !== ''),
    );
    for (const ns of children.filter((child) => isSch(child, 'ns'))) {
      namespaces.set(this.#needed(ns, 'prefix'), this.#needed(ns, 'uri'));
    }
    namespaces
      .set('xsl', XSL)
      .set('xs', 'http://www.w3.org/2001/XMLSchema')
      .set(OWN_PREFIX, OWN_NAMESPACE);
    namespaces.set('siglum-err', 'http://www.w3.org/2005/xqt-errors');
    const declared = [...namespaces]
      .map(([prefix, uri]) => ` xmlns:${prefix}="${escaped(uri)}"`)
      .join('');
    this.#emit(
      schema,
      `<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="no"${declared}>`,
    );
    this.#emit(schema, '<xsl:output method="text"/>');
    if (this.#watched) this.#emit(schema, `<xsl:param name="${OWN_PREFIX}:skip" select="()"/>`);
    this.#emit(
      schema,
      // The number of the element in document order: counting siblings for every finding would
      // take time that grows with their square.
      '<xsl:accumulator name="siglum-sch:number" as="xs:integer" initial-value="0">' +
        '<xsl:accumulator-rule match="*" select="$value + 1"/></xsl:accumulator>' +
        '<xsl:function name="siglum-sch:place" as="xs:string"><xsl:param name="node" as="node()"/>' +
        '<xsl:sequence select="' +
        "string($node/ancestor-or-self::*[1]/accumulator-before('siglum-sch:number'))" +
        '"/></xsl:function>',
    );
  }

  #topLevel(child: TreeElement, patterns: readonly TreeElement[]): void {
    if (child.uri === XSL) this.#copy(child);
    else if (isSch(child, 'let')) this.#let(child);
    else if (isSch(child, 'pattern')) this.#pattern(child, patterns);
    else if (!isSch(child, 'ns', 'title', 'p') && child.uri === SCH) throw this.#unsupported(child);
  }

  #pattern(pattern: TreeElement, patterns: readonly TreeElement[]): void {
    const rules = elementsIn(pattern).filter(
      (child) => isSch(child, 'rule') && attribute(child, 'abstract') !== 'true',
    );
    const last = this.#rules.length + rules.length;
    this.#emit(pattern, `<xsl:template name="pattern-${patterns.indexOf(pattern) + 1}">`);
    for (const child of elementsIn(pattern)) {
      if (isSch(child, 'let')) this.#let(child);
      else if (!isSch(child, 'rule', 'title', 'p')) throw this.#unsupported(child);
    }
    rules.forEach((rule, index) => {
      const context = this.#needed(rule, 'context');
      const earlier = rules.slice(0, index).map((_rule, before) => ` except $rule-${before + 1}`);
      const anywhere = alternatives(context).map((path) =>
        /^[/$(]/.test(path) ? `//(${path})` : `//${path}`,
      );
      const nodes = `(${anywhere.join(' | ')})${earlier.join('')}`;
      this.#rules.push({ rule, last });
      const number = this.#rules.length;
      if (this.#watched) this.#emit(rule, `<xsl:message>c${number}</xsl:message>`);
      const select = this.#watched
        ? `if (${number} = $${OWN_PREFIX}:skip) then () else ${nodes}`
        : nodes;
      this.#emit(rule, `<xsl:variable name="rule-${index + 1}" select="${escaped(select)}"/>`);
      if (this.#watched) this.#watchedRule(rule, index + 1, number);
      else this.#loop(rule, index + 1);
    });
    this.#emit(pattern, '</xsl:template>');
  }

  #loop(rule: TreeElement, ordinal: number): void {
    this.#emit(rule, `<xsl:for-each select="$rule-${ordinal}">`);
    this.#body(rule, new Set());
    this.#emit(rule, '</xsl:for-each>');
  }

  /** `number`: among the rules of the schema. */
  #watchedRule(rule: TreeElement, ordinal: number, number: number): void {
    const open = `<xsl:try><xsl:if test="exists($rule-${ordinal})">`;
    this.#emit(rule, `${open}<xsl:message>b${number}</xsl:message>`);
    this.#loop(rule, ordinal);
    const failed = `string-join(('${number}', '', '', $siglum-err:description, 'failed'), '${SEPARATOR}')`;
    this.#emit(
      rule,
      `</xsl:if><xsl:catch><xsl:sequence select="${escaped(failed)}"/></xsl:catch></xsl:try>`,
    );
  }

  #start(schema: TreeElement, patterns: readonly TreeElement[]): void {
    const calls = patterns.map(
      (_pattern, index) => `<xsl:call-template name="pattern-${index + 1}"/>`,
    );
    this.#emit(schema, `<xsl:template match="/">${calls.join('')}</xsl:template>`);
  }

  #body(rule: TreeElement, within: ReadonlySet<TreeElement>): void {
    for (const child of elementsIn(rule)) {
      if (isSch(child, 'let')) this.#let(child);
      else if (isSch(child, 'assert', 'report')) this.#check(child, rule);
      else if (isSch(child, 'extends')) this.#extend(child, within);
      else if (!isSch(child, 'p')) throw this.#unsupported(child);
    }
  }

  #extend(element: TreeElement, within: ReadonlySet<TreeElement>): void {
    const name = this.#needed(element, 'rule');
    const rule = this.#abstract.get(name);
    if (!rule || within.has(rule))
      throw this.#error(element, `there is no abstract rule ${name} that could be taken here`);
    this.#body(rule, new Set([...within, rule]));
  }

  #check(check: TreeElement, rule: TreeElement): void {
    const test = this.#needed(check, 'test');
    const id = attribute(check, 'id') ?? attribute(rule, 'id') ?? 'rule';
    const role = attribute(check, 'role') ?? attribute(rule, 'role') ?? 'error';
    const condition = check.local === 'assert' ? `not(${test})` : test;
    const message = check.children
      .map((part) => this.#messagePart(part))
      .filter((part) => part !== '');
    const parts = [
      literal(id),
      literal(role),
      'siglum-sch:place(.)',
      `normalize-space(string-join((${message.join(', ')})))`,
    ];
    this.#emit(check, `<xsl:if test="${escaped(condition)}">`);
    this.#emit(
      check,
      `<xsl:sequence select="${escaped(`string-join((${parts.join(', ')}), '${SEPARATOR}')`)}"/></xsl:if>`,
    );
  }

  /** A part of a message as an XPath expression that gives a string. */
  #messagePart(part: TreeElement | string): string {
    if (typeof part === 'string') return literal(part);
    if (isSch(part, 'value-of'))
      return `string-join((${this.#needed(part, 'select')}) ! string(.), ' ')`;
    if (isSch(part, 'name')) return `name(${attribute(part, 'path') ?? '.'})`;
    if (isSch(part, 'emph', 'span', 'dir'))
      return `string-join((${part.children.map((child) => this.#messagePart(child)).join(', ')}))`;
    throw this.#unsupported(part);
  }

  #let(element: TreeElement): void {
    const name = this.#needed(element, 'name');
    const as = attribute(element, 'as');
    const type = as ? ` as="${escaped(as)}"` : '';
    this.#emit(
      element,
      `<xsl:variable name="${name}"${type} select="${escaped(this.#needed(element, 'value'))}"/>`,
    );
  }

  /** XSLT at the top of the schema goes over as it is. */
  #copy(element: TreeElement): void {
    const namespaces = Object.entries(element.namespaces).map(
      ([prefix, uri]) => ` xmlns${prefix ? `:${prefix}` : ''}="${escaped(uri)}"`,
    );
    const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escaped(value)}"`);
    const name = element.uri === XSL ? `xsl:${element.local}` : element.name;
    this.#emit(element, `<${name}${namespaces.join('')}${attributes.join('')}>`);
    for (const child of element.children) {
      if (typeof child !== 'string') this.#copy(child);
      else if (child.trim() !== '') this.#emit(element, escaped(child));
    }
    this.#emit(element, `</${name}>`);
  }

  /** Writes one line, or several that all come from `element`. */
  #emit(element: TreeElement, text: string): void {
    for (const line of text.split('\n')) {
      this.#lines.push(line);
      this.#origin.push(element);
    }
  }

  #needed(element: TreeElement, name: string): string {
    const value = attribute(element, name);
    if (value === undefined)
      throw this.#error(element, `<${element.name}> lacks the attribute ${name}`);
    return value;
  }

  #unsupported(element: TreeElement): InputError {
    return this.#error(
      element,
      `<${element.name}> is not supported here, and leaving it out would hide what it checks`,
    );
  }

  #error(element: TreeElement, what: string): InputError {
    const message = `the Schematron schema has an error: ${what}`;
    const place: Pick<Finding, 'line' | 'column'> = { line: element.line, column: element.column };
    return new InputError({
      path: this.#path,
      ...place,
      severity: 'error',
      rule: 'check/bad-schema',
      message,
    });
  }
}

/**
 * The parts of a context between the `|` that are not inside brackets or quotation marks. Each
 * alone is found faster than all at once.
 */
function alternatives(context: string): string[] {
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
function literal(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
