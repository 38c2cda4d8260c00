/**
 * What a theme's stylesheet may not use: anything that reads other files, writes files, runs
 * programs or reaches JavaScript.
 *
 * Takes a module as a tree. Returns each place with a forbidden construct. This is a second
 * barrier: a theme's stylesheet runs only if the user trusts it.
 */
import { XSLT } from '../xml/namespaces.ts';
import { REFUSED_FUNCTIONS } from '../xml/schematron/allowed.ts';
import {
  TokenError,
  templateExpressions,
  tokenizeXPath,
  type XPathToken,
} from '../xml/schematron/xpath-tokens.ts';
import type { TreeElement } from '../xml/tree.ts';

/** Namespaces of extensions: those of saxon-js reach all of JavaScript. */
const EXTENSIONS = /saxonica|saxon\.sf\.net|exslt\.org|expath\.org/i;

const INSTRUCTIONS = new Set([
  'result-document',
  'evaluate',
  'source-document',
  'stream',
  'merge',
  'use-package',
  'package',
  'import-schema',
  'assert',
]);

/** Attributes of XSLT that contain an expression, a pattern or a type. */
const EXPRESSIONS = new Set(
  `select test match use value as from count group-by group-adjacent group-starting-with
  group-ending-with key
  initial-value xpath use-when`.split(/\s+/),
);

interface RefusedElement {
  readonly element: TreeElement;
  readonly message: string;
}

export function refusedIn(element: TreeElement): RefusedElement[] {
  const inside = element.children.flatMap((child) =>
    typeof child === 'string' ? [] : refusedIn(child),
  );
  const message = problemOf(element);
  return message === undefined ? inside : [{ element, message }, ...inside];
}

function problemOf(element: TreeElement): string | undefined {
  const extension = [element.uri, ...Object.values(element.namespaces)].find((uri) =>
    EXTENSIONS.test(uri),
  );
  if (extension)
    return `the namespace ${extension} is of extensions, which a theme may not use; remove it`;
  if (element.uri === XSLT && INSTRUCTIONS.has(element.local))
    return `<${element.name}> reads or writes other files, which a theme may not do; remove it`;
  for (const { name, local, uri, value } of element.attributes) {
    const isOfXslt = element.uri === XSLT || uri === XSLT;
    // A shadow attribute (XSLT 3.0, 3.13.2) is assembled from pieces, so its expression cannot be
    // examined.
    if (isOfXslt && local.startsWith('_'))
      return `the attribute ${name} is computed; write ${local.slice(1)} out`;
    const isExpression = isOfXslt && EXPRESSIONS.has(local);
    const problem = valueProblem(value, isExpression);
    if (problem !== undefined) return problem;
  }
  for (const text of element.children) {
    const problem = typeof text === 'string' ? valueProblem(text, false) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Text outside of braces is not an expression; the compiler reports invalid braces. */
function valueProblem(value: string, isExpression: boolean): string | undefined {
  if (!isExpression && !value.includes('{')) return undefined;
  try {
    const lists = isExpression ? [tokenizeXPath(value).tokens] : templateExpressions(value);
    return lists.map(callProblem).find((problem) => problem !== undefined);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const named = REFUSED_FUNCTIONS.flatMap(([names]) => [...names]).find((name) =>
      value.includes(`${name}(`),
    );
    return named === undefined
      ? undefined
      : `the expression cannot be read, and seems to call ${named}(); remove it`;
  }
}

function callProblem(tokens: readonly XPathToken[]): string | undefined {
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]?.text;
    const after = tokens[at + 1]?.text;
    const isCall =
      token.kind === 'name' &&
      before !== '$' &&
      (after === '(' || after === '#' || before === '=>');
    if (!isCall) continue;
    const isRefused = REFUSED_FUNCTIONS.some(([names]) => names.has(token.local ?? ''));
    if (isRefused)
      return (
        `it calls ${token.text}(), which reads or runs something else than the document; ` +
        `remove it`
      );
  }
  return undefined;
}
