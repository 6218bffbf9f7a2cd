// On a narrow window the contents are a sheet that slides in, and a label opens it, which the keyboard by itself can
// neither reach nor press. This makes a button of it; what opens with the keyboard has the focus, and Escape closes it.
{
  const box = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const sheet = document.querySelector(".md-sidebar--primary");
  if (box instanceof HTMLInputElement && label instanceof HTMLElement && sheet) {
    const tell = () => label.setAttribute("aria-expanded", String(box.checked));
    label.tabIndex = 0;
    label.setAttribute("role", "button");
    tell();
    box.addEventListener("change", tell);
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // Material presses labels at Enter, a second time
      box.click();
      const first = box.checked ? sheet.querySelector("a[href]") : null;
      if (first instanceof HTMLElement) first.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked) return;
      box.click();
      label.focus();
    });
  }
}
