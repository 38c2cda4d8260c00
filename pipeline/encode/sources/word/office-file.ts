/**
 * The parts of a word processor's file (.docx, .odt), which is a ZIP archive of XML files.
 *
 * Takes the bytes. Returns parts by name, as trees. Only requested parts are unpacked, and none
 * that is larger than any text.
 */
import { unzipSync } from 'fflate';
import { MOST_BYTES } from '../../../core/files/input-file.ts';
import { InputError } from '../../../core/finding.ts';
import { readTree, type TreeElement } from '../../../xml/tree.ts';

export class OfficeFile {
  readonly #bytes: Uint8Array;
  readonly #path: string;
  readonly #what: string;

  /** `what`: the format's name in messages, with its extension: "Word document (.docx)". */
  constructor(bytes: Uint8Array, path: string, what: string) {
    this.#bytes = bytes;
    this.#path = path;
    this.#what = what;
  }

  /**
   * A part, or undefined if there is none. Throws an `InputError` if it cannot be unpacked or read.
   */
  part(name: string): TreeElement | undefined {
    let unpacked: Uint8Array | undefined;
    try {
      unpacked = unzipSync(this.#bytes, {
        filter: (file) => {
          if (file.name !== name) return false;
          if (file.originalSize > MOST_BYTES) throw new Error(`${name} is too large`);
          return true;
        },
      })[name];
    } catch (cause) {
      throw this.unreadable(cause instanceof Error ? cause.message : String(cause));
    }
    if (!unpacked) return undefined;
    try {
      return readTree({ path: this.#path, content: unpacked });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw this.unreadable(`${name}: ${error.findings[0]?.message ?? ''}`);
    }
  }

  /** As `part`; a file without it does not have the format. */
  required(name: string): TreeElement {
    const part = this.part(name);
    if (!part) throw this.unreadable(`it has no ${name}`);
    return part;
  }

  unreadable(why: string): InputError {
    return new InputError({
      path: this.#path,
      severity: 'error',
      rule: 'intake/unreadable',
      message:
        `the file cannot be read as ${/^[AEIOU]/.test(this.#what) ? 'an' : 'a'} ` +
        `${this.#what}: ${why}; save it again in a word ` +
        `processor, or as plain text in UTF-8`,
    });
  }
}

/** The child elements of a name, whatever its prefix. */
export function officeChildren(
  element: TreeElement | undefined,
  ...locals: readonly string[]
): TreeElement[] {
  const all = (element?.children ?? []).filter(
    (child): child is TreeElement => typeof child !== 'string',
  );
  return locals.length === 0 ? all : all.filter(({ local }) => locals.includes(local));
}

export function childOf(
  element: TreeElement | undefined,
  ...path: readonly string[]
): TreeElement | undefined {
  let here = element;
  for (const local of path) here = officeChildren(here, local)[0];
  return here;
}

/** An attribute by its local name, whatever its prefix. */
export function localAttribute(
  element: TreeElement | undefined,
  local: string,
): string | undefined {
  return element?.attributes.find((candidate) => candidate.local === local)?.value;
}
