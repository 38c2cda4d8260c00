/** Collations for tests: witnesses from plain words, collated and written. */
import { witnessDifferences } from '../../pipeline/collate/apparatus/prove.ts';
import { type Collation, collate } from '../../pipeline/collate/collate.ts';
import { Names } from '../../pipeline/collate/formats/names.ts';
import { writeTei } from '../../pipeline/collate/formats/tei.ts';
import type { Witness } from '../../pipeline/collate/model/model.ts';
import type { Method, Settings } from '../../pipeline/collate/rules/model.ts';
import { DEFAULTS } from '../../pipeline/collate/rules/read.ts';
import { readSourceRuns } from '../../pipeline/collate/tokens/read-source.ts';
import { readTranscription } from '../../pipeline/collate/tokens/read-tei.ts';
import { hasStates, witnessTokens } from '../../pipeline/collate/tokens/stream.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

/** A witness from a reading text. */
export function plain(siglum: string, text: string): Witness {
  const { blocks, notes } = readSourceRuns({ text, findings: [] });
  return {
    siglum,
    path: `${siglum}.txt`,
    tokens: witnessTokens(blocks, 'final', new Map()),
    blocks: blocks.map(({ block }) => block),
    notes,
  };
}

/** A TEI document around a body. */
export function document(body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
}

/** The states of a witness from the body of a TEI document: the final one, and the first. */
export function tei(siglum: string, body: string): Witness[] {
  const path = `${siglum}.xml`;
  const { blocks, regular, notes } = readTranscription(
    readTree({ path, content: document(body) }),
    path,
  );
  const bare = blocks.map(({ block }) => block);
  const about = { path, blocks: bare, notes };
  const final = { siglum, ...about, tokens: witnessTokens(blocks, 'final', regular) };
  if (!hasStates(blocks)) return [final];
  const tokens = witnessTokens(blocks, 'first', regular);
  return [final, { siglum: `${siglum} (a.c.)`, earlierStateOf: siglum, ...about, tokens }];
}

export function words({ tokens }: Witness): string[] {
  return tokens.map(({ text }) => text);
}

interface Made {
  readonly collation: Collation;
  readonly text: string;
  /** The differences of a witness that is read back. */
  readonly wrong: ReturnType<typeof witnessDifferences>;
}

export function made(
  witnesses: readonly Witness[],
  method: Method = 'parallel',
  changes: Partial<Settings> = {},
): Made {
  const settings = { ...DEFAULTS, ...changes };
  const collation = collate(witnesses, settings);
  const options = { method, id: 'c', title: 'T', version: '0.1.0', language: 'en' };
  const { text } = writeTei(collation, settings, options);
  const names = new Names('c', witnesses);
  const ids = witnesses.map((_, at) => names.witness(at));
  return { collation, text, wrong: witnessDifferences(text, 'c.xml', witnesses, ids) };
}

/** The body of the result, without identifiers and the program's statements about itself. */
export function body(text: string): string {
  return (/<body>\s*([\s\S]*?)\s*<\/body>/.exec(text)?.[1] ?? '')
    .replace(/ (?:xml:id|resp)="[^"]*"/g, '')
    .replace(/#c-w/g, '');
}
