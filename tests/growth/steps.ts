/**
 * The steps that a document passes, one by one, for measuring how each grows with the document.
 *
 * Takes a folder for derived files. Returns functions that take a document's text and do one step
 * of `check`, `transform` or `build` with it.
 */
import { join } from 'node:path';
import { fileFacts } from '../../pipeline/check/references/facts.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { picturesIn } from '../../pipeline/edition/pointers/pictures-beside.ts';
import { type DocumentRead, documentMetadata } from '../../pipeline/formats/document.ts';
import { editionFacts } from '../../pipeline/formats/facts/complete.ts';
import { withoutIndents } from '../../pipeline/publish/document/indents.ts';
import { withoutNumbers } from '../../pipeline/publish/document/numbered.ts';
import { withIdentifiersOnce } from '../../pipeline/publish/document/same-identifiers.ts';
import { sideBySide } from '../../pipeline/publish/document/side-by-side.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { documentAnchors } from '../../pipeline/transform/anchors.ts';
import { linksByEntry } from '../../pipeline/transform/back-links.ts';
import { fileData } from '../../pipeline/transform/mentions.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { refersToIn } from '../../pipeline/transform/refers-to.ts';
import { run } from '../../pipeline/transform/run.ts';
import { RelaxNg } from '../../pipeline/xml/relaxng/relaxng.ts';
import {
  type CompiledStylesheet,
  compileStylesheet,
  parseSource,
  type XdmNode,
} from '../../pipeline/xml/saxon/xslt.ts';
import { Schematron } from '../../pipeline/xml/schematron/schematron.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

/** A document as far as earlier steps have brought it. */
interface Passing {
  readonly text: string;
  readonly source: XdmNode;
  html?: DocumentHtml;
}

/** The name of a step, and its function. */
type Steps = Readonly<Record<string, (passing: Passing) => void>>;

/** Compiles what the steps need. */
export async function openSteps(
  cache: string,
): Promise<{ steps: Steps; begin(text: string): Passing }> {
  const stylesheet = (path: string): Promise<CompiledStylesheet> =>
    compileStylesheet(join(PROGRAM, 'xslt', path), cache);
  const schema = (name: string): string => join(PROGRAM, 'tei', 'schema', name);
  const [data, html, metadata, fragments, grammar, rules] = await Promise.all([
    stylesheet('data/document.xsl'),
    stylesheet('html/document.xsl'),
    stylesheet('metadata/document.xsl'),
    stylesheet('metadata/fragments.xsl'),
    RelaxNg.compile(schema('edition.rng')),
    Schematron.compile(schema('edition.sch'), cache),
  ]);
  const words = openInterface('en');
  const { strings } = words;
  const header = parseSource(
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="e"><teiHeader><fileDesc><titleStmt><title>E</title></titleStmt><publicationStmt><publisher>E</publisher></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader></TEI>',
  );
  const edition = editionFacts(run(metadata, header, {}, 'Q{urn:siglum:mode}edition'));
  const places = { page: 'documents/g.html', tei: 'documents/g.xml', entries: {} };
  const steps: Steps = {
    read: ({ text }) => {
      const root = readTree({ path: 'g.xml', content: text });
      fileFacts(root, 'g.xml', true);
      documentAnchors({ path: 'g.xml', content: text });
      picturesIn(text);
    },
    grammar: ({ text }) => {
      const root = readTree({ path: 'g.xml', content: text });
      grammar.validate(text, root, 'g.xml');
    },
    rules: ({ text }) => {
      const root = readTree({ path: 'g.xml', content: text });
      rules.validate(text, root, 'g.xml');
    },
    data: ({ text, source }) => {
      const made = fileData(run(data, source, { strings, prefixes: [] }));
      JSON.stringify(Object.fromEntries(linksByEntry(made.mentions)));
      refersToIn(made, text);
    },
    html: (passing) => {
      passing.html = run(html, passing.source, {
        strings,
        addresses: {},
        numbered: true,
      }) as DocumentHtml;
    },
    page: ({ text, html: numbered }) => {
      const once = withIdentifiersOnce(numbered as DocumentHtml);
      withoutIndents(withoutNumbers(once));
      sideBySide(text, once, '../documents/g.html', words);
    },
    metadata: ({ source }) =>
      void documentMetadata(run(metadata, source, { strings }) as DocumentRead, {
        strings,
        edition,
        places,
      }),
    fragments: ({ source }) => void run(fragments, source, {}),
  };
  return { steps, begin: (text) => ({ text, source: parseSource(text) }) };
}
