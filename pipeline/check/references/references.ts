/**
 * Questions that only several files together can answer: do links between documents lead somewhere,
 * do the entries in documents still agree with the authority files, do the documents in the
 * register exist.
 *
 * Takes the facts of the files that are checked, one after the other, and the edition they belong
 * to. Returns findings.
 */
import type { Finding } from '../../core/finding.ts';
import { namesPicture, pictureFile } from '../../edition/pointers/pictures-beside.ts';
import { alikeButForCapitals, checkDocumentName, checkSource } from './document-files.ts';
import { copyFindings, type GivenEntry, givenElsewhere, originalEntries } from './entry-copies.ts';
import type { FileFacts } from './facts.ts';
import { givenTwice, Identifiers, takenByThePage } from './identifiers.ts';
import type { ReferenceContext } from './model.ts';
import type { PointerTargets } from './pointer-problems.ts';
import { pointerFindings } from './pointers.ts';
import { referenceFinding } from './reference-finding.ts';
import { checkRegister } from './register.ts';

/** Takes file after file, and stores of each only what can clash with later ones. */
interface ReferenceCheck {
  /** Findings about the file, given those before it. */
  add(file: FileFacts): readonly Finding[];
}

export function openReferenceCheck(around: ReferenceContext): ReferenceCheck {
  const originals = originalEntries(around.authorities);
  const targets = targetsIn(around);
  const ids = new Set(
    [around.header, ...around.authorities].flatMap((facts) => [...(facts?.ids ?? [])]),
  );
  const identifiers = new Identifiers(around.read);
  const encoded = new Set(around.sources.map(({ document }) => document));
  const names = new Map<string, string>();
  const given = new Map<string, GivenEntry>();
  const registers = new Set(around.authorities.map(({ path }) => path));
  return {
    add(file) {
      const shared = file.governed && !file.isDocument ? withoutLocal(file) : file;
      const links = [...pointerFindings(shared, targets), ...picturesNotShown(file, around)];
      const register = file.path === around.edition.header ? checkRegister(file, around) : [];
      // In TEI that was made elsewhere only links are checked, since it follows other conventions.
      const twice = file.judgedByRules ? [] : givenTwice(file);
      if (!file.governed)
        return [...twice, ...givenElsewhere(file, given, registers), ...links, ...register];
      if (!file.isDocument)
        return [
          ...twice,
          ...givenElsewhere(file, given, registers),
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
        ...checkDocumentName(file),
        ...copyFindings(file, originals),
        ...checkSource(file, around.edition, encoded),
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
function targetsIn({ files, read }: ReferenceContext): PointerTargets {
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

/**
 * Reported once per document, however many there are: usually a whole folder of pictures is
 * missing.
 */
function picturesNotShown({ path, pictures }: FileFacts, { edition }: ReferenceContext): Finding[] {
  const missing = pictures.flatMap((reference) => {
    const found = pictureFile(reference.target, path, edition.root);
    return 'why' in found ? [{ reference, why: found.why }] : [];
  });
  const [first] = missing;
  if (!first) return [];
  const others =
    missing.length === 1
      ? ''
      : `, and ${missing.length - 1} more that the document names cannot be shown either`;
  const { target } = first.reference;
  const message =
    `the ${namesPicture(target) ? 'picture' : 'file'} ${target} ${first.why}${others}; a ` +
    `PNG, JPEG, GIF, WebP or AVIF file is shown if it is in the edition’s folder, at the ` +
    `path that the TEI names`;
  return [referenceFinding(path, first.reference, 'warning', 'no-picture', message)];
}

/**
 * Authority files and the edition's header refer to one another's entries; documents contain theirs
 * (see the Schematron rules).
 */
function danglingInEdition(file: FileFacts, shared: ReadonlySet<string>): Finding[] {
  return file.references.flatMap((reference) => {
    const id = reference.form === 'local' ? reference.target.slice(1) : undefined;
    if (id === undefined || file.ids.has(id) || shared.has(id)) return [];
    const message =
      `@${reference.attribute} leads nowhere: neither this file nor the authority files have ` +
      `an xml:id “${id}”`;
    return [referenceFinding(file.path, reference, 'error', 'dangling-in-edition', message)];
  });
}
