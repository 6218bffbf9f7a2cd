// Runs before anything is drawn: an English page shows the English of every provision, a Chinese page the Chinese.
// Without this script a page shows both.
{
  const page = document.documentElement;
  page.classList.replace("no-js", "js");
  page.dataset.reading = page.lang.startsWith("zh") ? "zh" : "en";
}
