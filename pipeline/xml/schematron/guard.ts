/**
 * Decides which parts of an untrusted Schematron schema may run.
 *
 * Takes a schema (`SchemaSource`). Returns a new tree that contains only what is on the lists of
 * allowed.ts, and a finding with its place for each omitted part. The rules are examined as parsed:
 * namespaces are resolved, character references replaced, expressions divided into tokens. Unknown
 * names are refused; there is no list of forbidden words.
 */
import type { Finding } from '../../core/finding.ts';
import { SCHEMATRON, XML_SCHEMA, XSLT } from '../namespaces.ts';
import { attribute, elementsIn, type TreeElement } from '../tree.ts';
import { abstractRuleSizes, MOST_CHECKS } from './abstract-rules.ts';
import { ExpressionGuard, ExpressionRefusal } from './expression-guard.ts';
import { plainPatterns } from './patterns.ts';
import { isSch, type SchemaSource } from './schema-file.ts';
import { QNAME, usable, XsltGuard } from './xslt-guard.ts';

const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

interface GuardedSchema {
  readonly schema: TreeElement;
  readonly findings: readonly Finding[];
}

export function guarded(source: SchemaSource): GuardedSchema {
  return new Guard(source).run();
}

class Guard {
  readonly #source: SchemaSource;
  readonly #findings: Finding[];
  /** The prefixes of the schema's own expressions. */
  #prefixes = new Map<string, string>();
  readonly #expressions = new ExpressionGuard();
  #abstractRules: ReadonlyMap<string, number> = new Map();

  constructor(source: SchemaSource) {
    this.#source = source;
    this.#findings = source.findings;
  }

  run(): GuardedSchema {
    const root = plainPatterns(this.#source);
    this.#prefixes = this.#declaredPrefixes(root);
    const top = elementsIn(root);
    const shared = this.#shared(top.filter((child) => child.uri === XSLT || isSch(child, 'let')));
    const givenPatterns = top.filter((child) => isSch(child, 'pattern'));
    this.#abstractRules = abstractRuleSizes(givenPatterns);
    const patterns = givenPatterns.flatMap((child) => this.#pattern(child));
    for (const child of top) {
      const known = [
        'ns',
        'let',
        'pattern',
        'title',
        'p',
        'phase',
        'diagnostics',
        'properties',
        'param',
      ];
      if (child.uri === SCHEMATRON && !isSch(child, ...known))
        this.#leaveOut(child, this.#unknown(child));
    }
    const namespaces = Object.fromEntries(this.#prefixes);
    return {
      schema: { ...root, namespaces, children: [...shared, ...patterns] },
      findings: this.#findings,
    };
  }

  #declaredPrefixes(root: TreeElement): Map<string, string> {
    const declared = new Map(Object.entries(root.namespaces).filter(([prefix]) => prefix !== ''));
    for (const ns of elementsIn(root).filter((child) => isSch(child, 'ns'))) {
      const [prefix, uri] = [attribute(ns, 'prefix') ?? '', attribute(ns, 'uri') ?? ''];
      if (NCNAME.test(prefix)) declared.set(prefix, uri);
      else this.#leaveOut(ns, new ExpressionRefusal(`“${prefix}” is not a prefix`, 'prefix'));
    }
    return new Map(usable(declared.set('xsl', XSLT).set('xs', XML_SCHEMA)));
  }

  /**
   * Declarations at the top. One that uses a refused one is refused too, so this is repeated until
   * nothing changes.
   */
  #shared(declarations: readonly TreeElement[]): TreeElement[] {
    const xslt = new XsltGuard(this.#expressions, this.#prefixes);
    const allowed = (one: TreeElement): TreeElement =>
      isSch(one, 'let') ? this.#let(one) : xslt.declaration(one);
    const functions = declarations.filter((one) => one.uri === XSLT && one.local === 'function');
    const refused = new Map<TreeElement, ExpressionRefusal>();
    for (let before = -1; before < refused.size; ) {
      before = refused.size;
      this.#expressions.declare(
        functions.filter((one) => !refused.has(one)).flatMap((one) => xslt.functionName(one) ?? []),
        [...refused.keys()],
      );
      for (const one of declarations) {
        const refusal = refused.has(one) ? undefined : refusedExpression(() => allowed(one));
        if (refusal) refused.set(one, refusal);
      }
    }
    for (const [one, refusal] of refused) this.#leaveOut(one, refusal);
    return declarations.filter((one) => !refused.has(one)).map((one) => allowed(one));
  }

  #pattern(pattern: TreeElement): TreeElement[] {
    if (attribute(pattern, 'documents') !== undefined) {
      this.#leaveOut(
        pattern,
        new ExpressionRefusal('a pattern here sees only the document itself', 'documents'),
      );
      return [];
    }
    const children: TreeElement[] = [];
    for (const child of elementsIn(pattern)) {
      if (isSch(child, 'title', 'p', 'param')) continue;
      const rule = isSch(child, 'rule');
      const refusal = refusedExpression(() => {
        if (rule) children.push(this.#rule(child));
        else if (isSch(child, 'let')) children.push(this.#let(child));
        else throw this.#unknown(child);
      });
      if (!refusal) continue;
      if (rule) {
        // Without this rule, the rules after it would apply to its nodes.
        this.#leaveOut(child, refusal, ', nor are those after it in its pattern');
        break;
      }
      this.#leaveOut(pattern, refusal);
      return [];
    }
    return [{ ...pattern, children }];
  }

  /**
   * Throws a `ExpressionRefusal` if its context is refused; refused parts inside are omitted
   * separately.
   */
  #rule(rule: TreeElement): TreeElement {
    const isAbstract = attribute(rule, 'abstract') === 'true';
    if (!isAbstract && (attribute(rule, 'context') ?? '').trim() === '')
      throw new ExpressionRefusal('<rule> has no attribute context');
    const attributes = this.#checked(rule, ['context']);
    const children: TreeElement[] = [];
    for (const child of elementsIn(rule)) {
      if (isSch(child, 'p', 'title')) continue;
      const isCheck = isSch(child, 'assert', 'report');
      const refusal = refusedExpression(() => {
        if (isCheck) children.push(this.#check(child));
        else if (isSch(child, 'let')) children.push(this.#let(child));
        else if (isSch(child, 'extends')) children.push(this.#extends(child));
        else throw this.#unknown(child);
      });
      if (!refusal) continue;
      this.#leaveOut(child, refusal);
      // The checks may use it; the rule still applies to its nodes.
      if (!isCheck) return { ...rule, attributes, children: [] };
    }
    return { ...rule, attributes, children };
  }

  #extends(element: TreeElement): TreeElement {
    const name = attribute(element, 'rule') ?? '';
    const size = this.#abstractRules.get(name);
    if (size === undefined)
      throw new ExpressionRefusal(
        `there is no abstract rule “${name}” that could be taken here`,
        'rule',
      );
    if (size > MOST_CHECKS)
      throw new ExpressionRefusal(
        `the abstract rule “${name}” has more than ${MOST_CHECKS} checks`,
        'rule',
      );
    return element;
  }

  #check(check: TreeElement): TreeElement {
    if (attribute(check, 'test') === undefined)
      throw new ExpressionRefusal(`<${check.name}> has no attribute test`);
    return { ...check, attributes: this.#checked(check, ['test']), children: this.#message(check) };
  }

  #message(element: TreeElement): (TreeElement | string)[] {
    return element.children.flatMap((child): (TreeElement | string)[] => {
      if (typeof child === 'string') return [child];
      if (isSch(child, 'value-of')) {
        if (attribute(child, 'select') === undefined)
          throw new ExpressionRefusal('<value-of> has no attribute select');
        return [{ ...child, attributes: this.#checked(child, ['select']), children: [] }];
      }
      if (isSch(child, 'name'))
        return [{ ...child, attributes: this.#checked(child, ['path']), children: [] }];
      return this.#message(child);
    });
  }

  #let(element: TreeElement): TreeElement {
    const name = attribute(element, 'name') ?? '';
    if (!QNAME.test(name))
      throw new ExpressionRefusal(`“${name}” is not a name of a variable`, 'name');
    if (attribute(element, 'value') === undefined)
      throw new ExpressionRefusal('<let> is read where it has the attribute value', undefined);
    return { ...element, attributes: this.#checked(element, ['value', 'as']), children: [] };
  }

  /** The attributes of a Schematron element, those with expressions checked. */
  #checked(element: TreeElement, expressions: readonly string[]): TreeElement['attributes'] {
    return element.attributes.map((one) =>
      expressions.includes(one.name)
        ? {
            ...one,
            value: this.#expressions.check(one.value, 'xpath', this.#prefixes, one.name, element),
          }
        : one,
    );
  }

  #unknown(element: TreeElement): ExpressionRefusal {
    return new ExpressionRefusal(`<${element.name}> is not supported here`, undefined, element);
  }

  #leaveOut(element: TreeElement, refusal: ExpressionRefusal, also = ''): void {
    const at = refusal.element ?? element;
    const message = `${refusal.message}; this ${element.local} is skipped${also}`;
    this.#findings.push(
      this.#source.finding(at, 'error', 'check/rule-refused', message, refusal.attribute),
    );
  }
}

function refusedExpression(action: () => unknown): ExpressionRefusal | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionRefusal) return error;
    throw error;
  }
}
