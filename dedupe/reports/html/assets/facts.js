// Facts: of all versions as a table, of two as a list above their texts.

function factsOf(told) {
  if (!told.facts.length || told.versions.length < 3) return null; // of two, the list above their texts tells the same
  const header = ["", "fact", ...told.versions.slice(0, told.shown).map((_, place) => letter(place))];
  const rows = told.facts.map((row) => {
    const cells = row.cells.map((at) => factCell(row, at));
    const name = el("th", { scope: "row" }, foreign("span", summary(row)), foreign("span", row.sentence, { class: "sentence" }));
    return el("tr", {}, el("td", {}, el("span", { class: "mark" }, row.kind)), name, ...cells);
  });
  const text = "Each row is a fact that not all versions tell alike. A version stands out where fewer tell what it tells; a dot says that it is silent.";
  return el("section", {}, el("h4", {}, "Facts by version"), el("p", { class: "meta" }, text), table("Facts by version", header, rows, { class: "facts" }));
}

function factCell(row, at) {
  if (at < 0) return el("td", { class: "silent" }, el("span", { "aria-label": "silent" }, "·"));
  const [value, count] = row.values[at];
  const odd = row.values.length > 1 && count < row.values[0][1];
  const kind = row.values.length === 1 ? "told" : odd ? "odd" : at === 0 ? "told" : "other";
  return foreign("td", value, { class: kind });
}

function summary(row) {
  const say = ([value, count], n) => `${n ? count : counted(count, "version")} ${count === 1 ? "says" : "say"} ${value}`;
  const silent = row.cells.filter((at) => at < 0).length;
  return [...row.values.map(say), ...(silent ? [`${silent} silent`] : [])].join(", ");
}

// Changed facts of a pair: [kind, left, right, left sentence, right sentence, told differently, only side]
function changedFacts(facts) {
  const differing = facts.filter((fact) => fact[5]);
  const missing = facts.filter((fact) => !fact[5] && !fact[6] && fact[0] !== "name");
  const alone = facts.filter((fact) => !differing.includes(fact) && !missing.includes(fact));
  if (!facts.length) return el("p", { class: "meta" }, "No changed facts were found.");
  const parts = [el("h5", {}, differing.length ? `Changed facts: ${differing.length}` : "No fact is told differently")];
  if (differing.length + missing.length) parts.push(el("ul", { class: "changed" }, ...[...differing, ...missing].map(changedFact)));
  for (const [side, at] of [["left", 1], ["right", 2]]) {
    const only = alone.filter((fact) => fact[at]);
    if (only.length) parts.push(onlyOn(side, only.map((fact) => [fact[0], fact[at]])));
  }
  return el("section", { class: "pairfacts" }, ...parts);
}

function changedFact([kind, left, right, leftSentence, rightSentence, differs]) {
  const said = (value, sentence, side) =>
    el("div", { class: side }, foreign("b", value || "not told"), foreign("span", value === sentence ? "" : sentence, { class: "sentence" }));
  const values = el("div", { class: "values" }, said(left, leftSentence, "left"), said(right, rightSentence, "right"));
  return el("li", { class: differs ? "differs" : null }, el("span", { class: "mark" }, kind), values);
}

function onlyOn(side, told) {
  const list = told.map(([kind, value]) => foreign("li", `${kind}: ${value}`));
  return el("details", {}, el("summary", {}, `Only on the ${side}: ${told.length}`), el("ul", { class: "only" }, ...list));
}
