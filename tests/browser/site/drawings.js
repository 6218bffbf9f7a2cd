// What is wrong with the drawings of a page as they are set: letters too small, words out of their box or on top of others.
() => {
  const found = [];
  const short = (element) => element.textContent.trim().slice(0, 30);
  const boxOf = (element) => element.getBoundingClientRect();
  const overlap = (one, other) => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  ];
  const holds = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  const stretches = (line) => {
    const { a, d, e, f } = line.getScreenCTM();
    const points = [...line.points].map(({ x, y }) => [x * a + e, y * d + f]);
    return points.slice(1).map(([x, y], at) => ({
      left: Math.min(x, points[at][0]), right: Math.max(x, points[at][0]) + 1,
      top: Math.min(y, points[at][1]), bottom: Math.max(y, points[at][1]) + 1,
    }));
  };

  for (const figure of document.querySelectorAll("figure.diagram")) {
    const name = figure.dataset.diagram ?? "live";
    const fault = (what) => found.push(`${name}: ${what}`);
    const svg = figure.querySelector("svg");
    const items = [...figure.querySelectorAll(".diagram-words li")];
    if (!figure.checkVisibility()) continue;
    if (!svg.checkVisibility()) {
      if (!items.length || !items.every((each) => each.checkVisibility({ contentVisibilityAuto: true }))) fault("neither drawing nor words");
      for (const each of items) if (boxOf(each).right > boxOf(figure).right + 1) fault(`words leave the page: ${short(each)}`);
      continue;
    }
    const whole = boxOf(svg);
    if (whole.right > innerWidth) fault("wider than the page");
    const scale = whole.width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll("text")].filter(({ textContent }) => textContent.trim());
    if (!texts.length) fault("no words");
    const rects = [...svg.querySelectorAll("rect.diagram-box")].map(boxOf);
    const lines = [...svg.querySelectorAll("polyline")].flatMap(stretches);
    texts.forEach((text, at) => {
      const box = boxOf(text);
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < 11.99) fault(`letters of ${size.toFixed(1)} pixels: ${short(text)}`);
      if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 3 || box.bottom > whole.bottom + 3) fault(`out of the drawing: ${short(text)}`);
      const own = rects.filter((each) => holds(each, box.left + 1, (box.top + box.bottom) / 2)).sort((one, other) => one.width - other.width)[0];
      if (own && (box.right > own.right - 2 || box.bottom > own.bottom + 2 || box.top < own.top - 2)) fault(`out of its box: ${short(text)}`);
      for (const each of rects) {
        const [across, down] = overlap(box, each);
        if (each !== own && across > 1 && down > 4 && !holds(each, (box.left + box.right) / 2, (box.top + box.bottom) / 2)) fault(`into a box beside it: ${short(text)}`);
      }
      for (const other of texts.slice(at + 1)) {
        const [across, down] = overlap(box, boxOf(other));
        if (across > 2 && down > 5 * scale) fault(`over each other: ${short(text)} / ${short(other)}`);
      }
      for (const line of lines) {
        const [across, down] = overlap({ left: box.left, right: box.right, top: box.top + 4, bottom: box.bottom - 4 }, line);
        if (across > 1 && down > 0.5) fault(`a line through the letters: ${short(text)}`);
      }
    });
  }
  return found;
}
