// What is copied: a value with its sentence and source, or a link that stays.

import { byId, folded } from "./dom.js";
import { index, said, textOf } from "./data.js";

// 岳阳县PM2.5平均浓度：32.86 μg/m³。原文：“……”（标题，岳10，第1172—1188字）
export function quotation(target) {
  const { report, start, end, fact } = target;
  const text = textOf(report);
  const sentence = folded(text.words.slice(...text.sentence(start, end)));
  const place = said("place", { first: start + 1, last: end });
  return said("quoted", {
    bureau: report.short,
    about: fact ? fact.about : said("words_chosen"),
    value: fact?.value ? said("valued", { value: fact.value }) : "",
    sentence,
    title: report.title,
    place: [fact?.mark, place].filter(Boolean).join(said("comma")),
  });
}

export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast(said("copied"));
  } catch {
    toast(said(byHand(words) ? "copied" : "not_copied"));
  }
}

// Where a page is opened from a mail, the clipboard may be closed to it.
function byHand(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "r-hidden";
  (document.querySelector("dialog[open]") ?? byId("r-source")).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

let timer = 0;

export function toast(words) {
  clearTimeout(timer);
  byId("r-toast").textContent = words;
  byId("r-toast").hidden = false;
  timer = setTimeout(() => (byId("r-toast").hidden = true), 2600);
}

export function announce(words) {
  byId("r-live").lang = index.language;
  byId("r-live").textContent = words;
}
