/**
 * Identifiers of any form: `GND 118540238`, `gnd:118540238`, `https://d-nb.info/gnd/118540238` are
 * the same. One table of schemes: a further scheme is a row.
 */
import type { PrefixDefinition } from '../../model/facts.ts';
import type { Identifier } from '../../model/identifier.ts';
import { linearPattern } from '../../xml/linear-pattern.ts';
import { SCHEMES, type Scheme } from './schemes.ts';

/** An identifier as the TEI has it. */
export interface StatedIdentifier {
  readonly type: string;
  readonly value: string;
}

const BY_TYPE: ReadonlyMap<string, Scheme> = new Map(
  SCHEMES.flatMap((scheme) => scheme.types.map((type) => [type, scheme] as const)),
);

/** Whether two types, however written, are the same. */
function plainType(type: string): string {
  return type.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * An identifier with its address. An address that the value or a prefixDef gives takes precedence
 * over that of the scheme; the type stays as in the TEI.
 */
export function addressed(
  { type, value }: StatedIdentifier,
  prefixes: readonly PrefixDefinition[],
): Identifier {
  const web = /^https?:\/\/\S+$/i.test(value) ? value : null;
  return { type, value, address: web ?? byPrefix(type, value, prefixes) ?? byScheme(type, value) };
}

/**
 * The identifiers among pointers: addresses, and `gnd:118540238`; local pointers and unknown
 * prefixes are not identifiers.
 */
export function pointedAt(
  pointers: readonly string[],
  prefixes: readonly PrefixDefinition[],
): Identifier[] {
  return pointers.flatMap((pointer) => {
    if (/^https?:/i.test(pointer)) {
      const scheme = schemeOfAddress(pointer);
      return [{ type: scheme?.name ?? '', value: pointer, address: pointer }];
    }
    const [type, value] = [pointer.replace(/:.*$/s, ''), pointer.replace(/^[^:]*:/, '')];
    const address = byPrefix(type, value, prefixes) ?? byScheme(type, value);
    return address === null ? [] : [{ type, value, address }];
  });
}

function byPrefix(
  type: string,
  value: string,
  prefixes: readonly PrefixDefinition[],
): string | null {
  for (const { ident, pattern, replacement } of prefixes) {
    if (ident !== type) continue;
    const expanded = linearPattern(pattern)?.expand(value, replacement);
    if (expanded !== undefined) return /^https?:\/\//.test(expanded) ? expanded : null;
  }
  return null;
}

function byScheme(type: string, value: string): string | null {
  const scheme = BY_TYPE.get(plainType(type));
  if (!scheme) return null;
  const bare = bareValue(scheme, value);
  return bare === null ? null : scheme.address(bare);
}

function bareValue({ forms, types, value: form }: Scheme, value: string): string | null {
  const inAddress = forms.map((pattern) => pattern.exec(value)?.[1]).find((found) => found);
  const [prefix, rest] = [value.replace(/:.*$/s, ''), value.replace(/^[^:]*:\s*/, '')];
  const bare = inAddress ?? (types.includes(plainType(prefix)) && !form.test(value) ? rest : value);
  return form.test(bare) ? bare : null;
}

function schemeOfAddress(address: string): Scheme | undefined {
  return SCHEMES.find(({ forms }) => forms.some((form) => form.test(address)));
}

/** An identifier by its scheme: the scheme's name, the bare value, the scheme's own address. */
export interface SchemedIdentifier {
  readonly scheme: string;
  readonly value: string;
  readonly uri: string;
}

/** The identifiers that have an address, under the names of their schemes; each once. */
export function schemed(identifiers: readonly Identifier[]): SchemedIdentifier[] {
  const found = identifiers.flatMap((identifier): SchemedIdentifier[] => {
    const { type, value, address } = identifier;
    const scheme =
      BY_TYPE.get(plainType(type)) ?? schemeOfAddress(value) ?? schemeOfAddress(address ?? '');
    const bare = scheme && (bareValue(scheme, value) ?? bareValue(scheme, address ?? ''));
    if (scheme && bare) return [{ scheme: scheme.name, value: bare, uri: scheme.address(bare) }];
    return address === null ? [] : [{ scheme: type, value, uri: address }];
  });
  return found.filter(({ uri }, place) => found.findIndex((other) => other.uri === uri) === place);
}

/** False if the type names a scheme and the value has another form: no record would have it. */
export function hasFormOfType({ type, value }: StatedIdentifier): boolean {
  const scheme = BY_TYPE.get(plainType(type));
  return scheme === undefined || bareValue(scheme, value) !== null;
}

/** `10.5281/zenodo.1234`, however it is written; null if none is given. */
export function doiOf(identifiers: readonly Identifier[]): string | null {
  const { value } = schemed(identifiers).find(({ scheme }) => scheme === 'DOI') ?? {};
  return value ?? null;
}

/** @type of addresses that identify the file itself, the most specific first. */
const OF_A_FILE = [
  'uri',
  'url',
  'purl',
  'urn',
  'urnnbn',
  'handle',
  'hdl',
  'ark',
  'pid',
  'permalink',
];

/**
 * The identifier that a file gives itself: an address, or a urn; null if it has only others, such
 * as a signature of the project's own. A handle and an ARK are given by their addresses.
 */
export function ownUri(identifiers: readonly Identifier[]): string | null {
  const ranked = OF_A_FILE.flatMap((type) =>
    identifiers.filter((identifier) => plainType(identifier.type) === type),
  );
  const others = identifiers.filter(
    ({ type, value }) =>
      !ranked.some((one) => one.type === type) &&
      plainType(type) !== 'doi' &&
      /^(?:https?:\/\/\S+|urn:\S+|ark:\S+)$/i.test(value),
  );
  for (const { type, value, address } of [...ranked, ...others]) {
    if (plainType(type) === 'uri') return value;
    if (/^(?:https?:|urn:)\S+$/i.test(value)) return value;
    const [scheme] = schemed([{ type, value, address }]);
    if (scheme) return scheme.uri;
  }
  return null;
}
