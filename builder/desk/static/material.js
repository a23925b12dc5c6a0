// The reports: dropped here, each with how far it is; those that are not taken first, with the reason.

import { button, element, fill, shown, table } from "./dom.js";
import { remove, send, upload } from "./api.js";
import { onSnapshot } from "./bar.js";
import { follow, state } from "./live.js";
import { correctReport, readAllTheSame } from "./report.js";
import { share, stageWords } from "./stages.js";

const MOST_AT_ONCE = 3;
const MEGABYTE = 1e6;
// What came from the page: by name what became of it, until the desk has it in its own list.
const sent = new Map();
let place = null;
let limit = 50;
// By file what a report that was read is taken for.
let reports = new Map();

export function openMaterial(section) {
  const list = element("div", { id: "files" });
  const progress = element("div", { id: "progress" });
  const said = element("p", { id: "material-said", role: "status", class: "d-said" });
  place = { list, progress, said, title: element("h1", {}, "把各单位的工作总结放进来"), lead: element("p", { class: "d-lead" }) };
  section.append(
    element("div", { class: "d-columns" },
      element("div", {}, place.title, place.lead, dropZone(), progress, said, list),
      guide()));
  follow({ state: draw });
  onSnapshot((snapshot) => {
    reports = new Map(snapshot.reports.map((one) => [one.file, one]));
    redraw();
  });
}

function guide() {
  const steps = [
    ["放进来", "读不了的当时就说明原因，原文件不会改动。"],
    ["核对", "先看把握低的、和上次不同的；点数字就能看到原文那一句，不对就改。"],
    ["下载", "Word、PDF、Excel和可以发给别人的网页。"],
  ];
  return element("aside", { class: "d-guide", "aria-label": "怎么用" },
    element("h2", {}, "怎么用"),
    element("ol", {}, ...steps.map(([head, words]) =>
      element("li", {}, element("b", {}, head), element("p", {}, words)))));
}

function dropZone() {
  const files = picker({ multiple: true });
  const folder = picker({ multiple: true, webkitdirectory: true });
  const zone = element("div", { class: "d-drop" },
    element("p", { class: "d-drop-words" }, "把文件或文件夹拖到这里"),
    element("p", { class: "d-buttons" },
      button("选择文件", () => files.click(), { class: "d-button d-primary", id: "pick-files" }),
      button("选择文件夹", () => folder.click(), { id: "pick-folder" })),
    element("p", { class: "d-note", id: "limits" }),
    files, folder);
  let depth = 0;
  zone.addEventListener("dragenter", () => zone.classList.toggle("d-over", (depth += 1) > 0));
  zone.addEventListener("dragleave", () => zone.classList.toggle("d-over", (depth -= 1) > 0));
  // What misses the zone must not leave the page for the file.
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    zone.classList.remove("d-over");
    dropped(event.dataTransfer).then(take);
  });
  return zone;
}

function picker(attributes) {
  const input = element("input", { type: "file", hidden: true, "aria-label": "选择文件", ...attributes });
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  return input;
}

// All files of what was dropped, those of folders too.
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesOf))).flat();
}

// Names are names: of a file in a folder the last part counts.
async function take(files) {
  const wanted = files.filter((file) => !/^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(file.name));
  for (const file of wanted) sent.set(file.name, { file, state: "waiting", size: file.size });
  redraw();
  const row = [...wanted];
  const one = async () => {
    for (let file = row.shift(); file; file = row.shift()) await put(file);
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, one));
}

async function put(file, replace = false) {
  const known = { file, size: file.size };
  if (file.size > limit * MEGABYTE) {
    sent.set(file.name, { ...known, state: "refused", reason: `超过 ${limit} MB。请拆开，或压缩里面的图片。` });
  } else {
    const progress = (part) => {
      sent.set(file.name, { ...known, state: "sending", part });
      redraw();
    };
    try {
      await upload(file, file.name, { replace, progress });
      sent.set(file.name, { ...known, state: "sent" });
    } catch (error) {
      const asks = error.status === 409;
      sent.set(file.name, { ...known, state: asks ? "there" : "refused", reason: error.message });
    }
  }
  redraw();
}

const redraw = () => state() && draw(state());

function draw(now) {
  limit = now.limit ?? limit;
  document.getElementById("limits").textContent =
    `收 docx、pdf（有文字层）、html、txt、wps 和 zip，每份不超过${limit} MB，一次不超过200份。放到“${now.folder}”里，同名的先问再换。`;
  const read = now.files.filter((file) => file.state === "read").length;
  place.title.textContent = now.building && now.files.length
    ? `${stageWords(now.stage)}，${read}份已读出，共${now.files.length}份`
    : now.files.length ? `材料 ${now.files.length}份` : "把各单位的工作总结放进来";
  place.lead.textContent = now.building ? "可以离开这一页，生成不会停。" : "两份以上就能生成对比简报。原文件不会改动。";
  drawProgress(now);
  for (const file of now.files) if (["sent", "there"].includes(sent.get(file.name)?.state) && file.state !== "waiting" && sent.get(file.name).state === "sent") sent.delete(file.name);
  const listed = new Set(now.files.map((file) => file.name));
  const rows = [
    ...[...sent].filter(([name, one]) => one.state !== "sent" || !listed.has(name)).map(([name, one]) => ({ name, ...one })),
    ...now.files.filter((file) => !["sending", "there"].includes(sent.get(file.name)?.state)),
  ];
  drawFiles(rows);
}

function drawProgress(now) {
  const done = Math.round(share(now.stage, now.files) * 100);
  const bar = now.building
    ? element("div", { class: "d-progress" },
        element("div", { class: "d-track", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": done, "aria-label": stageWords(now.stage) }),
        button("停止", () => send("/api/stop"), { id: "stop" }))
    : "";
  if (bar) {
    const filled = element("div", { class: "d-filled" });
    filled.style.width = `${done}%`;
    bar.firstChild.append(filled);
  }
  fill(place.progress, bar, failure(now));
}

// Why nothing was made, and that nothing was lost.
export function failure(now) {
  if (!now.error || now.building) return "";
  const kept = now.result ? `上一次的简报（${now.result.at}）没有动。` : "还没有生成过简报。";
  return element("div", { class: "d-box d-bad d-failure", role: "alert" },
    element("b", {}, "简报没有生成"), element("p", { class: "d-said" }, shown(now.error.text)),
    element("p", { class: "d-note" }, kept),
    button("再试一次", () => send("/api/build"), { class: "d-button d-primary" }));
}

function drawFiles(rows) {
  if (!rows.length) return fill(place.list);
  const bad = rows.filter((row) => ["refused", "there"].includes(row.state));
  const good = rows.filter((row) => !bad.includes(row));
  fill(place.list,
    bad.length ? element("h2", {}, `没有收的${bad.length}份`) : "",
    bad.length ? table("没有收的文件", ["文件", "为什么", "怎么办", ""], bad.map(badRow)) : "",
    good.length ? element("h2", {}, `读出的和在读的${good.length}份`) : "",
    good.length ? table("读出的文件", ["文件", "单位", "情况", ""], good.map(goodRow)) : "");
}

function badRow(row) {
  const there = row.state === "there";
  const act = there
    ? button("换成新的", () => put(row.file, true), { id: `replace-${row.name}` })
    : row.file ? button("知道了", () => { sent.delete(row.name); redraw(); }, { id: `seen-${row.name}` })
      : [judged(row), aside(row)];
  return {
    kind: "d-refused",
    cells: [shown(row.name), shown(row.reason ?? ""), shown(advice(row)), act],
  };
}

function advice(row) {
  if (row.state === "there") return "换成新的，或改名后再放。";
  return row.judged ? "确是工作报告，就按“仍然当作总结读”；不是，就移出。" : row.advice ?? "";
}

const STATES = { waiting: "○ 等待", sending: "◐ 正在放入", sent: "○ 等待", read: "✓ 已读出" };

function goodRow(row) {
  const part = row.state === "sending" ? ` ${Math.round((row.part ?? 0) * 100)}%` : "";
  const facts = row.facts === undefined ? "" : `，${row.facts}处`;
  return { cells: [shown(row.name), shown(row.bureau || "—"), `${STATES[row.state]}${part}${facts}`, row.state === "read" ? [mend(row), aside(row)] : ""] };
}

const say = (words) => (place.said.textContent = words);

// Of a text that could be read and was taken for no report: have it read as one.
function judged(row) {
  if (!row.judged) return "";
  return button("仍然当作总结读", () => readAllTheSame({ file: row.name, report: row.judged, reason: row.reason }, say), { id: `judged-${row.name}` });
}

// Whose report it is and of which period may have been read wrong.
function mend(row) {
  const known = reports.get(row.name);
  if (!known) return "";
  return button("更正", () => correctReport({ file: row.name, report: known.id, values: known.values }, say).catch((error) => say(error.message)),
    { id: `mend-${row.name}`, class: "d-button d-quiet", title: "单位、统计期等读错了，在这里改" });
}

// Take a file out of the reports; it lies in a folder beside them then.
function aside(row) {
  return button("移出", () => remove(`/api/files?${new URLSearchParams({ name: row.name })}`),
    { id: `aside-${row.name}`, class: "d-button d-quiet", title: "移到材料文件夹的“.移出”里，不删除" });
}
