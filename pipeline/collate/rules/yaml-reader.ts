/** Reads values of a YAML file with their places; unexpected values are findings. */
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { type Finding, InputError } from '../../core/finding.ts';
import type { TextPosition } from '../../xml/decode.ts';

export class YamlReader {
  readonly path: string;
  readonly errors: Finding[] = [];
  readonly #lines = new LineCounter();
  readonly root: ParsedNode | null;

  /** Throws an `InputError` if the text is not YAML. */
  constructor(text: string, path: string) {
    this.path = path;
    const document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      uniqueKeys: true,
      schema: 'core',
    });
    const [error] = document.errors;
    if (error) {
      const { line, col } = this.#lines.linePos(error.pos[0]);
      const message = `this is not YAML: ${error.message}`;
      throw new InputError({
        path,
        line,
        column: col,
        severity: 'error',
        rule: 'collate/rules',
        message,
      });
    }
    this.root = document.contents;
  }

  placeOf(node: Node | null | undefined): TextPosition {
    const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  report(node: Node | null | undefined, message: string): undefined {
    const place = this.placeOf(node);
    this.errors.push({
      path: this.path,
      ...place,
      severity: 'error',
      rule: 'collate/rules',
      message,
    });
    return undefined;
  }

  /** The members of a mapping; unknown names are reported. */
  members(
    node: Node | null | undefined,
    what: string,
    allowed: readonly string[],
  ): Map<string, Node> {
    const found = new Map<string, Node>();
    if (node === null || node === undefined) return found;
    if (!isMap(node)) {
      this.report(node, `${what} has to be a mapping (“name: value”)`);
      return found;
    }
    for (const [name, value, key] of pairsOf(node)) {
      if (allowed.length > 0 && !allowed.includes(name))
        this.report(key, `${what} has no “${name}”; it may have: ${allowed.join(', ')}`);
      else if (value) found.set(name, value);
    }
    return found;
  }

  items(node: Node | null | undefined, what: string): Node[] {
    if (node === null || node === undefined) return [];
    if (isSeq(node)) return node.items as Node[];
    this.report(node, `${what} has to be a list (“- value”)`);
    return [];
  }

  string(node: Node | null | undefined, what: string): string | undefined {
    if (node === null || node === undefined) return undefined;
    if (isScalar(node) && ['string', 'number', 'boolean'].includes(typeof node.value))
      return String(node.value);
    return this.report(node, `${what} has to be a word or text`);
  }

  oneOf<Name extends string>(
    node: Node | null | undefined,
    what: string,
    names: readonly Name[],
  ): Name | undefined {
    const value = this.string(node, what);
    if (value === undefined) return undefined;
    const name = names.find((candidate) => candidate === value);
    return name ?? this.report(node, `${what} is “${value}”; write one of: ${names.join(', ')}`);
  }

  /** A mapping of words to words. */
  words(node: Node | null | undefined, what: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const [name, value] of this.members(node, what, [])) {
      const word = this.string(value, `${what}: “${name}”`);
      if (word !== undefined) found.set(name, word);
    }
    return found;
  }
}

function pairsOf(map: YAMLMap): [name: string, value: Node | null, key: Node][] {
  return map.items.map(({ key, value }) => [
    isScalar(key) ? String(key.value) : '',
    value as Node | null,
    key as Node,
  ]);
}
