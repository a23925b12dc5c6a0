// A report's whole text with its facts marked by kind, made when it is first opened and then kept.

import { byId, element, isNarrow, shown } from "./dom.js";
import { atOrBefore, facts, index, said, textOf } from "./data.js";
import { hrefOf } from "./address.js";
import { pieces, VALUES } from "./marking.js";

// A line of a megabyte is laid out in stretches of this length, those out of sight not at all.
const LONGEST = 4000;
const LARGE = 60000;
const TRIES = 4;
const made = new Map();
const starts = new WeakMap();
let open = null;

// Show a report's text.
export function openText(report) {
  if (open === report) return;
  open = report;
  if (!made.has(report)) made.set(report, textElement(report));
  const text = byId("r-text");
  text.replaceChildren(made.get(report));
  byId("r-scroll").scrollTop = 0;
}

export const openReport = () => open;

// Where a place of the page stands in the open report's text, in its units; null outside.
export function unitAt(node, offset) {
  return starts.has(node) ? starts.get(node) + offset : null;
}

// Set off a stretch of the open text with its sentence, and bring it into view.
export function choose(report, start, end, fact) {
  openText(report);
  clearChoice();
  const text = textOf(report);
  const [from, to] = [text.unit(start), text.unit(end)];
  const [first, last] = text.sentence(start, end);
  const root = made.get(report);
  for (const piece of root.querySelectorAll("[data-start]")) {
    if (+piece.dataset.start < last && +piece.dataset.end > first) piece.classList.add("r-sentence");
  }
  if (!fact) chooseWords(root, from, to);
  for (const link of fact ? root.querySelectorAll("a[data-facts]") : []) {
    if (link.dataset.facts.split(" ").includes(fact.address)) {
      link.classList.add("r-chosen");
      link.setAttribute("aria-current", "true");
    }
  }
  reveal(root);
}

export function clearChoice() {
  byId("r-bar-of-sentence")?.remove();
  for (const chosen of byId("r-text").querySelectorAll(".r-sentence, .r-chosen")) {
    chosen.classList.remove("r-sentence", "r-chosen");
    chosen.removeAttribute("aria-current");
  }
  for (const words of byId("r-text").querySelectorAll("mark.r-words")) words.classList.remove("r-words");
}

// Show facts that filters leave out without line and ground.
export function dim(passes) {
  if (open === null) return;
  for (const link of made.get(open).querySelectorAll("[data-facts], [data-grounds]")) {
    const named = link.dataset.facts ?? link.dataset.grounds;
    link.classList.toggle("r-off", !named.split(" ").some((address) => passes(facts.get(address))));
  }
}

// The chosen words, and the whole sentence where there is room for it.
function reveal(root) {
  const scroll = byId("r-scroll");
  const chosen = root.querySelector(".r-chosen") ?? root.querySelector(".r-sentence");
  if (!chosen) return;
  const sentence = root.querySelector(".r-sentence") ?? chosen;
  const above = isNarrow() ? 14 : 90;
  const top = scroll.getBoundingClientRect().top;
  const place = (item) => item.getBoundingClientRect().top - top + scroll.scrollTop;
  const room = scroll.clientHeight - above - 60;
  // Of what is out of sight the height is known only once it has come into view.
  for (let times = 0; times < TRIES; times += 1) {
    const target = place(chosen) - place(sentence) < room ? place(sentence) : place(chosen);
    if (Math.abs(target - above - scroll.scrollTop) < 1) break;
    scroll.scrollTop = Math.max(0, target - above);
  }
  drawBar(root);
}

// A bar beside the lines of the sentence.
function drawBar(root) {
  const rows = [...root.querySelectorAll(".r-sentence")].map((each) => each.getBoundingClientRect());
  const box = byId("r-text").getBoundingClientRect();
  const top = Math.min(...rows.map((row) => row.top)) - box.top;
  const bottom = Math.max(...rows.map((row) => row.bottom)) - box.top;
  const bar = element("div", { class: "r-margin", id: "r-bar-of-sentence", "aria-hidden": "true" });
  bar.style.top = `${top}px`;
  bar.style.height = `${bottom - top}px`;
  byId("r-text").append(bar);
}

export function redrawBar() {
  const root = open && made.get(open);
  if (!byId("r-bar-of-sentence") || !root?.isConnected) return;
  byId("r-bar-of-sentence").remove();
  drawBar(root);
}

// Words without a fact: the leaves that hold them are cut, so that just they are set off.
function chooseWords(root, from, to) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = starts.get(node);
    if (at !== undefined && at < to && at + node.length > from) found.push(node);
  }
  for (const node of found) {
    const at = starts.get(node);
    let words = node;
    if (from > at) words = split(words, from - at);
    if (to < starts.get(words) + words.length) split(words, to - starts.get(words));
    const set = element("mark", { class: "r-words r-chosen" });
    words.replaceWith(set);
    set.append(words);
  }
}

function split(node, at) {
  const rest = node.splitText(at);
  starts.set(rest, starts.get(node) + at);
  return rest;
}

function textElement(report) {
  const text = textOf(report);
  const root = element("div", { lang: report.language, class: text.words.length > LARGE ? "r-large" : undefined });
  const spans = report.facts.map((fact) => ({ fact, start: text.unit(fact.start), end: text.unit(fact.end) }));
  const values = spans.filter((span) => VALUES.has(span.fact.kind));
  const grounds = spans.filter((span) => !VALUES.has(span.fact.kind));
  const sentences = text.sentences.map(([start, end]) => ({ start, end }));
  const sources = [values, grounds, sentences].map(windowOf);
  for (const line of lines(text)) root.append(paragraph(line, text, sources));
  return root;
}

// The lines of a text; one that is very long comes in stretches.
function* lines(text) {
  const words = text.words;
  let start = 0;
  while (start <= words.length) {
    const stop = words.indexOf("\n", start);
    const end = stop < 0 ? words.length : stop;
    for (let at = start; at < end; at = next(words, at, end)) {
      const until = next(words, at, end);
      if (words.slice(at, until).trim()) yield { start: at, end: until, continued: at > start };
    }
    start = end + 1;
  }
}

// Where a stretch ends: not between the two halves of a character.
function next(words, at, end) {
  const until = Math.min(at + LONGEST, end);
  const code = words.charCodeAt(until);
  return until < end && code >= 0xdc00 && code <= 0xdfff ? until + 1 : until;
}

// Gives the spans that reach into a stretch; stretches are asked for in order.
function windowOf(row) {
  const sorted = [...row].sort((one, other) => one.start - other.start);
  let from = 0;
  let alive = [];
  return (start, end) => {
    while (from < sorted.length && sorted[from].start < end) alive.push(sorted[from++]);
    alive = alive.filter((span) => span.end > start);
    return alive;
  };
}

function paragraph({ start, end, continued }, text, [values, grounds, sentences]) {
  const headings = headingsOf(text, start, end);
  const whole = headings.find((each) => text.words.slice(start, each.start).trim() === "" && text.words.slice(each.end, end).trim() === "");
  const made = element("div", { class: classOf(text, start, end, whole, continued) });
  if (whole) {
    made.setAttribute("role", "heading");
    made.setAttribute("aria-level", String(Math.min(1 + whole.level, 6)));
  }
  const [inside, below, around] = [values(start, end), grounds(start, end), sentences(start, end)];
  const borders = below.map((span) => span.start);
  if (!whole) borders.push(...headings.flatMap((each) => [each.start, each.end]));
  for (const sentence of pieces(start, end, around)) {
    for (const piece of pieces(sentence.start, sentence.end, inside, borders)) {
      for (const span of below) if (span.start === piece.start) made.append(tag(span));
      const runIn = !whole && headings.some((each) => piece.start >= each.start && piece.end <= each.end);
      made.append(...stretch(piece, text, below, runIn));
    }
  }
  return made;
}

// A piece of a sentence: plain words, or a link where it is a value.
function stretch(piece, text, grounds, runIn) {
  const leaves = pieces(piece.start, piece.end, grounds).map((leaf) => {
    const node = document.createTextNode(shown(text.words.slice(leaf.start, leaf.end)));
    starts.set(node, leaf.start);
    const place = { "data-start": leaf.start, "data-end": leaf.end };
    const covering = leaf.spans.at(-1)?.fact;
    if (!covering) return element("span", { ...place, class: runIn ? "r-run-in" : undefined }, node);
    const named = leaf.spans.map((span) => span.fact.address).join(" ");
    return element("span", { ...place, class: `r-ground r-${covering.kind}`, "data-grounds": named }, node);
  });
  if (!piece.spans.length) return leaves;
  const [first] = piece.spans.map((span) => span.fact);
  const begins = piece.spans.some((span) => span.start === piece.start);
  return [
    element(
      "a",
      {
        class: `r-value r-${first.kind}`,
        href: hrefOf(first.address),
        tabindex: begins ? undefined : "-1",
        "data-facts": piece.spans.map((span) => span.fact.address).join(" "),
        "data-start": piece.start,
        "data-end": piece.end,
        title: spoken(first),
      },
      ...leaves,
    ),
  ];
}

// The link at the start of a sentence that is a fact.
function tag({ fact }) {
  return element(
    "a",
    {
      class: `r-tag r-${fact.kind}`,
      href: hrefOf(fact.address),
      "data-facts": fact.address,
      "aria-label": spoken(fact),
    },
    index.kinds[fact.kind],
  );
}

export function spoken(fact) {
  const kind = index.kinds[fact.kind];
  if (fact.kind === "unread") return said("spoken_unread", { kind });
  return said("spoken", { kind, sureness: said(fact.unsure ? "unsure" : "sure") });
}

// The headings that stand in a line, alone or before their text.
function headingsOf(text, start, end) {
  const found = [];
  for (let at = atOrBefore(text.headings, end - 1, ([first]) => first); at >= 0; at -= 1) {
    const [first, body, level] = text.headings[at];
    if (first < start) break;
    found.push({ start: first, end: Math.min(body, end), level });
  }
  return found;
}

function classOf(text, start, end, whole, continued) {
  if (text.title && start < text.title[1] && end > text.title[0]) return "r-title";
  const furniture = text.furniture[atOrBefore(text.furniture, start, ([first]) => first)];
  if (furniture && start < furniture[1]) return "r-furniture";
  if (whole) return `r-heading r-level-${Math.min(whole.level, 3)}`;
  return continued ? "r-paragraph r-continued" : "r-paragraph";
}
