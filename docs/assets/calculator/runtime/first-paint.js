/** Milliseconds after which it is waited for no longer: a page that nobody sees is not painted. */
const AT_MOST = 300;

/**
 * Wait for the first paint: for the style sheets that stand in the head so far, without which nothing is painted, then
 * for the browser to say so.
 */
export async function painted() {
  await styled();
  await new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, AT_MOST);
  });
}

/** Wait for the style sheets: each has then come, or will not come. */
function styled() {
  const awaited = [...document.querySelectorAll("link")].filter((link) => link.rel === "stylesheet" && !link.sheet);
  return Promise.all(
    awaited.map(
      (link) =>
        new Promise((resolve) => {
          link.addEventListener("load", resolve, { once: true });
          link.addEventListener("error", resolve, { once: true });
        }),
    ),
  );
}
