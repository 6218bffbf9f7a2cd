// Where a reader keeps the site on the device: says on every page that there is a newer edition. Elsewhere it does nothing.
{
  const { words = "", link = "", href = "", manifest = "", edition = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  const say = () => {
    const note = document.createElement("p");
    note.className = "note page-problem";
    note.setAttribute("role", "status");
    const to = document.createElement("a");
    Object.assign(to, { href, textContent: link });
    note.append(words, to);
    document.querySelector("main article")?.prepend(note);
  };

  navigator.serviceWorker?.getRegistration().then(async (registration) => {
    // A worker without the list of an edition has been left in the middle of the first one.
    if (!registration || !(await caches.match(edition))) return;
    const kept = document.createElement("link");
    Object.assign(kept, { rel: "manifest", href: manifest });
    document.head.append(kept);
    if (registration.waiting) say();
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => installing.state === "installed" && registration.active && say());
    });
  });
}
