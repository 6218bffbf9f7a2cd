/**
 * Wait for the style sheets that stand in the head so far: each has then come, or will not come.
 * @returns {Promise<unknown>}
 */
export function styled() {
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
