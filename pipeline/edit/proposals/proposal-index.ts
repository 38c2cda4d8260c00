/**
 * The proposed entries of the edition, as `siglum names` finds them. They are computed when a
 * document is opened; after a change only if that takes no time which an editor would notice.
 */
import { Rejections, readRejected, rejectedFile } from '../../authorities/rejected.ts';
import { type Fingerprint, fingerprint, sameFingerprint } from '../../cache/fingerprint.ts';
import { ifReadable } from '../../core/finding.ts';
import { addToList } from '../../core/multimap.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FoundName, NamePassage } from '../../encode/names/unlisted/model.ts';
import { namesIn } from '../../encode/names/unlisted/names-in.ts';
import { proposalGroups } from '../../names/group.ts';
import type { Proposal, ProposalGroup } from '../../names/model.ts';
import { NameRegister } from '../../names/register.ts';
import { namePassages } from '../../names/texts.ts';
import type { EntryRegistry } from '../entries/registry.ts';
import { readFileState } from '../store/files.ts';

/** A name in one document, and the entry that is proposed for it. */
export interface ProposedName {
  readonly name: FoundName;
  readonly proposal: Proposal;
}

interface Computed {
  readonly key: string;
  readonly entries: object;
  readonly byId: ReadonlyMap<string, ProposalGroup>;
  readonly byDocument: ReadonlyMap<string, readonly ProposedName[]>;
  /** When, and how long it took; in milliseconds. */
  readonly at: number;
  readonly cost: number;
}

/** Milliseconds that a new computation may take after each change. */
const QUICK = 150;
/** Bytes: longer documents have no proposals, which would be searched after each change. */
const LONGEST = 1_500_000;
/** From here on, computing takes at most a twentieth of the time. */
const SLOW = 1000;

export class ProposalIndex {
  readonly #edition: Edition;
  readonly #registry: EntryRegistry;
  readonly #passages = new Map<
    string,
    { readonly at: Fingerprint | undefined; readonly passages: readonly NamePassage[] }
  >();
  #computed: Computed | undefined;

  constructor(edition: Edition, registry: EntryRegistry) {
    this.#edition = edition;
    this.#registry = registry;
  }

  /** Computes the proposals, if some file has changed since. `documents`: paths by id. */
  compute(documents: ReadonlyMap<string, string>): void {
    const began = performance.now();
    const entries = this.#registry.get().byId;
    const key = this.#keyOf(documents);
    const last = this.#computed;
    if (last?.key === key && last.entries === entries) return;
    if (last && last.cost > SLOW && began - last.at < last.cost * 20) return;
    const passages = [...documents].flatMap(([id, path]) => this.#passagesOf(id, path));
    const rejections = this.#rejections();
    const found = namesIn(passages).filter(
      ({ kind, form, passage }) => !rejections.rejects(kind, form, passage.document),
    );
    const register = new NameRegister(entries.values());
    const groups = proposalGroups(found, register, new Set(entries.keys()));
    this.#computed = {
      key,
      entries,
      byId: new Map(groups.map((group) => [group.proposal.id, group])),
      byDocument: namesByDocument(groups),
      at: performance.now(),
      cost: performance.now() - began,
    };
  }

  /** The names of a document; none before the first computation. */
  of(doc: string, documents: ReadonlyMap<string, string>): readonly ProposedName[] {
    if (this.#computed && this.#computed.cost < QUICK) this.compute(documents);
    // What was decided since the last computation is not asked again.
    const rejections = this.#rejections();
    const { byId } = this.#registry.get();
    return (this.#computed?.byDocument.get(doc) ?? []).filter(
      ({ name: { kind, form }, proposal }) =>
        !byId.has(proposal.id) && !rejections.rejects(kind, form, doc),
    );
  }

  group(id: string): ProposalGroup | undefined {
    return this.#computed?.byId.get(id);
  }

  #keyOf(documents: ReadonlyMap<string, string>): string {
    const rejected = rejectedFile(this.#edition.authorities);
    return [...documents.values(), rejected]
      .map((path) => `${path} ${String(fingerprint(path))}`)
      .join('\n');
  }

  #passagesOf(id: string, path: string): readonly NamePassage[] {
    const at = fingerprint(path);
    const before = this.#passages.get(path);
    if (before && sameFingerprint(before.at, at)) return before.passages;
    const passages = Number(at?.[0] ?? 0) > LONGEST ? [] : readPassages(id, path);
    this.#passages.set(path, { at, passages });
    return passages;
  }

  #rejections(): Rejections {
    return ifReadable(
      () => new Rejections(readRejected(this.#edition.authorities).rejections),
      () => new Rejections([]),
    );
  }
}

/** A document that cannot be read has none: the list of documents says why. */
function readPassages(id: string, path: string): NamePassage[] {
  return ifReadable(
    () => namePassages(readFileState(path).document.root, id),
    () => [],
  );
}

function namesByDocument(
  groups: readonly ProposalGroup[],
): ReadonlyMap<string, readonly ProposedName[]> {
  const byDocument = new Map<string, ProposedName[]>();
  for (const { proposal, names } of groups)
    for (const name of names) addToList(byDocument, name.passage.document, { name, proposal });
  return byDocument;
}
