// Which facts are looked at: by bureau, theme, sureness and kind.

import { byId, element } from "./dom.js";
import { everyFact, index, reports, said } from "./data.js";

const chosen = { bureau: "", theme: "", sureness: "", kinds: new Set() };
const heard = [];

export const passes = (fact) =>
  (!chosen.bureau || fact.report.id === chosen.bureau) &&
  (!chosen.theme || (fact.themes ?? []).includes(chosen.theme)) &&
  (!chosen.sureness || (fact.unsure || fact.kind === "unread" ? "unsure" : "sure") === chosen.sureness) &&
  (!chosen.kinds.size || chosen.kinds.has(fact.kind));

export const isFiltered = () =>
  Boolean(chosen.bureau || chosen.theme || chosen.sureness || chosen.kinds.size);

// Call `listener` whenever the choice changes.
export function onFilters(listener) {
  heard.push(listener);
}

export function clearFilters() {
  Object.assign(chosen, { bureau: "", theme: "", sureness: "" });
  chosen.kinds.clear();
  tell();
}

// What was chosen in words: 岳阳县，须核对.
export function filterWords() {
  const kinds = [...chosen.kinds].map((kind) => index.kinds[kind]).join(said("and"));
  const report = reports.find((each) => each.id === chosen.bureau);
  const sureness = chosen.sureness && said(chosen.sureness);
  return [report?.short, index.themes[chosen.theme], sureness, kinds].filter(Boolean).join(said("comma"));
}

// Make the controls, with the filters that the address brings.
export function openFilters(given) {
  for (const report of reports) byId("r-bureau").append(element("option", { value: report.id }, report.short));
  for (const [theme, name] of Object.entries(index.themes)) {
    byId("r-theme").append(element("option", { value: theme }, name));
  }
  for (const [name, select] of Object.entries(selects())) {
    select.addEventListener("change", () => {
      chosen[name] = select.value;
      tell();
    });
    const value = given.get(name) ?? "";
    if ([...select.options].some((option) => option.value === value)) chosen[name] = value;
  }
  for (const kind of given.getAll("kind")) if (index.kinds[kind]) chosen.kinds.add(kind);
  byId("r-kinds").append(...Object.keys(index.kinds).map(kindButton));
  show();
}

const selects = () => ({ bureau: byId("r-bureau"), theme: byId("r-theme"), sureness: byId("r-sureness") });

function kindButton(kind) {
  const count = everyFact.filter((fact) => fact.kind === kind).length;
  const sample = element("span", { class: `r-sample r-${kind}`, "aria-hidden": "true" }, "12");
  const button = element(
    "button",
    { type: "button", "data-kind": kind },
    sample,
    `${index.kinds[kind]} `,
    element("small", {}, String(count)),
  );
  button.addEventListener("click", () => {
    if (!chosen.kinds.delete(kind)) chosen.kinds.add(kind);
    if (chosen.kinds.size === Object.keys(index.kinds).length) chosen.kinds.clear();
    tell();
  });
  return button;
}

function show() {
  for (const [name, select] of Object.entries(selects())) select.value = chosen[name];
  for (const button of byId("r-kinds").children) {
    const pressed = !chosen.kinds.size || chosen.kinds.has(button.dataset.kind);
    button.setAttribute("aria-pressed", String(pressed));
  }
  const [count, all] = [everyFact.filter(passes).length, everyFact.length];
  byId("r-count").textContent = isFiltered() ? said("some", { count, all }) : said("all", { count });
}

function tell() {
  show();
  for (const listener of heard) listener();
}
