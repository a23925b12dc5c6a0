// The tabs of the desk, the same on its own pages and over the reading view.

import { element } from "./dom.js";
import { get } from "./api.js";
import { follow } from "./live.js";

const TABS = [
  ["material", "材料", "/#material"],
  ["result", "结果", "/#result"],
  ["check", "核对", "/reading"],
  ["corrections", "更正", "/#corrections"],
  ["templates", "模板", "/#templates"],
];
const counts = {};
let snapshot = null;
let shownVersion = -1;
const waiting = [];

// The tabs in an element; `here` says which one is open.
export function openTabs(place, here) {
  const draw = () => {
    const chosen = here();
    place.replaceChildren(element("nav", { class: "d-tabs", "aria-label": "工作台" },
      ...TABS.map(([name, words, address]) => {
        const count = counts[name];
        return element("a", { href: address, "data-tab": name, ...(name === chosen && { "aria-current": "page" }) },
          words, count ? element("span", { class: `d-count d-${name}` }, String(count)) : "");
      })));
  };
  waiting.push(draw);
  draw();
  addEventListener("hashchange", draw);
  return draw;
}

// Call `listener` with the snapshot whenever there is a new one.
export function onSnapshot(listener) {
  waiting.push(() => snapshot && listener(snapshot));
  if (snapshot) listener(snapshot);
}

// What is still to be looked at of the list.
export const openItems = (found) => found.check.flatMap((group) =>
  group.items.filter((item) => !found.checked.includes(found.facts[item.id].key)));

export async function refresh() {
  snapshot = await get("/api/snapshot");
  counts.check = openItems(snapshot).length;
  counts.corrections = snapshot.corrections.length;
  for (const listener of waiting) listener();
}

follow({
  state: ({ snapshot: version }) => {
    if (version === shownVersion) return;
    shownVersion = version;
    refresh().catch(() => (shownVersion = -1));
  },
});
