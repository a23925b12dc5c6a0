// What is asked of the desk. A refusal is an error with what the desk said: its message, and of a form
// what is wrong with each field.

export class Refused extends Error {
  constructor(status, { message, fields }) {
    super(message ?? "没有做成。");
    this.status = status;
    this.fields = fields ?? {};
  }
}

async function asked(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    throw new Refused(0, { message: "和本机程序断开了，没有做成。接上以后请再按一次。" });
  }
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, content);
  return content;
}

export const get = (address) => asked(address);

export const send = (address, content = {}) => asked(address, { method: "POST", body: JSON.stringify(content) });

export const remove = (address) => asked(address, { method: "DELETE" });

// Send a file; `progress` hears which share of it has gone.
export function upload(file, name, { replace = false, progress = () => {} } = {}) {
  const address = `/api/files?${new URLSearchParams({ name, ...(replace && { replace: 1 }) })}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.upload.addEventListener("progress", (event) => progress(event.loaded / (event.total || 1)));
    request.addEventListener("load", () => {
      let content = {};
      try {
        content = JSON.parse(request.responseText);
      } catch { /* an empty answer says nothing more */ }
      if (request.status === 200) resolve(content);
      else reject(new Refused(request.status, content));
    });
    request.addEventListener("error", () => reject(new Refused(0, { message: "没有传到，请再放一次。" })));
    request.send(file);
  });
}
