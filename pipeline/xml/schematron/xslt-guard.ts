/**
 * Which declarations of XSLT at the top of a Schematron schema of others may run: only instructions
 * and attributes on the lists of allowed.ts, with expressions that the expression guard allows.
 */
import { XSLT } from '../namespaces.ts';
import { attribute, type TreeElement } from '../tree.ts';
import { INSTRUCTIONS, TOP_LEVEL } from './allowed.ts';
import { type ExpressionGuard, ExpressionRefusal, type Namespaces } from './expression-guard.ts';
import { OWN_NAMESPACE, OWN_PREFIX } from './generated-stylesheet.ts';
import { namespacesAt } from './schema-file.ts';

export const QNAME = /^(?:([\p{L}_][\p{L}\p{N}_.-]*):)?[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Namespaces in which the processor itself, or the generated stylesheet, has functions. */
const RESERVED = new RegExp(
  `saxon|^http://www\\.w3\\.org/|^http://exslt\\.org|^https?://expath\\.org|^${OWN_NAMESPACE}`,
  'i',
);

export class XsltGuard {
  readonly #expressions: ExpressionGuard;
  readonly #prefixes: Namespaces;

  /** `prefixes`: of the schema's own expressions. */
  constructor(expressions: ExpressionGuard, prefixes: Namespaces) {
    this.#expressions = expressions;
    this.#prefixes = prefixes;
  }

  /** The name of a function with its namespace; undefined where a schema may not declare it. */
  functionName(element: TreeElement): string | undefined {
    const [, prefix] = QNAME.exec(attribute(element, 'name') ?? '') ?? [];
    const uri = prefix === undefined ? undefined : this.#prefixesAt(element).get(prefix);
    if (uri === undefined || RESERVED.test(uri)) return undefined;
    return `Q{${uri}}${(attribute(element, 'name') ?? '').replace(/^.*:/, '')}`;
  }

  /** Throws an `ExpressionRefusal` where a declaration is not allowed. */
  declaration(element: TreeElement): TreeElement {
    if (!TOP_LEVEL.has(element.local))
      throw new ExpressionRefusal(`<${element.name}> is not allowed here in a schema`);
    if (element.local === 'function' && this.functionName(element) === undefined)
      throw new ExpressionRefusal(
        'the name of a function needs a prefix of your own, declared in the schema',
        'name',
      );
    if (element.local === 'template' && attribute(element, 'name') === undefined)
      throw new ExpressionRefusal(
        'a template needs a name; templates with a match are not supported; use rules',
      );
    const namespaces = this.#prefixesAt(element);
    return {
      ...this.#instruction(element, namespaces),
      namespaces: Object.fromEntries(namespaces),
    };
  }

  /**
   * In a schema's XSLT the prefixes of `sch:ns` apply as well: its own declarations take
   * precedence.
   */
  #prefixesAt(element: TreeElement): Map<string, string> {
    return new Map(usable([...this.#prefixes, ...namespacesAt(element)]));
  }

  #instruction(element: TreeElement, outer: Namespaces): TreeElement {
    if (element.uri !== XSLT)
      throw new ExpressionRefusal(
        `<${element.name}> is not an instruction of XSLT`,
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
}

/** Without the processor's own namespaces, and without bindings that the stylesheet reserves. */
export function usable(
  namespaces: Iterable<readonly [string, string]>,
): (readonly [string, string])[] {
  return [...namespaces].filter(
    ([prefix, uri]) =>
      !/saxon/i.test(uri) &&
      uri !== OWN_NAMESPACE &&
      prefix !== OWN_PREFIX &&
      (prefix !== 'xsl' || uri === XSLT),
  );
}
