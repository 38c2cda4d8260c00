/**
 * The context of each document of an edition: the edition's own header and authority files, or the
 * options of its last encoding (`--authority`, `--genre`).
 *
 * Takes an edition and documents' ids. Returns contexts, made once for all documents that share
 * one. Options are stored in `.siglum/options/ID.json`, so that a later build encodes the document
 * in the same way.
 */
import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { authorityTables } from '../../authorities/csv-entries.ts';
import { rejectedFile } from '../../authorities/rejected.ts';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { InputError } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { filesIn } from '../../edition/folder/files-in.ts';
import { genreNamed } from '../genres/table.ts';
import { createEncodingContext, type EncodingContext } from './context.ts';

/** The options from the command line. */
interface NamedOptions {
  /** Paths relative to the edition's folder. */
  readonly authorities?: readonly string[];
  readonly genre?: string;
}

export class EncodingContexts {
  readonly #edition: Edition;
  readonly #made = new Map<string, EncodingContext | InputError>();

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** The options of the document's last encoding; none if the file is missing or damaged. */
  options(id: string): NamedOptions {
    const path = this.#path(id);
    if (!existsSync(path)) return {};
    try {
      const stored = JSON.parse(
        Buffer.from(readInput(path, 'encode/options')).toString('utf8'),
      ) as Partial<NamedOptions>;
      const { authorities, genre } = stored ?? {};
      const named = Array.isArray(authorities)
        ? authorities.filter((one) => typeof one === 'string')
        : [];
      return {
        ...(named.length > 0 ? { authorities: named } : {}),
        ...(typeof genre === 'string' && genreNamed(genre) ? { genre } : {}),
      };
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof InputError) return {};
      throw error;
    }
  }

  /** `authorities`: paths as the user wrote them. */
  save(id: string, authorities: readonly string[] = [], genre?: string): void {
    const { root } = this.#edition;
    const options: NamedOptions = {
      ...(authorities.length > 0
        ? { authorities: authorities.map((path) => relative(root, resolve(path))) }
        : {}),
      ...(genre === undefined ? {} : { genre }),
    };
    if (JSON.stringify(options) === JSON.stringify(this.options(id))) return;
    if (Object.keys(options).length === 0) rmSync(this.#path(id), { force: true });
    else writeWhole(this.#path(id), `${JSON.stringify(options, undefined, 2)}\n`);
  }

  /** The files that the document's context is made from. */
  files(id: string): string[] {
    const { root, header, authorities } = this.#edition;
    const named = this.options(id).authorities?.map((path) => resolve(root, path));
    return [
      header,
      ...(named ?? filesIn(authorities, '.xml')),
      ...(named === undefined ? authorityTables(authorities) : []),
      ...[rejectedFile(authorities)].filter((path) => existsSync(path)),
    ];
  }

  /** The first authority file in the document's options that no longer exists. */
  missing(id: string): string | undefined {
    const named = this.options(id).authorities?.map((path) => resolve(this.#edition.root, path));
    return named?.find((path) => !existsSync(path));
  }

  /**
   * Returns the error if edition.xml or an authority file cannot be used: encoded without it,
   * documents would lose their entries.
   */
  of(id: string): EncodingContext | InputError {
    const options = this.options(id);
    const key = JSON.stringify(options);
    const context = this.#made.get(key) ?? this.#make(options);
    this.#made.set(key, context);
    return context;
  }

  #make({ authorities = [], genre }: NamedOptions): EncodingContext | InputError {
    try {
      const named = authorities.map((path) => resolve(this.#edition.root, path));
      return {
        ...createEncodingContext(this.#edition, named),
        ...(genre === undefined ? {} : { genre }),
      };
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
  }

  #path(id: string): string {
    return join(this.#edition.root, '.siglum', 'options', `${id}.json`);
  }
}
