// A binary heap of numbers, least cost first.

export class Heap {
  /** @type {number[]} */
  #items = [];
  /** @type {number[]} */
  #costs = [];

  get size() {
    return this.#items.length;
  }

  /**
   * @param {number} item
   * @param {number} cost
   */
  push(item, cost) {
    let at = this.#items.length;
    for (let above = (at - 1) >> 1; at > 0 && this.#costs[above] > cost; above = (at - 1) >> 1) {
      this.#set(at, this.#items[above], this.#costs[above]);
      at = above;
    }
    this.#set(at, item, cost);
  }

  /** Take out the item of least cost. @returns {[item: number, cost: number]} */
  pop() {
    const [item, cost] = [this.#items[0], this.#costs[0]];
    const [last, price] = [this.#items.pop(), this.#costs.pop()];
    if (this.size && last !== undefined && price !== undefined) this.#sink(last, price);
    return [item, cost];
  }

  /**
   * Let what stood last find its place from the top.
   * @param {number} item
   * @param {number} cost
   */
  #sink(item, cost) {
    let at = 0;
    for (let below = 1; below < this.size; below = 2 * at + 1) {
      if (below + 1 < this.size && this.#costs[below + 1] < this.#costs[below]) below += 1;
      if (this.#costs[below] >= cost) break;
      this.#set(at, this.#items[below], this.#costs[below]);
      at = below;
    }
    this.#set(at, item, cost);
  }

  /**
   * @param {number} at
   * @param {number} item
   * @param {number} cost
   */
  #set(at, item, cost) {
    this.#items[at] = item;
    this.#costs[at] = cost;
  }
}
