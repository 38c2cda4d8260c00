/** Small helpers for records: members without a value are omitted. */

type Present<T> = { [K in keyof T]: Exclude<T[K], null | undefined> };

/** Without the members that are null, undefined, or an empty text or list. */
export function present<T extends object>(members: T): Partial<Present<T>> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => saysSomething(value)),
  ) as Partial<Present<T>>;
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** The non-empty texts, joined; null if there are none. */
export function joined(
  texts: readonly (string | null | undefined)[],
  separator: string,
): string | null {
  return texts.filter((text) => text).join(separator) || null;
}

/** One value unchanged, several as a list, none as undefined. */
export function several<T>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}

/** Each value once, in order; by `key` where values are objects. */
export function unique<T>(
  values: readonly T[],
  key: (value: T) => unknown = (value) => value,
): T[] {
  const seen = new Set<unknown>();
  return values.filter((value) => {
    const id = key(value);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
