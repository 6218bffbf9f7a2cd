/**
 * The memory that the build prepared, as Pyodide wants it: its head, then all of the memory. What arrives leaves out
 * the empty pages: three numbers, the number of each page that is there, the head, the pages.
 */
const PAGE = 4096;
const WORD = 4;
const BEGIN = 3;

/**
 * @param {Uint8Array} packed
 * @returns {Uint8Array}
 */
export function unpacked(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const word = (/** @type {number} */ index) => view.getUint32(index * WORD, true);
  const [head, memory, pages] = [word(0), word(1), word(2)];
  let at = (BEGIN + pages) * WORD;
  const whole = new Uint8Array(head + memory);
  whole.set(packed.subarray(at, (at += head)));
  for (let index = 0; index < pages; index += 1) {
    whole.set(packed.subarray(at, (at += PAGE)), head + word(BEGIN + index) * PAGE);
  }
  return whole;
}
