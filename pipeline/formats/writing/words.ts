/** The words of the interface, in the site's language (site/_data/i18n). */

/** The string of a key, with `{name}` filled from the values. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** A key that no language file has is shown itself; a brace that does not begin a name stays. */
export function sayFrom(strings: Readonly<Record<string, string>>): Say {
  return (key, values = {}) =>
    (strings[key] ?? key).replace(/\{([^{}]*)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] as string) : whole,
    );
}
