// Says what stopped a script in its own words: Node would quote the line, and Pyodide's script is one line of a megabyte.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
