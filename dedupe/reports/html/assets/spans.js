// Blocks and spans of a diff as elements.
// A block: [kind, part, side, left paragraph, right paragraph, spans]; a span: text, or [kind, left, right].

const LONG = 60; // unchanged words in a changed paragraph that are folded
const AROUND = 14; // and how many stay on each side

const sideOf = (span, side) => (typeof span === "string" ? span : span[side]);
const sideText = (spans, side) => spans.map((span) => sideOf(span, side)).join("");

function blockOf(block) {
  const [kind, , side, left, right, spans] = block;
  const given = { class: `block ${kind === "=" ? "same" : "change"}`, tabindex: kind === "=" ? null : "-1" };
  if (kind === ">") return movedBlock(block, given);
  if (shown.mode === "one") return el("div", given, paragraphName(left, right), cell(spans, "both", kind));
  const cells = [side !== "right" ? cell(spans, "left", kind) : empty(), side !== "left" ? cell(spans, "right", kind) : empty()];
  return el("div", given, ...cells);
}

const empty = () => el("div", { class: "cell empty" });

function paragraphName(left, right) {
  const names = [left, right].filter((place) => place !== null).map((place) => place + 1);
  return el("span", { class: "paragraph", "aria-hidden": "true" }, names[0] === names[1] || names.length < 2 ? `${names[0]}` : names.join("→"));
}

function movedBlock([, part, side, left, right, spans], given) {
  const here = `move-${part}-${left}-${right}-${side}`;
  const there = `move-${part}-${left}-${right}-${side === "left" ? "right" : "left"}`;
  const text = side === "left" ? `moved to paragraph ${right + 1}` : `moved here from paragraph ${left + 1}`;
  const go = button(side === "left" ? `↷ ${text}` : `↶ ${text}`, () => showMove(there), { class: "move" });
  const made = el("div", { class: `cell moved ${side}` }, go, foreign("p", "", {}));
  made.lastChild.append(...(side === "left" ? spans.map((span) => marked(span, "left")) : spans.flatMap((span) => both(span))));
  const cells = shown.mode === "one" ? [made] : side === "left" ? [made, empty()] : [empty(), made];
  return el("div", { ...given, id: here }, ...cells);
}

function showMove(id) {
  const target = $(id);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function cell(spans, side, kind) {
  const made = foreign("p", "");
  for (const span of spans) {
    const text = typeof span === "string" ? span : span[0] === "=" ? equalText(span, side) : null;
    if (text !== null) made.append(...stretch(text, kind !== "=" && spans.length > 1));
    else made.append(...(side === "both" ? both(span) : [marked(span, side)]));
  }
  const isMasked = sides(side).some((place, n) => masks(place, sideText(spans, side === "left" || (side === "both" && n === 0) ? 1 : 2)));
  const mark = isMasked ? el("span", { class: "mark" }, "boilerplate, left out of the scores") : null;
  return el("div", { class: `cell ${side} ${isMasked ? "masked" : ""}` }, ...(mark ? [mark] : []), made);
}

const sides = (side) => (side === "left" ? [view.left] : side === "right" ? [view.right] : [view.left, view.right]);
const letters = (text) => folded(text).replace(/[^\p{L}\p{N}]/gu, "");

// Whether a paragraph of a version is nothing but sentences that its source puts under all its stories.
function masks(place, text) {
  const own = letters(text);
  return own.length > 8 && letters((view.detail.versions[place].masked || []).join(" ")).includes(own);
}

// What both sides have, as the side that is shown writes it; in one column with the space that only the left one has.
function equalText([, left, right], side) {
  if (side === "left") return left;
  return side === "both" && /\s$/.test(left) && !/\s$/.test(right) ? `${right} ` : right;
}

function marked(span, side) {
  if (typeof span === "string" || span[0] === "=") return sideOf(span, side === "left" ? 1 : 2);
  const text = sideOf(span, side === "left" ? 1 : 2);
  return text ? el(side === "left" ? "del" : "ins", {}, text) : "";
}

function both(span) {
  if (typeof span === "string" || span[0] === "=") return [sideOf(span, 2)];
  return [span[1] ? el("del", {}, span[1]) : "", span[1] && span[2] && !/\s$/.test(span[1]) ? " " : "", span[2] ? el("ins", {}, span[2]) : ""];
}

// An unchanged stretch; the middle of a long one is folded.
function stretch(text, folds) {
  const found = folds ? text.match(/\s*\S+/g) || [] : [];
  if (found.length < LONG) return [text];
  const middle = found.slice(AROUND, -AROUND).join("");
  const gap = el("button", { type: "button", class: "gap", "aria-label": `Show ${found.length - 2 * AROUND} unchanged words` }, "⋯");
  gap.unfold = () => gap.replaceWith(middle);
  gap.addEventListener("click", gap.unfold);
  return [found.slice(0, AROUND).join("") + " ", gap, found.slice(-AROUND).join("")];
}
