// Words that the reader selects in a report's text, told to whoever wants to do something with them.

import { byId } from "./dom.js";
import { textOf } from "./data.js";
import { openReport, unitAt } from "./text.js";

const REST = 200;

// The stretch of the open report that is selected, in characters; null where there is none.
export function selectedWords() {
  const selection = getSelection();
  const report = openReport();
  if (!selection?.rangeCount || selection.isCollapsed || !report) return null;
  const range = selection.getRangeAt(0);
  const units = leaves(range).map(([node, from, to]) => [unitAt(node, from), unitAt(node, to)]);
  if (!units.length) return null;
  const text = textOf(report);
  const [start, end] = [text.offset(units[0][0]), text.offset(units.at(-1)[1])];
  return { fact: null, report: report.id, start, end, quote: text.slice(start, end) };
}

// The letters of the source in a range: tags and marks are none of them.
function leaves(range) {
  const root = byId("r-text");
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (unitAt(node, 0) === null || !range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from < to) found.push([node, from, to]);
  }
  return found;
}

// Tell what is selected once the hand, the finger or the keyboard has come to rest.
export function openSelection(tell) {
  let timer = 0;
  let pressed = false;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const words = pressed ? null : selectedWords();
      if (words) tell(words);
    }, REST);
  };
  document.addEventListener("selectionchange", later);
  document.addEventListener("pointerdown", ({ pointerType }) => (pressed = pointerType === "mouse"));
  document.addEventListener("pointerup", () => {
    pressed = false;
    later();
  });
}
