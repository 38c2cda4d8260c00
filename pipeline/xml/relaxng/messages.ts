/**
 * Messages for an invalid document: what is wrong and what would be right.
 *
 * Takes the validator's errors with their elements, the document and the grammar. Returns errors in
 * plain words. The validator decides whether a document is valid; `content-model.ts` finds the
 * misplaced child, because the validator often names only an element around it. The validator's own
 * words about content are used only if there is nothing better.
 */
import { foldedWords, pattern, shortened } from '../../core/text.ts';
import { TEI } from '../namespaces.ts';
import { attribute, type TreeElement, textOf } from '../tree.ts';
import { type ContentModels, type Misfit, misfitsIn } from './content-model.ts';
import type { AttributeRule, Grammar } from './grammar.ts';

export interface Complaint {
  readonly message: string;
  readonly element: TreeElement;
}

interface PlainComplaint extends Complaint {
  /** Short name of the kind of error: `attribute`, `element`, `text`, `value`, `incomplete`. */
  readonly rule: string;
}

type Words = (
  match: readonly string[],
  element: TreeElement,
  grammar: Grammar,
) => string | undefined;

/** How many names a message lists before it stops. */
const MOST_NAMES = 16;

/** Errors that name the cause. */
const PRECISE: readonly (readonly [rule: string, RegExp, Words])[] = [
  [
    'attribute',
    /^Invalid attribute (\S+) for element/,
    ([name = ''], element, grammar) => attributeError(name, element, grammar),
  ],
  [
    'namespace',
    /^Element \S+ has wrong namespace: expecting (\S+)|^Expecting a namespace for element/,
    ([uri], element) =>
      `<${element.name}> is not in the namespace that the schema requires; write ` +
      `xmlns="${uri ?? TEI}" on the root element`,
  ],
];

/** Errors that count only if there is nothing more precise about the element or its content. */
const GENERAL: readonly (readonly [rule: string, RegExp, Words])[] = [
  [
    'element',
    /^Expecting element (\S+), got (\S+)/,
    ([wanted, got]) => `<${got}> is where <${wanted}> is required`,
  ],
  [
    'attribute',
    /^Element \S+ failed to validate attributes/,
    (_match, element, grammar) => attributesError(element, grammar),
  ],
  [
    'value',
    pattern('')`
    ^(?:Error validating datatype|failed to validate type|Type|Error validating value|
    Error validating list) ?(\w*)
  `,
    ([type = ''], element) =>
      `“${textOf(element).trim()}” is not a valid content of ` +
      `<${element.name}>${type in TYPES ? `: ${TYPES[type]}` : ''}`,
  ],
  ['invalid', /^(.*)$/s, ([said], element) => `<${element.name}> is not valid: ${said}`],
];

/** The form of values of a data type (XML Schema, part 2). */
const TYPES: Readonly<Record<string, string>> = {
  gYear: 'not a year: write four digits, 1964',
  gYearMonth: 'no month: write 1964-05',
  date: 'not a date: write 1964-05-31, and check how many days the month has',
  dateTime: 'not a date with time: write 1964-05-31T17:39:00',
  time: 'not a time of day: write 17:39:00',
  nonNegativeInteger: 'not a whole number: write digits',
  decimal: 'not a number: write digits, with a full stop before decimals',
  language: 'not a language: write a code such as en, es or zh-Hans',
  ID:
    'not an identifier: begin with a letter or _, then letters, digits, - _ and full stops, ' +
    'without spaces or colons',
  NCName: 'not a name: begin with a letter or _, then letters, digits, - _ and full stops',
  Name: 'not a name: begin with a letter or _, then letters, digits, - _ and full stops',
  anyURI: 'not a reference in a supported form: write #id, prefix:key or an address',
};

/** Rewords and reduces the errors about one document. */
export function inPlainWords(
  complaints: readonly Complaint[],
  root: TreeElement,
  grammar: Grammar,
  models: ContentModels,
): PlainComplaint[] {
  const said = [
    ...[...misfitsIn(root, models)].map(({ element, misfit }) =>
      misfitError(element, misfit, grammar, models),
    ),
    ...complaints.flatMap((complaint) => reworded(complaint, PRECISE, grammar)),
  ];
  const about = new Set<TreeElement>();
  const mark = (element: TreeElement): void => {
    for (let above: TreeElement | undefined = element; above; above = above.parent)
      about.add(above);
  };
  for (const { element } of said) mark(element);
  for (const complaint of complaints) {
    if (
      PRECISE.some(([, pattern]) => pattern.test(complaint.message)) ||
      about.has(complaint.element)
    )
      continue;
    const general = reworded(complaint, GENERAL, grammar);
    said.push(...general);
    for (const { element } of general) mark(element);
  }
  const seen = new Set<string>();
  return said.filter(({ element, message }) => {
    const key = `${element.line}:${element.column} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function reworded(
  complaint: Complaint,
  table: readonly (readonly [string, RegExp, Words])[],
  grammar: Grammar,
): PlainComplaint[] {
  for (const [rule, pattern, words] of table) {
    const match = pattern.exec(complaint.message);
    const message = match && words(match.slice(1), complaint.element, grammar);
    if (message) return [{ rule, message, element: complaint.element }];
  }
  return [];
}

function attributeError(name: string, element: TreeElement, grammar: Grammar): string {
  const rules = grammar.elements.get(element.local)?.attributes;
  const found = element.attributes.find(
    (candidate) => candidate.name === name || candidate.local === name,
  );
  const full = found?.name ?? name;
  const rule = rules?.get(full);
  if (!rule)
    return `<${element.name}> may have no attribute ${full}; it may have ${names(rules?.keys())}`;
  return `${full}="${found?.value ?? ''}" on <${element.name}> is ${wanted(rule)}`;
}

/** No attribute is named: a required one is missing, or one has a value of the wrong form. */
function attributesError(element: TreeElement, grammar: Grammar): string | undefined {
  const rules = grammar.elements.get(element.local)?.attributes ?? new Map<string, AttributeRule>();
  const missing = [...rules].filter(
    ([name, rule]) => rule.required && attribute(element, name) === undefined,
  );
  if (missing.length > 0)
    return (
      `<${element.name}> has no attribute ${missing.map(([name]) => name).join(', ')}, which ` +
      `is required`
    );
  return (
    `an attribute of <${element.name}> is missing or has a value that is not allowed; it may ` +
    `have ${names(rules.keys())}`
  );
}

function wanted(rule: AttributeRule): string {
  if (!rule.open)
    return `not among the values that are allowed: write one of ${names(rule.values)}`;
  const dates = rule.types.filter((type) => type === 'gYear' || type === 'date');
  if (dates.length > 0)
    return 'not an existing date: write 1964, 1964-05, 1964-05-31 or 1964-05-31T17:39:00';
  const type = rule.types.length === 1 ? TYPES[rule.types[0] ?? ''] : undefined;
  return type ?? `not of the required form (${rule.types.join(' or ')})`;
}

function misfitError(
  element: TreeElement,
  misfit: Misfit,
  grammar: Grammar,
  models: ContentModels,
): PlainComplaint {
  const { what, expected } = misfit;
  if (what === 'text') return { rule: 'text', element, message: textError(element) };
  if (what === 'end') {
    const isMissing = expected.includes('text') ? 'words' : names(expected);
    return {
      rule: 'incomplete',
      element,
      message: `<${element.name}> is not complete; missing: ${isMissing}`,
    };
  }
  const say = (message: string): PlainComplaint => ({ rule: 'element', element: what, message });
  if (!grammar.elements.has(what.local))
    return say(`<${what.name}> is not an element of this schema`);
  if (!grammar.elements.get(element.local)?.children.has(what.local)) {
    return say(
      `<${what.name}> is not allowed in <${element.name}>; it is allowed in ` +
        `${names(models.homes(what.local))}`,
    );
  }
  const instead =
    expected.length === 0 ? 'nothing may follow here' : `allowed here: ${names(expected)}`;
  return say(`<${what.name}> is allowed in <${element.name}>, but not at this place; ${instead}`);
}

function textError(element: TreeElement): string {
  const text = element.children.filter((child) => typeof child === 'string').join(' ');
  const shown = shortened(foldedWords(text), 40);
  return (
    `<${element.name}> may contain only elements, not the text “${shown}”; put it into one of ` +
    `them`
  );
}

function names(all: Iterable<string> | undefined): string {
  const list = [...(all ?? [])];
  if (list.length === 0) return 'none';
  return list.length > MOST_NAMES
    ? `${list.slice(0, MOST_NAMES).join(', ')} and others`
    : list.join(', ');
}
