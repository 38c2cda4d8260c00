/**
 * Published alignments as reference: tables of tokens by column and witness, and how well another
 * table agrees with one (pairs of tokens of two witnesses in one column).
 */
import { readFileSync } from 'node:fs';
import { elementsIn, readTree, textOf, walk } from '../../../pipeline/xml/tree.ts';

/** By column the token of each witness; empty if it has no token. */
interface ReferenceTable {
  readonly witnesses: readonly string[];
  readonly columns: readonly (readonly string[])[];
}

const LACUNA = '#LACUNA#';

/** A CSV table: the sigla, then a row for each column of the alignment. */
export function readCsvTable(path: string): ReferenceTable {
  const [head = [], ...rows] = csvRows(readFileSync(path, 'utf8'));
  // Layers before correction repeat their witness, and are not compared.
  const chosen = [...head.keys()].filter((at) => !/\(a\.c\.\)$/.test(head[at] ?? ''));
  return {
    witnesses: chosen.map((at) => head[at] ?? ''),
    columns: rows.map((row) => chosen.map((at) => (row[at] === LACUNA ? '' : (row[at] ?? '')))),
  };
}

function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.length > 1);
}

/** A graph of readings in GraphML: nodes of one rank are in one column. */
export function readGraphTable(path: string): ReferenceTable {
  const root = readTree({ path, content: readFileSync(path) });
  const keys = new Map<string, string>();
  const nodes = new Map<string, { rank: number; text: string }>();
  const edges: { witness: string; source: string; target: string }[] = [];
  // The second graph says how readings are related.
  const keysAndGraph = elementsIn(root).filter(
    ({ local }, at, all) => local === 'key' || all.findIndex((one) => one.local === local) === at,
  );
  for (const element of keysAndGraph.flatMap((part) => [...walk(part)])) {
    const value = (name: string): string =>
      element.attributes.find((attribute) => attribute.name === name)?.value ?? '';
    if (element.local === 'key') keys.set(value('id'), value('attr.name'));
    if (element.local !== 'node' && element.local !== 'edge') continue;
    const data = new Map<string, string>();
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const key = child.attributes.find(({ name }) => name === 'key')?.value ?? '';
      data.set(keys.get(key) ?? key, textOf(child));
    }
    if (element.local === 'node') {
      const bare = ['is_start', 'is_end', 'is_lacuna'].some((name) => data.get(name) === '1');
      const text = bare ? '' : (data.get('text') ?? '');
      nodes.set(value('id'), { rank: Number(data.get('rank')), text });
    } else if (data.has('witness')) {
      const layer = data.get('extra') === '1' ? ' (a.c.)' : '';
      const witness = (data.get('witness') ?? '') + layer;
      edges.push({ witness, source: value('source'), target: value('target') });
    }
  }
  return graphTable(nodes, edges);
}

function graphTable(
  nodes: ReadonlyMap<string, { rank: number; text: string }>,
  edges: readonly { witness: string; source: string; target: string }[],
): ReferenceTable {
  // Layers before correction are incomplete in the graph, and not compared.
  const witnesses = [...new Set(edges.map(({ witness }) => witness))].filter(
    (witness) => !witness.endsWith('(a.c.)'),
  );
  const ranks = Math.max(0, ...[...nodes.values()].map(({ rank }) => rank || 0));
  const columns = Array.from({ length: ranks + 1 }, () => witnesses.map(() => ''));
  for (const { witness, source, target } of edges)
    for (const id of [source, target]) {
      const at = witnesses.indexOf(witness);
      const node = nodes.get(id);
      if (node && at >= 0 && node.text !== '') (columns[node.rank] as string[])[at] = node.text;
    }
  return { witnesses, columns };
}

interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** `columns`: by column the index of each witness's token, or -1. */
export function agreement(
  reference: ReferenceTable,
  columns: readonly (readonly number[])[],
): Agreement {
  const wanted = pairs(numbered(reference));
  const found = pairs(columns);
  let common = 0;
  for (const pair of found) if (wanted.has(pair)) common++;
  const precision = found.size === 0 ? 1 : common / found.size;
  const recall = wanted.size === 0 ? 1 : common / wanted.size;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** By column the index of each witness's token, or -1. */
function numbered({ witnesses, columns }: ReferenceTable): number[][] {
  const next = witnesses.map(() => 0);
  return columns.map((column) =>
    column.map((token, at) => {
      if (token === '') return -1;
      next[at] = (next[at] as number) + 1;
      return (next[at] as number) - 1;
    }),
  );
}

function pairs(columns: readonly (readonly number[])[]): Set<string> {
  const found = new Set<string>();
  for (const column of columns)
    for (const [one, token] of column.entries()) {
      if (token < 0) continue;
      for (let other = one + 1; other < column.length; other++)
        if ((column[other] as number) >= 0) found.add(`${one}:${token} ${other}:${column[other]}`);
    }
  return found;
}

/** The plain tokens of each witness. */
export function tokensOf(table: ReferenceTable): string[][] {
  return table.witnesses.map((_, at) =>
    table.columns.map((column) => column[at] ?? '').filter((token) => token !== ''),
  );
}
