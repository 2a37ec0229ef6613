// Rows of columns, as kg/show/page/columns.py packs them: what rows share is one value in memory too, and frozen.

/** @typedef {any[] | {of: any[], at: number[]} | {each: Column, rows: Packed}} Column */
/** @typedef {{'~': number} & Record<string, any>} Packed */

/**
 * A value with its columns made rows again.
 * @param {any} value
 * @returns {any}
 */
export function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== 'object') return value;
  if (Object.hasOwn(value, '~')) return rowsOf(value);
  for (const key of Object.keys(value)) value[key] = unpacked(value[key]);
  return value;
}

/** @param {Packed} packed */
function rowsOf({ '~': size, ...columns }) {
  const names = Object.keys(columns);
  // read as JSON a row keeps its fields in itself, not in a table of its own beside it: a quarter less memory
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))));
  const rows = Array.from({ length: size }, () => ({ ...blank }));
  for (const name of names) {
    const values = valuesOf(columns[name], size);
    for (let at = 0; at < size; at++) rows[at][name] = values[at];
  }
  return rows;
}

/**
 * @param {Column} column
 * @param {number} size
 * @returns {any[]}
 */
function valuesOf(column, size) {
  if (Array.isArray(column)) return column.map(valueOf);
  if ('of' in column) {
    const shared = column.of.map((value) => Object.freeze(valueOf(value)));
    return column.at.length ? column.at.map((number) => shared[number]) : new Array(size).fill(shared[0]);
  }
  const rows = unpacked(column.rows);
  let from = 0;
  return valuesOf(column.each, size).map((length) => rows.slice(from, (from += length)));
}

/**
 * A value of a column.
 * @param {any} value
 */
function valueOf(value) {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, '=')) return unpacked(value);
  return Object.fromEntries(value.keys.map((/** @type {string} */ key) => [key, value['=']]));
}
