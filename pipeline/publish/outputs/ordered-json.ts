/**
 * JSON with its members in a fixed order, since XSLT's maps have an arbitrary one.
 *
 * Takes values. Returns JSON with identifying members first and the others by their names; also for
 * a script element of HTML.
 */
import { byCodeUnit } from '../../core/text.ts';

/** JSON-LD's keywords, a link's context, CSL's identity: people read these first. */
const FIRST = ['@context', '@id', '@type', 'anchor', 'id', 'type', 'name', 'title'];

/** As people read it too: two spaces, a line break at the end. */
export function orderedJson(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 2)}\n`;
}

/**
 * For a script element with data: no text in it can end the element or begin a comment (HTML,
 * 4.12.1.3).
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(ordered(value)).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => place(a) - place(b) || byCodeUnit(a, b));
  return Object.fromEntries(members.map(([key, member]) => [key, ordered(member)]));
}

function place(key: string): number {
  const index = FIRST.indexOf(key);
  return index < 0 ? FIRST.length : index;
}
