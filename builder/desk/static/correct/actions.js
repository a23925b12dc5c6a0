// What can be done with the fact in the card, or with the words that are selected.

import { button, byId, element } from "../dom.js";

let chosen = null;

export const chosenNow = () => chosen;

// Put the actions on what is chosen where the reading view has room for them.
export function cardActions(detail, showForm) {
  chosen = detail;
  byId("d-selected")?.remove();
  if (detail.slot && detail.fact) {
    detail.slot.replaceChildren(element("div", { class: "d-actions" },
      button("更正", () => showForm("set", detail), { class: "d-button d-primary", id: "d-set" }),
      button("不采用", () => showForm("drop", detail), { id: "d-drop" }),
      detail.fact && isProblem() ? button("连到承诺", () => showForm("link", detail), { id: "d-link" }) : ""));
    if (new URLSearchParams(location.search).has("fix")) {
      history.replaceState(null, "", location.pathname + location.hash);
      showForm("set", detail);
    }
  } else if (detail.slot) {
    detail.slot.replaceChildren(button("加一处", () => showForm("add", detail), { class: "d-button d-primary", id: "d-add" }));
  } else {
    selected(detail, showForm);
  }
  document.dispatchEvent(new CustomEvent("desk:chosen", { detail }));
}

const isProblem = () => document.querySelector("#r-card h2 .r-problem") !== null;

// A small bar at the end of the selected words.
function selected(detail, showForm) {
  const range = getSelection()?.rangeCount ? getSelection().getRangeAt(0) : null;
  if (!range) return;
  const box = range.getBoundingClientRect();
  const bar = element("div", { class: "d-selected r-ui", id: "d-selected", role: "toolbar", "aria-label": "选中的文字" },
    button("加一处", () => {
      bar.remove();
      showForm("add", detail);
    }, { id: "d-add", class: "d-button d-primary" }));
  document.body.append(bar);
  bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 120))}px`;
  bar.style.top = `${Math.min(box.bottom + 6, innerHeight - 60)}px`;
  document.addEventListener("pointerdown", (event) => bar.contains(event.target) || bar.remove(), { once: true });
}
