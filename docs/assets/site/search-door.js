// The button on the first page that looks like a field: it opens the search in the header, which has the focus then.
{
  const toggle = document.getElementById("__search");
  for (const door of document.querySelectorAll("[data-search-door]")) {
    door.addEventListener("click", () => {
      if (toggle instanceof HTMLInputElement && !toggle.checked) toggle.click();
    });
  }
}
