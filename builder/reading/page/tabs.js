// The tabs over the report's side: one a report, and the list.

import { byId, element } from "./dom.js";
import { reports, said } from "./data.js";
import { go } from "./address.js";

export function openTabs() {
  const tabs = byId("r-tabs");
  tabs.append(
    ...reports.map((report) => tab(report.id, report.short)),
    tab("list", said("list", { count: "" })),
  );
  tabs.addEventListener("keydown", (event) => {
    const row = [...tabs.children];
    const at = row.indexOf(document.activeElement);
    const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: row.length - 1 };
    if (at < 0 || !(event.key in places)) return;
    event.preventDefault();
    row[(places[event.key] + row.length) % row.length].focus();
  });
}

// Mark the tab of a report's id, or of the list.
export function chooseTab(name) {
  for (const each of byId("r-tabs").children) {
    const chosen = each.dataset.tab === name;
    each.setAttribute("aria-selected", String(chosen));
    each.tabIndex = chosen ? 0 : -1;
    if (chosen) {
      byId("r-scroll").setAttribute("aria-labelledby", each.id);
      intoView(each);
    }
  }
}

export function countList(count) {
  byId("r-tab-list").textContent = said("list", { count });
}

function tab(name, words) {
  const id = name === "list" ? "r-tab-list" : `r-tab-of-${name}`;
  const made = element(
    "button",
    { type: "button", role: "tab", id, "data-tab": name, "aria-selected": "false", "aria-controls": "r-scroll" },
    words,
  );
  made.addEventListener("click", () => go(name));
  return made;
}

// Scrolling the tabs alone: the page under a phone's sheet stays where it is.
function intoView(each) {
  const tabs = byId("r-tabs");
  const [left, right] = [each.offsetLeft, each.offsetLeft + each.offsetWidth];
  if (left < tabs.scrollLeft) tabs.scrollLeft = left - 12;
  else if (right > tabs.scrollLeft + tabs.clientWidth) tabs.scrollLeft = right - tabs.clientWidth + 12;
}
