// The desk over the reading view: its tabs, the list of what to look at, and the forms of correction.

import { byId, element } from "../dom.js";
import { follow, open } from "../live.js";
import { onSnapshot, openTabs } from "../bar.js";
import { openPanel, showForm, showList } from "./panel.js";
import { cardActions } from "./actions.js";
import { go } from "/static/reading/address.js";
import { stageWords } from "../stages.js";

let shown = null;

function bar() {
  const tabs = element("div", { class: "d-over" });
  const status = element("span", { class: "d-status", role: "status", id: "d-status" });
  byId("r-top-slot").append(tabs, status);
  openTabs(tabs, () => "check");
  document.querySelector(".r-name").textContent = "简报工作台";
}

// The page is as old as its snapshot; a newer one is opened at the same place once nothing is typed.
function state({ building, stage, error, result, snapshot }) {
  byId("d-status").textContent = building ? stageWords(stage) : error ? "没有生成，见“材料”" : result ? `${result.at} 已写好` : "";
  if (shown === null) shown = snapshot;
  else if (snapshot !== shown) {
    shown = snapshot;
    document.dispatchEvent(new CustomEvent("desk:newer"));
  }
}

function lost(count, locked) {
  byId("d-status").textContent = locked ? "口令换了，请用终端里新的地址打开" : `和本机程序断开了，正在重新连接（第${count}次）`;
}

bar();
openPanel();
document.addEventListener("reading:chosen", ({ detail }) => cardActions(detail, showForm));
onSnapshot(showList);
follow({ state, lost });
open();
// The page says what is chosen once more, now that somebody listens.
if (location.hash) go(decodeURIComponent(location.hash.slice(1)));
