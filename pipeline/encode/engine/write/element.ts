/**
 * The tree that is about to be written: elements with attributes and children, nothing else.
 *
 * Takes values from the other steps. Returns a tree for `serialize.ts`. An attribute without a
 * value is omitted.
 */

export interface OutputElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (OutputElement | string)[];
}

/** Makes an element. Undefined attributes and children are omitted. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (OutputElement | string | undefined)[]
): OutputElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    name,
    attributes: Object.fromEntries(given),
    children: children.filter(
      (child): child is OutputElement | string => child !== undefined && child !== '',
    ),
  };
}
