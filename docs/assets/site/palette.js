// Sets light or dark before anything is drawn: what the reader chose, otherwise what the machine asks for.
{
  const saved = globalThis.__md_get("__palette")?.color;
  const follows = !saved || saved.media === "(prefers-color-scheme)";
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const scheme = follows
    ? document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${wanted})"]`)?.dataset.mdColorScheme
    : saved.scheme;
  if (scheme) document.body.dataset.mdColorScheme = scheme;
}
