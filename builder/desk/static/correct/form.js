// The form of a fact: change it, leave it out, or add one from the selected words.

import { button, element, shown } from "../dom.js";
import { changeRows, fieldOf, showWrong, signature, signed } from "../fields.js";
import { facts } from "/static/reading/data.js";
import { placeOf, usesOf } from "/static/reading/briefing.js";

const LABELS = { set: "改这一处", drop: "不采用", link: "连到承诺" };

export function makeForm(action, given) {
  const { fact } = given;
  const form = element("form", { class: "d-form", novalidate: true });
  const fields = element("div", { class: "d-fields" });
  const change = element("div", { class: "d-change", "aria-live": "polite" });
  const wrong = element("p", { class: "d-wrong", role: "alert" });
  const inputs = new Map();
  const state = { action, kind: fact?.kind ?? "quantity" };

  const draw = () => {
    inputs.clear();
    fields.replaceChildren(...(state.action === "drop"
      ? [element("p", { class: "d-note" }, "这一处不进简报，也不参加对比；原文不动。")]
      : kindOf(given.forms, state.kind).fields.map((field) => fieldOf(field, valueOf(fact, field.key), inputs, tell))));
    tell();
  };
  const tell = () => change.replaceChildren(...changes(state, given, inputs));

  form.append(
    ...head(action, given, state, draw),
    fields,
    ...signature(given.last),
    wrong, foot(given, change));
  draw();
  (form.querySelector(".d-fields [inputmode]") ?? form.querySelector(".d-fields [name]") ?? form.elements.reason).dataset.first = "";
  form.addEventListener("input", tell);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (event.key === "Escape") given.close();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    try {
      await given.apply(correction(state, given, form), `已${{ set: "更正1处", drop: "不采用1处", add: "加1处" }[state.action]}`);
    } catch (error) {
      showWrong(error, form, wrong);
    }
  });
  return form;
}

const kindOf = (forms, name) => forms.kinds.find((kind) => kind.name === name);

function head(action, given, state, draw) {
  const { fact, detail, forms } = given;
  if (action === "add") {
    const select = element("select", { id: "d-kind", name: "kind" }, ...forms.kinds.map((kind) =>
      element("option", { value: kind.name, ...(kind.name === state.kind && { selected: true }) }, kind.label)));
    select.addEventListener("change", () => {
      state.kind = select.value;
      draw();
    });
    return [
      element("p", { class: "d-quote" }, "已选原文：", element("mark", {}, shown(detail.quote.slice(0, 120)))),
      element("div", { class: "d-field" }, element("label", { for: "d-kind" }, "种类"), select),
    ];
  }
  const tabs = ["set", "drop", ...(fact.kind === "problem" ? ["link"] : [])].map((name) => button(LABELS[name], () => given.retitle(name, detail),
    { class: "d-button", "aria-pressed": String(name === action) }));
  return [
    element("p", { class: "d-about" }, `${fact.bureau}　`, element("b", {}, shown([fact.said.about, fact.said.value].filter(Boolean).join(" "))), ` ${fact.mark}`),
    element("div", { class: "d-modes", role: "group", "aria-label": "做什么" }, ...tabs),
    element("p", { class: "d-quote" }, shown(fact.sentence)),
  ];
}

// What a fact says under a key, as a person types it: rank.position is inside its rank.
export function valueOf(fact, key) {
  if (!fact) return "";
  if (key === "themes") return fact.values.themes?.[0] ?? "";
  const found = key.split(".").reduce((value, part) => value?.[part], fact.values);
  return found === null || found === undefined ? "" : String(found);
}

// What is always in view: what changes, and the button that does it.
export function foot(given, change) {
  return element("div", { class: "d-foot" }, change,
    element("button", { type: "submit", class: "d-button d-primary", id: "d-apply" }, "应用"),
    button("取消", given.close, { id: "d-cancel" }),
    element("small", {}, element("kbd", {}, "Ctrl"), " ", element("kbd", {}, "Enter"), " 应用"));
}

// What a correction changes, and where.
function changes({ action }, { fact }, inputs) {
  if (action === "drop") {
    return [element("p", {}, element("del", {}, shown(`${fact.said.about} ${fact.said.value}`)), " → ", element("b", {}, "不采用")), ...following(fact)];
  }
  const rows = changeRows(inputs);
  return rows.length ? [element("h3", {}, action === "add" ? "加上" : "改前 → 改后"), ...rows, ...following(fact)] : [];
}

// Where the briefing uses a fact, and so changes with it.
export function following(fact) {
  if (!fact) return [];
  const places = [...new Set(usesOf(facts.get(fact.id)).map(placeOf))];
  return [
    element("h3", {}, "简报里跟着变的"),
    element("p", {}, places.length ? shown(places.join("、")) : "没有，简报没有用到这一处"),
  ];
}

function correction({ action, kind }, { fact, detail }, form) {
  const base = { action, kind, ...signed(form) };
  const address = action === "add" ? { report: detail.report, start: detail.start, end: detail.end } : { fact: detail.fact };
  return { ...base, ...address, values: action === "drop" ? {} : values(form, fact, action) };
}

// The values that were changed, parts inside each other; a part whose first field is empty is unset.
function values(form, fact, action) {
  const found = {};
  const parts = new Set();
  for (const input of form.querySelectorAll(".d-fields [name]")) {
    const value = input.value.trim();
    const [part, key] = input.name.split(".");
    if (key) {
      if (value !== valueOf(fact, input.name)) parts.add(part);
    } else if (input.name === "themes") {
      const rest = (fact?.values.themes ?? []).filter((theme) => theme !== value).slice(0, 2);
      if (value && value !== valueOf(fact, "themes")) found.themes = [value, ...(fact ? rest : [])];
    } else if (value !== valueOf(fact, input.name)) found[input.name] = value;
    // A new fact says that its report tells no period; an old one keeps what it has.
    else if (action === "add" && input.name === "period") found.period = "";
  }
  for (const part of parts) found[part] = partOf(form, fact, part);
  // A value is checked with its unit and its metric.
  if (fact && "value" in found && "unit" in fact.values) found.unit ??= fact.values.unit;
  return found;
}

const NUMBERS = new Set(["rank.position", "rank.of"]);

function partOf(form, fact, part) {
  const old = fact?.values[part] ?? {};
  const made = Object.fromEntries(Object.entries(old).filter(([, value]) => value !== null));
  for (const input of form.querySelectorAll(`.d-fields [name^="${part}."]`)) {
    const key = input.name.split(".")[1];
    const value = input.value.trim();
    if (value === "") delete made[key];
    else made[key] = NUMBERS.has(input.name) && /^\d+$/.test(value) ? Number(value) : value;
  }
  const needed = { rank: "position", change: "direction" }[part];
  return made[needed] === undefined ? {} : made;
}
