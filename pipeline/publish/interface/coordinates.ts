/**
 * The point in TEI's `geo` (Guidelines ND.2.4): "-16.5 -68.15", latitude and longitude in decimal
 * degrees, WGS 84.
 */
interface GeoPoint {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
}

/** Null if the words are not two numbers within the globe. */
export function pointOf(geo: string): GeoPoint | null {
  const [latitude, longitude, ...rest] = geo
    .trim()
    .split(/[\s,]+/)
    .map((word) => (word === '' ? Number.NaN : Number(word)));
  if (latitude === undefined || longitude === undefined || rest.length > 0) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
