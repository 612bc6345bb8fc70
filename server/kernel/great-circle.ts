/** A position in degrees, WGS 84. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Mean radius of the Earth (IUGG), in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance between two positions, in kilometres (haversine formula). */
export function distanceKm(from: Position, to: Position): number {
  const rad = Math.PI / 180;
  const halfLatitude = ((to.latitude - from.latitude) * rad) / 2;
  const halfLongitude = ((to.longitude - from.longitude) * rad) / 2;
  const haversine =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(from.latitude * rad) * Math.cos(to.latitude * rad) * Math.sin(halfLongitude) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
