/**
 * `encodingDesc`: the treatment of the text, its elements, how its parts are cited, the program
 * that encoded it. TEI Guidelines, chapter 2.3.
 */
import { NO_HASH } from '../../../edition/file-facts/provenance.ts';
import { TEI } from '../../../xml/namespaces.ts';
import { elementsIn } from '../../../xml/tree.ts';
import { copied } from '../../engine/write/copied.ts';
import { element, type OutputElement } from '../../engine/write/element.ts';
import { firstBelow } from '../edition/edition-header.ts';
import type { HeaderFacts } from '../facts.ts';

export function encodingDesc(facts: HeaderFacts): OutputElement {
  const own = firstBelow(facts.edition.header, 'encodingDesc');
  const part = (name: string) => copied(own && elementsIn(own, name)[0]);
  const { name, version } = facts.program;
  return element(
    'encodingDesc',
    {},
    part('projectDesc'),
    part('samplingDecl'),
    part('editorialDecl'),
    tagsDecl(facts.body),
    element(
      'refsDecl',
      {},
      element(
        'citeStructure',
        { unit: 'document', match: "//body/div[@type='document']", use: '@n' },
        element('citeStructure', {
          unit: 'passage',
          match: './/*[@xml:id]',
          use: '@xml:id',
          delim: '#',
        }),
      ),
    ),
    part('classDecl'),
    part('listPrefixDef'),
    element(
      'appInfo',
      {},
      element(
        'application',
        { ident: 'siglum', version },
        element('label', {}, name),
        element('ptr', { type: 'source', target: facts.sourceHash }),
        // Filled in by `sign` when the document is complete.
        element('ptr', { type: 'digest', target: NO_HASH }),
      ),
    ),
    element('schemaRef', { type: 'RNG', url: '../schema/edition.rng' }),
    element('schemaRef', { type: 'Schematron', url: '../schema/edition.sch' }),
    element('schemaRef', { type: 'ODD', url: '../schema/edition.odd' }),
  );
}

/**
 * Counts the elements of the text (TEI Guidelines, 2.3.4: `@occurs` is the number within the text).
 */
function tagsDecl(body: OutputElement): OutputElement {
  const counts = new Map<string, number>([['text', 1]]);
  const count = (node: OutputElement): void => {
    counts.set(node.name, (counts.get(node.name) ?? 0) + 1);
    for (const child of node.children) if (typeof child !== 'string') count(child);
  };
  count(body);
  const usage = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return element(
    'tagsDecl',
    { partial: 'false' },
    element(
      'namespace',
      { name: TEI },
      ...usage.map(([gi, occurs]) => element('tagUsage', { gi, occurs: String(occurs) })),
    ),
  );
}
