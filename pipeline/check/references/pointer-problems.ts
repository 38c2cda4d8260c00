/**
 * What is wrong with one pointer: it leads nowhere, to a file or an entry that does not exist, or
 * to something of another kind.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { shownPath } from '../../core/finding.ts';
import { namesMeant } from '../../edition/document-name.ts';
import type { PointerReference } from '../../edition/pointers/file-pointers.ts';
import {
  allowedKinds,
  refersToEntry,
  TARGET_WORDS,
} from '../../edition/pointers/pointer-attributes.ts';
import type { FileFacts } from './facts.ts';
import { canonicalProblem, machineProblem, type PointerProblem } from './unfollowed.ts';

/** The targets of pointers outside of their own file. */
export interface PointerTargets {
  /** Gives the facts of a file, or nothing where it cannot be read. */
  read(path: string): FileFacts | undefined;
  /** The entry with an identifier in any file of the edition: its element, and the file. */
  entry(id: string): { readonly kind: string; readonly path: string } | undefined;
}

/** Nothing where the pointer leads to something that it may lead to. */
export function pointerProblem(
  reference: PointerReference,
  file: FileFacts,
  targets: PointerTargets,
): PointerProblem | undefined {
  const { attribute, target, form } = reference;
  switch (form) {
    case 'empty':
      return {
        rule: 'empty',
        message: `@${attribute} is empty; write what it points to, or remove it`,
      };
    case 'undeclared':
      return {
        rule: 'undeclared-prefix',
        message:
          `@${attribute} contains “${target}”, but the header has no prefixDef for this ` +
          `prefix; add one, or write a full address`,
      };
    case 'unmatched':
      return {
        rule: 'prefix-pattern',
        message:
          `@${attribute} contains “${target}”, which does not match the pattern of its ` +
          `prefixDef: ${reference.pattern}`,
      };
    case 'maybe-prefix':
      return {
        rule: 'maybe-prefix',
        message:
          `@${attribute} contains “${target}”; if that is a pointer, the header needs a ` +
          `prefixDef for its prefix, without which no pointer with it in this file is followed`,
        severity: 'remark',
      };
    case 'machine':
      return machineProblem(reference);
    case 'canonical':
      return canonicalProblem(reference);
    case 'word':
      return wordProblem(reference, file, targets);
    case 'key':
      return keyProblem(reference, file, targets);
    case 'local':
      return localProblem(reference, file, targets);
    case 'file':
      return fileProblem(reference, file, targets);
  }
}

/** `#id`, which is not in the file or leads to an entry of another kind there. */
function localProblem(
  reference: PointerReference,
  file: FileFacts,
  targets: PointerTargets,
): PointerProblem | undefined {
  const { attribute, target, on } = reference;
  const id = target.slice(1);
  if (file.ids.has(id))
    return kindProblem(reference, file.entryKinds.get(id), shownPath(file.path));
  if (id === '') {
    const message =
      `@${attribute} contains “#”, which points to nothing; write # and an xml:id, or ` +
      `remove it`;
    return { rule: 'empty', message };
  }
  const elsewhere = targets.entry(id);
  if (elsewhere && refersToEntry(attribute, on))
    return kindProblem(reference, elsewhere.kind, shownPath(elsewhere.path));
  const where = `@${attribute} leads nowhere: there is no xml:id “${id}” in this file`;
  if (elsewhere) {
    const name = basename(elsewhere.path);
    return {
      rule: 'dangling',
      message: `${where}; for the ${elsewhere.kind} in ${name} write ${name}#${id}`,
    };
  }
  if (id.endsWith('.xml') && existingFile(file, '', id) !== undefined) {
    return { rule: 'dangling', message: `${where}; for the file write ${id} without #` };
  }
  const wanted = TARGET_WORDS.get(attribute);
  if (wanted)
    return { rule: 'dangling', message: `@${attribute} leads nowhere: “${id}” names no ${wanted}` };
  const entry = refersToEntry(attribute, on) ? ', nor an entry of it in the edition' : '';
  return {
    rule: 'dangling',
    message: `${where}${entry}; correct the identifier, or add what it names`,
  };
}

/** A word in place of a pointer: `wit="A"`. */
function wordProblem(
  { attribute, target, base }: PointerReference,
  file: FileFacts,
  targets: PointerTargets,
): PointerProblem | undefined {
  if (existingFile(file, base, target) !== undefined) return undefined;
  if (/\.[A-Za-z]/.test(target)) {
    return {
      rule: 'no-such-file',
      message: `@${attribute} leads to ${base}${target}, and there is no such file`,
    };
  }
  const isTarget = file.ids.has(target) || targets.entry(target) !== undefined;
  const advice = isTarget
    ? `write #${target}`
    : 'an element is pointed to by # and its xml:id, and there is no file of this name';
  return {
    rule: 'no-pointer',
    message: `@${attribute} contains “${target}”, which points to nothing; ${advice}`,
  };
}

/** A key is the project's own word, and may refer to something outside of the edition. */
function keyProblem(
  reference: PointerReference,
  file: FileFacts,
  targets: PointerTargets,
): PointerProblem | undefined {
  const { target } = reference;
  const kind = file.entryKinds.get(target) ?? targets.entry(target)?.kind;
  if (kind !== undefined) return kindProblem(reference, kind, shownPath(file.path));
  if (file.ids.has(target)) return undefined;
  const message =
    `@key “${target}” names no entry of the edition, so the name has no link; add the entry, ` +
    `or ignore this if the key belongs to another list`;
  return { rule: 'key', message, severity: 'remark' };
}

/** `file.xml#id`. */
function fileProblem(
  reference: PointerReference,
  file: FileFacts,
  targets: PointerTargets,
): PointerProblem | undefined {
  const { attribute, target, base } = reference;
  const [name = '', fragment] = target.split('#');
  const severity = file.governed ? 'error' : 'warning';
  const path = existingFile(file, base, name);
  if (path === undefined) {
    const taken = entryTakenFor(reference, fragment, file, targets);
    const message = `@${attribute} leads to ${base}${name}, and there is no such file${taken}`;
    return { rule: 'no-such-file', message, severity };
  }
  // A part of a recording or a picture (Media Fragments: "#t=10,20") and an XPointer scheme are no
  // identifiers.
  if (fragment === undefined || /[(=]/.test(fragment)) return undefined;
  const there = targets.read(path);
  if (!there) {
    if (!/\.xml$/i.test(path)) return undefined;
    const message =
      `@${attribute} leads to “${fragment}” in ${name}, which cannot be read as TEI; correct ` +
      `that file, or the pointer`;
    return { rule: 'unreadable-target', message };
  }
  if (!there.ids.has(fragment)) {
    const message =
      `@${attribute} leads to “${fragment}” in ${name}, and there is no such xml:id ` +
      `there${entryTakenFor(reference, fragment, file, targets)}`;
    return { rule: 'no-such-passage', message, severity };
  }
  if (attribute === 'rendition') {
    const message =
      `@rendition leads to “${fragment}” in ${name}, where renditions are not read, so the words ` +
      `are shown without this rendition; copy the rendition into the tagsDecl of this file`;
    return { rule: 'rendition-elsewhere', message, severity: 'remark' };
  }
  return file.governed ? undefined : kindProblem(reference, there.entryKinds.get(fragment), name);
}

/** The site finds entries by their identifiers, whichever file a pointer names. */
function entryTakenFor(
  { attribute, on }: PointerReference,
  id: string | undefined,
  file: FileFacts,
  targets: PointerTargets,
): string {
  const entry = id === undefined || !refersToEntry(attribute, on) ? undefined : targets.entry(id);
  if (!entry) return '';
  const way = relative(dirname(file.path), entry.path).split(sep).join('/');
  return (
    `; the site links it to the ${entry.kind} “${id}” of ${way}: write ` +
    `${encodeURI(way)}#${id} if that is meant`
  );
}

function kindProblem(
  { attribute, target, on }: PointerReference,
  kind: string | undefined,
  where: string,
): PointerProblem | undefined {
  const allowed = allowedKinds(attribute, on);
  if (kind === undefined || allowed === undefined || allowed.includes(kind)) return undefined;
  const message =
    `@${attribute} of this ${on} leads to ${target}, which is a ${kind} (${where}); it may ` +
    `lead to: ${allowed.join(', ')}`;
  return { rule: 'other-kind', message };
}

/** The path of a file that a pointer names, where it exists. */
export function existingFile(file: FileFacts, base: string, name: string): string | undefined {
  return namesMeant(name)
    .map((one) => resolve(dirname(file.path), base, one))
    .find((path) => existsSync(path));
}
