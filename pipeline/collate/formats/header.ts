/** The header of a collated document: its witnesses, how they were compared, who made decisions. */
import { copied } from '../../encode/engine/write/copied.ts';
import { element, type OutputElement } from '../../encode/engine/write/element.ts';
import { type EditionHeader, firstBelow } from '../../encode/header/edition/edition-header.ts';
import { elementsIn } from '../../xml/tree.ts';
import type { CollationTable, Witness } from '../model/model.ts';
import type { Stage } from '../normalize/stages.ts';
import type { Method, Rule, Settings } from '../rules/model.ts';
import { type Names, xmlName } from './names.ts';

export interface HeaderOptions {
  readonly method: Method;
  readonly title: string;
  readonly language?: string;
  readonly id: string;
  /** The program's name and version. */
  readonly version: string;
  /** The header of the edition, from which the document's header copies statements. */
  readonly edition?: EditionHeader;
}

interface ResponsibleList {
  pointer(resp: string): string;
  /** Names without a pointer. */
  readonly statements: readonly OutputElement[];
}

/** The persons who made the decisions in the rules: pointers stay, names get an entry. */
export function responsibleOf(rules: readonly Rule[], id: string): ResponsibleList {
  const names = new Map<string, string>();
  for (const { resp } of rules)
    if (resp !== undefined && !resp.startsWith('#') && !names.has(resp))
      names.set(resp, `${id}-${xmlName(resp, 'editor')}-${names.size + 1}`);
  return {
    pointer: (resp) => (names.has(resp) ? `#${names.get(resp)}` : resp),
    statements: [...names].map(([name, own]) =>
      element(
        'respStmt',
        { 'xml:id': own },
        element('resp', {}, 'Decisions about the apparatus'),
        element('name', {}, name),
      ),
    ),
  };
}

export function collationHeader(
  table: CollationTable,
  settings: Settings,
  names: Names,
  responsible: ResponsibleList,
  options: HeaderOptions,
): OutputElement {
  const header = options.edition?.header;
  const title = header && firstBelow(header, 'titleStmt');
  const stated = (name: string): (OutputElement | undefined)[] =>
    title ? elementsIn(title, name).map((child) => copied(child)) : [];
  const editor = title && elementsIn(title, 'editor').filter(isNamed);
  return element(
    'teiHeader',
    {},
    element(
      'fileDesc',
      {},
      element(
        'titleStmt',
        {},
        element('title', { type: 'main', level: 'a' }, options.title),
        ...(editor ?? []).map((one) => copied(one)),
        ...stated('respStmt'),
        element(
          'respStmt',
          { 'xml:id': 'siglum' },
          element('resp', {}, 'Automatic collation of the witnesses'),
          element('name', { type: 'program' }, 'Siglum'),
        ),
        ...responsible.statements,
      ),
      copied(header && firstBelow(header, 'editionStmt')),
      copied(header && firstBelow(header, 'publicationStmt')) ??
        element('publicationStmt', {}, element('p', {}, 'Unpublished.')),
      series(options.edition),
      element(
        'sourceDesc',
        {},
        element('listWit', {}, ...table.witnesses.map((one, at) => witness(one, at, table, names))),
      ),
    ),
    element(
      'encodingDesc',
      {},
      element('editorialDecl', {}, element('normalization', {}, ...comparison(table, settings))),
      element('variantEncoding', {
        method: options.method === 'parallel' ? 'parallel-segmentation' : 'double-end-point',
        location: options.method === 'parallel' ? 'internal' : 'external',
      }),
      copied(header && firstBelow(header, 'listPrefixDef')),
      element(
        'appInfo',
        {},
        element(
          'application',
          { ident: 'siglum-collate', version: options.version },
          element('label', {}, 'Siglum, collation'),
        ),
      ),
    ),
    options.language === undefined
      ? undefined
      : element(
          'profileDesc',
          {},
          element(
            'langUsage',
            {},
            element('language', { ident: options.language }, options.language),
          ),
        ),
  );
}

function isNamed(editor: Parameters<typeof copied>[0]): boolean {
  const name = firstBelow(editor, 'persName');
  return name !== undefined && name.children.length > 0;
}

function series(edition: EditionHeader | undefined): OutputElement | undefined {
  const title = edition && firstBelow(firstBelow(edition.header, 'titleStmt'), 'title');
  const copy = copied(title);
  return copy && element('seriesStmt', {}, element('title', { level: 's' }, ...copy.children));
}

function witness(
  one: Witness,
  at: number,
  { witnesses }: CollationTable,
  names: Names,
): OutputElement {
  const own = { 'xml:id': names.witness(at), n: one.siglum };
  if (one.earlierStateOf === undefined)
    return element('witness', own, one.title ?? `Witness ${one.siglum}`);
  const final = witnesses.findIndex(({ siglum }) => siglum === one.earlierStateOf);
  const corresp = final < 0 ? undefined : `#${names.witness(final)}`;
  return element(
    'witness',
    { ...own, corresp },
    `${one.earlierStateOf} before correction: with what was struck out, without what was added`,
  );
}

/** A description of how the witnesses were compared. */
function comparison({ witnesses, base }: CollationTable, settings: Settings): OutputElement[] {
  const say = (stages: readonly Stage[]): string =>
    stages.length === 0 ? 'none' : stages.map(({ name, about }) => `${name} (${about})`).join('; ');
  const guide = witnesses[base]?.siglum ?? '';
  const notes = witnesses.reduce((sum, { notes: own }) => sum + own, 0);
  const aside = notes === 0 ? '' : ` Notes of the transcriptions (${notes}) were not collated.`;
  return [
    element(
      'p',
      {},
      `The witnesses were compared word by word by a program. Words were aligned after ` +
        `these stages of normalization: ${say(settings.alignBy)}. A reading is called ` +
        `orthographic where it is the lemma after these: ${say(settings.typeBy)}; with ` +
        `cert="low" where it is only much like it.${aside}`,
    ),
    element(
      'p',
      {},
      settings.lemma === 'base'
        ? `The text and the lemma are those of ${guide}, unless an editor has decided otherwise.`
        : `The lemma is the reading of most witnesses, unless an editor has decided ` +
            `otherwise; divisions and paragraphs are those of ${guide}.`,
    ),
  ];
}
