// On a narrow window the contents are a sheet that slides in, and a label opens it, which the keyboard can neither reach
// nor press. A button takes its place here; what it opens from the keyboard has the focus, and Escape closes it.
{
  const box = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const sheet = document.querySelector(".md-sidebar--primary");
  if (box instanceof HTMLInputElement && label && sheet) {
    const button = document.createElement("button");
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    button.type = "button";
    button.className = `${label.className} drawer-button`;
    button.append(...label.childNodes);
    label.replaceWith(button);
    tell();
    box.addEventListener("change", tell);
    button.addEventListener("click", ({ detail }) => {
      box.click();
      const first = box.checked && detail === 0 ? sheet.querySelector("a[href]") : null; // 0: no pointer has clicked
      if (first instanceof HTMLElement) first.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked) return;
      box.click();
      button.focus();
    });
  }
}
