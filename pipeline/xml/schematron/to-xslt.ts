/**
 * Rewrites a Schematron schema (ISO/IEC 19757-3) as an XSLT 3.0 stylesheet.
 *
 * Takes the schema as a tree. Returns the stylesheet's text, and for each of its lines the line of
 * the schema from which it came. Supported: `ns`, `let` at every level, `pattern`, `rule` (also
 * abstract, with `extends`), `assert`, `report`, `value-of`, `name`, `emph`, `span`, `dir`, `@id`,
 * `@role`, and `xsl:key`, `xsl:function`, `xsl:variable` at the top. Anything else is refused: a
 * rule that is silently not applied would look like a rule that is met.
 *
 * Each pattern is a template, each rule a loop over the nodes of its context, at any depth: a rule
 * also fires on a node within a node. Of the rules of one pattern only the first that matches a
 * node applies to it, so each loop omits the nodes of the loops before. (Walking the tree and
 * matching every node in a mode for every pattern takes several times as long.)
 */
import { InputError } from '../../core/finding.ts';
import { SCHEMATRON, XML_SCHEMA, XSLT } from '../namespaces.ts';
import { attribute, elementsIn, type TreeElement } from '../tree.ts';
import {
  type GeneratedStylesheet,
  OWN_NAMESPACE,
  OWN_PREFIX,
  SEPARATOR,
} from './generated-stylesheet.ts';
import { isSch } from './schema-file.ts';
import { StylesheetLines } from './stylesheet-lines.ts';
import { asXml, contextAlternatives, xpathLiteral } from './xpath-text.ts';

/**
 * Throws an `InputError` with the place in the schema if it contains something that is not
 * supported. `watched`: the stylesheet reports by messages which rule it runs, a rule that fails is
 * a result, and rules can be omitted by their numbers (`watchedStep`, `SKIP`).
 */
export function schematronToXslt(
  schema: TreeElement,
  path: string,
  watched = false,
): GeneratedStylesheet {
  return new Writer(path, watched).write(schema);
}

class Writer {
  readonly #path: string;
  readonly #watched: boolean;
  readonly #lines = new StylesheetLines();
  readonly #rules: { rule: TreeElement; last: number }[] = [];
  readonly #abstract = new Map<string, TreeElement>();

  constructor(path: string, watched: boolean) {
    this.#path = path;
    this.#watched = watched;
  }

  write(schema: TreeElement): GeneratedStylesheet {
    if (schema.uri !== SCHEMATRON || schema.local !== 'schema')
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
    this.#lines.add(schema, '</xsl:stylesheet>');
    return { text: this.#lines.text(), origin: this.#lines.origin, rules: this.#rules };
  }

  #open(schema: TreeElement, children: readonly TreeElement[]): void {
    const namespaces = new Map(
      Object.entries(schema.namespaces).filter(([prefix]) => prefix !== ''),
    );
    for (const ns of children.filter((child) => isSch(child, 'ns'))) {
      namespaces.set(this.#needed(ns, 'prefix'), this.#needed(ns, 'uri'));
    }
    namespaces.set('xsl', XSLT).set('xs', XML_SCHEMA).set(OWN_PREFIX, OWN_NAMESPACE);
    namespaces.set('siglum-err', 'http://www.w3.org/2005/xqt-errors');
    const declared = [...namespaces]
      .map(([prefix, uri]) => ` xmlns:${prefix}="${asXml(uri)}"`)
      .join('');
    this.#lines.add(
      schema,
      `<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="no"${declared}>`,
    );
    this.#lines.add(schema, '<xsl:output method="text"/>');
    if (this.#watched)
      this.#lines.add(schema, `<xsl:param name="${OWN_PREFIX}:skip" select="()"/>`);
    this.#lines.add(
      schema,
      // The number of the element in document order: counting siblings for every finding would take
      // quadratic time.
      '<xsl:accumulator name="siglum-sch:number" as="xs:integer" initial-value="0">' +
        '<xsl:accumulator-rule match="*" select="$value + 1"/></xsl:accumulator>' +
        ('<xsl:function name="siglum-sch:place" as="xs:string"><xsl:param name="node" ' +
          'as="node()"/>') +
        '<xsl:sequence select="' +
        "string($node/ancestor-or-self::*[1]/accumulator-before('siglum-sch:number'))" +
        '"/></xsl:function>',
    );
  }

  #topLevel(child: TreeElement, patterns: readonly TreeElement[]): void {
    if (child.uri === XSLT) this.#lines.copy(child);
    else if (isSch(child, 'let')) this.#let(child);
    else if (isSch(child, 'pattern')) this.#pattern(child, patterns);
    else if (!isSch(child, 'ns', 'title', 'p') && child.uri === SCHEMATRON)
      throw this.#unsupported(child);
  }

  #pattern(pattern: TreeElement, patterns: readonly TreeElement[]): void {
    const rules = elementsIn(pattern).filter(
      (child) => isSch(child, 'rule') && attribute(child, 'abstract') !== 'true',
    );
    const last = this.#rules.length + rules.length;
    this.#lines.add(pattern, `<xsl:template name="pattern-${patterns.indexOf(pattern) + 1}">`);
    for (const child of elementsIn(pattern)) {
      if (isSch(child, 'let')) this.#let(child);
      else if (!isSch(child, 'rule', 'title', 'p')) throw this.#unsupported(child);
    }
    rules.forEach((rule, index) => {
      const context = this.#needed(rule, 'context');
      const earlier = rules.slice(0, index).map((_rule, before) => ` except $rule-${before + 1}`);
      const anywhere = contextAlternatives(context).map((path) =>
        /^[/$(]/.test(path) ? `//(${path})` : `//${path}`,
      );
      const nodes = `(${anywhere.join(' | ')})${earlier.join('')}`;
      this.#rules.push({ rule, last });
      const number = this.#rules.length;
      if (this.#watched) this.#lines.add(rule, `<xsl:message>c${number}</xsl:message>`);
      const select = this.#watched
        ? `if (${number} = $${OWN_PREFIX}:skip) then () else ${nodes}`
        : nodes;
      this.#lines.add(rule, `<xsl:variable name="rule-${index + 1}" select="${asXml(select)}"/>`);
      if (this.#watched) this.#watchedRule(rule, index + 1, number);
      else this.#loop(rule, index + 1);
    });
    this.#lines.add(pattern, '</xsl:template>');
  }

  #loop(rule: TreeElement, ordinal: number): void {
    this.#lines.add(rule, `<xsl:for-each select="$rule-${ordinal}">`);
    this.#body(rule, new Set());
    this.#lines.add(rule, '</xsl:for-each>');
  }

  /** `number`: among the rules of the schema. */
  #watchedRule(rule: TreeElement, ordinal: number, number: number): void {
    const open = `<xsl:try><xsl:if test="exists($rule-${ordinal})">`;
    this.#lines.add(rule, `${open}<xsl:message>b${number}</xsl:message>`);
    this.#loop(rule, ordinal);
    const failed = `string-join(('${number}', '', '', $siglum-err:description, 'failed'), '${SEPARATOR}')`;
    this.#lines.add(
      rule,
      `</xsl:if><xsl:catch><xsl:sequence select="${asXml(failed)}"/></xsl:catch></xsl:try>`,
    );
  }

  #start(schema: TreeElement, patterns: readonly TreeElement[]): void {
    const calls = patterns.map(
      (_pattern, index) => `<xsl:call-template name="pattern-${index + 1}"/>`,
    );
    this.#lines.add(schema, `<xsl:template match="/">${calls.join('')}</xsl:template>`);
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
      xpathLiteral(id),
      xpathLiteral(role),
      'siglum-sch:place(.)',
      `normalize-space(string-join((${message.join(', ')})))`,
    ];
    this.#lines.add(check, `<xsl:if test="${asXml(condition)}">`);
    this.#lines.add(
      check,
      '<xsl:sequence ' +
        `select="${asXml(`string-join((${parts.join(', ')}), '${SEPARATOR}')`)}"/></xsl:if>`,
    );
  }

  /** A part of a message as an XPath expression that gives a string. */
  #messagePart(part: TreeElement | string): string {
    if (typeof part === 'string') return xpathLiteral(part);
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
    const type = as ? ` as="${asXml(as)}"` : '';
    this.#lines.add(
      element,
      `<xsl:variable name="${name}"${type} select="${asXml(this.#needed(element, 'value'))}"/>`,
    );
  }

  #needed(element: TreeElement, name: string): string {
    const value = attribute(element, name);
    if (value === undefined)
      throw this.#error(element, `<${element.name}> has no attribute ${name}`);
    return value;
  }

  #unsupported(element: TreeElement): InputError {
    return this.#error(
      element,
      `<${element.name}> is not supported here; without it, what it checks would not be reported`,
    );
  }

  #error(element: TreeElement, what: string): InputError {
    const { line, column } = element;
    const message = `the Schematron schema has an error: ${what}`;
    const rule = 'check/bad-schema';
    return new InputError({ path: this.#path, line, column, severity: 'error', rule, message });
  }
}
