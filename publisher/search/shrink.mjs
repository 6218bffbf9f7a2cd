// Take comments, spaces and long names out of ES modules, in place: node shrink.mjs FILE…
import { readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";

for (const file of process.argv.slice(2)) {
  const { code } = await minify(await readFile(file, "utf8"), { module: true, ecma: 2020 });
  await writeFile(file, code);
}
