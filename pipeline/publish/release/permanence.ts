/**
 * Checks that a site keeps what was published (CONTRIBUTING, law 5).
 *
 * Takes a built site, the register and the redirects. Returns a finding for each published address
 * that leads nowhere or to something else, with the line that would redirect it. An address has
 * moved if its passage is now another element, or if its words are not the published ones, possibly
 * edited (likeness.ts); an `anchor` with an old identifier is where an editor has put the address.
 */
import { existsSync, readFileSync } from 'node:fs';
import { sha256 } from '../../core/files/sha256.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import type {
  RegisteredAnchor,
  RegisteredDocument,
  RegisteredPage,
} from '../../edition/register.ts';
import { pagesByChangedKind } from '../history/changed-kind.ts';
import { isStated } from '../history/page.ts';
import { type PublishedPassage, publishedPassages } from '../history/passages.ts';
import { type Redirects, shortAddress } from '../history/redirects.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { likeness, NO_WORDS, SAME_PASSAGE } from './likeness.ts';
import { anchorsOn, sitePages } from './pages.ts';
import { PassageIndex } from './passage-index.ts';
import type { PublishedAddresses } from './published-addresses.ts';
import { redirectFindings } from './redirect-findings.ts';
import { newDocuments, successorOf } from './successors.ts';

/**
 * `folder`: the folder of the built site, including redirected anchors. `documents`: the edition's
 * folder of documents, for messages.
 */
export function permanenceFindings(
  site: Site,
  folder: string,
  state: PublishedAddresses,
  documents: string,
): Finding[] {
  const { register, redirects } = state;
  const pages = sitePages(site);
  const there = new Set(pages.map(({ address }) => address));
  const changed = pagesByChangedKind(pages);
  const lost = register.pages.filter((page) => {
    if (there.has(page.address) || isStated(page)) return false;
    if (redirects.of(page.address, null) || changed(page)) return false;
    return page.kind === 'page' || page.kind === 'tei'
      ? anchorsOn(folder, page.address) === undefined
      : true;
  });
  const fresh = lost.some(({ kind }) => kind === 'document')
    ? newDocuments(site, register)
    : new Map();
  return [
    ...lost.flatMap((page) => lostPage(page, fresh, state, documents)),
    ...site.documents.flatMap((document) => {
      const published = register.document(document.id);
      return published ? lostAnchors(document, published, folder, state) : [];
    }),
    ...redirectFindings(site, folder, state),
  ];
}

function lostPage(
  page: RegisteredPage,
  fresh: ReadonlyMap<string, ReadonlySet<string>>,
  { register, redirects }: PublishedAddresses,
  documents: string,
): Finding[] {
  const { address, kind, id, since } = page;
  // The page beside the text moves with its document, for which there is a finding already.
  if (kind === 'tei') return [];
  const short = shortAddress({ page: address, anchor: null });
  const say = (path: string, message: string): Finding[] => [
    { path, severity: 'error', rule: 'release/dropped', message },
  ];
  const gone = `or, if nothing replaces it: ${short} gone YYYY-MM-DD REASON`;
  if (kind === 'document') {
    const file = `${documents}/${id}.xml`;
    const path = shownPath(file);
    if (existsSync(file)) {
      return say(
        path,
        `${address} was published in ${since} and cannot be omitted; correct the errors of ` +
          `the document`,
      );
    }
    const successor = successorOf(register.document(id), fresh);
    const line = successor ? `${short} to ${successor}` : `${short} to ID-OF-ITS-SUCCESSOR`;
    return say(
      path,
      `${address} was published in ${since} and the document is no longer there; bring the ` +
        `file back, or put this line into ${redirects.path}: ${line} (${gone})`,
    );
  }
  const owner =
    kind === 'page' || kind === 'prose'
      ? 'the page is no longer there; bring it back'
      : `it is the page of the ${kind} "${id}", which is no longer defined; bring the entry back`;
  return say(
    redirects.path,
    `${address} was published in ${since} and ${owner}, or put this line into ` +
      `${redirects.path}: ${short} to ADDRESS.html (${gone})`,
  );
}

function lostAnchors(
  document: SiteDocument,
  published: RegisteredDocument,
  folder: string,
  state: PublishedAddresses,
): Finding[] {
  const { redirects } = state;
  const page = document.address.slice(1);
  const onPage = anchorsOn(folder, page) ?? new Set<string>();
  const open = published.anchors.filter(({ anchor }) => redirects.of(page, anchor) === undefined);
  const missing = open.filter(({ anchor }) => !onPage.has(anchor));
  const same = published.anchors.filter(
    ({ anchor }) => redirects.of(page, anchor)?.outcome.kind === 'same',
  );
  const unchanged = sha256(readFileSync(document.teiFile)) === published.tei;
  if (unchanged && missing.length === 0 && same.length === 0) return [];
  const path = shownPath(document.path);
  const passages = publishedPassages(document.teiFile, document.id, path);
  const index = new PassageIndex(passages, published);
  const findings = missing.map(
    (was): Finding => dropped(was, document, index, { path, redirects }),
  );
  for (const was of open) {
    const passage = onPage.has(was.anchor) ? index.byAnchor.get(was.anchor) : undefined;
    if (passage && hasMoved(was, passage, index))
      findings.push(moved(was, passage, document, index, { path, redirects }));
  }
  for (const was of same) {
    const passage = index.byAnchor.get(was.anchor);
    if (passage && !hasMoved(was, passage, index)) findings.push(needless(page, was, redirects));
  }
  return findings;
}

function hasMoved(was: RegisteredAnchor, passage: PublishedPassage, index: PassageIndex): boolean {
  const { element } = passage;
  if (element === 'anchor') return false;
  if (element !== was.element) return true;
  // A passage without words of its own, such as a division, may get some.
  return was.print !== NO_WORDS && likeness(was.print, index.printOf(passage)) < SAME_PASSAGE;
}

/** A "same" that would hide the next change. */
function needless(page: string, { anchor }: RegisteredAnchor, redirects: Redirects): Finding {
  const message =
    `${shortAddress({ page, anchor })} is the same passage without this line, which would ` +
    `hide a later change; remove it`;
  const line = redirects.of(page, anchor)?.line ?? 1;
  return {
    path: redirects.path,
    line,
    column: 1,
    severity: 'warning',
    rule: 'release/redirect',
    message,
  };
}

interface PublishedState {
  readonly path: string;
  readonly redirects: Redirects;
}

function dropped(
  was: RegisteredAnchor,
  { id }: SiteDocument,
  index: PassageIndex,
  { path, redirects }: PublishedState,
): Finding {
  const nearest = index.wordsNow(was) ?? index.before(was);
  const address = `${id}#${was.anchor}`;
  const own = index.areIdsLong ? `${id}-${was.anchor}` : was.anchor;
  const line = nearest ? `${address} to ${id}#${nearest.anchor}` : `${address} to ADDRESS`;
  return {
    path,
    ...(nearest && { line: nearest.line, column: nearest.column }),
    severity: 'error',
    rule: 'release/dropped',
    message:
      `${address} was published in ${was.since}${quoted(was)} and is no longer there; give ` +
      `its passage xml:id="${own}" back, or put this line into ${redirects.path}: ${line} ` +
      `(or, if nothing replaces it: ${address} gone YYYY-MM-DD REASON)`,
  };
}

function moved(
  was: RegisteredAnchor,
  passage: PublishedPassage,
  { id }: SiteDocument,
  index: PassageIndex,
  { path, redirects }: PublishedState,
): Finding {
  const address = `${id}#${was.anchor}`;
  const elsewhere = index.wordsNow(was, passage);
  const what =
    passage.element === was.element
      ? `other words (“${opening(passage.words)}”)`
      : `a <${passage.element}>, not a <${was.element}>`;
  const where = elsewhere
    ? `; what was published has xml:id="${elsewhere.id}" now, in line ${elsewhere.line}`
    : '';
  return {
    path,
    line: passage.line,
    column: passage.column,
    severity: 'error',
    rule: 'release/moved',
    message:
      `${address} was published in ${was.since}${quoted(was)} and now identifies ` +
      `${what}${where}; give each passage the identifier that it had, and a new passage a new ` +
      `one. If it is the same passage, put this line into ${redirects.path}: ${address} same`,
  };
}

function quoted({ opening }: RegisteredAnchor): string {
  return opening === '' ? '' : ` (“${opening}”)`;
}

/** Number of characters that distinguishes a passage from others. */
const OPENING = 48;

/** The first words, cut between words. */
export function opening(words: string): string {
  if (words.length <= OPENING) return words;
  const cut = words.lastIndexOf(' ', OPENING);
  return `${words.slice(0, cut > OPENING / 2 ? cut : OPENING).trimEnd()}…`;
}
