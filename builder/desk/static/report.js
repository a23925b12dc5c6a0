// What a person states of a whole report: whose it is, of which period, that it is one all the same.

import { button, element, shown } from "./dom.js";
import { get, send } from "./api.js";
import { changed, changeRows, fieldOf, showWrong, signature, signed } from "./fields.js";

// The form of a report that was read: `values` are what it is taken for.
export async function correctReport({ file, report, values }, said) {
  const { report: fields } = await get("/api/forms");
  const inputs = new Map();
  const change = element("div", { class: "d-change", "aria-live": "polite" });
  const tell = () => change.replaceChildren(...changeRows(inputs));
  const rows = fields.map((field) => fieldOf(field, values[field.key] ?? "", inputs, tell));
  open({
    title: `更正这份材料：${file}`,
    note: "单位、统计期改了，这份材料里的数据会跟着重新读一遍。",
    body: [...rows, change],
    correction: () => ({ report, file, values: Object.fromEntries(changed(inputs).map(({ input }) => [input.name, input.value.trim()])) }),
    said,
  });
}

// The form of a text that was taken for no report: read it as one.
export function readAllTheSame({ file, report, reason }, said) {
  open({
    title: `仍然当作总结读：${file}`,
    note: `${reason}。当作工作总结读以后，里面的数据会进入简报；读错了可以在“更正”页撤销。`,
    body: [],
    correction: () => ({ report, file, values: { document: "work_report" } }),
    said,
  });
}

function open({ title, note, body, correction, said }) {
  const wrong = element("p", { class: "d-wrong", role: "alert" });
  const form = element("form", { novalidate: true },
    element("h2", { id: "d-dialog-title" }, shown(title)), element("p", { class: "d-note" }, shown(note)),
    ...body, ...signature(), wrong,
    element("div", { class: "d-buttons" },
      button("取消", () => dialog.close(), { id: "d-cancel" }),
      element("button", { type: "submit", class: "d-button d-primary", id: "d-apply" }, "应用")));
  const dialog = element("dialog", { class: "d-dialog", "aria-labelledby": "d-dialog-title" }, form);
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    try {
      await send("/api/corrections", { action: "set", kind: "report", ...correction(), ...signed(form) });
      dialog.close();
      said("已改，简报正在更新；在“更正”页可以撤销。");
    } catch (error) {
      showWrong(error, form, wrong);
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector("input, select, textarea").focus();
}
