// The form that links a problem to the promises that answer it.

import { element, shown } from "../dom.js";
import { showWrong, signature, signed } from "../fields.js";
import { following, foot } from "./form.js";

export function linkForm(given) {
  const { fact, forms } = given;
  const form = element("form", { class: "d-form", novalidate: true });
  const wrong = element("p", { class: "d-wrong", role: "alert" });
  const before = new Set(fact.link?.commitments ?? []);
  const strength = fact.link?.strength ?? "none";
  const said = Object.fromEntries(forms.strengths);
  const change = element("div", { class: "d-change", "aria-live": "polite" });
  form.append(
    element("p", { class: "d-about" }, `${fact.bureau}　`, element("b", {}, shown(fact.said.about)), ` ${fact.mark}`),
    element("p", { class: "d-quote" }, shown(fact.sentence)),
    element("p", {}, "现在：", element("b", {}, said[strength])),
    element("fieldset", { class: "d-promises" },
      element("legend", {}, "选出回应这个问题的承诺"),
      filter(form),
      ...fact.promises.map((promise, at) => promiseOf(promise, at, before))),
    element("div", { class: "d-field" }, element("label", { for: "d-strength" }, "程度"),
      element("select", { id: "d-strength", name: "strength" }, ...forms.strengths.map(([value, words]) =>
        element("option", { value, ...(value === strength && { selected: true }) }, words)))),
    ...signature(given.last), wrong, foot(given, change));
  const tell = () => {
    const chosen = picked(form).length;
    const now = said[form.elements.strength.value];
    change.replaceChildren(element("p", {}, "承诺 ", element("del", {}, `${before.size}句，${said[strength]}`), " → ", element("b", {}, `${chosen}句，${now}`)), ...following(fact));
  };
  form.addEventListener("input", (event) => {
    const select = form.elements.strength;
    // The first promise makes an answer of none, and the last one taken away makes none of it.
    if (event.target.name === "promise") {
      const chosen = picked(form).length;
      if (chosen && select.value === "none") select.value = "direct";
      if (!chosen) select.value = "none";
    }
    tell();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (event.key === "Escape") given.close();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    const commitments = picked(form).map((input) => fact.promises[Number(input.value)].quote);
    const values = { commitments, strength: form.elements.strength.value };
    try {
      await given.apply({ action: "set", kind: "link", fact: fact.id, values, ...signed(form) }, "已更正1处对应关系");
    } catch (error) {
      showWrong(error, form, wrong);
    }
  });
  tell();
  return form;
}

const picked = (form) => [...form.querySelectorAll("[name=promise]:checked")];

function filter(form) {
  const input = element("input", { type: "search", placeholder: "查承诺里的字", "aria-label": "查承诺里的字", "data-first": true });
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    for (const row of form.querySelectorAll(".d-promise")) row.hidden = !row.textContent.includes(input.value.trim());
  });
  return input;
}

function promiseOf(promise, at, before) {
  const id = `d-promise-${at}`;
  return element("div", { class: "d-promise" },
    element("input", { type: "checkbox", id, name: "promise", value: at, ...(before.has(promise.id) && { checked: true }) }),
    element("label", { for: id }, shown(promise.quote.replace(/\s+/g, "")), " ", element("small", {}, promise.mark)));
}
