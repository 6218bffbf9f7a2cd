// What an eye sees at once on a page: text in a column too narrow to be read, text over text, a page to scroll sideways;
// text of a size that is none of the six, and on a screen what is too small to be pressed.
() => {
  const found = { stuck: [], narrow: [], over: [], wide: [], size: [], small: [] };
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const SIZES = [0.65, 0.75, 0.85, 1, 1.3, 3].map((each) => each * root); // css/base/tokens.css
  const pieces = [];
  const short = (text) => text.trim().slice(0, 40);
  const STAYING = ".md-header, .reading-bar, .md-sidebar, [data-part=bar], .grade-form [data-part=answer]"; // these lie over the page
  const HOLDERS = "td, th, li, p, dt, dd, legend, label, summary, button, h1, h2, h3, h4"; // what is no part of the sentence before it
  let last = null;
  const isClipped = (element) => {
    for (let each = element; each !== document.body; each = each.parentElement) {
      const { clipPath, overflow } = getComputedStyle(each);
      if (clipPath !== "none" || (overflow !== "visible" && each.clientHeight <= 1)) return true;
    }
    return false;
  };
  // Where an ellipsis ends a line.
  const cut = (element) => {
    const ends = element.closest("strong, span, p, button");
    return ends && getComputedStyle(ends).textOverflow === "ellipsis" ? ends.getBoundingClientRect().right : Infinity;
  };
  const blockOf = (element) => {
    let block = element;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    return block;
  };

  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({ textContent, parentElement: element }) =>
    textContent.trim() &&
    !element.closest("script, style, noscript, template, svg") &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !isClipped(element)
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const element = text.parentElement;
    const range = document.createRange();
    range.selectNodeContents(text);
    // A font's own box is higher than its letters, and than the line that they are given.
    const line = parseFloat(getComputedStyle(element).lineHeight) || Infinity;
    const edge = cut(element);
    const boxes = [...range.getClientRects()]
      .filter(({ width, height }) => width > 1 && height > 1)
      .map(({ left, right, top, bottom }) => {
        const inset = Math.max(0, (bottom - top - line) / 2);
        return { left, right: Math.min(right, edge), top: top + inset, bottom: bottom - inset };
      });
    if (!element.closest(STAYING)) pieces.push(...boxes.map((box) => ({ box, element })));
    const holder = element.closest(HOLDERS);
    const first = boxes[0];
    if (last && first && holder && last.holder !== holder && !holder.contains(last.holder)) {
      const apart = first.left - last.box.right;
      if (Math.abs(first.top - last.box.top) < 8 && apart > -1 && apart < 2) found.stuck.push(`${short(last.text)} / ${short(text.textContent)}`);
    }
    if (first) last = { box: boxes[boxes.length - 1], holder, text: text.textContent };
    const block = blockOf(element);
    const { paddingLeft, paddingRight } = getComputedStyle(block);
    const room = block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const em = parseFloat(getComputedStyle(element).fontSize);
    if (!SIZES.some((each) => Math.abs(each - em) < 0.1)) found.size.push(`${em} pixels: ${short(text.textContent)}`);
    const lines = new Set(boxes.map(({ top }) => Math.round(top / 4))).size;
    if (lines >= 3 && room > 0 && room < 8 * em - 1) {
      found.narrow.push(`${(room / em).toFixed(1)} em, ${lines} lines: ${short(text.textContent)}`);
    }
  }

  pieces.sort((one, other) => one.box.top - other.box.top);
  pieces.forEach(({ box, element }, at) => {
    for (const below of pieces.slice(at + 1)) {
      if (below.box.top >= box.bottom - 3) break;
      const across = Math.min(box.right, below.box.right) - Math.max(box.left, below.box.left);
      const down = Math.min(box.bottom, below.box.bottom) - below.box.top;
      const apart = !element.contains(below.element) && !below.element.contains(element);
      if (apart && across > 3 && down > 6) found.over.push(`${short(element.textContent)} / ${short(below.element.textContent)}`);
    }
  });

  // A link in a line of text has its line's height (WCAG 2.5.8, exception for inline targets); a box has its label.
  const pressed = [];
  const targets = matchMedia("screen").matches ? document.querySelectorAll("a[href], button, summary, label, select, textarea, input:not(label input)") : [];
  for (const target of targets) {
    const box = target.getBoundingClientRect();
    const seen = target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && Math.min(box.width, box.height) > 1 && !isClipped(target);
    const inText = getComputedStyle(target).display === "inline";
    if (seen && !inText && Math.min(box.width, box.height) < 23.9) {
      found.small.push(`${Math.round(box.width)} by ${Math.round(box.height)} pixels: ${short(target.textContent)}`);
    }
    if (seen && !inText && !target.closest(STAYING)) pressed.push({ box, target });
  }

  // Of two in one place only the upper can be pressed, and where both are drawn by the style sheet there is no text to tell.
  pressed.sort((one, other) => one.box.top - other.box.top);
  pressed.forEach(({ box, target }, at) => {
    for (const next of pressed.slice(at + 1)) {
      if (next.box.top >= box.bottom - 3) break;
      const across = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
      const apart = !target.contains(next.target) && !next.target.contains(target);
      if (apart && across > 12) found.over.push(`${short(target.textContent)} / ${short(next.target.textContent)}`);
    }
  });

  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.wide.push(`${scrollWidth} pixels`);
  return Object.entries(found).flatMap(([kind, each]) => each.map((what) => `${kind}: ${what}`));
}
