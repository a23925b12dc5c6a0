// The desk's state as it changes. A page that loses the desk says so, and finds it again by itself.

const RETRY = 2000;
// The desk is heard every ten seconds even when nothing happens.
const SILENCE = 25000;
const heard = [];
let tries = 0;
let source = null;
let timer = 0;
let last = null;

export function follow(listener) {
  heard.push(listener);
  if (last) listener.state?.(last);
}

export const state = () => last;

export function open() {
  clearTimeout(timer);
  source?.close();
  source = new EventSource("/api/events");
  source.addEventListener("message", ({ data }) => {
    alive();
    last = JSON.parse(data);
    for (const listener of heard) listener.state?.(last);
  });
  source.addEventListener("beat", alive);
  source.addEventListener("error", lost);
  timer = setTimeout(lost, SILENCE);
}

function alive() {
  clearTimeout(timer);
  timer = setTimeout(lost, SILENCE);
  if (tries) for (const listener of heard) listener.found?.();
  tries = 0;
}

async function lost() {
  clearTimeout(timer);
  source.close();
  tries += 1;
  const count = tries;
  for (const listener of heard) listener.lost?.(count, false);
  const answer = await fetch("/api/forms").catch(() => null);
  if (answer?.status === 403) for (const listener of heard) listener.lost?.(count, true);
  timer = setTimeout(open, RETRY);
}
