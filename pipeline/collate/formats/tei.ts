/** A collation as one TEI document with apparatus. */
import { element } from '../../encode/engine/write/element.ts';
import { EDITION_SCHEMAS, serialize } from '../../encode/engine/write/serialize.ts';
import { coverageOf } from '../apparatus/coverage.ts';
import { apparatusEntries } from '../apparatus/entries.ts';
import { apparatusUnits, type Boundary } from '../apparatus/units.ts';
import type { Collation } from '../collate.ts';
import type { Method, Settings } from '../rules/model.ts';
import { collationHeader, type HeaderOptions, responsibleOf } from './header.ts';
import { Names } from './names.ts';
import { documentDivision } from './structure.ts';
import { DoubleEndPointWriter, ParallelWriter } from './tei-entries.ts';
import { appendContent, type TeiContent, TextWriter } from './tei-text.ts';

interface TeiOptions extends HeaderOptions {
  readonly method: Method;
  /** The `xml:id` of the document. */
  readonly id: string;
}

interface CollatedTei {
  readonly text: string;
  /** Entries of the apparatus. */
  readonly entries: number;
}

export function writeTei(
  { table, decisions }: Collation,
  settings: Settings,
  options: TeiOptions,
): CollatedTei {
  const coverage = coverageOf(table);
  const { units, blocks, boundaries } = apparatusUnits(table, coverage);
  const entries = apparatusEntries(table, units, settings, decisions);
  const names = new Names(options.id, table.witnesses);
  const responsible = responsibleOf(settings.rules, options.id);
  const doubleEndPoint = new DoubleEndPointWriter(names, responsible.pointer);
  const inline = new ParallelWriter(names, responsible.pointer);
  const writer = new TextWriter(
    table,
    entries,
    options.method === 'parallel' ? inline : doubleEndPoint,
  );
  const contents: TeiContent[] = blocks.map(() => []);
  const put = (block: number, parts: TeiContent): void => {
    for (const part of parts) appendContent(contents[block] as TeiContent, part);
  };
  const bound = (column: number, block: number): void => {
    for (const boundary of boundaries.get(column) ?? ([] as Boundary[]))
      put(block, writer.boundary(boundary));
  };
  let open = -1;
  for (const unit of units) {
    if (unit.block !== open) {
      writer.begin();
      open = unit.block;
    }
    bound(unit.from, open);
    put(open, writer.unit(unit));
  }
  bound(table.length, Math.max(0, open));
  const standOff =
    options.method === 'parallel' || doubleEndPoint.entries.length === 0
      ? undefined
      : element('standOff', {}, element('listApp', {}, ...doubleEndPoint.entries));
  const root = element(
    'TEI',
    { 'xml:id': options.id, 'xml:lang': options.language },
    collationHeader(table, settings, names, responsible, options),
    element('text', {}, element('body', {}, documentDivision(blocks, contents, options.id))),
    standOff,
  );
  const text = serialize(root, options.edition ? EDITION_SCHEMAS : '');
  return { text, entries: entries.size };
}
