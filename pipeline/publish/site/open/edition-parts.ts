/**
 * The data of edition.xml: for the site and for its metadata; and its pages of prose.
 *
 * Takes an edition. Returns its header, facts and prose, cached by the file's content like the data
 * of documents.
 */
import { basename, dirname } from 'node:path';
import { hashOf, hashOfValue, type Results } from '../../../cache/results.ts';
import {
  type HeaderStatement,
  headerStatements,
  reportAddress,
} from '../../../edition/about/statements.ts';
import type { Edition } from '../../../edition/edition.ts';
import type { EditionMetadata } from '../../../formats/document.ts';
import type { LettersFile } from '../../../formats/web/cmif.ts';
import type { EditionFacts } from '../../../model/facts.ts';
import type { HeaderData, ProsePart } from '../../../transform/model.ts';
import { refersToIn } from '../../../transform/refers-to.ts';
import { openTransformer } from '../../../transform/transform.ts';
import { isFileName } from '../../../xml/names.ts';
import { readDocument } from '../../../xml/source/read-document.ts';
import { readTree } from '../../../xml/tree.ts';
import { isProse, type Themed, themed } from '../../document/themed-html.ts';
import { openInterface } from '../../interface/strings.ts';
import { askedIndexes, searchDefaults } from '../../philology/instructions.ts';

interface EditionParts {
  readonly header: HeaderData;
  readonly facts: EditionFacts;
  /** Tag of the interface's language: the requested one, else the edition's. */
  readonly language: string;
  /** The possible targets of its references on the site (transform/refers-to.ts). */
  readonly refersTo: readonly string[];
  /** Statements of the header that the page about the edition shows. */
  readonly statements: readonly HeaderStatement[];
  /** Where readers can report an error: `mailto:…` or an address on the web. */
  readonly report: string | null;
  /** The philological indexes that edition.xml names; null if it names none. */
  readonly askedIndexes: readonly string[] | null;
  /** Switches of the search that are on from the start. */
  readonly searchDefaults: readonly string[];
  /** The data of the edition as a whole. `documents`: in their order. */
  readonly whole: (
    documents: readonly { readonly address: string }[],
    cmif: LettersFile | null,
  ) => Promise<{ readonly editionMetadata: EditionMetadata; readonly letters: string | null }>;
  /** `addresses`: of entries and documents, relative to the home page. */
  readonly prose: (addresses: ReadonlyMap<string, string>) => Promise<Themed<readonly ProsePart[]>>;
}

const ABOUT = 'edition';
const PROSE = 'prose';
const WHOLE = 'whole';

/** `program`: its hash. `asked`: the tag of a language. */
export async function editionParts(
  { header: path, root, cache, theme }: Edition,
  results: Results,
  program: string,
  asked: string | undefined,
): Promise<EditionParts> {
  // The header of a folder without one is in the cache.
  const read = readDocument(
    path,
    path.startsWith(root) ? root : dirname(path),
    'edition/unreadable',
  );
  const name = basename(root);
  const file = hashOf(program, read.hash, name);
  const { header, facts, refersTo, statements, report, indexes, search } = await results.cached(
    ABOUT,
    file,
    async () => {
      const transformer = await openTransformer(cache);
      const data = transformer.data(path, {}, []);
      const refersTo = refersToIn(data, read.text);
      const tree = readTree({ path, content: Buffer.from(read.text) });
      const { id, title } = data.header;
      const facts = transformer.editionFacts(path);
      return {
        // Files have the edition's identifier in their names.
        header: { ...data.header, id: isFileName(id) ? id : '', title: title || name },
        facts: { ...facts, title: facts.title || name },
        refersTo,
        statements: headerStatements(tree),
        report: reportAddress(tree),
        indexes: askedIndexes(read.text),
        search: searchDefaults(read.text),
      };
    },
  );
  const { strings, language } = openInterface(asked ?? header.language, theme?.strings);
  return {
    header,
    facts,
    language,
    refersTo,
    statements,
    report,
    askedIndexes: indexes,
    searchDefaults: search,
    whole: (documents, cmif) => {
      const around = {
        strings,
        edition: facts,
        documents: documents.map(({ address }) => ({ path: address.slice(1) })),
      };
      return results.cached(WHOLE, hashOf(file, hashOfValue([around, cmif])), async () => {
        const transformer = await openTransformer(cache);
        return {
          editionMetadata: transformer.editionMetadata(path, around),
          letters: cmif && transformer.letters(path, { cmif }),
        };
      });
    },
    prose: (all) => {
      const used = [...new Set(refersTo)].filter((key) => all.has(key)).sort();
      const addresses = Object.fromEntries(used.map((key) => [key, all.get(key) as string]));
      const html = theme?.html ?? null;
      return results.cached(
        PROSE,
        hashOf(file, hashOfValue([strings, addresses, html?.hash])),
        () =>
          themed<readonly ProsePart[]>(
            html,
            async (main) =>
              (await openTransformer(cache, main)).prose(path, { strings, addresses }),
            isProse,
          ),
      );
    },
  };
}
