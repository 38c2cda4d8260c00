/**
 * The proof of a change: it examines the changed file without trusting the code that changed it.
 *
 * The changed text is parsed again. It has to be well-formed, its text has to be the previous one
 * with exactly the intended words changed, all bytes outside the edits have to be the same, and the
 * schema must not report anything that it did not report before.
 */
import { type Finding, InputError } from '../../core/finding.ts';
import type { TreeElement } from '../../xml/tree.ts';
import {
  childrenAndRuns,
  isElementNode,
  parseDocument,
  type SourceDocument,
} from '../source/document.ts';
import { decodeReferences, rawTextOf } from '../source/reading-text.ts';
import { applyEdits, orderedEdits } from './apply.ts';
import { type Edit, type PatchChange, PatchRefusal, type TextChange } from './model.ts';

/** Findings of a schema about a document; the root is that of the text. */
export type Validate = (
  text: string,
  path: string,
) => Promise<readonly Finding[]> | readonly Finding[];

interface Proved {
  readonly document: SourceDocument;
  readonly edits: readonly Edit[];
}

/**
 * Applies a change and proves it. `validate`: undefined if the document follows no schema. @throws
 * Refusal with the reason in plain words.
 */
export async function prove(
  before: SourceDocument,
  { edits, textChanges }: PatchChange,
  validate: Validate | undefined,
): Promise<Proved> {
  const text = applyEdits(before.text, edits);
  if (text === before.text) throw new PatchRefusal('this changes nothing');
  const document = reread(before, text);
  requireSameOutside(before.text, text, edits);
  requireText(before, document, textChanges);
  if (validate) await requireValid(before, document, edits, validate);
  return { document, edits: orderedEdits(edits) };
}

function reread(before: SourceDocument, text: string): SourceDocument {
  try {
    return parseDocument(before.path, text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new PatchRefusal(
      `the file would no longer be well-formed: ${error.findings[0]?.message}`,
    );
  }
}

function requireSameOutside(before: string, after: string, edits: readonly Edit[]): void {
  let [from, to] = [0, 0];
  for (const { start, end, text } of orderedEdits(edits)) {
    const outside = before.slice(from, start);
    if (after.slice(to, to + outside.length) !== outside)
      throw new Error('a change touched bytes outside of its range');
    to += outside.length + text.length;
    from = end;
  }
  if (after.slice(to) !== before.slice(from))
    throw new Error('a change touched bytes outside of its range');
}

function requireText(
  before: SourceDocument,
  after: SourceDocument,
  changes: readonly TextChange[],
): void {
  const words = rawTextOf(before.root);
  let expected = '';
  let from = 0;
  for (const { at, removed, added } of [...changes].sort((a, b) => a.at - b.at)) {
    const place = charactersBefore(before, at);
    if (words.slice(place, place + removed.length) !== removed)
      throw new Error('a change expects words that are not in the file');
    expected += words.slice(from, place) + added;
    from = place + removed.length;
  }
  if (rawTextOf(after.root) !== expected + words.slice(from))
    throw new Error('a change would alter the text');
}

/** How many characters of text are before an offset of the file. */
export function charactersBefore({ root, text }: SourceDocument, offset: number): number {
  let count = 0;
  const visit = (element: typeof root): void => {
    for (const node of childrenAndRuns(element, text)) {
      if (node.start >= offset) return;
      if (isElementNode(node)) visit(node);
      else if (node.kind === 'text')
        count += decodeReferences(text.slice(node.start, Math.min(node.end, offset))).length;
      else if (node.kind === 'cdata') {
        const words = Math.min(offset, node.end - ']]>'.length) - node.start - '<![CDATA['.length;
        count += Math.max(0, words);
      }
    }
  };
  visit(root);
  return count;
}

async function requireValid(
  before: SourceDocument,
  after: SourceDocument,
  edits: readonly Edit[],
  validate: Validate,
): Promise<void> {
  const found = await validate(after.text, after.path);
  if (found.length === 0) return;
  const counts = new Map<string, number>();
  for (const { rule, message } of await validate(before.text, before.path)) {
    const key = `${rule} ${message}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const added = found.filter(({ rule, message }) => {
    const key = `${rule} ${message}`;
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
  const [first] = added;
  if (!first) return;
  const element = /^<\/?([\w:]+)/.exec(edits[0]?.text ?? '')?.[1];
  throw new PatchRefusal(
    element === undefined
      ? `the schema does not allow this: ${first.message}`
      : `<${element}> is not allowed here: ${first.message}`,
  );
}

/** A validator of a schema, which takes the tree of the text too. */
export function validatorOf(judge: {
  validate(
    text: string,
    root: TreeElement,
    path: string,
  ): readonly Finding[] | Promise<readonly Finding[]>;
}): Validate {
  return (text, path) => judge.validate(text, parseDocument(path, text).root, path);
}
