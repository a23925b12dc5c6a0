// Searching: what facts are called at once, the texts in slices, so that typing never waits.

import { everyFact, foldedWords, index, reports, textOf } from "./data.js";

const SLICE = 8;
const MOST_IN_TEXT = 300;
let run = 0;

// Facts whose names or sentences have the words, and places of texts without a fact; `onHits` gets
// what is found so far, and whether that is all.
export async function search(query, passes, onHits) {
  const own = ++run;
  const wanted = foldedWords(query.trim());
  const named = new Set(everyFact.filter((fact) => passes(fact) && called(fact).includes(wanted)));
  const places = [];
  let until = performance.now() + SLICE;
  for (const report of reports) {
    inText(report, wanted, passes, named, places);
    if (performance.now() > until) {
      onHits([...sorted(named), ...places], false);
      await new Promise((resolve) => setTimeout(resolve));
      if (own !== run) return;
      until = performance.now() + SLICE;
    }
  }
  onHits([...sorted(named), ...places], true);
}

export function stopSearch() {
  run += 1;
}

function called(fact) {
  fact.called ??= foldedWords(
    [fact.about, fact.value, fact.mark, fact.report.short, index.kinds[fact.kind], fact.address].join("\n"));
  return fact.called;
}

const sorted = (named) => everyFact.filter((fact) => named.has(fact));

function inText(report, wanted, passes, named, places) {
  const text = textOf(report);
  const words = text.folded;
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + wanted.length)) {
    const offset = text.offset(at);
    const [first, last] = text.sentence(offset, offset + 1);
    const inside = report.facts.filter((fact) => text.unit(fact.start) < last && text.unit(fact.end) > first);
    if (inside.length) inside.filter(passes).forEach((fact) => named.add(fact));
    else if (places.length < MOST_IN_TEXT && passes({ report, kind: "" })) {
      const end = text.offset(at + wanted.length);
      places.push({ report, start: offset, end, kind: "", address: `${report.id}:${offset}-${end}` });
    }
  }
}
