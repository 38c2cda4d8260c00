/**
 * Which parts of a Schematron schema of others may run.
 *
 * Takes a schema (`SchemaSource`). Returns a new tree that holds only what is on the lists of
 * allowed.ts, and a finding with its place for each part that is omitted. The rules are judged as
 * parsed: namespaces are resolved, character references replaced, expressions cut into tokens. What
 * is not known is refused; there is no list of forbidden words.
 */
import type { Finding } from '../../core/finding.ts';
import { attribute, elementsIn, type TreeElement } from '../tree.ts';
import { abstractRuleSizes, MOST_CHECKS } from './abstract-rules.ts';
import { INSTRUCTIONS, TOP_LEVEL, XS, XSL } from './allowed.ts';
import { ExpressionGuard, ExpressionRefusal, type Namespaces } from './expression-guard.ts';
import { plainPatterns } from './patterns.ts';
import { isSch, namespacesAt, SCH, type SchemaSource } from './schema-file.ts';
import { OWN_NAMESPACE, OWN_PREFIX } from './to-xslt.ts';

const QNAME = /^(?:([\p{L}_][\p{L}\p{N}_.-]*):)?[\p{L}_][\p{L}\p{N}_.-]*$/u;
const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Namespaces in which the processor itself, or the generated stylesheet, has functions. */
const RESERVED = new RegExp(
  `saxon|^http://www\\.w3\\.org/|^http://exslt\\.org|^https?://expath\\.org|^${OWN_NAMESPACE}`,
  'i',
);

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
    const shared = this.#shared(top.filter((child) => child.uri === XSL || isSch(child, 'let')));
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
      if (child.uri === SCH && !isSch(child, ...known)) this.#leaveOut(child, this.#unknown(child));
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
      else this.#leaveOut(ns, new ExpressionRefusal(`“${prefix}” is no prefix`, 'prefix'));
    }
    return new Map(usable(declared.set('xsl', XSL).set('xs', XS)));
  }

  /**
   * Declarations at the top. One that uses a refused one is refused too, so this goes on until
   * nothing changes.
   */
  #shared(declarations: readonly TreeElement[]): TreeElement[] {
    const functions = declarations.filter((one) => one.uri === XSL && one.local === 'function');
    const refused = new Map<TreeElement, ExpressionRefusal>();
    for (let before = -1; before < refused.size; ) {
      before = refused.size;
      this.#expressions.declare(
        functions
          .filter((one) => !refused.has(one))
          .flatMap((one) => this.#functionName(one) ?? []),
        [...refused.keys()],
      );
      for (const one of declarations) {
        const refusal = refused.has(one) ? undefined : refusalOf(() => this.#declaration(one));
        if (refusal) refused.set(one, refusal);
      }
    }
    for (const [one, refusal] of refused) this.#leaveOut(one, refusal);
    return declarations.filter((one) => !refused.has(one)).map((one) => this.#declaration(one));
  }

  #functionName(element: TreeElement): string | undefined {
    const [, prefix] = QNAME.exec(attribute(element, 'name') ?? '') ?? [];
    const uri = prefix === undefined ? undefined : this.#prefixesAt(element).get(prefix);
    if (uri === undefined || RESERVED.test(uri)) return undefined;
    return `Q{${uri}}${(attribute(element, 'name') ?? '').replace(/^.*:/, '')}`;
  }

  #declaration(element: TreeElement): TreeElement {
    if (isSch(element, 'let')) return this.#let(element);
    if (!TOP_LEVEL.has(element.local))
      throw new ExpressionRefusal(`<${element.name}> cannot stand in a schema here`);
    if (element.local === 'function' && this.#functionName(element) === undefined)
      throw new ExpressionRefusal(
        'the name of a function needs a prefix of your own, declared in the schema',
        'name',
      );
    if (element.local === 'template' && attribute(element, 'name') === undefined)
      throw new ExpressionRefusal('a template needs a name; what is matched stands in rules');
    const namespaces = this.#prefixesAt(element);
    return {
      ...this.#instruction(element, namespaces),
      namespaces: Object.fromEntries(namespaces),
    };
  }

  /** In a schema's XSLT the prefixes of `sch:ns` hold as well: its own declarations go first. */
  #prefixesAt(element: TreeElement): Map<string, string> {
    return new Map(usable([...this.#prefixes, ...namespacesAt(element)]));
  }

  #instruction(element: TreeElement, outer: Namespaces): TreeElement {
    if (element.uri !== XSL)
      throw new ExpressionRefusal(
        `<${element.name}> is no instruction of XSLT`,
        undefined,
        element,
      );
    const allowed = Object.hasOwn(INSTRUCTIONS, element.local)
      ? INSTRUCTIONS[element.local]
      : undefined;
    if (!allowed)
      throw new ExpressionRefusal(
        `<${element.name}> is not allowed: it reads, writes or runs something else than the rule`,
        undefined,
        element,
      );
    const own = usable(Object.entries(element.namespaces));
    const inner = new Map([...outer, ...own]);
    const attributes = element.attributes
      .filter(({ name }) => !name.startsWith('xml:'))
      .map((one) => {
        const kind = Object.hasOwn(allowed, one.name) ? allowed[one.name] : undefined;
        if (kind === undefined)
          throw new ExpressionRefusal(
            `@${one.name} is not allowed on <${element.name}>`,
            one.name,
            element,
          );
        const value = this.#expressions.check(one.value, kind, inner, one.name, element);
        return { ...one, value };
      });
    const children = element.children.map((child) =>
      typeof child === 'string' ? child : this.#instruction(child, inner),
    );
    return { ...element, attributes, children, namespaces: Object.fromEntries(own) };
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
      const refusal = refusalOf(() => {
        if (rule) children.push(this.#rule(child));
        else if (isSch(child, 'let')) children.push(this.#let(child));
        else throw this.#unknown(child);
      });
      if (!refusal) continue;
      if (rule) {
        // The rules after it would judge nodes that are this one's.
        this.#leaveOut(child, refusal, ', nor are those after it in its pattern');
        break;
      }
      this.#leaveOut(pattern, refusal);
      return [];
    }
    return [{ ...pattern, children }];
  }

  /**
   * Throws a `Refusal` where its context is refused; what is refused inside is omitted alone.
   */
  #rule(rule: TreeElement): TreeElement {
    const isAbstract = attribute(rule, 'abstract') === 'true';
    if (!isAbstract && (attribute(rule, 'context') ?? '').trim() === '')
      throw new ExpressionRefusal('<rule> lacks the attribute context');
    const attributes = this.#checked(rule, ['context']);
    const children: TreeElement[] = [];
    for (const child of elementsIn(rule)) {
      if (isSch(child, 'p', 'title')) continue;
      const isCheck = isSch(child, 'assert', 'report');
      const refusal = refusalOf(() => {
        if (isCheck) children.push(this.#check(child));
        else if (isSch(child, 'let')) children.push(this.#let(child));
        else if (isSch(child, 'extends')) children.push(this.#extends(child));
        else throw this.#unknown(child);
      });
      if (!refusal) continue;
      this.#leaveOut(child, refusal);
      // The checks may use it; the rule still stands for its nodes.
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
      throw new ExpressionRefusal(`<${check.name}> lacks the attribute test`);
    return { ...check, attributes: this.#checked(check, ['test']), children: this.#message(check) };
  }

  #message(element: TreeElement): (TreeElement | string)[] {
    return element.children.flatMap((child): (TreeElement | string)[] => {
      if (typeof child === 'string') return [child];
      if (isSch(child, 'value-of')) {
        if (attribute(child, 'select') === undefined)
          throw new ExpressionRefusal('<value-of> lacks the attribute select');
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
      throw new ExpressionRefusal(`“${name}” is no name of a variable`, 'name');
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

/**
 * Without the processor's own namespaces, and without bindings that the stylesheet has for itself.
 */
function usable(namespaces: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  return [...namespaces].filter(
    ([prefix, uri]) =>
      !/saxon/i.test(uri) &&
      uri !== OWN_NAMESPACE &&
      prefix !== OWN_PREFIX &&
      (prefix !== 'xsl' || uri === XSL),
  );
}

function refusalOf(action: () => unknown): ExpressionRefusal | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionRefusal) return error;
    throw error;
  }
}
