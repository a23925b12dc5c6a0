// All facts that filters and search leave, as a table: the way for whoever can't see the marks.

import { byId, element, shown } from "./dom.js";
import { everyFact, foldedWords, index, said, textOf } from "./data.js";
import { clearFilters, filterWords, isFiltered, passes } from "./filters.js";
import { go, hrefOf } from "./address.js";
import { usesOf } from "./briefing.js";
import { search, stopSearch } from "./search.js";
import { sureness } from "./card.js";

const PAGE = 80;
const ROOM = 70;
let hits = everyFact;
let done = true;

export const query = () => byId("r-query").value.trim();

export const isNarrowed = () => isFiltered() || query() !== "";

export const listed = () => hits;

// Find anew what is listed; `onChange` is called as hits come in.
export function find(onChange) {
  stopSearch();
  if (query() === "") {
    [hits, done] = [everyFact.filter(passes), true];
    onChange();
    return;
  }
  [hits, done] = [[], false];
  search(query(), passes, (found, all) => {
    [hits, done] = [found, all];
    onChange();
  });
}

export function showList() {
  const list = byId("r-list");
  list.replaceChildren(summary(), ...(hits.length ? [table()] : [nothing()]));
}

function summary() {
  const words = [query() && said("searched", { query: query() }), filterWords()].filter(Boolean).join(said("comma"));
  const count = said("all", { count: hits.length });
  const told = element("p", { role: "status" }, `${words ? said("of", { words }) : ""}${done ? count : said("searching")}`);
  return element("div", { class: "r-summary" }, told, isNarrowed() ? clearing() : "");
}

function clearing() {
  const button = element("button", { type: "button", class: "r-link" }, said("clear"));
  button.addEventListener("click", () => {
    byId("r-query").value = "";
    clearFilters();
  });
  return button;
}

function nothing() {
  if (!done) return element("p", {}, "");
  return element("div", { class: "r-empty" }, element("b", {}, said("no_hits")), said("no_hits_why"));
}

function table() {
  const heads = ["bureau", "kind", "found", "sureness", "use"].map((name) => element("th", { scope: "col" }, said(name)));
  const body = element("tbody");
  const made = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body);
  const more = element("button", { type: "button", class: "r-button" });
  const wanted = foldedWords(query());
  const add = () => {
    const shownNow = body.rows.length;
    body.append(...hits.slice(shownNow, shownNow + PAGE).map((hit) => row(hit, wanted)));
    const left = hits.length - body.rows.length;
    more.hidden = left <= 0;
    more.textContent = said("show_more", { count: Math.min(left, PAGE) });
  };
  more.addEventListener("click", add);
  add();
  return element("div", {}, made, more);
}

function row(hit, wanted) {
  const kind = hit.kind ? element("span", { class: `r-tag r-${hit.kind}` }, index.kinds[hit.kind]) : said("in_text");
  const name = hit.kind ? [hit.about, hit.value].filter(Boolean).join(" ") : textOf(hit.report).slice(hit.start, hit.end);
  const link = element("a", { href: hrefOf(hit.address), "data-facts": hit.address }, shown(name));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(hit.address);
  });
  const uses = hit.kind ? usesOf(hit).length : 0;
  return element(
    "tr",
    {},
    element("td", {}, hit.report.short),
    element("td", {}, kind),
    element("td", {}, link, element("div", { lang: hit.report.language }, ...excerpt(hit, wanted))),
    element("td", {}, hit.kind ? sureness(hit) : "—"),
    element("td", {}, uses ? said("uses", { count: uses, mark: hit.mark ?? "" }) : "—"),
  );
}

// Some words round a place that is in no fact, of its line alone.
function around(text, hit) {
  const [from, to] = [text.unit(hit.start), text.unit(hit.end)];
  const before = text.words.lastIndexOf("\n", from - 1) + 1;
  const after = text.words.indexOf("\n", to);
  return [Math.max(before, from - ROOM), Math.min(after < 0 ? text.words.length : after, to + ROOM)];
}

// The words round a hit, with what was searched for set off.
function excerpt(hit, wanted) {
  const text = textOf(hit.report);
  const [first, last] = hit.mark ? text.sentence(hit.start, hit.end) : around(text, hit);
  const fold = text.folded;
  const found = wanted ? fold.slice(first, last).indexOf(wanted) : -1;
  const centre = found < 0 ? text.unit(hit.start) : first + found;
  const from = Math.max(first, centre - 24);
  const to = Math.min(last, Math.max(from + ROOM, text.unit(hit.start) + 1));
  const words = (start, end) => shown(text.words.slice(start, end)).replace(/\s*\n\s*/g, "");
  const dots = [from > first ? "…" : "", to < last ? "…" : ""];
  if (found < 0) return [dots[0] + words(from, to) + dots[1]];
  const end = centre + wanted.length;
  return [dots[0] + words(from, centre), element("mark", {}, words(centre, end)), words(end, Math.max(end, to)) + dots[1]];
}
