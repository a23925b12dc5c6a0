// Elements are made by calls alone: no name and no text of a file is ever read as markup.

import { element } from "/static/reading/dom.js";

export { byId, element, shown } from "/static/reading/dom.js";

export function button(words, listener, attributes = {}) {
  const made = element("button", { type: "button", class: "d-button", ...attributes }, words);
  made.addEventListener("click", listener);
  return made;
}

// Put new children into a place, and keep the focus where it was by its id.
export function fill(place, ...children) {
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(...children.filter((child) => child !== undefined && child !== "" && child !== null));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

// A table with heads; on a phone its rows are cards that say the heads themselves.
export function table(caption, heads, rows) {
  return element("table", { class: "d-table" },
    element("caption", { class: "d-hidden" }, caption),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map(({ cells, kind }) =>
      element("tr", { class: kind }, ...cells.map((cell, at) =>
        element("td", { "data-head": heads[at] }, element("div", {}, ...[cell].flat())))))));
}
