/**
 * Questions that only several files together can answer: do links between documents lead somewhere,
 * do the entries in documents still agree with the authority files, do the documents in the
 * register exist.
 *
 * Takes the facts of the files that are checked, one after the other, and the edition they belong
 * to. Returns findings.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Finding, type Severity, shownPath } from '../../core/finding.ts';
import { listed } from '../../core/multimap.ts';
import { documentId, isSafe } from '../../edition/document-name.ts';
import type { Edition } from '../../edition/edition.ts';
import { pictureFile } from '../../edition/pictures-beside.ts';
import type { SourceFile } from '../../encode/sources/find.ts';
import { copyFindings, type GivenEntry, givenElsewhere, originalEntries } from './entry-copies.ts';
import type { FileFacts } from './facts.ts';
import { type PointerTargets, pointerFindings } from './pointers.ts';
import { finding } from './reference-finding.ts';

/** Gives the facts of a file, or nothing where it cannot be read. */
type FactsReader = (path: string) => FileFacts | undefined;

/** The facts of the authority files and the edition's header, whichever files are checked. */
interface Surroundings {
  readonly edition: Edition;
  readonly header: FileFacts | undefined;
  readonly authorities: readonly FileFacts[];
  readonly sources: readonly SourceFile[];
  /** Paths of all files of the edition. */
  readonly files: readonly string[];
  readonly read: FactsReader;
}

/** Takes file after file, and stores of each only what can clash with later ones. */
interface ReferenceCheck {
  /** Findings about the file, given those before it. */
  add(file: FileFacts): readonly Finding[];
}

export function openReferenceCheck(around: Surroundings): ReferenceCheck {
  const originals = originalEntries(around.authorities);
  const targets = targetsIn(around);
  const ids = new Set(
    [around.header, ...around.authorities].flatMap((facts) => [...(facts?.ids ?? [])]),
  );
  const identifiers = new Identifiers(around.read);
  const encoded = new Set(around.sources.map(({ document }) => document));
  const names = new Map<string, string>();
  const given = new Map<string, GivenEntry>();
  return {
    add(file) {
      const shared = file.governed && !file.isDocument ? withoutLocal(file) : file;
      const links = [...pointerFindings(shared, targets), ...picturesNotShown(file, around)];
      const register = file.path === around.edition.header ? registerOf(file, around) : [];
      // In TEI that was made elsewhere only links are checked, since it follows other conventions.
      const twice = file.judgedByRules ? [] : givenTwice(file);
      if (!file.governed) return [...twice, ...givenElsewhere(file, given), ...links, ...register];
      if (!file.isDocument)
        return [
          ...twice,
          ...givenElsewhere(file, given),
          ...links,
          ...danglingInEdition(file, ids),
          ...register,
        ];
      return [
        ...twice,
        ...identifiers.takenBefore(file),
        ...takenByThePage(file),
        ...alikeButForCapitals(file, names),
        ...links,
        ...named(file),
        ...copyFindings(file, originals),
        ...sourceOf(file, around.edition, encoded),
        ...register,
      ];
    },
  };
}

/**
 * The pointers of authority files and of the edition's header into one another are errors, which
 * danglingInEdition reports.
 */
function withoutLocal(file: FileFacts): FileFacts {
  return { ...file, references: file.references.filter(({ form }) => form !== 'local') };
}

/**
 * The entries of all files are looked up only where a pointer is not resolved without them: there
 * may be thousands of files.
 */
function targetsIn({ files, read }: Surroundings): PointerTargets {
  let entries: Map<string, { kind: string; path: string }> | undefined;
  return {
    read,
    entry(id) {
      if (!entries) {
        entries = new Map();
        for (const path of files)
          for (const [own, kind] of read(path)?.entryKinds ?? [])
            if (!entries.has(own)) entries.set(own, { kind, path });
      }
      return entries.get(id);
    },
  };
}

/** For the edition's own documents the grammar reports this. */
function givenTwice({ path, repeated }: FileFacts): Finding[] {
  return repeated.map((at) => {
    const message = `the xml:id “${at.id}” is given a second time in this file; links lead to the first (${at.first.line}:${at.first.column}), so give this one another`;
    return finding(path, at, 'warning', 'id-twice', message);
  });
}

/**
 * An identifier of a text must be unique in the whole edition. Nearly all begin with their
 * document's identifier, which shows where they belong: only the others and the documents'
 * identifiers need to be remembered.
 */
class Identifiers {
  readonly #read: FactsReader;
  /**
   * Identifiers that do not begin with their document's, and the documents' own, with their paths.
   */
  readonly #others = new Map<string, string>();
  /**
   * Documents by identifier, and by every beginning of it that could be another's ("a-b" of
   * "a-b-c").
   */
  readonly #documents = new Map<string, string[]>();
  readonly #longer = new Map<string, string[]>();

  constructor(read: FactsReader) {
    this.#read = read;
  }

  takenBefore({ path, id, root, textIds }: FileFacts): Finding[] {
    const findings: Finding[] = [];
    const longer = (id === undefined ? [] : (this.#longer.get(id) ?? [])).map((other) =>
      this.#read(other),
    );
    for (const [own, at] of [...(id ? [[id, root] as const] : []), ...textIds]) {
      const belongs = id !== undefined && own.startsWith(`${id}-`);
      const before =
        this.#others.get(own) ??
        longer.find((facts) => facts?.textIds.has(own))?.path ??
        beginningsOf(own)
          .flatMap((beginning) => this.#documents.get(beginning) ?? [])
          .find((other) => this.#read(other)?.textIds.has(own));
      if (before !== undefined) {
        const message = `the xml:id “${own}” is also given in ${shownPath(before)}; each has to have one of its own`;
        findings.push(finding(path, at, 'error', 'id-in-two-files', message));
      } else if (!belongs) this.#others.set(own, path);
    }
    if (id !== undefined) {
      listed(this.#documents, id, path);
      for (const beginning of beginningsOf(id)) listed(this.#longer, beginning, path);
    }
    return findings;
  }
}

/** "a" and "a-b" of "a-b-c". */
function beginningsOf(id: string): string[] {
  return [...id.matchAll(/-/g)].map(({ index }) => id.slice(0, index));
}

/**
 * On its page an identifier is written without the document's; there, identifiers that begin with
 * "site-" belong to the layouts.
 */
function takenByThePage({ path, id, textIds }: FileFacts): Finding[] {
  return [...textIds].flatMap(([own, at]) => {
    const anchor = own.startsWith(`${id}-`) ? own.slice(`${id}-`.length) : own;
    if (!anchor.startsWith('site-')) return [];
    const message = `the xml:id “${own}” begins with “site-”, as those of the page's own parts do; give another, lest two of them are one`;
    return [finding(path, at, 'warning', 'id-of-the-page', message)];
  });
}

/**
 * Some file systems and web servers ignore case: the two pages would be one.
 */
function alikeButForCapitals({ path }: FileFacts, first: Map<string, string>): Finding[] {
  const name = basename(path).toLowerCase();
  const before = first.get(name);
  if (before === undefined || dirname(before) !== dirname(path)) {
    first.set(name, path);
    return [];
  }
  const message = `the name differs from that of ${shownPath(before)} in capitals alone; rename one of the two`;
  return [finding(path, undefined, 'error', 'same-name', message)];
}

/**
 * Reported once per document, however many there are: usually a whole folder of pictures is
 * missing.
 */
function picturesNotShown({ path, pictures }: FileFacts, { edition }: Surroundings): Finding[] {
  const missing = pictures.flatMap((reference) => {
    const found = pictureFile(reference.target, path, edition.root);
    return 'why' in found ? [{ reference, why: found.why }] : [];
  });
  const [first] = missing;
  if (!first) return [];
  const others =
    missing.length === 1
      ? ''
      : `, nor can ${missing.length - 1} more that the document names be shown`;
  const message = `the picture ${first.reference.target} ${first.why}${others}; a PNG, JPEG, GIF, WebP or AVIF file is shown where it lies in the edition’s folder, as the TEI names it`;
  return [finding(path, first.reference, 'warning', 'no-picture', message)];
}

/**
 * Authority files and the edition's header refer to one another's entries; documents contain theirs
 * (see the Schematron rules).
 */
function danglingInEdition(file: FileFacts, shared: ReadonlySet<string>): Finding[] {
  return file.references.flatMap((reference) => {
    const id = reference.form === 'local' ? reference.target.slice(1) : undefined;
    if (id === undefined || file.ids.has(id) || shared.has(id)) return [];
    const message = `@${reference.attribute} leads nowhere: neither this file nor the authority files have an xml:id “${id}”`;
    return [finding(file.path, reference, 'error', 'dangling-in-edition', message)];
  });
}

/**
 * A document is found by its name: file, identifier and address are the same if the name is valid
 * as all three.
 */
function named(file: FileFacts): Finding[] {
  const name = basename(file.path, '.xml');
  if (!isSafe(name)) {
    const id = documentId(file.path);
    const better = file.id !== undefined && isSafe(file.id) ? file.id : id;
    const message = `the name of the file cannot be part of an address, so its page is documents/${id}.html; name it ${better}.xml, and its source ${better} too where there is one`;
    return [finding(file.path, file.root, 'warning', 'document-name', message)];
  }
  if (file.id === undefined || file.id === name) return [];
  const message = `the document's xml:id is “${file.id}”, its file ${name}.xml; they have to be the same`;
  return [finding(file.path, file.root, 'error', 'document-name', message)];
}

function sourceOf(file: FileFacts, edition: Edition, encoded: ReadonlySet<string>): Finding[] {
  const name = basename(file.path, '.xml');
  if (dirname(file.path) !== edition.documents || encoded.has(file.path)) return [];
  const folder = relative(edition.root, edition.sources);
  const message = `${folder} holds no source that becomes this document (${name}.txt, ${name}.docx …), so it cannot be proved that no word is lost`;
  return [finding(file.path, undefined, 'remark', 'no-source', message)];
}

function registerOf(header: FileFacts, { edition, sources }: Surroundings): Finding[] {
  const seen = new Set<string>();
  const byId = new Map(sources.map((source) => [source.id, source]));
  return header.registered.flatMap((entry) => {
    const say = (severity: Severity, rule: string, message: string): Finding[] => [
      finding(header.path, entry, severity, rule, message),
    ];
    if (seen.has(entry.n))
      return say(
        'error',
        'registered-twice',
        `the register names “${entry.n}” twice; take one of the two away`,
      );
    seen.add(entry.n);
    const source = byId.get(entry.n);
    if (existsSync(source?.document ?? join(edition.documents, `${entry.n}.xml`))) return [];
    if (source) {
      return say(
        'remark',
        'not-encoded',
        `the document “${entry.n}” is not encoded yet; "siglum encode" does it`,
      );
    }
    return say(
      'error',
      'registered-unknown',
      `the register names “${entry.n}”, and there is neither a document nor a reading text of that name`,
    );
  });
}
