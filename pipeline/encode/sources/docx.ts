/**
 * A Word document (.docx, ISO/IEC 29500).
 *
 * In: the file's bytes. Out: its reading text; Word's own footnotes and endnotes become the notes. mammoth reads the file and gives
 * HTML without layout, which is then read as any page is. Numbers that Word makes for a numbered list are no part of the file's text;
 * such items get a bullet, and a finding says so.
 */
import { parseFragment } from 'parse5';
import { type Finding, InputFault } from '../../finding.ts';
import { MOST_BYTES } from '../../xml/decode.ts';
import { readHtmlTree } from './html-reading.ts';
import { elementsBelow, type HtmlParent } from './html-tree.ts';
import type { ReadingText } from './reading-text.ts';

/**
 * Reads a Word document. `path` is what messages call the file.
 * @throws InputFault where the bytes are no Word document, or hold no text.
 */
export async function readDocx(bytes: Uint8Array, path: string): Promise<ReadingText> {
  if (bytes.length > MOST_BYTES) throw unreadable(path, 'it is too large');
  const html = await toHtml(bytes, path);
  const tree = parseFragment(html);
  const read = readHtmlTree(tree, path);
  return { ...read, findings: [...read.findings, ...numberedLists(tree, path)] };
}

async function toHtml(bytes: Uint8Array, path: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return result.value;
  } catch (cause) {
    throw unreadable(path, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Ordered lists of the text itself; mammoth's list of notes is one as well. */
function numberedLists(tree: HtmlParent, path: string): Finding[] {
  const lists = [...elementsBelow(tree)].filter(
    ({ tagName, childNodes }) =>
      tagName === 'ol' &&
      !childNodes.some(
        (item) =>
          'attrs' in item && item.attrs.some(({ name, value }) => name === 'id' && /^(?:foot|end)note-/.test(value)),
      ),
  );
  if (lists.length === 0) return [];
  return [
    {
      path,
      severity: 'warning',
      rule: 'intake/numbered-list',
      message:
        'the numbers of a numbered list are made by Word and are not in its text; write them out where they belong to the document',
    },
  ];
}

function unreadable(path: string, why: string): InputFault {
  return new InputFault({
    path,
    severity: 'error',
    rule: 'intake/not-docx',
    message: `the file cannot be read as a Word document (${why}); save it as .docx, or as plain text in UTF-8`,
  });
}
