/**
 * Who wrote to whom, and about whom.
 *
 * Takes for each document its senders and addressees from the header (correspDesc), and the persons
 * in its own text; the editors' headings and notes do not count, since they are not the writer's.
 * Returns parties and ties between them, each with the number of documents. A party without an
 * entry is identified by its words.
 */
import type { EntryId, ResolvedNamed } from '../pointers/resolve.ts';

export interface Letter {
  readonly sent: readonly ResolvedNamed[];
  readonly received: readonly ResolvedNamed[];
  /** Identifiers of the persons in the text, each once. */
  readonly about: readonly EntryId[];
  readonly year?: string | null;
}

export interface NetworkParty {
  /** The entry's identifier, or the words in quotation marks, which identifiers do not contain. */
  readonly key: string;
  readonly entry: EntryId | null;
  /** As the first header that names it does. */
  readonly name: string;
  /** How many documents tie it to anyone. */
  readonly documents: number;
}

export type TieKind = 'to' | 'about';

export interface Tie {
  readonly kind: TieKind;
  readonly from: string;
  readonly to: string;
  readonly documents: number;
  /** Of the documents, each once; missing if none has a date. */
  readonly years?: readonly string[];
}

export interface Correspondence {
  /** Those with most documents first. */
  readonly parties: readonly NetworkParty[];
  readonly ties: readonly Tie[];
}

interface Counted {
  readonly party: Omit<NetworkParty, 'documents'>;
  readonly documents: Set<number>;
}

/** `nameOf`: the name of a person who is in texts but not in headers. */
export function correspondenceOf(
  letters: readonly Letter[],
  nameOf: (entry: EntryId) => string,
): Correspondence {
  const parties = new Map<string, Counted>();
  const ties = new Map<string, { -readonly [Key in keyof Tie]: Tie[Key] }>();
  const tie = (kind: TieKind, from: ResolvedNamed, to: ResolvedNamed, document: number): void => {
    const [writer, other] = [keyOf(from), keyOf(to)];
    if (writer === other) return;
    for (const named of [from, to]) {
      const key = keyOf(named);
      const known = parties.get(key) ?? {
        party: { key, entry: named.entry, name: named.text },
        documents: new Set<number>(),
      };
      known.documents.add(document);
      parties.set(key, known);
    }
    const id = JSON.stringify([kind, writer, other]);
    const known = ties.get(id) ?? { kind, from: writer, to: other, documents: 0 };
    known.documents += 1;
    const year = letters[document]?.year;
    if (year && !known.years?.includes(year)) known.years = [...(known.years ?? []), year];
    ties.set(id, known);
  };
  for (const [document, { sent, received, about }] of letters.entries()) {
    const inHeader = new Set([...sent, ...received].map(keyOf));
    for (const from of once(sent)) {
      for (const to of once(received)) tie('to', from, to, document);
      for (const entry of about) {
        if (!inHeader.has(entry)) tie('about', from, { entry, text: nameOf(entry) }, document);
      }
    }
  }
  return {
    parties: [...parties.values()]
      .map(({ party, documents }) => ({ ...party, documents: documents.size }))
      .sort((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1)),
    ties: [...ties.values()].sort(
      (a, b) => b.documents - a.documents || (inWords(a) < inWords(b) ? -1 : 1),
    ),
  };
}

/** Letters before mentions in texts; the order does not matter, but is always the same. */
function inWords({ kind, from, to }: Tie): string {
  return JSON.stringify([kind === 'to' ? 0 : 1, from, to]);
}

function keyOf({ entry, text }: ResolvedNamed): string {
  return entry ?? `“${text}”`;
}

function once(named: readonly ResolvedNamed[]): ResolvedNamed[] {
  return [...new Map(named.map((one) => [keyOf(one), one])).values()];
}
