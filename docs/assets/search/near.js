/** Near matches, which Pagefind finds: other forms of a word, the words in another order. */

const LOOKED_AT = 10;

/** @type {Promise<any> | null} */
let loading = null;

/**
 * Return the numbers of the records that are near to a query and not among those already found.
 * @param {string} root
 * @param {string} query
 * @param {Set<number>} found
 * @param {number} most
 * @returns {Promise<number[]>}
 */
export async function near(root, query, found, most) {
  loading ??= load(root);
  const pagefind = await loading;
  const answer = await pagefind.search(query);
  const numbers = [];
  for (const result of answer.results.slice(0, LOOKED_AT)) {
    if (numbers.length === most) break;
    const { raw_url: address } = await result.data();
    const number = Number(/(\d+)\.html$/.exec(address)?.[1]);
    if (!found.has(number)) numbers.push(number);
  }
  return numbers;
}

/** @param {string} root */
async function load(root) {
  const pagefind = await import(`${root}search/pagefind/pagefind.js`);
  // The index is small: a worker would cost the reader as much again as the program itself.
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return pagefind;
}
