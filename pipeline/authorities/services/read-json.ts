/**
 * Reads the JSON of authority services. A list of candidates that is not as documented is a problem
 * of the service; any other field that is not counts as missing.
 */
import { foldedWords } from '../../core/text.ts';
import { type ServiceCandidate, ServiceProblem } from './model.ts';

type Fields = Readonly<Record<string, unknown>>;

export function jsonFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

export function jsonList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** @throws ServiceProblem: the answer says nothing about the name that was asked for. */
function undocumented(what: string): never {
  throw new ServiceProblem(`its answer is not as the service documents it: ${what}`, false);
}

/** The fields of a value. @throws ServiceProblem where it is not an object. */
export function requiredFields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    undocumented(`${what} is not an object`);
  return value as Fields;
}

/**
 * The candidates of a list. `read` gives nothing for an entry without an identifier or a name; a
 * list of such entries only is not the list that was asked for.
 * @throws ServiceProblem where there is no list of objects.
 */
export function candidatesIn(
  list: unknown,
  field: string,
  read: (entry: Fields) => ServiceCandidate | undefined,
): ServiceCandidate[] {
  if (!Array.isArray(list)) undocumented(`it has no list “${field}”`);
  const entries = list as readonly unknown[];
  const candidates = entries.flatMap(
    (entry) => read(requiredFields(entry, `an entry of “${field}”`)) ?? [],
  );
  if (entries.length > 0 && candidates.length === 0)
    undocumented(`no entry of “${field}” has an identifier and a name`);
  return candidates;
}

/** A text or number as one line of words, without control characters. */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const words = foldedWords(String(value).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' '));
  return words === '' ? undefined : words.slice(0, 500);
}

/** A W3C date from "1862-05-15", "+1862-05-15T00:00:00Z", "1862-00-00" or "1862". */
export function dateOf(value: unknown): string | undefined {
  const [, sign = '', year, month, day] =
    /^([+-]?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(oneLine(value) ?? '') ?? [];
  if (year === undefined) return undefined;
  const parts = [year];
  if (month !== undefined && month !== '00') {
    parts.push(month);
    if (day !== undefined && day !== '00') parts.push(day);
  }
  return `${sign === '-' ? '-' : ''}${parts.join('-')}`;
}

/** "48.2 16.4" from a latitude and a longitude. */
export function coordinatesOf(latitude: unknown, longitude: unknown): string | undefined {
  const [lat, lng] = [oneLine(latitude), oneLine(longitude)];
  const within = (degrees: string | undefined, most: number) =>
    degrees !== undefined && /^-?\d+(?:\.\d+)?$/.test(degrees) && Math.abs(Number(degrees)) <= most;
  return within(lat, 90) && within(lng, 180) ? `${lat} ${lng}` : undefined;
}

/** The object without the fields that are undefined. */
export function withoutUndefined<T extends object>(
  fields: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as never;
}
