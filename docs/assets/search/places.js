/**
 * Article numbers as people write them: art 9(7), 9.7, 九（七）, 第九条第七项, 规定第9条, q5. Knows no law: which provisions
 * there are is told.
 */

/**
 * @typedef {object} NamedWork
 * @property {string} id
 * @property {string[]} names  what people call it before or after a number
 * @property {string[]} ids  its provisions, in order
 */
/** @typedef {{work: string, id: string}} Place */
/** @typedef {{head: string, paragraph?: number, item?: number, either?: number}} Parsed */

const N = "([0-9]{1,4}|[零〇一二三四五六七八九十百千两]{1,8})";
const GAP = "[\\s,.:;·-]*";
const ZH_ARTICLE = new RegExp(`^第?${N}条(?:的?第?${N}款)?(?:的?第?\\(?${N}\\)?项)?$`);
const ZH_SHORT = new RegExp(`^第?${N}条?${GAP}\\(${N}\\)(?:项)?$`);
const ZH_QUESTION = new RegExp(`^(?:第${N}问|问题?${N})(?:答复?)?(?:第?${N}段?)?$`);
const PARAGRAPH = `(?:${GAP}(?:paragraph|para|par|p)\\.?\\s*\\(?${N}\\)?)`;
const ITEM = `(?:${GAP}(?:sub-?paragraph|item|point|i)\\.?\\s*\\(?${N}\\)?)`;
const EN_ARTICLE = new RegExp(`^(?:articles?|arts?\\.?|§)\\s*${N}${PARAGRAPH}?${ITEM}?$`);
const EN_SHORT = new RegExp(`^(?:(?:articles?|arts?\\.?|§)\\s*)?${N}[\\s.]*\\(${N}\\)(?:[\\s.]*\\(${N}\\))?$`);
const EN_LOOSE = new RegExp(`^(?:articles?|arts?\\.?|§)\\s*${N}[\\s.-]+${N}(?:[\\s.-]+${N})?$`);
const DOTTED = new RegExp(`^${N}\\.${N}(?:\\.${N})?$`);
const EN_QUESTION = new RegExp(`^(?:questions?|q)\\.?\\s*${N}(?:${GAP}(?:answer)?${PARAGRAPH}|[\\s.(-]+${N}\\)?)?$`);
const ZH_CHAPTER = new RegExp(`^第${N}章(?:第?${N}节)?$`);
const EN_CHAPTER = new RegExp(`^(?:chapter|ch\\.?)\\s*${N}(?:${GAP}(?:section|sec\\.?)\\s*${N})?$`);
const BARE = new RegExp(`^${N}$`);
const DIGITS = "零一二三四五六七八九";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/**
 * Return the provisions that a text names, the likeliest first; none where it names none.
 * @param {string} text
 * @param {NamedWork[]} works
 * @param {{bare?: boolean}} [options]  bare: a number alone is an article or a question
 * @returns {Place[]}
 */
export function provisionsNamed(text, works, { bare = false } = {}) {
  if (text.length > 200) return [];
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[《》〈〉“”"'‘’]/g, "")
    .replaceAll("條", "条")
    .replaceAll("項", "项")
    .replaceAll("問", "问")
    .replaceAll("規", "规")
    .replaceAll("辦", "办")
    .replaceAll("記", "记")
    .replace(/\s+/g, " ")
    .trim();
  const { among, rest, named } = withoutName(plain, works);
  const exact = among.flatMap((work) => (work.ids.includes(rest) ? [{ work: work.id, id: rest }] : []));
  if (exact.length) return exact;
  return among.flatMap((work) =>
    parsed(rest, bare || named)
      .flatMap((place) => found(place, work.ids))
      .map((id) => ({ work: work.id, id })),
  );
}

/**
 * Take the name of a work off a text: 规定第九条, RMSV 9.7, "art 9 of the Provisions", incident-qa:q5.
 * @param {string} text
 * @param {NamedWork[]} works
 */
function withoutName(text, works) {
  const names = works
    .flatMap((work) => [work.id, ...work.names].map((name) => ({ work, name: name.toLowerCase().replace(/[《》]/g, "") })))
    .sort((one, other) => other.name.length - one.name.length);
  for (const { name } of names) {
    let rest = null;
    if (text.startsWith(name)) rest = text.slice(name.length).replace(/^(?:\s|:|,|的|·)+/, "");
    else if (text.endsWith(name)) rest = text.slice(0, -name.length).replace(/(?:,|\s|of|the|in)+$/, "");
    if (rest) return { among: names.filter((each) => each.name === name).map((each) => each.work), rest, named: true };
  }
  return { among: works, rest: text, named: false };
}

/**
 * Return what a number may mean; q5 and article 5 are told apart by their words.
 * @param {string} text
 * @param {boolean} bare
 * @returns {Parsed[]}
 */
function parsed(text, bare) {
  let match;
  if ((match = ZH_ARTICLE.exec(text) ?? EN_ARTICLE.exec(text))) {
    return [{ head: `art-${number(match[1])}`, paragraph: number(match[2]), item: number(match[3]) }];
  }
  if ((match = EN_SHORT.exec(text) ?? EN_LOOSE.exec(text) ?? DOTTED.exec(text))) {
    const [head, first, second] = [`art-${number(match[1])}`, number(match[2]), number(match[3])];
    return [second === undefined ? { head, either: first } : { head, paragraph: first, item: second }];
  }
  if ((match = ZH_SHORT.exec(text))) return [{ head: `art-${number(match[1])}`, either: number(match[2]) }];
  if ((match = ZH_QUESTION.exec(text))) {
    return [{ head: `q${number(match[1] ?? match[2])}`, paragraph: number(match[3]) }];
  }
  if ((match = EN_QUESTION.exec(text))) {
    return [{ head: `q${number(match[1])}`, paragraph: number(match[2] ?? match[3]) }];
  }
  if ((match = ZH_CHAPTER.exec(text) ?? EN_CHAPTER.exec(text))) {
    const section = number(match[2]);
    return [{ head: section === undefined ? `ch-${number(match[1])}` : `ch-${number(match[1])}-s${section}` }];
  }
  if (bare && (match = BARE.exec(text))) {
    return [{ head: `art-${number(match[1])}` }, { head: `q${number(match[1])}` }];
  }
  return [];
}

/**
 * Return the provisions at a place; a number after an article is an item, or else a paragraph.
 * @param {Parsed} place
 * @param {string[]} ids
 */
function found({ head, paragraph, item, either }, ids) {
  const items = (/** @type {number} */ wanted) =>
    ids.filter((id) => new RegExp(`^${head}-p[0-9]+-i${wanted}$`).test(id));
  if (either !== undefined) return [...items(either), ...ids.filter((id) => id === `${head}-p${either}`)];
  if (item !== undefined && paragraph === undefined) return items(item);
  const whole = [head, paragraph && `-p${paragraph}`, item && `-i${item}`].filter(Boolean).join("");
  return ids.includes(whole) ? [whole] : [];
}

/**
 * Read a number in digits or in Chinese numerals: 9, 九, 十六, 二十一, 一百零一.
 * @param {string | undefined} text
 * @returns {number | undefined}
 */
export function number(text) {
  if (text === undefined) return undefined;
  if (/^[0-9]+$/.test(text)) return Number(text);
  let [total, digit, smallest] = [0, -1, Infinity];
  for (const each of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    const unit = UNITS[each];
    if (unit) {
      if (unit >= smallest || digit === 0) return Number.NaN;
      [total, digit, smallest] = [total + (digit < 0 ? 1 : digit) * unit, -1, unit];
    } else {
      if (digit > 0) return Number.NaN;
      digit = DIGITS.indexOf(each);
    }
  }
  return total + Math.max(digit, 0);
}
