// What the page knows: the index at once, a report's text when somebody looks at it.

import { byId } from "./dom.js";

export const index = JSON.parse(byId("r-index").textContent);

// Words in the briefing's language with their fields filled.
export function said(name, fields = {}) {
  return index.words[name].replace(/\{(\w+)\}/g, (_, field) => fields[field] ?? "");
}

export const reports = index.reports;
export const facts = new Map();
export const byMark = new Map();

reports.forEach((report, number) => {
  report.number = number;
  report.facts ??= [];
  for (const fact of report.facts) {
    fact.report = report;
    fact.address = `${report.id}:${fact.id}`;
    facts.set(fact.address, fact);
    if (fact.mark) byMark.set(fact.mark, [...(byMark.get(fact.mark) ?? []), fact]);
  }
});

export const everyFact = [...facts.values()];
export const reportById = new Map(reports.map((report) => [report.id, report]));

const opened = new Map();

// A report's text, parsed when it is first asked for and then kept.
export function textOf(report) {
  if (!opened.has(report)) {
    const read = JSON.parse(byId(`r-text-${report.number}`).textContent);
    opened.set(report, new Text(read, report.length ?? 0));
  }
  return opened.get(report);
}

// A report's whole text. Offsets of facts count characters, those of a script units of UTF-16: they
// differ behind every character beyond the first plane.
class Text {
  constructor(read, length) {
    this.words = read.text ?? "";
    this.plain = read.plain ?? this.words;
    this.cards = read.cards ?? {};
    this.units = length === this.words.length ? null : unitsOf(this.words);
    const spans = (given) => (given ?? []).map(([start, end, level]) => [this.unit(start), this.unit(end), level]);
    this.title = read.title ? spans([read.title])[0] : null;
    this.headings = spans(read.headings);
    this.furniture = spans(read.furniture);
    this.sentences = spans(read.sentences);
  }

  unit(offset) {
    return this.units ? this.units[Math.min(offset, this.units.length - 1)] : offset;
  }

  offset(unit) {
    return this.units ? atOrBefore(this.units, unit, (each) => each) : unit;
  }

  // The words between two offsets.
  slice(start, end) {
    return this.words.slice(this.unit(start), this.unit(end));
  }

  // The whole sentence of a fact, in units; the fact itself where it stands in none.
  sentence(start, end) {
    const from = this.unit(start);
    const at = atOrBefore(this.sentences, from, ([first]) => first);
    const found = this.sentences[at];
    return found && from < found[1] ? found : [from, this.unit(end)];
  }

  // The text for searching: half-width and lower case, as long as the text itself.
  get folded() {
    this.kept ??= foldedWords(this.plain.length === this.words.length ? this.plain : this.words);
    return this.kept;
  }
}

function unitsOf(words) {
  const units = [];
  let at = 0;
  for (const character of words) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return Uint32Array.from(units);
}

// The index of the last item of a sorted row that is not beyond a place; -1 before the first.
export function atOrBefore(row, place, placeOf) {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(row[middle]) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function foldedWords(words) {
  const half = words.replace(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const lower = half.toLowerCase();
  return lower.length === half.length ? lower : half;
}
