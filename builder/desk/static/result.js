// What was made: files to keep, the reading view, the reports, and what to look at first.

import { button, element, fill, shown, table } from "./dom.js";
import { send } from "./api.js";
import { follow, state } from "./live.js";
import { onSnapshot, openItems, refresh } from "./bar.js";
import { failure } from "./material.js";

const FILES = [
  ["docx", "W", "Word 简报", "可以直接改、盖章前用"],
  ["pdf", "P", "PDF 简报", "打印和附会"],
  ["xlsx", "X", "Excel 数据", "全部事实和原句"],
  ["html", "网", "网页简报", "一个文件，不联网也能看出处"],
];
const FIRST = 3;
let snapshot = null;
let place = null;

export function openResult(section) {
  place = { top: element("div"), files: element("div"), reports: element("div"), check: element("div") };
  section.append(place.top, element("div", { class: "d-columns d-left" },
    element("div", {}, place.files, place.reports), place.check));
  follow({ state: draw });
  onSnapshot((found) => {
    snapshot = found;
    if (state()) draw(state());
  });
}

function draw(now) {
  fill(place.top, failure(now), head(now));
  fill(place.files, ...files(now));
  fill(place.reports, ...reports());
  fill(place.check, ...check());
}

function head(now) {
  const { result } = now;
  if (!result) {
    return element("div", { class: "d-box" }, element("h1", {}, now.building ? "正在生成" : "还没有简报"),
      " ", element("a", { href: "#material" }, now.building ? "看进度" : "先放材料"));
  }
  const refused = result.refused ? `，没有收${result.refused}份` : "";
  const notes = [...Object.entries(result.renamed).map(([name, other]) => `${name} 有人改过，已改名为 ${other}，没有覆盖`), ...result.notices];
  const current = !now.building && !now.error;
  return element("div", { class: `d-box ${current ? "d-good" : ""}` },
    element("h1", {}, current ? "简报已生成" : now.building ? "正在更新简报" : "上一次的简报"),
    ` ${result.reports}份材料${refused}，用时${result.seconds}秒，${result.at}`,
    element("a", { class: "d-button", href: "#material" }, "看读取情况"),
    notes.length ? element("ul", { class: "d-note" }, ...notes.map((words) => element("li", {}, shown(words)))) : "");
}

function files({ result, output }) {
  if (!result) return [];
  return [
    element("h2", {}, "下载"),
    ...FILES.filter(([suffix]) => `briefing.${suffix}` in result.files).map(([suffix, sign, name, use]) =>
      element("a", { class: "d-file", href: `/output/briefing.${suffix}`, download: `briefing.${suffix}` },
        element("span", { class: "d-sign", "aria-hidden": "true" }, sign),
        element("span", {}, element("b", {}, name), element("small", {}, use)),
        element("small", { class: "d-size" }, result.files[`briefing.${suffix}`]))),
    element("p", { class: "d-buttons" },
      element("a", { class: "d-button d-primary", href: "/reading", id: "read" }, "对照原文阅读、更正"),
      element("a", { class: "d-button", href: "/output/briefing.zip", download: "briefing.zip" }, "全部打包下载")),
    element("p", { class: "d-note" }, `也在文件夹 ${output} 里。`),
  ];
}

function reports() {
  if (!snapshot?.reports.length) return [];
  return [
    element("h2", {}, "这次的材料"),
    table("这次的材料", ["单位", "读出", "期间"], snapshot.reports.map((one) => ({
      cells: [element("a", { href: `/reading#${encodeURI(one.id)}` }, shown(one.bureau)), `${one.facts}处`, one.period],
    }))),
  ];
}

function check() {
  if (!snapshot?.reports.length) return [];
  const left = openItems(snapshot).length;
  const all = snapshot.check.reduce((sum, group) => sum + group.items.length, 0);
  const groups = snapshot.check.map((group) => {
    const items = group.items.filter((item) => !snapshot.checked.includes(snapshot.facts[item.id].key));
    return items.length ? element("section", { class: "d-group" },
      element("h3", {}, `${group.name} ${items.length}处`),
      ...items.slice(0, FIRST).map(item),
      items.length > FIRST ? element("p", {}, element("a", { href: "/reading" }, `还有${items.length - FIRST}处`)) : "") : "";
  });
  return [
    element("h2", {}, "先核对这些"),
    element("p", { class: "d-note" }, left ? `${all}处，已核对${all - left}处。没核对也可以先下载。` : `${all}处都核对过了。`),
    ...groups,
  ];
}

function item({ id, why }) {
  const fact = snapshot.facts[id];
  const address = `/reading#${encodeURI(id)}`;
  return element("article", { class: "d-item" },
    element("p", {}, element("span", { class: `d-kind d-${fact.kind}` }, fact.label), " ",
      element("b", {}, shown([fact.said.about, fact.said.value].filter(Boolean).join(" "))), " ",
      element("a", { href: address }, fact.mark)),
    element("p", { class: "d-why" }, why),
    element("blockquote", {}, ...quoted(fact)),
    element("p", { class: "d-buttons" },
      button("没问题", () => right(fact.key), { id: `right-${id}` }),
      element("a", { class: "d-button", href: `/reading?fix#${encodeURI(id)}` }, "更正"),
      element("a", { class: "d-button", href: address }, "看原文")));
}

// The sentence with the fact's own words set off.
function quoted({ sentence, quote }) {
  const words = quote.replace(/\s*\n\s*/g, "");
  const at = sentence.indexOf(words);
  if (at < 0) return [shown(sentence)];
  return [shown(sentence.slice(0, at)), element("mark", {}, shown(words)), shown(sentence.slice(at + words.length))];
}

async function right(key) {
  await send("/api/checked", { key, right: true });
  await refresh();
}
