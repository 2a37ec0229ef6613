// From longitude and latitude to a plane, around a middle.

/** @import { Point } from './types.js' */

const RADIANS = Math.PI / 180;
/** The radius of the earth in the units of a map. */
export const EARTH = 1000;
/** What is farther from the middle than so many degrees is on no map around it. */
export const EDGE = 165;

/**
 * @typedef {object} Projection
 * @property {(point: Point) => Point | null} to null for what is beyond the edge
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
  };
}
