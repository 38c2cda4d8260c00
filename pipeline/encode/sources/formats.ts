/**
 * The formats of source files: the one table of what can be encoded.
 *
 * A format is added by a row here and a reader beside this file. Readers are loaded when a file of
 * their format is read, since some load large libraries.
 */
import { extname } from 'node:path';
import { decodeXml } from '../../xml/decode.ts';
import type { ReadingText } from './reading-text.ts';

interface SourceFormat {
  readonly name: string;
  /** In lower case, with the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /**
   * `path` is the file name in messages. Throws an `InputError` if the bytes are not a file of this
   * format.
   */
  read(bytes: Uint8Array, path: string): Promise<ReadingText>;
}

/**
 * In order of preference: of two sources for one document, the one of the format that comes first
 * is used.
 */
export const SOURCE_FORMATS: readonly SourceFormat[] = [
  {
    name: 'plain text',
    extensions: ['.txt'],
    mediaType: 'text/plain; charset=utf-8',
    read: async (bytes, path) => ({ text: decodeXml(bytes, path), findings: [] }),
  },
  {
    name: 'Markdown',
    extensions: ['.md', '.markdown'],
    mediaType: 'text/markdown; charset=utf-8',
    read: async (bytes, path) =>
      (await import('./markdown.ts')).readMarkdown(decodeXml(bytes, path), path),
  },
  {
    name: 'Word document',
    extensions: ['.docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    read: async (bytes, path) => (await import('./word/docx.ts')).readDocx(bytes, path),
  },
  {
    name: 'OpenDocument text',
    extensions: ['.odt'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    read: async (bytes, path) => (await import('./word/odt.ts')).readOdt(bytes, path),
  },
  {
    name: 'web page',
    extensions: ['.html', '.htm'],
    mediaType: 'text/html; charset=utf-8',
    read: async (bytes, path) =>
      (await import('./html/html.ts')).readHtml(decodeXml(bytes, path), path),
  },
];

/** The extensions of all formats: `.txt`, `.docx`, … */
export const SOURCE_EXTENSIONS: readonly string[] = SOURCE_FORMATS.flatMap(
  ({ extensions }) => extensions,
);

/**
 * The format of a file by its name's extension, whatever its case; undefined if no reader accepts
 * it.
 */
export function formatOf(path: string): SourceFormat | undefined {
  const extension = extname(path).toLowerCase();
  return SOURCE_FORMATS.find(({ extensions }) => extensions.includes(extension));
}
