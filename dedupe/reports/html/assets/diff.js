// Two versions of a cluster: aligned paragraph by paragraph, what stayed folded, each change a step.

const shown = { mode: matchMedia("(max-width: 800px)").matches ? "one" : "two", at: -1 };
const PARTS = { title: "Title", summary: "Summary", body: "Text" };

function comparison(told) {
  if (told.shown < 2) return null;
  const pair = pairOf(told, view.left, view.right);
  const names = [view.left, view.right].map((place, n) => sideName(told, place, n ? "right" : "left"));
  shown.at = -1;
  return el(
    "section",
    { class: "comparison", id: "comparison", "aria-label": "Side by side" },
    el("h4", {}, `${letter(view.left)} beside ${letter(view.right)}`),
    told.shown > 2 ? switcher(told) : null,
    tools(pair),
    ...silentOf(told),
    pair.note ? el("p", { class: "notice" }, pair.note) : null,
    changedFacts(pair.facts),
    el("div", { class: "sides" }, ...names),
    el("div", { class: `diff ${shown.mode}`, id: "diff" }, ...laid(pair.blocks)),
    maskedOf(told),
  );
}

// The other versions, to be put on the right with one click.
function switcher(told) {
  const places = [...Array(told.shown).keys()].filter((place) => place !== view.left);
  const made = places.map((place) => {
    const name = `${letter(view.left)} beside ${letter(place)}`;
    const version = told.versions[place];
    const act = () => compareVersions({ right: place });
    return button(letter(place), act, { "aria-pressed": String(place === view.right), "aria-label": name, title: version.title });
  });
  return el("p", { class: "actions switcher" }, el("span", { class: "meta" }, `${letter(view.left)} beside`), ...made);
}

function silentOf(told) {
  const silent = [view.left, view.right].filter((place) => !told.versions[place].kept);
  return silent.map((place) => el("p", { class: "notice" }, `The text of ${letter(place)} is not at hand: its title is all that is compared.`));
}

function pairOf(told, left, right) {
  const known = told.diffs[`${left} ${right}`];
  if (known) return known;
  const other = told.diffs[`${right} ${left}`];
  return other ? swapped(other) : comparedHere(told, left, right);
}

const SWAPPED = { "+": "-", "-": "+", left: "right", right: "left" };
const swap = (sign) => SWAPPED[sign] || sign;

function swapped({ blocks, counts, facts }) {
  const turned = (span) => (typeof span === "string" ? span : [swap(span[0]), span[2], span[1]]);
  return {
    blocks: blocks.map(([kind, part, side, left, right, spans]) => [swap(kind), part, swap(side), right, left, spans.map(turned)]),
    counts: [counts[0], counts[2], counts[1], counts[3], counts[4]],
    facts: facts.map(([kind, left, right, ls, rs, differs, only]) => [kind, right, left, rs, ls, differs, swap(only)]),
  };
}

function tools({ blocks, counts }) {
  const [unchanged, deleted, inserted, moved, moves] = counts;
  const changes = blocks.filter(([kind]) => kind !== "=").length;
  const figures = [`${counted(unchanged, "word")} unchanged`, `${deleted} only left`, `${inserted} only right`];
  if (moves) figures.push(`${counted(moves, "passage")} moved (${counted(moved, "word")})`);
  const steps = [
    button("↑ Change", () => stepChange(-1), { disabled: !changes }),
    button("↓ Change", () => stepChange(1), { disabled: !changes }),
    el("span", { id: "step", role: "status" }, counted(changes, "change")),
    button(shown.mode === "two" ? "In one column" : "Side by side", turnMode, { id: "mode" }),
    button("Unfold all", unfoldAll),
    button("Swap", () => compareVersions({ left: view.right, right: view.left })),
  ];
  return el("div", { class: "tools" }, el("p", { class: "meta" }, figures.join(" · ")), el("p", { class: "actions" }, ...steps));
}

function sideName(told, place, side) {
  const version = told.versions[place];
  const facts = [version.source === "(no source)" ? "" : version.source, version.at ? day(seconds(version.at)) : "", version.place];
  return el("div", { class: side }, el("b", { class: "letter" }, letter(place)), " ", foreign("span", facts.filter(Boolean).join(" · ")));
}

function laid(blocks) {
  const made = [];
  let part = "";
  let run = [];
  const flush = () => {
    if (run.length) made.push(run.length > 1 || words(run) > 40 ? fold(run) : blockOf(run[0]));
    run = [];
  };
  for (const block of blocks) {
    if (block[1] !== part) {
      flush();
      part = block[1];
      made.push(el("h5", { class: "part" }, PARTS[part]));
    }
    if (block[0] === "=") run.push(block);
    else {
      flush();
      made.push(blockOf(block));
    }
  }
  flush();
  return made;
}

const words = (blocks) => blocks.reduce((sum, block) => sum + sideText(block[5], 1).split(/\s+/).length, 0);

function fold(run) {
  const text = `${counted(run.length, "paragraph")} unchanged, ${counted(words(run), "word")}`;
  const folded = el("div", { class: "fold" }, button(`⋯ ${text}`, () => folded.replaceWith(...run.map(blockOf))));
  folded.unfold = () => folded.replaceWith(...run.map(blockOf));
  return folded;
}

function unfoldAll() {
  for (const folded of $("diff").querySelectorAll(".fold, .gap")) folded.unfold();
}

function turnMode() {
  shown.mode = shown.mode === "two" ? "one" : "two";
  $("comparison").replaceWith(comparison(view.detail));
  $("mode").focus();
}

function stepChange(step) {
  const changes = [...document.querySelectorAll("#diff .block.change")];
  if (!changes.length) return;
  if (changes[shown.at]) changes[shown.at].classList.remove("at");
  shown.at = shown.at < 0 && step < 0 ? changes.length - 1 : (shown.at + step + changes.length) % changes.length;
  const change = changes[shown.at];
  change.classList.add("at");
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "center" });
  $("step").textContent = `Change ${shown.at + 1} of ${changes.length}`;
}

function maskedOf(told) {
  const sides = [view.left, view.right].filter((place) => (told.versions[place].masked || []).length);
  if (!sides.length) return null;
  const items = sides.flatMap((place) => told.versions[place].masked.map((text) => foreign("li", `${letter(place)}: ${text}`)));
  const title = "Left out when the versions were scored: their sources put it under all their stories";
  return el("section", { class: "boilerplate" }, el("h5", {}, title), el("ul", {}, ...items));
}
