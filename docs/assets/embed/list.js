/** The list of all that can be embedded: beside each a button that copies its line of HTML. */
import { copied } from "../shared/clipboard.js";
import { fill, make, makeButton } from "../shared/dom.js";
import { speak } from "../shared/live-region.js";
import { frameLine } from "./line.js";

const data = document.querySelector("script[data-part=embeds]");
const words = JSON.parse(data?.textContent ?? "{}");
const said = make("p.visually-hidden", { role: "status" });
const help = make("span.embeds__help", null, words.by_hand);
const field = /** @type {HTMLTextAreaElement} */ (make("textarea.field", { readonly: "", rows: "4", "aria-label": words.field }));
data?.after(said);

for (const row of document.querySelectorAll(".embeds > li")) {
  const link = row.querySelector("a");
  if (!(row instanceof HTMLElement) || !link) continue;
  const title = link.textContent ?? "";
  const button = makeButton("button.button--small", { "aria-label": fill(words.copy_of, { title }) }, words.copy, async () => {
    const line = frameLine(words.line, { address: link.href, title, height: row.dataset.height ?? "" });
    for (const each of document.querySelectorAll(".embeds [data-done]")) each.removeAttribute("data-done");
    help.remove();
    field.remove();
    if (await copied(line)) {
      button.dataset.done = "";
      speak(said, fill(words.copied, { title }));
    } else {
      row.append(help, field);
      field.value = line;
      field.select();
      speak(said, words.by_hand);
    }
  });
  row.append(" ", button);
}
