const HEAD = "pyodide-head";

/**
 * What Pyodide wants of a memory snapshot when the memory comes with the prepared module: the head, in an array as long
 * as the memory; behind the head, nothing is left that it would copy.
 * @param {WebAssembly.Module} module
 */
export function inPlace(module) {
  const [head] = WebAssembly.Module.customSections(module, HEAD);
  const [, size] = new Uint32Array(head, 0, 2);
  const whole = new Uint8Array(size);
  whole.set(new Uint8Array(head));
  return whole;
}
