/**
 * A small edition for the tests of editing: one letter of two paragraphs and a note, two persons.
 *
 * Exports a folder that the tests may break, and the command line on it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { mergeOptionsFor } from '../../pipeline/encode/command.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import type { Preference } from '../../pipeline/encode/engine/merge/merge.ts';
import { type Encoded, encodeFile } from '../../pipeline/encode/run/run.ts';
import { editionSources } from '../../pipeline/encode/sources/find.ts';
import { type DocumentStatus, documentStatuses } from '../../pipeline/status/status.ts';
import { removeFolders, type Said } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

export const SOURCE = [
  '7. Letter From Anna Berg to Otto Klein',
  '',
  '',
  'Yesterday the mill at Grosshof burned to the context.1 Klein lost everything.',
  '',
  'I will write to the insurers.2 Berg pays the workers until May 3, 1871.',
  '',
  'Nobody was hurt, thank God.',
  '',
  '  1. Source: Estate archive. The mill was built in 1840.',
  '  2. They had their seat in Basel.',
  '',
].join('\n');

const EDITION = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edition" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Letters of the mill</title></titleStmt><publicationStmt><publisher>The edition</publisher><date when="2020-01-02">2020</date></publicationStmt><sourceDesc><p>Letters.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="introduction" xml:id="introduction"><head>Introduction</head><p>Letters.</p></div></body></text></TEI>
`;

/** Authority entries by `xml:id` and name. */
export function persons(
  ...entries: readonly (readonly [id: string, forename: string, surname: string])[]
): string {
  const list = entries.map(
    ([id, forename, surname]) =>
      `<person xml:id="${id}"><persName><forename>${forename}</forename> <surname>${surname}</surname></persName></person>`,
  );
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><publisher>The edition</publisher></publicationStmt><sourceDesc><p>–</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>${list.join('\n')}</listPerson></standOff></TEI>\n`;
}

const folders: string[] = [];

export interface TestEdition {
  readonly root: string;
  readonly document: string;
  read(): string;
  write(tei: string): void;
  source(text: string): void;
  authorities(xml: string): void;
  /** Encodes the letter like "siglum encode", in this process. */
  encode(preference?: Preference): Promise<Encoded>;
  status(): Promise<DocumentStatus>;
  /** Replaces words of the document, which must occur there once. */
  edit(from: string, to: string): void;
  siglum(command: string, ...words: string[]): Promise<Said>;
}

/** An edition with an encoded letter and one registered person. */
export function makeEdition(source = SOURCE): TestEdition {
  const root = mkdtempSync(join(tmpdir(), 'siglum-editors-'));
  folders.push(root);
  for (const folder of ['sources', 'authorities']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'edition.xml'), EDITION);
  const document = join(root, 'documents', 'd7.xml');
  const made: TestEdition = {
    root,
    document,
    read: () => readFileSync(document, 'utf8'),
    write: (tei) => writeFileSync(document, tei),
    source: (text) => writeFileSync(join(root, 'sources', 'd7.txt'), text),
    authorities: (xml) => writeFileSync(join(root, 'authorities', 'persons.xml'), xml),
    encode: async (preference) => {
      const opened = openEdition(root);
      const mergeOptions = mergeOptionsFor(opened, opened.documents, preference);
      const [source] = editionSources(opened).files;
      if (!source) throw new Error('the edition has no source');
      const encoded = await encodeFile(source, createEncodingContext(opened), mergeOptions);
      mergeOptions.check?.dispose();
      return encoded;
    },
    status: async () => {
      for await (const status of documentStatuses(openEdition(root))) return status;
      throw new Error('the edition has no document');
    },
    edit: (from, to) => {
      const tei = readFileSync(document, 'utf8');
      if (tei.split(from).length !== 2)
        throw new Error(`“${from}” is not in the document exactly once`);
      writeFileSync(
        document,
        tei.replace(from, () => to),
      );
    },
    siglum: (command, ...words) => siglumHere(command, '--edition', root, ...words),
  };
  made.source(source);
  made.authorities(persons(['p_klein', 'Otto', 'Klein']));
  return made;
}

export function removeEditions(): void {
  removeFolders();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
