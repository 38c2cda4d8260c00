/**
 * The content of a RELAX NG grammar, for queries and walks.
 *
 * Takes a schema in the XML syntax (RELAX NG specification, section 3). Returns its patterns, and
 * for each element name the attributes, children and text that it may have anywhere. This module
 * does not validate: it serves messages that say what would be right, and tests that make
 * instances. Parts that are not used by the edition's schema (`include`, `externalRef`, name
 * classes) are ignored.
 */
import { RELAX_NG } from '../namespaces.ts';
import { readXml, type XmlElement, type XmlSource } from '../read.ts';

export type Pattern =
  | {
      readonly kind: 'element' | 'attribute';
      readonly name: string;
      readonly content: Pattern;
      readonly about: string;
    }
  | { readonly kind: 'group' | 'choice' | 'interleave'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'optional' | 'zeroOrMore' | 'oneOrMore' | 'list'; readonly content: Pattern }
  | { readonly kind: 'text' | 'empty' | 'unknown' }
  | { readonly kind: 'value'; readonly value: string }
  | {
      readonly kind: 'data';
      readonly type: string;
      readonly parameters: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'ref'; readonly name: string };

export interface AttributeRule {
  readonly required: boolean;
  /** The values that the grammar lists; the list is complete if `open` is false. */
  readonly values: readonly string[];
  readonly open: boolean;
  /** Names of data types: `date`, `anyURI`. */
  readonly types: readonly string[];
}

interface ElementRule {
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  readonly children: ReadonlySet<string>;
  readonly text: boolean;
  /** The grammar's own words on the element. */
  readonly about: string;
}

export interface Grammar {
  readonly start: Pattern;
  readonly definitions: ReadonlyMap<string, Pattern>;
  readonly elements: ReadonlyMap<string, ElementRule>;
}

/** A node of the schema while it is read. */
interface Raw {
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Raw[];
  text: string;
}

/** Reads a schema. Throws an `InputError` if the file is not well-formed. */
export function readGrammar(source: XmlSource): Grammar {
  const root = readRaw(source);
  const definitions = new Map<string, Pattern>();
  let start: Pattern = { kind: 'unknown' };
  for (const raw of flatten(root)) {
    const pattern = combine('group', raw.children);
    if (raw.local === 'start') start = pattern;
    else if (raw.local === 'define') {
      const name = raw.attributes.get('name') ?? '';
      const earlier = definitions.get(name);
      definitions.set(name, earlier ? { kind: 'choice', parts: [earlier, pattern] } : pattern);
    }
  }
  return { start, definitions, elements: elementRules(start, definitions) };
}

function readRaw(source: XmlSource): Raw {
  const top: Raw = { local: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  readXml(source, {
    open(element: XmlElement) {
      const attributes = new Map(element.attributes.map(({ name, value }) => [name, value.trim()]));
      const local = element.uri === RELAX_NG ? element.local : `a:${element.local}`;
      const raw: Raw = { local, attributes, children: [], text: '' };
      open.at(-1)?.children.push(raw);
      open.push(raw);
    },
    text(text) {
      const inside = open.at(-1);
      if (inside) inside.text += text;
    },
    close() {
      open.pop();
    },
  });
  return top;
}

/** `start` and `define`, also inside `div`. */
function* flatten(raw: Raw): Generator<Raw> {
  for (const child of raw.children) {
    if (child.local === 'start' || child.local === 'define') yield child;
    else if (child.local === 'grammar' || child.local === 'div') yield* flatten(child);
  }
}

function combine(kind: 'group' | 'choice' | 'interleave', children: readonly Raw[]): Pattern {
  const parts = children.filter(({ local }) => !local.startsWith('a:')).map(patternOf);
  return parts.length === 1 && parts[0] ? parts[0] : { kind, parts };
}

function patternOf(raw: Raw): Pattern {
  const inside = (): Pattern => combine('group', raw.children);
  switch (raw.local) {
    case 'element':
    case 'attribute': {
      const name = raw.attributes.get('name');
      if (name === undefined) return { kind: 'unknown' };
      const about =
        raw.children.find(({ local }) => local === 'a:documentation')?.text.trim() ?? '';
      const bare =
        raw.local === 'attribute' && raw.children.every(({ local }) => local.startsWith('a:'));
      return { kind: raw.local, name, about, content: bare ? { kind: 'text' } : inside() };
    }
    case 'group':
    case 'choice':
    case 'interleave':
      return combine(raw.local, raw.children);
    case 'mixed':
      return { kind: 'interleave', parts: [{ kind: 'text' }, inside()] };
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
      return { kind: raw.local, content: inside() };
    case 'text':
    case 'empty':
      return { kind: raw.local };
    case 'value':
      return { kind: 'value', value: raw.text.trim() };
    case 'data': {
      const parameters = raw.children.filter(({ local }) => local === 'param');
      return {
        kind: 'data',
        type: raw.attributes.get('type') ?? '',
        parameters: new Map(
          parameters.map(({ attributes, text }) => [attributes.get('name') ?? '', text]),
        ),
      };
    }
    case 'ref':
    case 'parentRef':
      return { kind: 'ref', name: raw.attributes.get('name') ?? '' };
    default:
      return { kind: 'unknown' };
  }
}

interface Gathered {
  attributes: Map<string, AttributeRule>;
  children: Set<string>;
  text: boolean;
  about: string;
}

function elementRules(
  start: Pattern,
  definitions: ReadonlyMap<string, Pattern>,
): Map<string, ElementRule> {
  const found = new Map<string, Gathered>();
  const seen = new Set<Pattern>();
  const visit = (pattern: Pattern): void => {
    if (seen.has(pattern)) return;
    seen.add(pattern);
    if (pattern.kind === 'element') {
      const rule = found.get(pattern.name) ?? {
        attributes: new Map(),
        children: new Set(),
        text: false,
        about: pattern.about,
      };
      found.set(pattern.name, rule);
      gather(pattern.content, rule, true, new Set());
    }
    for (const part of innerPatterns(pattern, definitions)) visit(part);
  };
  const gather = (
    pattern: Pattern,
    rule: Gathered,
    sure: boolean,
    within: ReadonlySet<string>,
  ): void => {
    if (pattern.kind === 'attribute') {
      const { values, types } = valuesOf(pattern.content, definitions);
      const earlier = rule.attributes.get(pattern.name);
      rule.attributes.set(pattern.name, {
        required: sure && (earlier?.required ?? true),
        values: [...new Set([...(earlier?.values ?? []), ...values])],
        open: types.length > 0 || (earlier?.open ?? false),
        types: [...new Set([...(earlier?.types ?? []), ...types])],
      });
    } else if (pattern.kind === 'element') rule.children.add(pattern.name);
    else if (pattern.kind === 'text') rule.text = true;
    else if (pattern.kind === 'data' || pattern.kind === 'value' || pattern.kind === 'list')
      rule.text = true;
    else if (pattern.kind === 'ref') {
      const target = definitions.get(pattern.name);
      if (target && !within.has(pattern.name))
        gather(target, rule, sure, new Set([...within, pattern.name]));
    } else {
      const surely =
        sure &&
        (pattern.kind === 'group' || pattern.kind === 'interleave' || pattern.kind === 'oneOrMore');
      for (const part of innerPatterns(pattern, definitions)) gather(part, rule, surely, within);
    }
  };
  visit(start);
  return found;
}

/** The values that an attribute's pattern lists, and the data types by which it allows others. */
function valuesOf(
  pattern: Pattern,
  definitions: ReadonlyMap<string, Pattern>,
): { readonly values: readonly string[]; readonly types: readonly string[] } {
  if (pattern.kind === 'value') return { values: [pattern.value], types: [] };
  if (pattern.kind === 'data') return { values: [], types: [pattern.type] };
  if (pattern.kind === 'text' || pattern.kind === 'unknown')
    return { values: [], types: ['string'] };
  const parts = innerPatterns(pattern, definitions).map((part) => valuesOf(part, definitions));
  return {
    values: parts.flatMap(({ values }) => values),
    types: parts.flatMap(({ types }) => types),
  };
}

/** The patterns directly inside one, references followed. */
function innerPatterns(
  pattern: Pattern,
  definitions: ReadonlyMap<string, Pattern>,
): readonly Pattern[] {
  if ('parts' in pattern) return pattern.parts;
  if ('content' in pattern) return [pattern.content];
  const target = pattern.kind === 'ref' ? definitions.get(pattern.name) : undefined;
  return target ? [target] : [];
}
