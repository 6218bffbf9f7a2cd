/**
 * The two starts of Python: plain, with the standard library as Pyodide brings it, and fast, with that library cut to
 * what is used. All else is the same.
 */
/** @typedef {(request: string) => string} Call  a question and its answer, both as JSON */

export const PLAIN = "python_stdlib.zip";
export const FAST = "python_stdlib_cut.zip";
const BRIDGE = "calculators.bridge";

/**
 * @param {import("./download.js").Downloads} downloads
 * @param {string} library  PLAIN or FAST
 * @returns {Promise<Call>}
 */
export async function startPython(downloads, library) {
  const { base, manifest } = downloads;
  const load = async () => {
    const { loadPyodide } = await downloads.scripts();
    const pyodide = await loadPyodide({
      indexURL: base,
      stdLibURL: base + library,
      lockFileURL: `${base}pyodide-lock.json`,
      packageBaseUrl: base,
      packages: [manifest.package],
    });
    return pyodide.pyimport(BRIDGE).call;
  };
  return Promise.race([load(), downloads.broken]);
}
