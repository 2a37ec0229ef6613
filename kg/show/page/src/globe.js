// From longitude and latitude to a plane, and back: around a middle, and the whole world.

/** @import { Point } from './types.js' */

const RADIANS = Math.PI / 180;
/** The radius of the earth in the units of a map. */
export const EARTH = 1000;
/** What is farther from the middle than so many degrees is on no map around it. */
export const EDGE = 165;

/**
 * @typedef {object} Projection
 * @property {(point: Point) => Point | null} to null for what is beyond the edge
 * @property {(at: Point) => Point | null} from
 */

/**
 * Lambert's azimuthal projection: areas are true, and distances near the middle.
 * @param {Point} middle longitude and latitude
 * @returns {Projection}
 */
export function around([longitude, latitude]) {
  const [sin, cos] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
  return {
    to([lon, lat]) {
      const turn = (lon - longitude) * RADIANS;
      const [high, wide] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
      const near = sin * high + cos * wide * Math.cos(turn);
      if (near < Math.cos(EDGE * RADIANS)) return null;
      const scale = EARTH * Math.sqrt(2 / (1 + near));
      return [scale * wide * Math.sin(turn), -scale * (cos * high - sin * wide * Math.cos(turn))];
    },
    from([x, y]) {
      const far = Math.hypot(x, y);
      if (far > 2 * EARTH) return null;
      if (!far) return [longitude, latitude];
      const angle = 2 * Math.asin(far / (2 * EARTH));
      const lat = Math.asin(Math.cos(angle) * sin - (y * Math.sin(angle) * cos) / far);
      const turn = Math.atan2(x * Math.sin(angle), far * cos * Math.cos(angle) + y * sin * Math.sin(angle));
      return [((longitude + turn / RADIANS + 540) % 360) - 180, lat / RADIANS];
    },
  };
}

const SHAPE = [1.340264, -0.081106, 0.000893, 0.003796];
/**
 * The Equal Earth projection of the world: Šavrič, Patterson and Jenny, 2018.
 * @param {Point} point
 * @returns {Point}
 */
export function wholeEarth([lon, lat]) {
  const [one, three, seven, nine] = SHAPE;
  const angle = Math.asin((Math.sqrt(3) / 2) * Math.sin(lat * RADIANS));
  const [square, sixth] = [angle ** 2, angle ** 6];
  const narrow = Math.sqrt(3) * (9 * nine * sixth * square + 7 * seven * sixth + 3 * three * square + one);
  const x = (2 * lon * RADIANS * Math.cos(angle)) / narrow;
  return [EARTH * x, -EARTH * angle * (nine * sixth * square + seven * sixth + three * square + one)];
}
