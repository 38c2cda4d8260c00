/**
 * Decides which expressions of a Schematron schema may run.
 *
 * Takes the value of an attribute and the kind of value. Returns the value without comments; a
 * `ExpressionRefusal` if it calls something that is not on the lists of allowed.ts.
 */
import { XML_SCHEMA } from '../namespaces.ts';
import { attribute, type TreeElement } from '../tree.ts';
import { FN, FUNCTIONS, KEYWORDS, REFUSED_FUNCTIONS, type ValueKind } from './allowed.ts';
import { TokenError, templateExpressions, tokenizeXPath, type XPathToken } from './xpath-tokens.ts';

/** A part of a schema is refused: why, and where. */
export class ExpressionRefusal extends Error {
  override readonly name = 'ExpressionRefusal';
  readonly attribute: string | undefined;
  readonly element: TreeElement | undefined;

  constructor(message: string, attribute?: string, element?: TreeElement) {
    super(message);
    this.attribute = attribute;
    this.element = element;
  }
}

/** The namespaces in scope at an expression, by prefix. */
export type Namespaces = ReadonlyMap<string, string>;

const NAME = /^(?:[\p{L}_][\p{L}\p{N}_.-]*:)?[\p{L}_][\p{L}\p{N}_.-]*$/u;
const WORD = /^\s*[A-Za-z0-9.-]*\s*$/;

export class ExpressionGuard {
  /** `Q{uri}local` of the schema's own functions. */
  #functions: ReadonlySet<string> = new Set();
  /** Local names of variables that are omitted. */
  #variables: ReadonlySet<string> = new Set();
  #omittedKeys = false;

  /**
   * The declarations at the top of the schema: `functions` that may be called, and omitted names.
   */
  declare(functions: readonly string[], omitted: readonly TreeElement[]): void {
    this.#functions = new Set(functions);
    const variables = omitted.filter(({ local }) => ['let', 'variable', 'param'].includes(local));
    this.#variables = new Set(
      variables.map((one) => (attribute(one, 'name') ?? '').replace(/^.*:/, '')),
    );
    this.#omittedKeys = omitted.some(({ local }) => local === 'key');
  }

  /** Throws a `ExpressionRefusal` at the attribute `name` of `element`. */
  check(
    value: string,
    kind: ValueKind,
    namespaces: Namespaces,
    name: string,
    element: TreeElement,
  ): string {
    const refuse = (message: string): ExpressionRefusal =>
      new ExpressionRefusal(message, name, element);
    if (kind === 'name') {
      if (!NAME.test(value)) throw refuse(`“${value}” is not a name`);
      return value;
    }
    if (kind === 'word') {
      if (!WORD.test(value)) throw refuse(`“${value}” is not allowed in @${name}`);
      return value;
    }
    try {
      const lists =
        kind === 'template' ? templateExpressions(value) : [tokenizeXPath(value).tokens];
      for (const tokens of lists) {
        const problem = this.#problem(tokens, namespaces);
        if (problem !== undefined) throw refuse(problem);
      }
      return kind === 'template' ? value : tokenizeXPath(value).text;
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      throw refuse(`the expression cannot be read: ${error.message}`);
    }
  }

  #problem(tokens: readonly XPathToken[], namespaces: Namespaces): string | undefined {
    for (const [at, token] of tokens.entries()) {
      if (token.kind === 'wildcard') {
        if (tokens[at + 1]?.text === '(' && token.text !== '*')
          return `${token.text}( is not a call of a function`;
        const prefix = /^([^*:{]+):\*$/.exec(token.text)?.[1];
        if (prefix !== undefined && !isBound(prefix, namespaces)) return undeclared(prefix);
      }
      if (token.kind !== 'name') continue;
      const before = tokens[at - 1]?.text;
      const after = tokens[at + 1]?.text;
      const { prefix, local = '' } = token;
      if (before === '$') {
        if (this.#variables.has(local)) return `it uses $${token.text}, which is skipped`;
        continue;
      }
      if (prefix !== undefined && !isBound(prefix, namespaces)) return undeclared(prefix);
      const called = after === '(' || after === '#' || before === '=>';
      const problem = called ? this.#callProblem(token, namespaces) : undefined;
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** Why a name may not be called; undefined if it may. */
  #callProblem(token: XPathToken, namespaces: Namespaces): string | undefined {
    const { prefix, local = '', text } = token;
    if (token.uri === undefined && prefix === undefined && KEYWORDS.has(local)) return undefined;
    const uri =
      token.uri ??
      (prefix === undefined ? FN : prefix === 'xml' ? '' : (namespaces.get(prefix) ?? ''));
    if (uri === XML_SCHEMA) return undefined;
    if (uri === FN && local === 'key' && this.#omittedKeys)
      return 'it uses a key, and one is skipped';
    if (FUNCTIONS.get(uri)?.has(local)) return undefined;
    if (this.#functions.has(`Q{${uri}}${local}`)) return undefined;
    const reason =
      uri === FN ? REFUSED_FUNCTIONS.find(([names]) => names.has(local))?.[1] : undefined;
    if (reason !== undefined) return `it calls ${local}(), ${reason}`;
    if (uri === FN) return `it calls ${local}(), which is not a function that rules here may use`;
    return (
      `it calls ${text}(), a function of the namespace “${uri}”, which rules here may not ` +
      `use; write it as xsl:function in the schema`
    );
  }
}

function isBound(prefix: string, namespaces: Namespaces): boolean {
  return prefix === 'xml' || namespaces.has(prefix);
}

function undeclared(prefix: string): string {
  return (
    `the prefix “${prefix}” is not declared, or not allowed; declare it by <ns ` +
    `prefix="${prefix}" uri="…"/>`
  );
}
