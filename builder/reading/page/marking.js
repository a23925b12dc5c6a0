// Where marked stretches overlap: a text is cut at every border, and each piece knows what covers it.

// The kinds whose words are a value; the others are sentences.
export const VALUES = new Set(["indicator", "tally", "quantity", "unread"]);

// The pieces of a stretch in order, each with the spans that cover it. `spans` have start and end;
// `borders` are further places to cut at.
export function pieces(start, end, spans, borders = []) {
  const inside = spans
    .filter((span) => span.start < end && span.end > start)
    .sort((one, other) => one.start - other.start);
  const places = new Set([start, end]);
  for (const span of inside) {
    places.add(Math.max(span.start, start));
    places.add(Math.min(span.end, end));
  }
  for (const border of borders) if (border > start && border < end) places.add(border);
  const sorted = [...places].sort((one, other) => one - other);
  const made = [];
  let open = [];
  let next = 0;
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    open = open.filter((span) => span.end > sorted[at]);
    while (next < inside.length && inside[next].start <= sorted[at]) open = [...open, inside[next++]];
    made.push({ start: sorted[at], end: sorted[at + 1], spans: open });
  }
  return made;
}
