/**
 * `sourceDesc`: the printed source, and the witnesses with their archival places. TEI Guidelines,
 * chapters 2.2.7, 3.12, 11.4.
 */
import type { AuthorityEntry } from '../../../authorities/model.ts';
import type { DocumentTree } from '../../engine/tree.ts';
import { element, type OutputElement } from '../../engine/write/element.ts';
import type { HeaderFacts } from '../facts.ts';

/** The printed source with this document's title, number and pages. */
export function printedSourceDesc(
  { tree, edition, body }: HeaderFacts,
  source: OutputElement,
): OutputElement {
  const monogr = source.children.map((child) => {
    if (typeof child === 'string' || child.name !== 'monogr') return child;
    const inner = child.children.map((part) =>
      typeof part === 'string' || part.name !== 'imprint'
        ? part
        : { ...part, children: [...part.children, ...scope(tree, body)] },
    );
    return { ...child, children: inner };
  });
  const address = edition.prefixes.find(({ pattern }) => pattern?.test(tree.id) === true);
  const target = address?.pattern?.expand(tree.id, address.replacement);
  return element(
    source.name,
    { ...source.attributes, 'xml:id': `${tree.id}-printed` },
    element('analytic', {}, element('title', { level: 'a' }, tree.title)),
    ...monogr,
    target ? element('ref', { target }, target) : undefined,
  );
}

function scope(tree: DocumentTree, body: OutputElement): OutputElement[] {
  const parts: OutputElement[] = [];
  if (tree.number !== undefined)
    parts.push(
      element('biblScope', { unit: 'document', n: tree.number }, `Document ${tree.number}`),
    );
  const pages = pagesOf(body);
  const [from] = pages;
  const to = pages.at(-1);
  if (from !== undefined && to !== undefined) {
    const words = from === to ? `page ${from}` : `pages ${from}–${to}`;
    parts.push(element('biblScope', { unit: 'page', from, to }, words));
  }
  return parts;
}

/** The pages of the document. Text before the first break is on the page before it. */
function pagesOf(body: OutputElement): string[] {
  const found: string[] = [];
  let before = '';
  const walk = (node: OutputElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') before += found.length === 0 ? child.trim() : '';
      else if (child.name === 'pb') found.push(child.attributes['n'] ?? '');
      else walk(child);
    }
  };
  walk(body);
  const first = found[0];
  if (first !== undefined && before !== '' && /^\d+$/.test(first) && Number(first) > 1)
    found.unshift(String(Number(first) - 1));
  return found;
}

export function witnessList(facts: HeaderFacts): OutputElement | undefined {
  if (facts.witnesses.length === 0) return undefined;
  return element(
    'sourceDesc',
    {},
    element('listWit', {}, ...facts.witnesses.map((witness) => witnessNode(witness, facts))),
  );
}

function witnessNode(
  witness: HeaderFacts['witnesses'][number],
  { tree, origin }: HeaderFacts,
): OutputElement {
  const printedFrom = witness.siglum === 'A';
  const { date, place, evidence, form, formEvidence } = origin;
  const origins = [
    date && element('origDate', date.attributes, date.words),
    place && element('origPlace', place.attributes, place.words),
    evidence === undefined ? undefined : element('note', { type: 'evidence' }, evidence),
  ].filter((part) => part !== undefined);
  return element(
    'witness',
    { 'xml:id': `${tree.id}-w${witness.siglum}`, n: witness.siglum },
    element(
      'msDesc',
      { resp: '#siglum', cert: witness.certainty },
      element(
        'msIdentifier',
        {},
        ...(witness.entry ? whereabouts(witness.entry) : []),
        element('repository', { ref: witness.entry && `#${witness.entry.id}` }, witness.repository),
        ...witness.collections.map((collection) => element('collection', {}, collection)),
        witness.shelfmark === undefined
          ? undefined
          : element('idno', { type: 'shelfmark' }, witness.shelfmark),
      ),
      printedFrom && form
        ? element(
            'physDesc',
            {},
            element(
              'objectDesc',
              { form },
              formEvidence === undefined ? undefined : element('p', {}, formEvidence),
            ),
          )
        : undefined,
      printedFrom && origins.length > 0
        ? element('history', {}, element('origin', {}, ...origins))
        : undefined,
    ),
  );
}

const WHEREABOUTS = ['country', 'region', 'settlement'];

/** The place of a repository, from its entry. */
function whereabouts(entry: AuthorityEntry): OutputElement[] {
  return WHEREABOUTS.flatMap((name) => {
    const found = new RegExp(`<${name}\\b[^>]*>([^<]+)</${name}>`).exec(entry.tei)?.[1];
    return found === undefined ? [] : [element(name, {}, found.trim())];
  });
}
