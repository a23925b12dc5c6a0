// Connects the parts of the reading view: the address says what is chosen, everything follows it.

import { byId, element, isNarrow } from "./dom.js";
import { everyFact, index, reports, said } from "./data.js";
import { current, depth, filtersOfAddress, go, leave, onAddress, tell } from "./address.js";
import { choose, clearChoice, dim, openReport, openText, redrawBar } from "./text.js";
import { chooseFigure, clearFigures, dimFigures, factsOf, nextUse, openBriefing, showUse, usesOf } from "./briefing.js";
import { emptyCard, factCard, reportCard, wordsCard } from "./card.js";
import { isFiltered, onFilters, openFilters, passes } from "./filters.js";
import { find, isNarrowed, listed, showList } from "./list.js";
import { announce } from "./copy.js";
import { closeSheet, isSheetOpen, openSheet, openSheets, showWhole, toggleFilters } from "./sheet.js";
import { openKeys } from "./keys.js";
import { openSelection } from "./selection.js";
import { chooseTab, countList, openTabs } from "./tabs.js";

let figure = null;

// Tell the page's other scripts: {fact, report, start, end, quote, slot}.
function chosen(detail) {
  document.dispatchEvent(new CustomEvent("reading:chosen", { detail }));
}

function show(target, way) {
  byId("r-back").hidden = depth() === 0;
  if (target.fact) showFact(target.fact, way);
  else if (target.end) showWords(target);
  else if (target.report) showReport(target.report);
  else if (target.list) showHits();
  else if (target.unknown) showUnknown(target.unknown);
  else rest();
}

function showFact(fact, { from, kept }) {
  figure = from ?? (kept ? figure : null);
  showText(fact.report);
  const slot = factCard(fact);
  openSheet(`${fact.report.short}　${said("source_of", { mark: fact.mark ?? "" })}`);
  choose(fact.report, fact.start, fact.end, fact);
  const uses = chooseFigure(fact, from);
  const used = uses.length ? said("used", { count: uses.length }) : said("unused");
  announce(said("announced", {
    bureau: fact.report.short, about: fact.about, value: fact.value ?? "", kind: index.kinds[fact.kind], used,
  }));
  chosen({ fact: fact.address, report: fact.report.id, start: fact.start, end: fact.end, slot });
}

function showWords(target) {
  clearFigures();
  showText(target.report);
  const slot = wordsCard(target);
  openSheet(`${target.report.short}　${said("words_chosen")}`);
  choose(target.report, target.start, target.end, null);
  chosen({ fact: null, report: target.report.id, start: target.start, end: target.end, slot });
}

function showReport(report) {
  clearFigures();
  showText(report);
  clearChoice();
  reportCard(report);
  openSheet(report.short);
  if (isNarrow()) showWhole(true);
}

function showText(report) {
  pane("r-text");
  byId("r-list").hidden = true;
  chooseTab(report.id);
  byId("r-report-title").textContent = report.title;
  const length = said("characters", { count: report.length ?? 0 });
  byId("r-report-facts").textContent = [report.published, length].filter(Boolean).join("　");
  openText(report);
  dim(passes);
}

function showHits() {
  clearFigures();
  pane("r-list");
  chooseTab("list");
  byId("r-report-title").textContent = "";
  byId("r-report-facts").textContent = "";
  emptyCard();
  showList();
  openSheet(said("list", { count: listed().length }));
  if (isNarrow()) showWhole(true);
}

function showUnknown(address) {
  clearFigures();
  pane("r-list");
  emptyCard();
  const button = element("button", { type: "button", class: "r-button" }, said("show_list"));
  button.addEventListener("click", () => go("list"));
  byId("r-report-title").textContent = "";
  byId("r-report-facts").textContent = "";
  byId("r-list").replaceChildren(
    element("div", { class: "r-empty", role: "status" },
      element("b", {}, said("not_found", { address })), element("p", {}, said("not_found_why")), button));
  openSheet(said("not_found", { address }));
}

// Nothing is chosen, or a place of the briefing.
function rest() {
  clearFigures();
  closeSheet();
  if (openReport() && byId("r-list").hidden) {
    clearChoice();
    reportCard(openReport());
  } else if (!isNarrow()) {
    showText(openReport() ?? reports[0]);
    clearChoice();
    reportCard(openReport());
  }
  figure?.focus({ preventScroll: true });
  figure = null;
}

function pane(id) {
  for (const each of ["r-text", "r-list"]) byId(each).hidden = each !== id;
  byId("r-source").classList.toggle("r-listing", id === "r-list");
}

// Filters and search lead to the list; both sides show what they leave.
function narrow() {
  find(() => {
    countList(listed().length);
    dimFigures(isFiltered() ? passes : () => true);
    dim(passes);
    if (current().list) showHits();
  });
  if (isNarrowed() && !current().list && !isNarrow()) go("list");
}

function step(by) {
  const row = listed().filter((hit) => hit.kind);
  if (!row.length) return;
  const target = current();
  const at = target.fact ? row.indexOf(target.fact) : -1;
  const next = at < 0 && by < 0 ? row.length - 1 : at + by;
  go(row[(next + row.length) % row.length].address);
}

function otherReport(by) {
  const at = reports.indexOf(openReport() ?? reports[0]);
  go(reports[(at + by + reports.length) % reports.length].id);
}

function escape({ target }) {
  if (target.id === "r-query" && target.value) {
    target.value = "";
    narrow();
  } else if (byId("r-filters").classList.contains("r-open")) toggleFilters(false);
  else if (target.id === "r-query" && isNarrow()) byId("r-find-open").click();
  else if (!current().place) leave();
}

function useOf(fact, turn) {
  if (isSheetOpen()) leave();
  const found = turn === null ? nextUse(fact) : showUse(fact, turn);
  if (!found) return;
  announce(said("use_number", found));
  if (isNarrow()) usesOf(fact)[found.number - 1].focus({ preventScroll: true });
}

function clicked(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest("a[data-facts]");
  const part = event.target.closest(".r-toc a");
  if (part && current().fact) {
    // What is chosen stays so while the reader looks round in the briefing.
    event.preventDefault();
    document.querySelector(part.getAttribute("href"))?.scrollIntoView();
  } else if (link?.closest(".r-briefing")) {
    const facts = factsOf(link);
    if (!facts.length) return;
    event.preventDefault();
    go(facts[0].address, { from: link });
  } else if (link?.closest(".r-text")) {
    event.preventDefault();
    if (getSelection().isCollapsed) go(link.dataset.facts.split(" ")[0]);
  } else if (event.target.closest(".r-text") && getSelection().isCollapsed) {
    const ground = event.target.closest("[data-grounds]");
    if (ground) go(ground.dataset.grounds.split(" ").at(-1));
  }
}

function open() {
  openBriefing();
  openFilters(filtersOfAddress());
  openTabs();
  openSheets();
  openSelection(chosen);
  openKeys({
    "/": () => {
      document.querySelector(".r-find").classList.add("r-open");
      byId("r-query").focus();
    },
    n: () => step(1),
    p: () => step(-1),
    u: () => current().fact && useOf(current().fact, null),
    "[": () => otherReport(-1),
    "]": () => otherReport(1),
    c: () => byId("r-copy")?.click(),
    "?": () => byId("r-help").showModal(),
    F6: () => (byId("r-source").contains(document.activeElement) ? figure ?? byId("r-briefing") : byId("r-scroll")).focus(),
    Escape: escape,
  });
  onFilters(narrow);
  onAddress(show);
  countList(everyFact.length);
  document.addEventListener("click", clicked);
  document.addEventListener("reading:use", ({ detail }) => useOf(detail.fact, detail.number));
  byId("r-print").addEventListener("click", () => print());
  byId("r-back").addEventListener("click", () => history.back());
  byId("r-filters-close").addEventListener("click", () => {
    toggleFilters(false);
    go("list");
  });
  let timer = 0;
  byId("r-query").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(narrow, 150);
  });
  byId("r-query").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go("list");
  });
  addEventListener("resize", redrawBar);
  if (isFiltered()) narrow();
  tell();
}

open();
