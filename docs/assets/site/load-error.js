// Says so where a page cannot work: it is older than the site and its scripts are gone, it was opened from a disk, or a
// script did not arrive or cannot be read by the browser. A plain script in words that old browsers know. It has an
// address that stays, because what it tells of is that the others have gone, and holds its sentences itself.
(function () {
  var WORDS = {
    old: {
      zh: "这个页面是旧的：本站已经更新，页面所用的程序已不在服务器上，计算和搜索不能用。请重新载入；仍是这样的，请清除浏览器缓存，或者告知本站维护者。",
      en: "This page is out of date: the site has changed since, and the scripts that the page needs are gone, so calculators and search do not work here. Load it again; if that does not help, clear the browser's cache or tell whoever runs this site.",
    },
    incomplete: {
      zh: "页面的程序没有全部收到，计算和搜索可能不能用。请检查网络，然后重新载入。",
      en: "Not all of this page's scripts arrived, so calculators and search may not work. Check the connection, then load it again.",
    },
    file: {
      zh: "这个页面是从磁盘直接打开的（file://）：条文可以阅读，但浏览器不允许计算和搜索运行。请在离线版的文件夹中双击 start.cmd（Windows）或者 start.command（macOS），Linux 运行 start.sh；也可以在 site 文件夹中运行 python3 -m http.server，然后打开 http://127.0.0.1:8000/ 。",
      en: "This page was opened straight from a disk (file://). The texts can be read, but browsers do not let calculators and search run here. In the folder of the offline edition double-click start.cmd (Windows) or start.command (macOS), or run start.sh (Linux); or run python3 -m http.server in the folder site and open http://127.0.0.1:8000/ .",
    },
    reload: { zh: "重新载入", en: "Load again" },
  };
  var main = document.querySelector("main article") || document.querySelector("main") || document.body;
  var base = document.querySelector("script[data-base]");
  var said = false;
  var missed = false;

  /** @param {"old" | "incomplete" | "file" | "reload"} key */
  function words(key) {
    return WORDS[key][/^zh/.test(document.documentElement.lang) ? "zh" : "en"];
  }

  /**
   * Fetch anew what the browser may have kept, then load the page again.
   * @param {string[]} addresses
   */
  function reload(addresses) {
    var again = function () {
      location.reload();
    };
    var anew = function (/** @type {string} */ address) {
      return fetch(address, { cache: "reload" });
    };
    if ("fetch" in window) Promise.all(addresses.map(anew)).then(again, again);
    else again();
  }

  /**
   * A sentence with, where something can be done, a button after it.
   * @param {string} text
   * @param {(() => void) | null} act
   * @param {string} label
   */
  function withButton(text, act, label) {
    var parts = document.createDocumentFragment();
    parts.appendChild(document.createTextNode(text + " "));
    if (act) {
      var again = document.createElement("button");
      again.type = "button";
      again.className = "button";
      again.textContent = label;
      again.addEventListener("click", act);
      parts.appendChild(again);
    }
    return parts;
  }

  /**
   * What concerns the whole page stands at its head.
   * @param {"old" | "incomplete" | "file"} key
   */
  function sayOfPage(key) {
    if (said) return;
    said = true;
    var box = document.createElement("div");
    box.className = "note page-problem";
    box.setAttribute("role", "alert");
    box.setAttribute("data-problem", key);
    box.appendChild(withButton(words(key), key === "file" ? null : reload.bind(null, [location.href]), words("reload")));
    // Without its style sheets a page begins with all that they hide.
    var styled = getComputedStyle(document.body).getPropertyValue("--paper");
    var place = styled ? main : document.body;
    place.insertBefore(box, place.firstChild);
    var search = document.querySelector("[data-search] [role=status]");
    if (search) search.textContent = words(key);
    var calculator = document.querySelector("regulation-calculator");
    if (calculator && !defined()) sayOfCalculator(calculator, words(key), "");
  }

  /**
   * What concerns the calculator alone stands where its answer would; the sentences are those written for it.
   * @param {Element} calculator
   * @param {string} reason
   * @param {string} advice
   */
  function sayOfCalculator(calculator, reason, advice) {
    var place = calculator.querySelector("[data-part=status]");
    var announce = calculator.querySelector("[data-part=announce]");
    var strong = document.createElement("strong");
    if (!place || !announce) return;
    strong.textContent = reason;
    place.textContent = "";
    place.appendChild(strong);
    if (advice) {
      /** @type {HTMLScriptElement[]} */
      var scripts = [].slice.call(document.querySelectorAll('script[type="module"]'));
      var sources = scripts.map(function (script) {
        return script.src;
      });
      place.appendChild(withButton(" " + advice, reload.bind(null, sources), wordsOf(calculator).try_again));
    }
    announce.textContent = (reason + " " + advice).replace(/ $/, "");
    calculator.setAttribute("data-state", "failed");
    unfoldRules();
  }

  /** The rules are all that such a page still has, and are folded away: open whatever hides them. */
  function unfoldRules() {
    for (var each = document.getElementById("rules"); each; each = each.parentElement) {
      if (each.tagName === "DETAILS") each.setAttribute("open", "");
    }
  }

  /** @param {Element} calculator */
  function wordsOf(calculator) {
    var data = calculator.querySelector('script[type="application/json"]');
    return JSON.parse((data && data.textContent) || "").words;
  }

  function defined() {
    return window.customElements && customElements.get("regulation-calculator");
  }

  /** Whether the page's scripts are no longer on the server, or only did not come. */
  function ask() {
    var calculator = document.querySelector("regulation-calculator");
    var arrived = "__md_scope" in window;
    var only = function () {
      if (!arrived) sayOfPage("incomplete");
      else if (calculator && !defined()) {
        var known = wordsOf(calculator);
        sayOfCalculator(calculator, known.failed_start, known.now_no_worker);
      } else if (missed) sayOfPage("incomplete");
    };
    if (!base || !("fetch" in window)) return only();
    fetch(/** @type {HTMLScriptElement} */ (base).src, { cache: "reload" }).then(function (answer) {
      var gone = answer.status === 404 || answer.status === 410 || /html/.test(answer.headers.get("Content-Type") || "");
      if (gone) sayOfPage("old");
      else only();
    }, only);
  }

  // Later scripts that fail: those of the page, which run after this one, and what is imported on a click.
  window.addEventListener(
    "error",
    function (event) {
      if (event.target instanceof HTMLScriptElement && event.target.src) missed = true;
    },
    true,
  );
  document.addEventListener("script-missing", ask);
  window.addEventListener("load", function () {
    var calculator = document.querySelector("regulation-calculator");
    if (location.protocol === "file:") sayOfPage("file");
    else if (!("__md_scope" in window) || missed || (calculator && !defined())) ask();
  });
})();
