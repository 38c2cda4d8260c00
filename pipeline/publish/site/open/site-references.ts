/**
 * The documents' references to the rest of the site: the addresses of entries, files and their
 * passages.
 */
import { basename } from 'node:path';
import type { DocumentIds } from '../../../edition/document-name.ts';
import type { FileSummary } from '../../../transform/data-job.ts';
import type { EntryData } from '../../../transform/model.ts';
import { relativeAddress } from '../../addresses/relative.ts';
import { documentAddress } from '../../addresses/site-addresses.ts';
import { addressesFrom, type SiteReferences } from '../../document/document-jobs.ts';
import { type AnchorIndex, passagesNotThere } from '../../pointers/anchors.ts';
import {
  addressesByFolder,
  DocumentTargets,
  type TargetFile,
} from '../../pointers/document-targets.ts';
import { addressesOfKeys } from '../../pointers/entry-keys.ts';
import { addressesOfPointers } from '../../pointers/file-pointers.ts';
import { addressesOfParts } from '../../pointers/included-parts.ts';
import { referrersOf } from '../../pointers/referrers.ts';
import type { EntryResolver } from '../../pointers/resolve.ts';
import type { PlacedKind } from './entries.ts';
import type { Source } from './read-files.ts';

interface ReferenceSources {
  readonly placed: readonly PlacedKind[];
  readonly resolver: EntryResolver;
  readonly ids: DocumentIds;
  readonly entries: ReadonlyMap<string, EntryData>;
  readonly anchors: AnchorIndex;
  /** The references of the edition's own pages. */
  readonly prose: Pick<FileSummary, 'refersTo'>;
  /** The files that the file at a path includes as a whole. */
  wholeParts(path: string): readonly string[];
}

interface OpenedReferences extends Omit<SiteReferences, 'words'> {
  readonly targets: DocumentTargets;
}

/** `sources`: in the order of the edition. */
export function siteReferences(
  sources: readonly Source[],
  { placed, resolver, ids, entries, anchors, prose, wholeParts }: ReferenceSources,
): OpenedReferences {
  const addresses = new Map(placed.flatMap(({ addresses }) => [...addresses]));
  const targetFile = ({ path, summary: { header } }: Source): TargetFile => ({
    path,
    name: basename(path),
    id: header.id,
    address: documentAddress(ids.of(path)),
  });
  const targets = new DocumentTargets(sources.map(targetFile));
  const called = sources.filter(({ path }) => !targets.isShared(path));
  for (const { path } of called) addresses.set(basename(path), documentAddress(ids.of(path)));
  const named = targets.unique;
  for (const { refersTo } of [prose, ...sources.map(({ summary }) => summary)]) {
    for (const [pointer, address] of addressesOfPointers(refersTo, named))
      addresses.set(pointer, address);
    for (const [key, address] of addressesOfKeys(refersTo, resolver, addresses))
      addresses.set(key, address);
  }
  const including = sources.map((source) => ({
    ...targetFile(source),
    refersTo: source.summary.refersTo,
    parts: wholeParts(source.path),
  }));
  for (const [pointer, address] of addressesOfParts(including)) addresses.set(pointer, address);
  for (const [passage, address] of passagesNotThere(called, called, addresses, anchors))
    addresses.set(passage, address);

  const byPath = new Map(sources.map((source) => [source.path, source]));
  const referrers = referrersOf(sources, targets);
  // All documents are in one folder, with the same relative addresses.
  const seenFromDocuments = (address: string): string =>
    relativeAddress(address, documentAddress(''));
  return {
    targets,
    addresses,
    fromDocuments: addressesFrom(documentAddress(''), addresses),
    entry: (reference) => entries.get(resolver.id(reference) ?? ''),
    isUnnamed: (written) => named.find(written)?.id === '',
    byFolder: ({ path, summary: { refersTo } }) =>
      addressesByFolder(refersTo, path, targets, {
        address: (file) => seenFromDocuments(file.address),
        has: (file, passage) => anchors.has(byPath.get(file.path) as Source, passage),
      }),
    referrers: (source) =>
      (referrers.get(source.path) ?? []).map(({ path, summary: { header } }) => ({
        title: header.title ?? ids.of(path),
        address: seenFromDocuments(documentAddress(ids.of(path))),
      })),
  };
}
