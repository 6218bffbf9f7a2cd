// The page that no address leads to is one for both languages, and hosts show it at any depth: under en/ its entries are
// the English ones. Without this script they are the Chinese ones; what the page says stands there in both.
{
  const root = document.currentScript?.dataset.root ?? "/";
  if (location.pathname.startsWith(`${root}en/`)) document.documentElement.dataset.notFound = "en";
}
