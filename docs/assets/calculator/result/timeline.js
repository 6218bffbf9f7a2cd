/**
 * The duties on a line of time, as a picture: from left to right where there is room, else downwards. It shows nothing
 * that the table does not say in words, and each stop has its own shape and its own words, whatever its colour.
 * The distances are not to scale: an hour and half a year would not fit on one.
 */
import { CHINESE, hasChinese } from "../../shared/chinese.js";
import { make } from "../../shared/dom.js";
import { stops } from "./timeline-events.js";
import { section } from "./section.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("./timeline-events.js").Stop} Stop */

const SVG = "http://www.w3.org/2000/svg";
const LINE = 19;
const DESK = { width: 960, margin: 70, stem: 26 };
/** A Chinese character or another word, with the punctuation that must not be parted from it. */
const PIECE = new RegExp(`[（《“]*(?:[${CHINESE}]|[^\\s${CHINESE}]+)[，。、；：）》”]*\\s*|\\s+`, "g");
const PHONE = { width: 350, axis: 12, text: 34, gap: 20 };

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {Page} page
 */
export function renderTimeline(finding, page) {
  const all = stops(finding, page);
  if (!all.some(({ shape }) => shape !== "fact")) return null;
  return section(
    "timeline",
    page.words.timeline,
    desk(all, page.words.timeline),
    phone(all, page.words.timeline),
    make("p.calc-small", null, page.words.timeline_same),
  );
}

/**
 * Labels stand above and below the line in turn, so that each has the width of two stops.
 * @param {Stop[]} all
 * @param {string} title
 */
function desk(all, title) {
  const step = all.length > 1 ? (DESK.width - 2 * DESK.margin) / (all.length - 1) : 0;
  const room = Math.min(all.length > 2 ? 2 * step - 16 : 300, 300);
  const labels = all.map((stop) => folded(stop, Math.min(room, 2 * DESK.margin + step)));
  const tallest = (/** @type {number} */ side) => Math.max(0, ...labels.filter((_, place) => place % 2 === side).map((lines) => lines.length));
  const axis = tallest(0) * LINE + DESK.stem + 8;
  const height = axis + tallest(1) * LINE + DESK.stem + 12;
  const parts = all.flatMap((stop, place) => {
    const x = all.length > 1 ? DESK.margin + place * step : DESK.width / 2;
    const above = place % 2 === 0;
    const lines = labels[place];
    const top = above ? axis - DESK.stem - (lines.length - 1) * LINE : axis + DESK.stem + 12;
    // The outermost labels turn inwards, so that none leaves the picture.
    const anchor = place === 0 && all.length > 1 ? "start" : place === all.length - 1 && all.length > 1 ? "end" : "middle";
    const at = anchor === "start" ? x - DESK.margin + 4 : anchor === "end" ? x + DESK.margin - 4 : x;
    return [
      draw("line", { class: "calc-line__stem", x1: x, x2: x, y1: axis, y2: above ? axis - DESK.stem + 8 : axis + DESK.stem - 4 }),
      mark(stop, x, axis),
      words(lines, at, top, anchor),
    ];
  });
  const line = draw("line", { class: "calc-line__axis", x1: 4, x2: DESK.width - 4, y1: axis, y2: axis });
  return picture("desk", DESK.width, height, title, [line, ...parts]);
}

/**
 * @param {Stop[]} all
 * @param {string} title
 */
function phone(all, title) {
  let y = LINE;
  const parts = all.flatMap((stop) => {
    const lines = folded(stop, PHONE.width - PHONE.text - 4);
    const drawn = [mark(stop, PHONE.axis, y - 5), words(lines, PHONE.text, y, "start")];
    y += lines.length * LINE + PHONE.gap;
    return drawn;
  });
  const line = draw("line", { class: "calc-line__axis", x1: PHONE.axis, x2: PHONE.axis, y1: 4, y2: y - LINE });
  return picture("phone", PHONE.width, y - LINE + 4, title, [line, ...parts]);
}

/**
 * @param {string} name
 * @param {number} width
 * @param {number} height
 * @param {string} title
 * @param {Element[]} parts
 */
function picture(name, width, height, title, parts) {
  const svg = draw("svg", { class: `calc-line calc-line--${name}`, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  svg.append(...parts);
  return svg;
}

/**
 * A circle for what was given, a square for what is due, an empty one for the latest possible, a diamond for what
 * may not apply, a ring for the other reading, a bar for the end of a time of keeping.
 * @param {Stop} stop
 * @param {number} x
 * @param {number} y
 */
function mark({ shape }, x, y) {
  const kind = `calc-line__mark calc-line__mark--${shape}`;
  if (shape === "fact" || shape === "other") return draw("circle", { class: kind, cx: x, cy: y, r: shape === "fact" ? 6 : 5 });
  if (shape === "if") return draw("path", { class: kind, d: `M${x} ${y - 8}l8 8l-8 8l-8 -8z` });
  if (shape === "keep") return draw("rect", { class: kind, x: x - 3, y: y - 9, width: 6, height: 18 });
  return draw("rect", { class: kind, x: x - 7, y: y - 7, width: 14, height: 14 });
}

/**
 * @param {{text: string, strong: boolean}[]} lines
 * @param {number} x
 * @param {number} y  the first line's foot
 * @param {string} anchor
 */
function words(lines, x, y, anchor) {
  const text = draw("text", { "text-anchor": anchor, x, y });
  lines.forEach(({ text: words, strong }, place) => {
    const run = draw("tspan", { x, dy: place ? LINE : 0, class: strong ? "calc-line__time" : null });
    run.textContent = words;
    text.append(run);
  });
  return text;
}

/**
 * @param {Stop} stop
 * @param {number} room
 */
function folded({ time, says }, room) {
  const widest = Math.max(6, room / 14); // in characters as wide as a Chinese one
  return [
    { text: time, strong: true },
    ...says.flatMap((line) => fold(line, widest).map((text) => ({ text, strong: false }))),
  ];
}

/**
 * Break a text into lines: between Chinese characters, or at spaces.
 * @param {string} text
 * @param {number} widest
 */
function fold(text, widest) {
  const pieces = text.match(PIECE) ?? [];
  /** @type {string[]} */
  const lines = [""];
  for (const piece of pieces) {
    if (lines[lines.length - 1] && width((lines[lines.length - 1] + piece).trimEnd()) > widest) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trim());
}

/** @param {string} text */
function width(text) {
  return [...text].reduce((sum, character) => sum + (hasChinese(character) ? 1 : 0.54), 0);
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | null>} attributes
 */
function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, String(value));
  }
  return element;
}
