// The base of the site and three functions that Material's bundle expects to find; Material itself writes them into
// every page. Ours also hold where the reader has switched storage off.
{
  const scope = new URL(document.currentScript.dataset.base, location.href);
  globalThis.__md_scope = scope;
  globalThis.__md_hash = (text) => [...text].reduce((sum, character) => (sum << 5) - sum + character.charCodeAt(0), 0);
  globalThis.__md_get = (key, storage, where = scope) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${where.pathname}.${key}`));
    } catch {
      return null;
    }
  };
  globalThis.__md_set = (key, value, storage, where = scope) => {
    try {
      (storage ?? localStorage).setItem(`${where.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // The choice then holds for this page only.
    }
  };
}
