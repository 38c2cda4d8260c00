/**
 * What an untrusted Schematron schema may use: functions, XSLT instructions and their attributes.
 * Everything else is refused.
 *
 * The names are those of XPath and XQuery Functions and Operators 3.1 and of XSLT 3.0. Excluded on
 * purpose: functions that read anything but the document, run code, give another result each time
 * or reveal something about the machine.
 */
export const FN = 'http://www.w3.org/2005/xpath-functions';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Allowed functions by namespace. Constructors of `xs:` are allowed too: their names are the
 * types'.
 */
export const FUNCTIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    FN,
    words(`
      abs ceiling floor round round-half-to-even number format-integer format-number
      string codepoints-to-string string-to-codepoints compare codepoint-equal collation-key concat
      string-join substring
      string-length normalize-space normalize-unicode upper-case lower-case translate contains
      starts-with ends-with
      substring-before substring-after matches replace tokenize analyze-string contains-token
      encode-for-uri iri-to-uri
      escape-html-uri resolve-uri parse-ietf-date default-collation default-language
      true false boolean not
      dateTime years-from-duration months-from-duration days-from-duration hours-from-duration
      minutes-from-duration
      seconds-from-duration year-from-dateTime month-from-dateTime day-from-dateTime
      hours-from-dateTime
      minutes-from-dateTime seconds-from-dateTime timezone-from-dateTime year-from-date
      month-from-date day-from-date
      timezone-from-date hours-from-time minutes-from-time seconds-from-time timezone-from-time
      adjust-dateTime-to-timezone adjust-date-to-timezone adjust-time-to-timezone
      format-dateTime format-date format-time current-date current-dateTime current-time
      implicit-timezone
      QName resolve-QName prefix-from-QName local-name-from-QName namespace-uri-from-QName
      namespace-uri-for-prefix in-scope-prefixes node-name local-name name namespace-uri
      nilled data base-uri document-uri root path has-children innermost outermost lang generate-id
      empty exists head tail insert-before remove reverse subsequence unordered distinct-values
      index-of deep-equal zero-or-one one-or-more exactly-one count avg max min sum
      id element-with-id idref position last error
      function-name function-arity for-each filter fold-left fold-right for-each-pair sort apply
      serialize parse-json json-to-xml xml-to-json
      current key current-group current-grouping-key regex-group copy-of snapshot
      unparsed-entity-uri
      unparsed-entity-public-id function-available element-available type-available`),
  ],
  [`${FN}/math`, words('pi exp exp10 log log10 pow sqrt sin cos tan asin acos atan atan2')],
  [`${FN}/map`, words('merge size keys contains get find put entry remove for-each')],
  [
    `${FN}/array`,
    words(`size get put append subarray remove insert-before head tail reverse join for-each filter
      fold-left fold-right
      for-each-pair sort flatten`),
  ],
]);

/** Words of the language that may come before a bracket as a function does. */
export const KEYWORDS = words(`
  node text comment processing-instruction element attribute document-node namespace-node
  schema-element schema-attribute item map array function empty-sequence
  if then else for let some every in return satisfies and or div idiv mod union intersect except is
  eq ne lt le gt ge to
  instance of treat cast castable as`);

/** Why a function of XPath or XSLT is refused. */
export const REFUSED_FUNCTIONS: readonly (readonly [names: ReadonlySet<string>, reason: string])[] =
  [
    [
      words(`doc doc-available document collection uri-collection unparsed-text unparsed-text-lines
      unparsed-text-available json-doc stream-available`),
      'which reads other files; a rule here sees only the document itself, so compare with ' +
        'other files in a tool of your own',
    ],
    [
      words(
        'environment-variable available-environment-variables system-property ' +
          'available-system-properties',
      ),
      'which reads settings of the computer; write the value into the rule',
    ],
    [
      words('transform load-xquery-module function-lookup parse-xml parse-xml-fragment evaluate'),
      'which runs or reads something that is not in the rule; write it out there',
    ],
  ];

/** How an attribute's value is read. */
export type ValueKind = 'xpath' | 'template' | 'name' | 'word';

type AllowedAttributes = Readonly<Record<string, ValueKind>>;

const SELECT: AllowedAttributes = { select: 'xpath' };
const BOUND: AllowedAttributes = { name: 'name', as: 'xpath', select: 'xpath' };
const SORT: AllowedAttributes = {
  select: 'xpath',
  lang: 'template',
  order: 'template',
  'case-order': 'template',
  'data-type': 'template',
  stable: 'template',
};

/** Allowed XSLT elements, anywhere, with their attributes. */
export const INSTRUCTIONS: Readonly<Record<string, AllowedAttributes>> = {
  function: { name: 'name', as: 'xpath', visibility: 'word', cache: 'word' },
  key: { name: 'name', match: 'xpath', use: 'xpath', composite: 'word' },
  param: { ...BOUND, required: 'word', tunnel: 'word' },
  variable: BOUND,
  template: { name: 'name', as: 'xpath' },
  'call-template': { name: 'name' },
  'with-param': { ...BOUND, tunnel: 'word' },
  sequence: SELECT,
  'value-of': { select: 'xpath', separator: 'template' },
  text: {},
  'copy-of': SELECT,
  document: {},
  element: { name: 'template', namespace: 'template' },
  attribute: { name: 'template', namespace: 'template', select: 'xpath', separator: 'template' },
  if: { test: 'xpath' },
  choose: {},
  when: { test: 'xpath' },
  otherwise: {},
  'for-each': SELECT,
  'for-each-group': {
    select: 'xpath',
    'group-by': 'xpath',
    'group-adjacent': 'xpath',
    'group-starting-with': 'xpath',
    'group-ending-with': 'xpath',
    composite: 'word',
  },
  'perform-sort': SELECT,
  sort: SORT,
  iterate: SELECT,
  'next-iteration': {},
  break: SELECT,
  'on-completion': SELECT,
  map: {},
  'map-entry': { key: 'xpath', select: 'xpath' },
  'analyze-string': { select: 'xpath', regex: 'template', flags: 'template' },
  'matching-substring': {},
  'non-matching-substring': {},
  try: SELECT,
  catch: { select: 'xpath' },
};

/** XSLT elements that may be directly in `sch:schema`. */
export const TOP_LEVEL = words('function key param variable template');
