/**
 * Collects the facts from which the header of a document is made.
 */
import type { EncodingContext } from '../context/context.ts';
import type { Mention } from '../engine/model.ts';
import type { DocumentTree } from '../engine/tree.ts';
import type { OutputElement } from '../engine/write/element.ts';
import type { GenreChoice } from '../genres/choose.ts';
import type { RecognizedLanguage } from '../languages/recognize.ts';
import { languageOf } from '../languages/table.ts';
import type { DeclaredFacts } from '../sources/declared.ts';
import { withDeclaredOrigin, withDeclaredParties } from './declared.ts';
import { withDispatchDate } from './dispatched.ts';
import type { HeaderFacts, Origin } from './facts.ts';
import { titleOfLetter } from './letter-title.ts';
import { withLetterheadPlace } from './letterhead.ts';
import { withTextParties } from './parties/text-parties.ts';
import { readTitle } from './title.ts';
import { titleLanguage } from './title-language.ts';
import { sourceWitnesses } from './witnesses.ts';

/** The results of the previous steps for the document. */
interface DocumentFindings {
  readonly tree: DocumentTree;
  readonly origin: Origin;
  readonly mentions: readonly Mention[];
  readonly body: OutputElement;
  readonly genre: GenreChoice;
  readonly language: RecognizedLanguage;
  readonly declared: DeclaredFacts | undefined;
}

export function collectHeaderFacts(
  found: DocumentFindings,
  context: EncodingContext,
  sourceHash: string,
): HeaderFacts {
  const { tree, origin, mentions, body, genre, language, declared } = found;
  const { head = { id: '', role: 'title', text: '', points: [], line: 1 } } = tree;
  const number = head.text === '' ? 0 : head.text.length - tree.title.length;
  const sourceNote = tree.notes.find(({ source }) => source)?.paragraphs ?? [];
  const { entries } = context.authorities;
  const read = readTitle(
    head,
    number,
    mentions,
    context.edition.types,
    titleLanguage(tree.title, languageOf(language.tag)),
  );
  const placed = genre.genre.header.correspondence
    ? withLetterheadPlace(
        withDispatchDate(origin, tree, languageOf(language.tag)),
        tree,
        mentions,
        read.senders[0],
        languageOf(language.tag),
      )
    : origin;
  const titleReading = withDeclaredParties(
    withTextParties(read, tree, languageOf(language.tag)),
    declared,
    entries,
  );
  const formed =
    genre.genre.header.correspondence && !tree.head ? titleOfLetter(tree, titleReading) : undefined;
  return {
    tree: { ...tree, title: declared?.title ?? formed ?? tree.title },
    ...(declared ? { declared } : {}),
    genre: genre.genre,
    language: language.tag,
    edition: context.edition,
    source: context.source,
    titleReading,
    witnesses: sourceWitnesses(sourceNote).map((witness) => {
      const named = mentions.find(
        ({ passage, start, kind }) =>
          kind === 'org' && passage === witness.passage && start === witness.start,
      );
      const entry = named?.target === undefined ? undefined : entries.get(named.target);
      return entry ? { ...witness, entry } : witness;
    }),
    origin: withDeclaredOrigin(placed, declared),
    entries,
    body,
    program: context.program,
    sourceHash,
  };
}
