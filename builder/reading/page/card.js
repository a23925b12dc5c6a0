// The card beside the text: of a fact, of chosen words, or of a report as a whole.

import { byId, element, shown } from "./dom.js";
import { everyFact, facts, index, said, textOf } from "./data.js";
import { go, hrefOf, leave } from "./address.js";
import { figureWords, placeOf, showUse, usesOf } from "./briefing.js";
import { copy, quotation } from "./copy.js";

// Show the card of a fact; gives the slot that is free for actions.
export function factCard(fact) {
  const slot = element("div", { class: "r-slot", "data-slot": "card" });
  const target = { fact, report: fact.report, start: fact.start, end: fact.end };
  const label = fact.value ? "copy" : "copy_words";
  fill(
    head(fact),
    fact.value ? element("p", { class: "r-number" }, fact.value) : "",
    pager(fact),
    briefRows(fact),
    links(fact),
    used(fact),
    others(fact),
    furtherRows(fact),
    actions(label, target, fact.address),
    slot,
  );
  return slot;
}

// Show the card of words that are no fact.
export function wordsCard(target) {
  const { report, start, end } = target;
  const slot = element("div", { class: "r-slot", "data-slot": "card" });
  const words = shown(textOf(report).slice(start, end));
  fill(
    element("h2", {}, closing(), `${report.short} ${said("words_chosen")}`),
    element("p", { class: "r-chosen-words" }, words.length > 120 ? `${words.slice(0, 120)}…` : words),
    actions("copy_words", target, `${report.id}:${start}-${end}`),
    slot,
  );
  return slot;
}

// Show what is to be known of a report before anything is chosen.
export function reportCard(report) {
  const unread = report.facts.filter((fact) => fact.kind === "unread");
  const samples = Object.entries(index.kinds).map(([kind, name]) => {
    const sentence = ["rectification", "problem", "commitment"].includes(kind);
    const sample = sentence
      ? element("span", { class: `r-tag r-${kind}` }, name)
      : element("span", { class: `r-value r-${kind}` }, "32.86");
    return element("li", {}, sample, sentence ? "" : ` ${name}`);
  });
  byId("r-card").classList.add("r-quiet-card");
  fill(
    element("h2", {}, report.title),
    element("ul", { class: "r-legend" }, ...samples),
    report.cautions ? element("h3", {}, said("cautions")) : "",
    report.cautions ? element("ul", {}, ...report.cautions.map((each) => element("li", {}, each))) : "",
    element("h3", {}, unread.length ? said("unread", { count: unread.length }) : said("nothing_unread")),
    element("ul", {}, ...unread.map((fact) => element("li", {}, linked(fact, shown(fact.about))))),
  );
}

export function emptyCard() {
  fill();
}

function fill(...items) {
  const card = byId("r-card");
  card.classList.toggle("r-quiet-card", items.some((item) => item.className === "r-legend"));
  card.classList.remove("r-long");
  card.replaceChildren(...items.filter(Boolean));
  card.scrollTop = 0;
}

function head(fact) {
  const kind = element("span", { class: `r-tag r-${fact.kind}` }, index.kinds[fact.kind]);
  return element("h2", {}, closing(), kind, ` ${fact.report.short} `, shown(fact.about));
}

function closing() {
  const button = element("button", { type: "button", class: "r-close", "aria-label": said("close") }, "×");
  button.addEventListener("click", () => leave());
  return button;
}

// Several values read from the same words.
function pager(fact) {
  const same = fact.report.facts.filter((each) => each.start === fact.start && each.end === fact.end);
  if (same.length < 2) return "";
  const at = same.indexOf(fact);
  const turn = (name, sign, step) => {
    const button = element("button", { type: "button", class: "r-button r-small", "aria-label": said(name) }, sign);
    button.addEventListener("click", () => go(same[(at + step + same.length) % same.length].address, { kept: true }));
    return button;
  };
  const words = said("several", { count: same.length, number: at + 1 });
  return element("div", { class: "r-pager" }, turn("previous", "‹", -1), element("span", {}, words), turn("next", "›", 1));
}

// What a reader wants first: how sure, and what the value is of.
function briefRows(fact) {
  const sure = fact.kind === "unread" ? said("unread_why") : sureness(fact);
  const own = cardOf(fact).filter((row) => row.brief).map((row) => line(row.label, shown(row.words)));
  return element("dl", {}, line(said("sureness"), sure), ...own);
}

function furtherRows(fact) {
  const place = said("place", { first: fact.start + 1, last: fact.end });
  const own = cardOf(fact).filter((row) => !row.brief).map((row) => line(row.label, shown(row.words)));
  const where = line(said("place_name"), [fact.mark, place].filter(Boolean).join(said("comma")));
  return element("dl", { class: "r-full" }, where, ...own);
}

const cardOf = (fact) => textOf(fact.report).cards[fact.id] ?? [];

const line = (label, words) => element("div", {}, element("dt", {}, label), element("dd", {}, words));

export function sureness(fact) {
  if (fact.kind === "unread") return "—";
  const words = said(fact.unsure ? "unsure" : "sure");
  const signs = element("i", { "aria-hidden": "true" }, fact.unsure ? "●○ " : "●● ");
  return element("span", { class: fact.unsure ? "r-unsure" : "r-sure" }, signs, words);
}

// The promises that answer a problem, or the problems that a promise answers.
function links(fact) {
  const found = (fact.links ?? []).map((id) => facts.get(`${fact.report.id}:${id}`)).filter(Boolean);
  if (!found.length) return "";
  const items = found.map((other) =>
    element("li", {}, linked(other, shown(other.about)), element("small", {}, ` ${fact.strength ?? ""}`)));
  const title = said(fact.kind === "problem" ? "answers" : "answered");
  return element("section", {}, element("h3", {}, title), element("ul", {}, ...items));
}

function used(fact) {
  const found = usesOf(fact);
  if (!found.length) return element("section", {}, element("p", { class: "r-unused" }, said("unused")));
  const items = found.map((link, number) => {
    const button = element("button", { type: "button", class: "r-link" }, placeOf(link));
    button.addEventListener("click", () => document.dispatchEvent(
      new CustomEvent("reading:use", { detail: { fact, number } })));
    const words = figureWords(link);
    return element("li", {}, button, element("small", {}, ` ${words.length > 24 ? `${words.slice(0, 24)}…` : words}`));
  });
  const title = said("used", { count: found.length });
  return element("section", { class: "r-uses" }, element("h3", {}, title), element("ul", {}, ...items));
}

// The values of the same metric in the other reports, and whether they compare.
function others(fact) {
  if (!fact.metric) return "";
  const found = everyFact.filter((each) => each.metric === fact.metric && each.report !== fact.report && each.value);
  if (!found.length) return "";
  const items = found.slice(0, 60).map((other) => {
    const comparable = fact.group && fact.group === other.group;
    const why = comparable ? said("comparable") : other.apart || fact.apart || said("not_comparable");
    return element("li", {}, linked(other, `${other.report.short} ${other.value}`), element("small", {}, ` ${why}`));
  });
  return element("section", { class: "r-others" }, element("h3", {}, said("others")), element("ul", {}, ...items));
}

function linked(fact, words) {
  const link = element("a", { href: hrefOf(fact.address) }, words);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(fact.address);
  });
  return link;
}

function actions(label, target, address) {
  const quote = element("button", { type: "button", class: "r-button r-primary", id: "r-copy" }, said(label));
  quote.addEventListener("click", () => copy(quotation(target)));
  const link = element("button", { type: "button", class: "r-button" }, said("copy_link"));
  link.addEventListener("click", () => copy(hrefOf(address)));
  const more = element("button", { type: "button", class: "r-button r-more", "aria-expanded": "false" }, said("more"));
  more.addEventListener("click", () => {
    const long = byId("r-card").classList.toggle("r-long");
    more.setAttribute("aria-expanded", String(long));
    more.textContent = said(long ? "less" : "more");
  });
  return element("div", { class: "r-actions" }, quote, link, more);
}
