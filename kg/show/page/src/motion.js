// The way from the first side of a comparison to the second, as the picture takes it.

/** How far it is: 0 is the first side, 1 the second; null while it stands still. @type {{share: number | null}} */
export const motion = { share: null };

/**
 * How much is to be seen of what has become so.
 * @param {string | undefined} change
 */
export function presence(change) {
  if (motion.share === null) return 1;
  if (change === 'new') return motion.share;
  return change === 'gone' ? 1 - motion.share : 1;
}

const LASTS = 1400;
/**
 * Go from the first side to the second.
 * @param {() => void} paint draws one moment of it
 * @param {() => void} arrive what follows
 */
export function travel(paint, arrive) {
  /** @type {number | undefined} */
  let began;
  const step = (/** @type {number} */ now) => {
    began ??= now;
    const way = Math.min(1, (now - began) / LASTS);
    motion.share = way < 0.5 ? 2 * way * way : 1 - 2 * (1 - way) ** 2;
    paint();
    if (way < 1) {
      requestAnimationFrame(step);
    } else {
      motion.share = null;
      arrive();
    }
  };
  motion.share = 0;
  requestAnimationFrame(step);
}
