// Elements are made by calls alone: no text of a report is ever read as markup.

// Signs that turn the direction of reading, or that nobody sees, are shown as a box of their own.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g;

export const byId = (id) => document.getElementById(id);

// An element with attributes and children; a child is an element, words, or nothing.
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
}

// Words as they are shown: as many as in the source, none of them unseen.
export const shown = (words) => words.replace(UNSEEN, "\u25af");

// Words on one line, as they are copied.
export const folded = (words) => shown(words).replace(/\s*\n\s*/g, "").replace(/\s+/g, " ").trim();

export const isNarrow = () => matchMedia("(max-width: 760px)").matches;

export const isTyping = (target) =>
  target instanceof Element && target.matches("input:not([type=checkbox]), select, textarea, [contenteditable]");
