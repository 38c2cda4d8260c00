/**
 * Redirects: an editor's statements about published addresses that must be removed.
 *
 * Takes `redirects.txt` in the edition's folder, written by hand: a line an address, its parts
 * between white space.
 *
 * `d149#p7 to d149#p6`: the passage is now part of another
 *
 * `d150 to d151`: the document is another one now, with all its passages
 *
 * `persons/a-b.html to persons/b.html`
 *
 * `d149#p7 gone 2026-12-01 Why …`: nothing replaces it; the day and the reason are shown instead
 *
 * `d149#p7 same`: the passage is the same, though its words or its element have changed
 *
 * `d149` is short for the document's page, documents/d149.html. `#` at the beginning of a line
 * makes it a comment. Returns the lines, their addresses in full, or an `InputError` for each line
 * that cannot be understood.
 */

import { existsSync } from 'node:fs';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { addToList } from '../../core/multimap.ts';
import type { Edition } from '../../edition/edition.ts';
import { isDay } from '../../formats/facts/dates.ts';
import { decodeXml } from '../../xml/decode.ts';
import { documentOfPage } from '../addresses/site-addresses.ts';

interface Address {
  /** `documents/d149.html`. */
  readonly page: string;
  /** Null for the page as a whole. */
  readonly anchor: string | null;
}

export interface Redirect {
  readonly from: Address;
  readonly line: number;
  readonly outcome:
    | { readonly kind: 'to'; readonly target: Address }
    | { readonly kind: 'gone'; readonly date: string; readonly reason: string }
    | { readonly kind: 'same' };
}

export interface Redirects {
  /** The file name in messages. */
  readonly path: string;
  readonly all: readonly Redirect[];
  /** Redirects of passages of a page, in the order of the file. */
  passagesOf(page: string): readonly Redirect[];
  /** The redirect of the address itself. */
  of(page: string, anchor: string | null): Redirect | undefined;
  /** The final target of an address, over all steps. */
  end(redirect: Redirect): Redirect['outcome'];
}

/** `d149#p7`, as messages and the file write it. */
export function shortAddress({ page, anchor }: Address): string {
  const document = documentOfPage(page);
  return `${document ?? page}${anchor === null ? '' : `#${anchor}`}`;
}

export function openRedirects(edition: Edition): Redirects {
  const path = shownPath(edition.redirects);
  const findings: Finding[] = [];
  const byAddress = new Map<string, Redirect>();
  const text = existsSync(edition.redirects)
    ? decodeXml(readInput(edition.redirects, 'release/redirect'), path)
    : '';
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const read = readLine(line, at + 1);
    const error = (message: string): void => {
      const column = line.length - line.trimStart().length + 1;
      findings.push({
        path,
        line: at + 1,
        column,
        severity: 'error',
        rule: 'release/redirect',
        message,
      });
    };
    if (typeof read === 'string') error(read);
    else if (byAddress.has(key(read.from))) {
      const first = byAddress.get(key(read.from)) as Redirect;
      error(`line ${first.line} already redirects ${shortAddress(read.from)}; keep one of the two`);
    } else byAddress.set(key(read.from), read);
  }
  const all = [...byAddress.values()];
  const ends = endsOf(all, byAddress);
  const byPage = new Map<string, Redirect[]>();
  for (const redirect of all) {
    const { page, anchor } = redirect.from;
    if (anchor !== null) addToList(byPage, page, redirect);
  }
  for (const redirect of all) {
    if (ends.get(redirect) === null) {
      const message =
        `${shortAddress(redirect.from)} leads back to itself; name the address ` +
        `where it is now`;
      findings.push({
        path,
        line: redirect.line,
        column: 1,
        severity: 'error',
        rule: 'release/redirect',
        message,
      });
    }
  }
  if (findings.length > 0) throw new InputError(findings);
  return {
    path,
    all,
    passagesOf: (page) => byPage.get(page) ?? [],
    of: (page, anchor) => byAddress.get(key({ page, anchor })),
    end: (redirect) => ends.get(redirect) ?? redirect.outcome,
  };
}

function key({ page, anchor }: Address): string {
  return anchor === null ? page : `${page}#${anchor}`;
}

/**
 * The final target of each redirect; null for circular ones. Each step is followed once, however
 * long a chain is.
 */
function endsOf(
  all: readonly Redirect[],
  byAddress: ReadonlyMap<string, Redirect>,
): ReadonlyMap<Redirect, Redirect['outcome'] | null> {
  const next = ({ outcome }: Redirect): Redirect | undefined => {
    if (outcome.kind !== 'to') return undefined;
    const { target } = outcome;
    return byAddress.get(key(target)) ?? byAddress.get(key({ page: target.page, anchor: null }));
  };
  const ends = new Map<Redirect, Redirect['outcome'] | null>();
  for (const redirect of all) {
    const way = new Set<Redirect>();
    let here = redirect;
    let following = next(here);
    while (following && following.outcome.kind !== 'same' && !ends.has(here) && !way.has(here)) {
      way.add(here);
      here = following;
      following = next(here);
    }
    // A circle, or a redirect that leads into one, has no end.
    const known = ends.get(here);
    const end = way.has(here) ? null : known === undefined ? here.outcome : known;
    for (const step of [...way, here]) ends.set(step, end);
  }
  return ends;
}

const FORM =
  'a line is "d149#p7 to d149#p6", "d149#p7 gone 2026-12-01 the reason" or "d149#p7 same"; ' +
  'a page is written as persons/name.html';

function readLine(line: string, number: number): Redirect | string {
  const [old = '', word = '', ...rest] = line.trim().split(/\s+/);
  const from = readAddress(old);
  if (from === undefined) return `${old} is not an address of the site; ${FORM}`;
  const redirect = (outcome: Redirect['outcome']): Redirect => ({ from, line: number, outcome });
  switch (word) {
    case 'to': {
      const target = readAddress(rest[0] ?? '');
      if (target === undefined || rest.length > 1)
        return `"to" is followed by one address; ${FORM}`;
      return redirect({ kind: 'to', target });
    }
    case 'gone': {
      const [date = '', ...reason] = rest;
      if (!isDay(date) || reason.length === 0)
        return `"gone" is followed by the day, as 2026-12-01, and the reason; ${FORM}`;
      return redirect({ kind: 'gone', date, reason: reason.join(' ') });
    }
    case 'same':
      if (rest.length > 0 || from.anchor === null)
        return `"same" comes after the address of a passage; ${FORM}`;
      return redirect({ kind: 'same' });
    default:
      return FORM;
  }
}

/** Only addresses within the site, and nothing that leads out of its folder. */
function readAddress(text: string): Address | undefined {
  const [path = '', anchor, ...more] = text.split('#');
  if (more.length > 0 || anchor === '') return undefined;
  const page = path.endsWith('.html') ? path : path.includes('/') ? '' : `documents/${path}.html`;
  const steps = page.split('/');
  const safe = steps.every((step) => /^[^\s/\\?%:"<>|*]+$/.test(step) && !step.startsWith('.'));
  if (path === '' || !safe || (/^v\d/.test(page) && steps.length > 1)) return undefined;
  return { page, anchor: anchor ?? null };
}
