// The fields of a form, and what every correction is signed with: why, and who says so.

import { element, shown } from "./dom.js";

// A field with its label; one that was changed is framed.
export function fieldOf(field, old, inputs, tell) {
  const id = `d-field-${field.key}`;
  const attributes = { id, name: field.key, "aria-describedby": field.hint ? `${id}-hint` : undefined };
  const input = field.choices
    ? element("select", attributes, ...options(field, old))
    : element("input", { ...attributes, type: "text", value: old, autocomplete: "off", inputmode: field.numeric ? "decimal" : undefined });
  input.addEventListener("input", () => {
    input.classList.toggle("d-changed", input.value !== old);
    tell();
  });
  inputs.set(field.key, { input, old, label: field.label, choices: field.choices });
  return element("div", { class: "d-field" }, element("label", { for: id }, field.label), input,
    field.hint ? element("small", { id: `${id}-hint` }, field.hint) : "");
}

function options(field, old) {
  const known = field.choices.some(([value]) => value === old);
  return [
    ...(known ? [] : [element("option", { value: old, selected: true }, old || "—")]),
    ...field.choices.map(([value, words]) => element("option", { value, ...(value === old && { selected: true }) }, words)),
  ];
}

// The inputs that say something else than before.
export const changed = (inputs) => [...inputs.values()].filter(({ input, old }) => input.value !== old);

// 改前 → 改后 of each of them, filled as one types.
export function changeRows(inputs) {
  return changed(inputs).map(({ input, old, label, choices }) => {
    const named = (value) => choices?.find(([key]) => key === value)?.[1] ?? value;
    return element("p", {}, `${label} `, old ? element("del", {}, shown(named(old))) : "", old ? " → " : "", element("b", {}, shown(named(input.value) || "没有写明")));
  });
}

export function signature(last) {
  return [
    element("div", { class: "d-field" }, element("label", { for: "d-reason" }, "为什么"),
      element("textarea", { id: "d-reason", name: "reason", rows: 2 }, sessionStorage.getItem("desk-reason") ?? "")),
    element("div", { class: "d-field" }, element("label", { for: "d-who" }, "经手"),
      element("input", { id: "d-who", name: "who", type: "text", value: sessionStorage.getItem("desk-who") ?? last?.who ?? "" })),
  ];
}

export function signed(form) {
  const [reason, who] = ["reason", "who"].map((name) => form.elements[name].value.trim());
  sessionStorage.setItem("desk-reason", reason);
  sessionStorage.setItem("desk-who", who);
  return { reason, who };
}

export function showWrong(error, form, wrong) {
  const others = [];
  for (const [key, words] of Object.entries(error.fields ?? {})) {
    const input = form.elements[key] ?? form.querySelector(`[name^="${key}"]`);
    if (!input) others.push(words);
    else {
      input.setAttribute("aria-invalid", "true");
      const label = form.querySelector(`label[for="${input.id}"]`)?.textContent ?? key;
      others.push(`${label}：${words}`);
    }
  }
  wrong.textContent = others.join("\n") || error.message;
  form.querySelector("[aria-invalid]")?.focus();
}
