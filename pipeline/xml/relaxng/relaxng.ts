/**
 * Validation against a RELAX NG grammar, with messages that tell an editor what to do.
 *
 * Takes the path of a schema; then documents that have passed `readXml`, as text and as tree.
 * Returns findings with line and column. The validator is libxml2's, used only in this module:
 * libxml2 plans to drop RELAX NG, and then only this file changes.
 */
import type { ErrorDetail, RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { decodeXml } from '../decode.ts';
import { readXml, type XmlSource } from '../read.ts';
import { elementsIn, type TreeElement } from '../tree.ts';
import { ContentModels } from './content-model.ts';
import { type Grammar, readGrammar } from './grammar.ts';
import { type Complaint, inPlainWords } from './messages.ts';

/** The package is WebAssembly, loaded only when a schema is used. */
type Library = typeof import('libxml2-wasm');

/**
 * A compiled grammar. It uses memory outside the JavaScript heap: call `dispose` after the last
 * document.
 */
export class RelaxNg {
  readonly #library: Library;
  readonly #validator: RelaxNGValidator;
  readonly #source: XmlSource;
  #grammar: Grammar | undefined;
  #models: ContentModels | undefined;

  private constructor(library: Library, validator: RelaxNGValidator, source: XmlSource) {
    this.#library = library;
    this.#validator = validator;
    this.#source = source;
  }

  /**
   * Compiles a schema in the XML syntax. Rejects with an `InputError` if it cannot be read or is
   * not a grammar.
   */
  static async compile(path: string): Promise<RelaxNg> {
    const library = await import('libxml2-wasm');
    const shown = shownPath(path);
    const text = decodeXml(readInput(path, 'check/no-schema'), shown);
    // Reported in words that say what would be right; libxml2 must not read anything else, such as
    // entities.
    readXml({ path: shown, content: text }, {});
    const schema = parsed(text, shown, library);
    try {
      return new RelaxNg(library, library.RelaxNGValidator.fromDoc(schema), {
        path: shown,
        content: text,
      });
    } catch (error) {
      if (!(error instanceof library.XmlLibError)) throw error;
      // The errors without a place are consequences of those about the schema.
      const ofSchema = error.details.filter(({ message }) => !/^\s*Internal /.test(message));
      const reported = ofSchema.length > 0 ? ofSchema : error.details;
      throw new InputError(reported.map((detail) => schemaError(shown, detail)));
    } finally {
      schema.dispose();
    }
  }

  /** Read only if there is an error: reading takes as long as checking some dozens of documents. */
  get grammar(): Grammar {
    this.#grammar ??= readGrammar(this.#source);
    return this.#grammar;
  }

  /** The errors in a document. `text` and `root` are the same document. */
  validate(text: string, root: TreeElement, path: string): Finding[] {
    let document: XmlDocument;
    try {
      document = parsed(text, path, this.#library);
    } catch (error) {
      if (error instanceof InputError) return [...error.findings];
      throw error;
    }
    try {
      this.#validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof this.#library.XmlLibError)) throw error;
      return this.#findings(error.details, root, path);
    } finally {
      document.dispose();
    }
  }

  dispose(): void {
    this.#validator.dispose();
  }

  #findings(details: readonly ErrorDetail[], root: TreeElement, path: string): Finding[] {
    const complaints = details.map((detail): Complaint => {
      const message = detail.message.trim();
      return { message, element: invalidElement(detail, message, root) };
    });
    this.#models ??= new ContentModels(this.grammar);
    return inPlainWords(complaints, root, this.grammar, this.#models).map(
      ({ message, element, rule }) => ({
        path,
        line: element.line,
        column: element.column,
        severity: 'error',
        rule: `rng/${rule}`,
        message,
      }),
    );
  }
}

/**
 * Two parsers read every file, and each is stricter at some points: errors that only this one
 * reports (`<?x?y?>`) are reported like the others.
 */
function parsed(
  text: string,
  path: string,
  { ParseOption, XmlDocument, XmlLibError }: Library,
): XmlDocument {
  // No network, no external entities, lines beyond 65535, and no failure on a repeated id: the
  // Schematron rules report that.
  const safely =
    ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_BIG_LINES |
    ParseOption.XML_PARSE_SKIP_IDS;
  try {
    return XmlDocument.fromString(text, { option: safely });
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [detail] = error.details;
    const message = `the file is not well-formed XML: ${(detail?.message ?? error.message).trim()}`;
    const place = { line: detail?.line || 1, column: detail?.col || 1 };
    throw new InputError({
      path,
      ...place,
      severity: 'error',
      rule: 'xml/not-well-formed',
      message,
    });
  }
}

/**
 * `libxml2` gives a path of ordinals, sometimes that of a child in place of the element that its
 * message names.
 */
function invalidElement(detail: ErrorDetail, message: string, root: TreeElement): TreeElement {
  let element = root;
  for (const step of (detail.xpath ?? '').split('/').slice(2)) {
    const [, name = '*', ordinal = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const children = elementsIn(element).filter((child) => name === '*' || child.name === name);
    const child = children[Number(ordinal) - 1];
    if (!child) break;
    element = child;
  }
  const named = /\b[Ee]lement (\S+?)(?: |$)/.exec(message)?.[1];
  for (let above: TreeElement | undefined = element; above; above = above.parent) {
    if (above.local === named || above.name === named) return above;
  }
  return element;
}

function schemaError(path: string, detail: ErrorDetail): Finding {
  const message = `the RELAX NG schema has an error: ${detail.message.trim()}`;
  return { path, line: detail.line, severity: 'error', rule: 'check/bad-schema', message };
}
