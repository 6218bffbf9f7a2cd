// Says so where the calculator's own scripts did not arrive, or the browser cannot read them: they cannot say it then.
// A plain script in words that old browsers know; the sentences are those that the build wrote for the calculator.
window.addEventListener("load", function () {
  var element = document.querySelector("regulation-calculator");
  if (!element || (window.customElements && customElements.get("regulation-calculator"))) return;
  var data = element.querySelector('script[type="application/json"]');
  var words = JSON.parse((data && data.textContent) || "").words;
  var place = element.querySelector("[data-part=status]");
  var announce = element.querySelector("[data-part=announce]");
  if (!place || !announce) return;
  var said = document.createElement("strong");
  var again = document.createElement("button");
  said.textContent = words.failed_start;
  again.type = "button";
  again.className = "button";
  again.textContent = words.try_again;
  again.addEventListener("click", function () {
    // The browser may have kept a script that came wrong, and would take it again.
    var anewFrom = function (/** @type {HTMLScriptElement} */ script) {
      return fetch(script.src, { cache: "reload" });
    };
    /** @type {HTMLScriptElement[]} */
    var scripts = [].slice.call(document.querySelectorAll('script[type="module"]'));
    var anew = "fetch" in window ? scripts.map(anewFrom) : [];
    var reload = function () {
      location.reload();
    };
    if (anew.length) Promise.all(anew).then(reload, reload);
    else reload();
  });
  place.textContent = "";
  place.appendChild(said);
  place.appendChild(document.createTextNode(" " + words.now_no_worker));
  place.appendChild(again);
  announce.textContent = words.failed_start + " " + words.now_no_worker;
  element.setAttribute("data-state", "failed");
});
