/**
 * Files of an edition's `theme/`; nothing outside of the edition's folder is read.
 *
 * Takes the edition's folder and a folder of its theme. Returns paths and texts; a finding for each
 * file that cannot be read.
 */
import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { folderEntries } from '../edition/folder/files-in.ts';
import { decodeXml } from '../xml/decode.ts';

const UNREADABLE = 'theme/unreadable';

export interface ThemeFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Line and column, both from 1, of an offset in a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}

export class ThemeFiles {
  readonly findings: Finding[] = [];
  readonly folder: string;
  readonly #root: string;

  /** `root`: the edition's folder. */
  constructor(root: string) {
    this.#root = root;
    this.folder = join(root, 'theme');
  }

  /**
   * The entries of a folder of the theme, in code-point order: names of files and folders. Links
   * are reported and skipped.
   */
  names(
    ...below: readonly string[]
  ): readonly { readonly name: string; readonly isFolder: boolean }[] {
    const folder = join(this.folder, ...below);
    if (!existsSync(folder) || !this.#isInside(folder)) return [];
    return this.#entries(folder).flatMap((entry) => {
      if (entry.isSymbolicLink() && !this.#isInside(join(folder, entry.name))) return [];
      return [{ name: entry.name, isFolder: entry.isDirectory() }];
    });
  }

  /** The files in a folder of the theme with names that end in `ending`. */
  texts(below: string, ending: string): ThemeFile[] {
    return this.names(below).flatMap(({ name, isFolder }) => {
      if (isFolder || !name.endsWith(ending)) return [];
      const file = this.text(below, name);
      return file ? [file] : [];
    });
  }

  /**
   * A file's text, UTF-8; undefined if there is no such file or it cannot be read, which is
   * reported.
   */
  text(...below: readonly string[]): ThemeFile | undefined {
    const path = join(this.folder, ...below);
    if (!existsSync(path) || !this.#isInside(path)) return undefined;
    try {
      const text = decodeXml(readInput(path, UNREADABLE), shownPath(path));
      return { path, name: below.at(-1) ?? '', text: text.replace(/\r\n?/g, '\n') };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.findings.push(...error.findings);
      return undefined;
    }
  }

  report(
    path: string,
    finding: Pick<Finding, 'severity' | 'rule' | 'message' | 'line' | 'column'>,
  ): void {
    this.findings.push({ path: shownPath(path), ...finding });
  }

  #entries(folder: string): ReturnType<typeof folderEntries> {
    try {
      return folderEntries(folder);
    } catch {
      this.report(folder, {
        severity: 'error',
        rule: UNREADABLE,
        message: 'this is not a folder that can be read',
      });
      return [];
    }
  }

  #isInside(path: string): boolean {
    try {
      if (realpathSync(path).startsWith(realpathSync(this.#root) + sep)) return true;
    } catch {
      // A link to nothing.
    }
    const message =
      'this is a link that leads out of the edition’s folder, and is not used; copy the ' +
      'files into theme/';
    this.report(path, { severity: 'error', rule: UNREADABLE, message });
    return false;
  }
}
