// The corrections: those that fit nothing any more first, with where their words may be now.

import { button, element, fill, shown, table } from "./dom.js";
import { remove, send } from "./api.js";
import { onSnapshot } from "./bar.js";

const ACTIONS = { set: "改", drop: "不采用", add: "加" };
let place = null;

export function openCorrections(section) {
  place = element("div");
  section.append(element("h1", {}, "更正"),
    element("p", { class: "d-lead" }, "更正写在材料文件夹的 corrections.toml 里，原报告不动。以后每次生成仍然有效。"),
    element("p", { id: "corrections-said", role: "status", class: "d-said" }), place);
  onSnapshot(draw);
}

function draw({ corrections }) {
  const vain = corrections.filter((one) => one.state === "stale");
  const good = corrections.filter((one) => one.state !== "stale");
  fill(place,
    vain.length ? element("h2", {}, `对不上的${vain.length}条，没有采用`) : "",
    vain.length ? table("对不上的更正", ["更正", "为什么对不上", "最接近的", ""], vain.map(vainRow)) : "",
    good.length ? element("h2", {}, `有效的${good.length}条`) : "",
    good.length ? table("有效的更正", ["出处", "改前 → 改后", "原句", "为什么", "经手", ""], good.map(goodRow)) : "",
    corrections.length ? "" : element("div", { class: "d-box" }, "还没有更正。在“核对”里点一个数据，就能改。"));
}

function vainRow(one) {
  const near = one.near
    ? button(one.near_is_report ? "改用这一份" : "改用这一处",
        act(() => send(`/api/corrections/${one.id}`, one.near_is_report ? { report: one.near } : { quote: one.near })),
        { id: `lead-${one.id}` })
    : "";
  return {
    kind: "d-refused",
    cells: [
      `第${one.number}条 ${one.bureau || shown(one.report) || one.mark} ${ACTIONS[one.action]}：${shown(one.quote)}`,
      shown(one.message), shown(one.near || "—"),
      [near, button("删去", act(() => remove(`/api/corrections/${one.id}`)), { id: `undo-${one.id}` })],
    ],
  };
}

function goodRow(one) {
  const unneeded = one.state === "unneeded";
  const change = unneeded ? ["不再需要：程序现在读出的就是这样"]
    : one.action === "drop" ? [element("del", {}, shown(one.before)), " → ", element("b", {}, "不采用")]
      : [one.before ? element("del", {}, shown(one.before)) : element("span", {}, "没有"), " → ", element("b", {}, shown(one.after))];
  const mark = one.fact && one.action !== "drop"
    ? element("a", { href: `/reading#${encodeURI(one.fact)}` }, one.mark || "原文") : one.mark || "—";
  return {
    cells: [
      [element("span", {}, `${one.bureau} `), mark], change, element("span", { class: "d-sentence" }, shown(one.sentence)),
      shown(one.reason), shown(`${one.who} ${one.when}`),
      button("撤销", act(() => remove(`/api/corrections/${one.id}`)), { id: `undo-${one.id}` }),
    ],
  };
}

function act(what) {
  return async () => {
    const said = document.getElementById("corrections-said");
    try {
      await what();
      said.textContent = "已改，简报正在更新。";
    } catch (error) {
      said.textContent = error.message;
    }
  };
}
