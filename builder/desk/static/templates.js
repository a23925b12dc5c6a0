// The templates: pages as they would be printed, made anew when a template is saved; its errors on top.

import { button, element, fill, shown } from "./dom.js";
import { get, send } from "./api.js";
import { follow, state } from "./live.js";

const FILES = [
  ["briefing.docx", "Word 模板", "在 Word 或 WPS 里改"],
  ["briefing.html.j2", "网页和 PDF 模板", "在编辑器里改"],
  ["briefing.css", "网页和 PDF 样式", "在编辑器里改"],
];
const BATCH = 6;
let place = null;
let asked = false;
let drawn = "";
let many = BATCH;

export function openTemplates(section) {
  place = { problems: element("div"), pages: element("div", { class: "d-pages" }), word: element("div"), note: element("p", { class: "d-note", role: "status" }), where: element("p", { class: "d-note" }) };
  section.append(element("div", { class: "d-columns d-left" },
    element("div", {},
      element("h1", {}, "模板"), element("p", { class: "d-lead" }, "改好保存，这里自动重排。"),
      element("ul", { class: "d-list" }, ...FILES.map(([name, words, how]) =>
        element("li", {}, element("b", {}, name), element("small", {}, `${words}，${how}`)))),
      place.where,
      element("p", { class: "d-buttons" },
        button("重新排版", () => send("/api/preview"), { id: "preview-again" }),
        button("用它生成简报", () => send("/api/build"), { class: "d-button d-primary", id: "build-again" }))),
    element("div", {}, place.problems, place.note, place.pages, place.word)));
  document.addEventListener("desk:page", ({ detail }) => {
    if (detail === "templates" && !asked && state()?.preview.version === 0) {
      asked = true;
      send("/api/preview");
    }
  });
  follow({ state: draw });
}

function draw({ preview, templates }) {
  place.where.textContent = `模板在 ${templates}`;
  const bad = preview.problems.length || preview.error;
  place.note.textContent = preview.busy ? "正在排版……"
    : bad ? preview.pages ? "下面仍是上一次排好的样子。" : ""
      : preview.pages ? `共${preview.pages}页，${preview.at} 排好。用的是这次的材料。` : preview.notice ?? "";
  fill(place.problems, preview.error
    ? element("div", { class: "d-box d-bad", role: "alert" }, element("b", {}, "没有排成"), element("p", { class: "d-said" }, shown(preview.error))) : "",
  ...preview.problems.map(problem));
  const wanted = `${preview.version}/${many}`;
  if (!preview.version || drawn === wanted) return;
  drawn = wanted;
  drawPages(preview);
}

function problem({ file, place: where, message, before, wrong, behind }) {
  return element("div", { class: "d-box d-bad", role: "alert" },
    element("b", {}, `${file} ${where}`), element("p", {}, shown(message)),
    element("pre", {}, shown(before), element("mark", {}, shown(wrong)), shown(behind)));
}

function drawPages({ version, pages }) {
  const count = Math.min(pages, many);
  fill(place.pages, ...Array.from({ length: count }, (_, at) =>
    element("img", { src: `/api/preview/${at + 1}?v=${version}`, alt: `第${at + 1}页`, width: 420, loading: "lazy" })));
  if (count < pages) {
    place.pages.append(button(`再看${Math.min(BATCH, pages - count)}页`, () => {
      many += BATCH;
      draw(state());
    }, { id: "more-pages" }));
  }
  const words = element("div", { class: "d-word" });
  const details = element("details", {}, element("summary", {}, "Word 里的文字"), words);
  details.addEventListener("toggle", async () => {
    if (details.open && !words.firstChild) words.append(...parsed((await get("/api/preview/word")).html));
  });
  fill(place.word, details);
}

// The Word file's words: only headings, paragraphs and tables, rebuilt by calls.
function parsed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const rebuilt = (node) => node.nodeType === Node.TEXT_NODE ? shown(node.data)
    : element(/^(H[1-6]|P|TABLE|TBODY|TR|TD)$/.test(node.nodeName) ? node.nodeName.toLowerCase() : "span", {}, ...[...node.childNodes].map(rebuilt));
  return [...page.body.childNodes].map(rebuilt);
}
