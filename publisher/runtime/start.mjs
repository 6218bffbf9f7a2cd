// Starts Python from a pack under Node as the worker does in a page, and asks it the questions on its input, one a line.
// Prints the answers, and the files of the standard library that were imported by then, as JSON.
// node start.mjs PYODIDE PACK PACKAGE LIBRARY   PYODIDE is the npm package: by its package.json Node knows what its scripts are.
import { text } from "node:stream/consumers";

const [, , pyodide, pack, name, library] = process.argv;
// Node would quote the line that failed, and Pyodide's script is one line of a megabyte.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});

const questions = (await text(process.stdin)).split("\n").filter(Boolean);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const python = await loadPyodide({
  indexURL: pyodide,
  stdLibURL: `${pack}/${library}`,
  packageBaseUrl: `${pack}/`,
  lockFileURL: `${pack}/pyodide-lock.json`,
  packages: [name],
  stdout: () => {}, // what Pyodide says of loading packages
});
const { call } = python.pyimport("calculators.bridge");
const answers = questions.map((question) => call(question));

const { modules, path } = python.pyimport("sys");
const archive = `${path.toJs().find((place) => place.endsWith(".zip"))}/`;
const origins = Array.from(modules.values(), (module) => module?.__spec__?.origin ?? "");
const imported = origins.filter((origin) => origin.startsWith(archive)).map((origin) => origin.slice(archive.length));
process.stdout.write(JSON.stringify({ answers, imported: imported.sort() }));
