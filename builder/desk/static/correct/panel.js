// The panel at the left: what to look at first, or the form of a correction. It holds what was typed
// until it is applied, whatever happens to the desk meanwhile.

import { button, byId, element, fill, shown } from "../dom.js";
import { get, remove, send } from "../api.js";
import { openItems, refresh } from "../bar.js";
import { makeForm } from "./form.js";
import { linkForm } from "./link.js";
import { go } from "/static/reading/address.js";
import { isNarrow } from "/static/reading/dom.js";

let snapshot = null;
let typing = false;
let formOf = null;
let newer = false;
let message = null;
const OPEN = "desk-panel";
const PLACES = "desk-places";
const SIDES = ["r-briefing", "r-scroll"];

export function openPanel() {
  const panel = element("aside", { class: "d-panel r-ui", id: "d-panel", "aria-label": "核对和更正" },
    element("div", { class: "d-panel-head" }, element("h2", { id: "d-panel-title" }, "核对"),
      button("收起", () => show(false), { id: "d-panel-close", class: "d-button d-quiet" })),
    element("div", { id: "d-panel-body" }));
  const opener = button("核对", () => {
    if (!typing) showList(snapshot);
    show(true);
  }, { id: "d-panel-open", class: "d-button d-opener r-ui" });
  document.body.append(panel, opener, element("div", { class: "d-toast r-ui", id: "d-toast", role: "status", hidden: true }));
  show(remembered() ?? !isNarrow());
  document.addEventListener("desk:newer", () => {
    newer = true;
    if (!typing) reopened();
  });
  // Where the panel stands before the briefing it makes room when somebody wants to see a use.
  document.addEventListener("reading:use", () => !isWide() && !typing && show(false));
  // A form in which nothing was typed gives way; one with words in it stays until it is closed.
  document.addEventListener("desk:chosen", ({ detail }) => {
    if (typing && !byId("d-panel").querySelector("form.d-dirty") && detail.fact && detail.fact !== formOf) close();
    else if (!typing) markChosen();
  });
  announceLast();
  requestAnimationFrame(scrolledBack);
}

const isWide = () => matchMedia("(min-width: 1600px)").matches;

function show(open) {
  byId("d-panel").hidden = !open;
  byId("d-panel-open").hidden = open;
  document.body.classList.toggle("d-with-panel", open);
  remember(open);
}

// ———— the list ————

export function showList(found) {
  snapshot = found ?? snapshot;
  if (typing || !snapshot) return;
  const left = openItems(snapshot).length;
  const all = snapshot.check.reduce((sum, group) => sum + group.items.length, 0);
  byId("d-panel-title").textContent = "核对";
  byId("d-panel-open").textContent = left ? `核对 ${left}` : "核对";
  const body = byId("d-panel-body");
  const at = body.scrollTop;
  fill(body,
    element("p", { class: "d-note" }, all ? `共${all}处，已核对${all - left}处。在原文里选中几个字，可以加一处。` : "没有要特别核对的。"),
    ...snapshot.check.map((group) => element("section", { class: "d-check-group" },
      element("h3", {}, `${group.name} ${group.items.length}处`),
      element("ul", {}, ...group.items.map(row)))));
  body.scrollTop = at;
  markChosen();
}

function row({ id, why }) {
  const fact = snapshot.facts[id];
  const right = snapshot.checked.includes(fact.key);
  const link = element("a", { href: `#${encodeURI(id)}`, class: "d-check-fact" },
    element("span", { class: `d-kind d-${fact.kind}` }, fact.label), " ",
    shown([fact.said.about, fact.said.value].filter(Boolean).join(" ")), " ", element("small", {}, fact.mark));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(id);
    if (isNarrow()) show(false);
  });
  const word = right ? "✓ 没问题" : "没问题";
  const press = button(word, () => check(fact.key, !right),
    { class: "d-button d-small", "aria-pressed": String(right), id: `d-right-${id}`, "aria-label": `${fact.said.about} 没问题` });
  return element("li", { "data-id": id, class: right ? "d-right" : undefined },
    link, element("p", { class: "d-why" }, why), press);
}

async function check(key, right) {
  try {
    await send("/api/checked", { key, right });
    await refresh();
  } catch (error) {
    toast(error.message);
  }
}

function markChosen() {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/&.*$/s, "");
  for (const each of document.querySelectorAll("#d-panel li[data-id]")) {
    const chosen = each.dataset.id === id;
    each.classList.toggle("d-chosen", chosen);
    each.querySelector("a").toggleAttribute("aria-current", chosen);
  }
}

// ———— the form ————

export async function showForm(action, detail) {
  const body = byId("d-panel-body");
  try {
    sessionStorage.removeItem("desk-done");
    byId("d-toast").hidden = true;
    const forms = await get("/api/forms");
    const fact = detail.fact ? await get(`/api/fact?${new URLSearchParams({ id: detail.fact })}`) : null;
    const last = snapshot?.corrections.at(-1);
    const given = { forms, fact, detail, last, apply, close, retitle: showForm };
    const form = action === "link" ? linkForm(given) : makeForm(action, given);
    typing = true;
    formOf = detail.fact;
    form.addEventListener("input", () => form.classList.add("d-dirty"));
    byId("d-panel-title").textContent = { set: "更正", drop: "不采用", add: "加一处", link: "连到承诺" }[action];
    fill(body, form);
    body.scrollTop = 0;
    show(true);
    form.querySelector("[data-first]")?.focus();
  } catch (error) {
    toast(error.message);
  }
}

async function apply(correction, said) {
  const { id } = await send("/api/corrections", correction);
  typing = false;
  // The page is opened anew with the new figures, and says there what was done.
  sessionStorage.setItem("desk-done", JSON.stringify({ id, said }));
  if (isNarrow()) show(false);
  toast(`${said}，简报正在更新`, id);
  if (newer) reopened();
  else showList(snapshot);
}

function close() {
  typing = false;
  showList(snapshot);
  if (newer) reopened();
}

// The page anew, both sides where they are.
function reopened() {
  const at = SIDES.map((id) => byId(id).scrollTop);
  sessionStorage.setItem(PLACES, JSON.stringify(at));
  location.reload();
}

function scrolledBack() {
  const at = JSON.parse(sessionStorage.getItem(PLACES) ?? "null");
  sessionStorage.removeItem(PLACES);
  if (at) SIDES.forEach((id, number) => (byId(id).scrollTop = at[number]));
}

// ———— messages ————

function announceLast() {
  const kept = sessionStorage.getItem("desk-done");
  if (!kept) return;
  const { id, said } = JSON.parse(kept);
  toast(`${said}，简报已更新`, id);
}

// A message with the way back; it stays until the next action.
export function toast(words, entry = null) {
  const place = byId("d-toast");
  message = entry;
  place.hidden = false;
  place.replaceChildren(element("span", {}, words),
    entry ? button("撤销", () => undo(entry), { id: "d-undo" }) : "",
    button("×", () => {
      place.hidden = true;
      sessionStorage.removeItem("desk-done");
    }, { class: "d-button d-quiet", "aria-label": "关闭" }));
}

async function undo(entry) {
  if (message !== entry) return;
  try {
    await remove(`/api/corrections/${entry}`);
    sessionStorage.removeItem("desk-done");
    toast("已撤销，简报正在更新");
  } catch (error) {
    toast(error.message);
  }
}

// Whether the panel was open is a matter of this window.
function remembered() {
  const kept = sessionStorage.getItem(OPEN);
  return kept === null ? null : kept === "1";
}

function remember(open) {
  sessionStorage.setItem(OPEN, open ? "1" : "0");
}
