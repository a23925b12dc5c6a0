// The desk's own pages: the address says which one is shown.

import { byId, button, element } from "./dom.js";
import { follow, open } from "./live.js";
import { openTabs } from "./bar.js";
import { openMaterial } from "./material.js";
import { openResult } from "./result.js";
import { openCorrections } from "./corrections.js";
import { openTemplates } from "./templates.js";
import { stageWords } from "./stages.js";

const PAGES = { material: "材料", result: "结果", corrections: "更正", templates: "模板" };
let shown = "";

const wanted = () => (location.hash.slice(1) in PAGES ? location.hash.slice(1) : "");
const here = () => shown;

function show(name) {
  shown = name;
  for (const each of Object.keys(PAGES)) byId(each).hidden = each !== name;
  document.title = `${PAGES[name]} · 简报工作台`;
  document.dispatchEvent(new CustomEvent("desk:page", { detail: name }));
}

// Without an address the page is where the work is: files first, then the briefing.
function begin({ result, building, files }) {
  if (shown) return;
  show(wanted() || (result && !building ? "result" : building || files.length ? "material" : "material"));
  drawTabs();
}

function status({ building, stage, error, result, folder, input }) {
  byId("folder").textContent = `文件夹 ${folder}`;
  byId("folder").title = input;
  byId("status").textContent = building ? stageWords(stage)
    : error ? "没有生成" : result ? `${result.at} 已写好` : "在本机运行，材料不上传";
}

function lost(count, locked) {
  const words = locked
    ? "程序重新启动过，口令换了。请用终端里新印出的地址打开。"
    : `正在重新连接，第${count}次。没有应用的更正还留在这一页。`;
  byId("broken").hidden = false;
  byId("broken").replaceChildren(element("div", { class: "d-box d-bad" },
    element("b", {}, "和本机程序断开了"), ` ${words}`, button("现在重试", open)));
  byId("status").textContent = "没有连接";
}

addEventListener("hashchange", () => wanted() && show(wanted()));
const drawTabs = openTabs(byId("tabs"), here);
openMaterial(byId("material"));
openResult(byId("result"));
openCorrections(byId("corrections"));
openTemplates(byId("templates"));
follow({
  state: (state) => {
    begin(state);
    status(state);
  },
  lost,
  found: () => (byId("broken").hidden = true),
});
open();
