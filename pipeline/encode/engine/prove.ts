/**
 * The proof of the text law (DESIGN, law 1), for every document that is written.
 *
 * In: the reading text as received and the TEI made of it. Out: nothing, or the first place at which they differ. Both are read
 * anew, by ways that share nothing with the encoder: the TEI by an XML parser, the text by the few rules of its form.
 */
import { SaxesParser } from 'saxes';

/** Where the proof failed: what the source reads there, and what the TEI reads. */
export interface Loss {
  /** `text`, or the number of a note. */
  readonly where: string;
  readonly source: string;
  readonly tei: string;
}

/**
 * Compares, white space aside, the TEI's main text and each of its notes with the source's. The source's main text still
 * has its note numbers: the TEI's is read with each note's number at its anchor.
 */
export function proveText(source: string, tei: string): Loss | undefined {
  const encoded = readTei(tei);
  const received = readSource(source);
  const main = difference('text', received.main, encoded.main);
  if (main) return main;
  for (const [n, words] of received.notes) {
    const lost = difference(`note ${n}`, words, encoded.notes.get(n) ?? '');
    if (lost) return lost;
  }
  const invented = [...encoded.notes.keys()].find((n) => !received.notes.has(n));
  return invented === undefined
    ? undefined
    : { where: `note ${invented}`, source: '', tei: encoded.notes.get(invented) ?? '' };
}

interface Reading {
  readonly main: string;
  readonly notes: ReadonlyMap<string, string>;
}

function readSource(source: string): Reading {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  let first = lines.length;
  while (first > 0 && /^(?: {1,4}\d+\.(?: |$)| {5,}[^•▪‣◦ ]|\s*$)/.test(lines[first - 1] ?? '')) first--;
  while (first < lines.length && !/^ {1,4}\d+\./.test(lines[first] ?? '')) first++;
  const notes = new Map<string, string>();
  let open = '';
  for (const line of lines.slice(first)) {
    const opens = /^ {1,4}(\d+)\.(?: |$)/.exec(line);
    if (opens) open = opens[1] ?? '';
    if (line.trim() !== '') notes.set(open, (notes.get(open) ?? '') + bare(opens ? line.slice(opens[0].length) : line));
  }
  const main = lines.slice(0, first).map((line) => line.replace(/^[ \t]*[•▪‣◦]/, ''));
  return { main: bare(main.join('\n')), notes };
}

/** The text without white space and page marks. */
function bare(text: string): string {
  return text.replace(/\[Page[ \u00a0][^\][\s]{1,20}\]/g, '').replace(/\s+/g, '');
}

function readTei(tei: string): Reading {
  const notes = new Map<string, string>();
  const into: string[] = ['main'];
  let main = '';
  // How many are open: the document's own, a child of the outermost element, and those within it. An entry's is none of its text.
  let inText = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'text' && (inText > 0 || into.length === 2)) inText++;
    if (name === 'note' && inText > 0 && attributes['place'] === 'foot') {
      const n = attributes['n'] ?? '';
      main += n;
      notes.set(n, '');
      into.push(n);
    } else into.push(into.at(-1) ?? 'main');
  });
  parser.on('closetag', ({ name }) => {
    into.pop();
    if (name === 'text' && (inText > 1 || into.length === 2)) inText--;
  });
  parser.on('text', (text) => {
    if (inText === 0) return;
    const words = text.replace(/\s+/g, '');
    const n = into.at(-1) ?? 'main';
    if (n === 'main') main += words;
    else notes.set(n, (notes.get(n) ?? '') + words);
  });
  parser.write(tei).close();
  return { main, notes };
}

function difference(where: string, source: string, tei: string): Loss | undefined {
  if (source === tei) return undefined;
  let at = 0;
  while (at < source.length && source[at] === tei[at]) at++;
  const from = Math.max(0, at - 20);
  return { where, source: source.slice(from, at + 30), tei: tei.slice(from, at + 30) };
}
