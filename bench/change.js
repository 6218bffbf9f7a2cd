async () => {
  const script = document.querySelector("script[src$='/define.js']").src;
  const { client } = await import(script.replace("define", "runtime/start"));
  const times = [];
  for (let i = 0; i < 200; i += 1) {
    const facts = { aware_at: `2026-11-21 14:${String(i % 60).padStart(2, "0")}`, cii: i % 2 ? "yes" : "no", grade: "major" };
    const begun = performance.now();
    await client.ask("incident-report", "en", facts);
    times.push(performance.now() - begun);
  }
  return times;
}
