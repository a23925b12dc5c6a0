// The briefing's side: where each fact is used, its figures set off, its tables as cards on a phone.

import { byId, element, isNarrow } from "./dom.js";
import { hrefOf } from "./address.js";
import { facts, said } from "./data.js";

const uses = new Map();
const taken = new Map();
let turn = 0;

// Find all uses; what the template prints is what counts.
export function openBriefing() {
  const root = byId("r-briefing");
  for (const words of root.querySelectorAll("span[data-facts]")) words.replaceWith(linkOf(words));
  for (const link of root.querySelectorAll("[data-facts]")) {
    const named = factsOf(link);
    for (const fact of named) {
      if (!uses.has(fact.address)) uses.set(fact.address, []);
      uses.get(fact.address).push(link);
    }
    if (named.length) link.setAttribute("aria-label", labelOf(link));
  }
  contents(root);
  if (isNarrow()) nameCells(root);
}

// Where a table has no room for marks, its figures lead to their sentences all the same.
function linkOf(words) {
  const { facts: named } = words.dataset;
  return element("a", { class: "figure", href: hrefOf(named.split(" ")[0]), "data-facts": named }, ...words.childNodes);
}

// The facts that a figure was taken from.
export function factsOf(link) {
  if (!taken.has(link)) taken.set(link, link.dataset.facts.split(" ").map((each) => facts.get(each)).filter(Boolean));
  return taken.get(link);
}

export const usesOf = (fact) => uses.get(fact.address) ?? [];

// Set off the figures of a fact; `link` is the one that was clicked.
export function chooseFigure(fact, link) {
  clearFigures();
  const found = usesOf(fact);
  turn = Math.max(found.indexOf(link), 0);
  found.forEach((each, number) => {
    each.classList.add(number === turn ? "r-on" : "r-also");
    each.closest("tr")?.classList.add("r-row");
  });
  found[turn]?.setAttribute("aria-current", "true");
  if (found.length && !link) intoView(found[turn]);
  return found;
}

export function clearFigures() {
  for (const link of byId("r-briefing").querySelectorAll(".r-on, .r-also")) {
    link.classList.remove("r-on", "r-also");
    link.removeAttribute("aria-current");
  }
  for (const row of byId("r-briefing").querySelectorAll(".r-row")) row.classList.remove("r-row");
}

// The next use of a fact; its number and how many there are.
export function nextUse(fact) {
  const found = usesOf(fact);
  if (!found.length) return null;
  const before = turn;
  return showUse(fact, (before + 1) % found.length);
}

// Bring a use of a fact into view.
export function showUse(fact, number) {
  const found = usesOf(fact);
  chooseFigure(fact, found[number]);
  intoView(found[number]);
  return { number: number + 1, count: found.length };
}

// Figures whose facts the filters all leave out are grey.
export function dimFigures(passes) {
  for (const [link, named] of taken) link.classList.toggle("r-off", !named.some(passes));
}

// Where a figure stands: 要点5, 表1 岳阳县, 问题.
export function placeOf(link) {
  const item = link.closest(".conclusion")?.querySelector(".item");
  if (item) return said("conclusion", { number: item.textContent.trim() });
  const label = link.closest(".table, figure")?.querySelector(".label")?.textContent.trim();
  const head = link.closest("tr")?.querySelector("th[scope=row]");
  const first = head?.querySelector("p") ?? head;
  const row = first && !first.contains(link) ? words(first) : "";
  const section = words(link.closest("section")?.querySelector("h2"));
  return [label ?? section, row].filter(Boolean).join(" ") || said("use");
}

// The words of a figure without its mark.
export const figureWords = (link) => words(link) || link.textContent.trim();

function words(item) {
  if (!item) return "";
  const copy = item.cloneNode(true);
  for (const mark of copy.querySelectorAll(".mark, .letter")) mark.remove();
  return copy.textContent.replace(/\s+/g, " ").replace(/\u2060/g, "").trim();
}

function labelOf(link) {
  const mark = link.querySelector(".mark")?.textContent.trim() ?? factsOf(link)[0].mark;
  return words(link) ? said("linked", { words: words(link), mark }) : said("source_of", { mark });
}

function intoView(link) {
  link.scrollIntoView({ block: "center", inline: "nearest" });
}

function contents(root) {
  for (const section of root.querySelectorAll("section[id]")) {
    const title = section.querySelector("h2");
    if (!title || section.classList.contains("evidence")) continue;
    const name = title.textContent.trim().replace(/^[一二三四五六七八九十]+、/, "");
    byId("r-toc").append(element("a", { href: `#${section.id}` }, name));
  }
}

// On a phone a row is a card: every cell says what column it is of.
function nameCells(root) {
  for (const table of root.querySelectorAll(".table table")) {
    const heads = [...table.querySelectorAll("thead tr:last-child > *")].map((head) => head.textContent.trim());
    const groups = [...table.querySelectorAll("thead tr.groups > *")].flatMap((group) =>
      Array(group.colSpan).fill(group.textContent.trim()));
    for (const row of table.tBodies[0]?.rows ?? []) {
      let column = 0;
      for (const cell of row.cells) {
        const name = [groups[column], heads[column]].filter(Boolean).join(" ");
        if (cell.colSpan === 1 && name) cell.dataset.head = name.replace(/\s+/g, " ");
        column += cell.colSpan;
      }
    }
  }
}

matchMedia("(max-width: 760px)").addEventListener("change", (change) => {
  if (change.matches) nameCells(byId("r-briefing"));
});
