/**
 * Published addresses that are no longer a page or a passage of the edition.
 *
 * Takes the register, the redirects, the pages of the site, the releases. Returns the pages that
 * redirect or explain why nothing replaces them, and for the pages of documents their previous
 * passages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Register } from '../../edition/register.ts';
import { teiAddress } from '../addresses/site-addresses.ts';
import { pagesByChangedKind } from './changed-kind.ts';
import { isStated, type PastPage } from './page.ts';
import { type Redirect, type Redirects, shortAddress } from './redirects.ts';
import type { StoredRelease } from './store.ts';

/** The fate of an address. Its new address within the site, from its top; null if there is none. */
interface Fate {
  readonly target: string | null;
  /** As the reader sees it: `d149#p6`. */
  readonly shown: string | null;
  /** The editor's day and reason for a removed address. */
  readonly date: string | null;
  readonly reason: string | null;
  /** The newest release that has it, and its address there. */
  readonly last: { readonly number: string; readonly address: string } | null;
}

export interface PreviousPassage extends Fate {
  readonly anchor: string;
  /** The first words, if the register has them. */
  readonly opening: string;
}

export interface MovedPage extends Fate {
  readonly address: string;
  /** The previous content: a document’s identifier, an address. */
  readonly name: string;
  /** Passages that had an address on it. */
  readonly passages: readonly PreviousPassage[];
}

export interface Past {
  readonly register: Register;
  readonly redirects: Redirects;
  /** The first one first. */
  readonly releases: readonly StoredRelease[];
}

/** A page for each redirected page, and for each page of texts' statements that are gone. */
export function movedPages(past: Past, pages: readonly PastPage[]): MovedPage[] {
  const { register, redirects } = past;
  const there = new Set(pages.map(({ address }) => address));
  const documents = new Map(
    pages.filter(({ kind }) => kind === 'document').map(({ id, address }) => [id, address]),
  );
  const beside = new Map(
    pages.filter(({ kind }) => kind === 'tei').map(({ id, address }) => [id, address]),
  );
  const registered = new Map(register.pages.map((page) => [page.address, page]));
  const views = new Map(
    register.pages.filter(({ kind }) => kind === 'tei').map((page) => [page.id, page]),
  );
  const idAt = new Map([...documents].map(([id, address]) => [`/${address}`, id]));
  const made = new Map<string, MovedPage>();
  const add = (address: string, fate: Fate, passages: readonly PreviousPassage[] = []): void => {
    if (there.has(address) || made.has(address)) return;
    made.set(address, {
      address: `/${address}`,
      name: shortAddress({ page: address, anchor: null }),
      passages,
      ...fate,
    });
  };
  for (const redirect of redirects.all) {
    if (redirect.from.anchor !== null) continue;
    const { page } = redirect.from;
    const was = registered.get(page);
    const fate = fateOf(redirect, past);
    add(page, fate, was?.kind === 'document' ? passagesOfMoved(was.id, page, fate, past) : []);
    if (was?.kind !== 'document') continue;
    // The page beside the text redirects with its document.
    const view = views.get(was.id);
    const target = idAt.get(fate.target ?? '');
    const targetView = target === undefined ? undefined : beside.get(target);
    if (!view || redirects.of(view.address, null)) continue;
    const lead = targetView === undefined ? fate.target : `/${targetView}`;
    add(view.address, { ...fate, target: lead, last: newestWith(view.address, past) });
  }
  const changed = pagesByChangedKind(pages);
  for (const page of register.pages) {
    const now = changed(page);
    if (now) {
      const last = newestWith(page.address, past);
      add(page.address, { ...NOWHERE, target: `/${now.address}`, shown: now.address, last });
    } else if (isStated(page))
      add(page.address, { ...NOWHERE, last: newestWith(page.address, past) });
  }
  return [...made.values()].sort((one, other) => (one.address < other.address ? -1 : 1));
}

const NOWHERE: Fate = { target: null, shown: null, date: null, reason: null, last: null };

function passagesOfMoved(id: string, page: string, fate: Fate, past: Past): PreviousPassage[] {
  const successor = /^\/documents\/([^/]+)\.html$/.exec(fate.target ?? '')?.[1];
  return (past.register.document(id)?.anchors ?? []).map(({ anchor, opening }) => {
    const own = past.redirects.of(page, anchor);
    if (own && own.outcome.kind !== 'same') return { anchor, opening, ...fateOf(own, past) };
    // The passages of a renamed document have the same identifiers as before.
    const target = successor === undefined ? fate.target : `${fate.target}#${anchor}`;
    const shown = successor === undefined ? fate.shown : `${successor}#${anchor}`;
    return { anchor, opening, ...fate, target, shown, last: newestWith(page, past, anchor) };
  });
}

/** Previous passages of an existing document's page, each with the editor's statement about it. */
export function previousPassages(page: string, documentId: string, past: Past): PreviousPassage[] {
  const known = new Map(
    (past.register.document(documentId)?.anchors ?? []).map((one) => [one.anchor, one]),
  );
  const newest = newestWithPassages(page, documentId, past);
  return past.redirects.passagesOf(page).flatMap((redirect) => {
    const { from, outcome } = redirect;
    if (from.anchor === null || outcome.kind === 'same') return [];
    const { anchor } = from;
    const last = newest(anchor);
    return [{ anchor, opening: known.get(anchor)?.opening ?? '', ...fateOf(redirect, past), last }];
  });
}

function fateOf(redirect: Redirect, past: Past): Fate {
  const { page, anchor } = redirect.from;
  const last = newestWith(page, past, anchor);
  const outcome = past.redirects.end(redirect);
  if (outcome.kind === 'gone')
    return { ...NOWHERE, date: outcome.date, reason: outcome.reason, last };
  if (outcome.kind === 'same') return { ...NOWHERE, last };
  const { target } = outcome;
  const address = `/${target.page}${target.anchor === null ? '' : `#${target.anchor}`}`;
  return { ...NOWHERE, target: address, shown: shortAddress(target), last };
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Used for many pages, computed once. */
function setOf(addresses: readonly string[]): ReadonlySet<string> {
  const set = sets.get(addresses) ?? new Set(addresses);
  sets.set(addresses, set);
  return set;
}

/** The newest release that has the page as a page of its own, not as a redirect. */
function newestWith(page: string, { releases }: Past, anchor: string | null = null): Fate['last'] {
  const release = releases.findLast(
    ({ files, moved }) => files.has(page) && !setOf(moved).has(page),
  );
  if (release === undefined) return null;
  return {
    number: release.number,
    address: `/v${release.number}/${page}${anchor === null ? '' : `#${anchor}`}`,
  };
}

/**
 * For each passage of one document, the newest release with the passage in its TEI. Each release is
 * read once, on request.
 */
function newestWithPassages(
  page: string,
  id: string,
  { releases }: Past,
): (anchor: string) => Fate['last'] {
  const read = new Map<StoredRelease, ReadonlySet<string>>();
  const idsOf = (release: StoredRelease): ReadonlySet<string> => {
    const known = read.get(release);
    if (known) return known;
    const tei = [false, true]
      .map((active) => join(release.folder, teiAddress(id, active)))
      .find(existsSync);
    const text = tei === undefined ? '' : readFileSync(tei, 'utf8');
    const ids = new Set([...text.matchAll(/xml:id="([^"]*)"/g)].map(([, one]) => one as string));
    read.set(release, ids);
    return ids;
  };
  return (anchor) => {
    const release = releases.findLast(
      (one) => idsOf(one).has(`${id}-${anchor}`) || idsOf(one).has(anchor),
    );
    return release === undefined
      ? null
      : { number: release.number, address: `/v${release.number}/${page}#${anchor}` };
  };
}
