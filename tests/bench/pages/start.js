// Our own way to start, on a page that holds nothing else: in a worker, plain or fast by the library it is named by.
const place = document.querySelector("#answer");
const worker = new Worker(new URL("start-worker.js", import.meta.url), { type: "module", name: place.dataset.from });
const facts = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
worker.postMessage(JSON.stringify({ calculator: "incident-report", lang: "en", facts }));
worker.addEventListener("message", ({ data }) => {
  place.textContent = JSON.parse(data).answer_text;
  window.answeredAt = performance.now();
});
