// What the address names: a fact (#report:1171, #report:1171:2), words of a report (#report:1171-1180),
// a report (#report), a mark as people write it (#岳10), the list (#list). Filters may stand behind it:
// #report:1171&kind=problem.

import { byId } from "./dom.js";
import { byMark, facts, reportById } from "./data.js";

const WORDS = /^(.+):(\d+)-(\d+)$/;
const heard = [];
let how = {};

// What the address names: {fact}, {report, start, end}, {report}, {list}, {place}, {unknown}, or {}.
export function current() {
  return parsed(named(location.hash));
}

// The filters that stand behind the address: kind=problem.
export function filtersOfAddress() {
  return new URLSearchParams(location.hash.includes("&") ? location.hash.replace(/^[^&]*&/, "") : "");
}

export function parsed(name) {
  if (name === "") return {};
  if (name === "list") return { list: true };
  if (facts.has(name)) return { fact: facts.get(name) };
  if (byMark.has(name)) return { fact: byMark.get(name)[0] };
  if (reportById.has(name)) return { report: reportById.get(name) };
  const words = WORDS.exec(name);
  const report = words && reportById.get(words[1]);
  if (report && +words[2] < +words[3] && +words[3] <= (report.length ?? 0)) {
    return { report, start: +words[2], end: +words[3] };
  }
  return ofPlace(name);
}

// A place of the briefing: an entry of its evidence stands for the facts of its mark.
function ofPlace(name) {
  const place = byId(name);
  if (!place?.closest(".r-briefing")) return { unknown: name };
  const entry = place.closest(".entry");
  const mark = entry && place.textContent.trim();
  return byMark.has(mark) ? { fact: byMark.get(mark)[0] } : { place };
}

// The whole address of a place, as it is sent to others.
export const hrefOf = (address) => `${location.href.replace(/#.*$/s, "")}#${encoded(address)}`;

const encoded = (address) => encodeURI(address).replace(/#/g, "%23");

// Go to an address; `way` tells the listeners how: {from: element}.
export function go(address, way = {}) {
  const hash = `#${encoded(address)}`;
  if (location.hash !== hash) push(hash);
  tell(way);
}

// Leave the address, so that going back opens it again.
export function leave(way = {}) {
  if (location.hash) push(location.pathname + location.search);
  tell(way);
}

// How many steps back lead to places of this page.
export const depth = () => history.state?.depth ?? 0;

function push(address) {
  history.pushState({ depth: depth() + 1 }, "", address);
}

// Call `listener` with what the address names, and how it was reached, whenever it changes.
export function onAddress(listener) {
  heard.push(listener);
}

export function tell(way = {}) {
  how = way;
  const target = current();
  for (const listener of heard) listener(target, how);
}

function named(hash) {
  const name = hash.replace(/^#/, "").replace(/&.*$/s, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

addEventListener("popstate", () => tell());
