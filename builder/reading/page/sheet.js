// On a phone the report's side is a sheet from below: a dialog that holds the focus until it is closed.

import { byId, isNarrow } from "./dom.js";
import { leave } from "./address.js";
import { redrawBar } from "./text.js";
import { said } from "./data.js";

let before = null;

export const isSheetOpen = () => byId("r-source").classList.contains("r-open");

export function openSheet(title) {
  byId("r-grip-title").textContent = title;
  if (!isNarrow()) return;
  const sheet = byId("r-source");
  if (!isSheetOpen()) before = document.activeElement;
  sheet.classList.add("r-open");
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-modal", "true");
  byId("r-veil").hidden = false;
  rest(true, sheet);
  // Later, so that the key that opened the sheet does not press the button in it.
  if (!sheet.contains(document.activeElement)) setTimeout(() => byId("r-sheet-close").focus());
}

export function closeSheet() {
  const sheet = byId("r-source");
  if (!isSheetOpen()) return;
  sheet.classList.remove("r-open", "r-whole");
  sheet.setAttribute("role", "complementary");
  sheet.removeAttribute("aria-modal");
  byId("r-veil").hidden = true;
  showWhole(false);
  rest(false, sheet);
  before?.focus({ preventScroll: true });
}

// The whole text, or the sentence alone.
export function showWhole(whole) {
  const button = byId("r-full");
  byId("r-source").classList.toggle("r-whole", whole);
  button.setAttribute("aria-pressed", String(whole));
  button.textContent = said(whole ? "half" : "full");
  redrawBar();
}

// The filters, which are a sheet of their own there.
export function toggleFilters(open) {
  const sheet = byId("r-filters");
  if (sheet.classList.contains("r-open") === open) return;
  sheet.classList.toggle("r-open", open);
  sheet.setAttribute("role", open ? "dialog" : "region");
  if (open) sheet.setAttribute("aria-modal", "true");
  else sheet.removeAttribute("aria-modal");
  byId("r-filters-open").setAttribute("aria-expanded", String(open));
  rest(open, sheet);
  (open ? byId("r-bureau") : byId("r-filters-open")).focus();
}

export function openSheets() {
  byId("r-full").addEventListener("click", () => showWhole(!byId("r-source").classList.contains("r-whole")));
  byId("r-sheet-close").addEventListener("click", () => leave());
  byId("r-veil").addEventListener("click", () => leave());
  byId("r-filters-open").addEventListener("click", () => toggleFilters(!byId("r-filters").classList.contains("r-open")));
  byId("r-find-open").addEventListener("click", () => {
    const open = document.querySelector(".r-find").classList.toggle("r-open");
    byId("r-find-open").setAttribute("aria-expanded", String(open));
    if (open) byId("r-query").focus();
  });
  matchMedia("(max-width: 760px)").addEventListener("change", (change) => {
    if (change.matches) return;
    closeSheet();
    toggleFilters(false);
  });
}

// While a sheet is open nothing else takes the focus.
function rest(inert, sheet) {
  for (const part of document.body.children) {
    if (part !== sheet && !["r-veil", "r-live", "r-toast", "r-help"].includes(part.id)) part.inert = inert;
  }
}
