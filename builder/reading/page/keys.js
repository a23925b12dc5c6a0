// The keyboard: single letters for whoever likes them, and they can be switched off.

import { byId, isTyping } from "./dom.js";

const STORED = "reading-letters";

export function openKeys(actions) {
  const letters = byId("r-letters");
  letters.checked = stored() !== "off";
  letters.addEventListener("change", () => store(letters.checked ? "on" : "off"));
  byId("r-help-open").addEventListener("click", () => byId("r-help").showModal());
  byId("r-help-close").addEventListener("click", () => byId("r-help").close());
  document.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || byId("r-help").open) return;
    if (isTyping(event.target) && event.key !== "Escape" && event.key !== "F6") return;
    if (event.key.length === 1 && !letters.checked) return;
    event.preventDefault();
    action(event);
  });
}

// A page from a mail may be allowed to keep nothing.
function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function store(value) {
  try {
    localStorage.setItem(STORED, value);
  } catch {
    // It holds until the page is closed.
  }
}
