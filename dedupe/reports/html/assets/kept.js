// The bar in which is decided, the list of what was, and where it is kept until it is downloaded.

const pending = { verdict: null };

function showBar() {
  const on = state.ticked.size || (view.detail && document.body.classList.contains("reading"));
  $("bar").hidden = !on || $("clusters").hidden;
  if (!on) return;
  const typed = $("why") ? $("why").value : "";
  const of = view.detail ? view.detail.versions.length - 1 : 0;
  const some = view.picked.size === of ? counted(of, "repeat") : `${view.picked.size} of ${counted(of, "repeat")}`;
  const what = state.ticked.size ? `${counted(state.ticked.size, "cluster")} selected` : `This cluster: ${some}`;
  const why = el("input", { id: "why", type: "text", value: typed, placeholder: "for who reads the file next year", autocomplete: "off" });
  why.addEventListener("keydown", (event) => { if (event.key === "Enter" && pending.verdict) decide(pending.verdict); });
  const verdicts = Object.entries(VERDICTS).map(([verdict, { text, key: letterKey, about }]) =>
    button(text, () => decide(verdict), { title: `${about} (${letterKey})`, "data-verdict": verdict, disabled: verdict === "keep" && state.ticked.size > 0 }),
  );
  const label = el("label", { class: "field grow" }, "Reason ", why);
  $("bar").replaceChildren(el("b", {}, what), label, el("div", { class: "actions" }, ...verdicts), el("span", { id: "said", role: "status" }));
}

function say(text) {
  pending.verdict = null;
  if ($("said")) $("said").textContent = text;
  $("log").textContent = text;
}

function ask(verdict) {
  say(`${VERDICTS[verdict].text}: say why, then press Enter.`);
  pending.verdict = verdict;
  $("why").focus();
}

function showLines() {
  $("decided").textContent = lines.size;
  $("download").disabled = $("forget").disabled = lines.size === 0;
  const items = [...lines.values()].map((line) => {
    const titles = (line.titles || []).map((title, n) => title || [line.left, line.right][n]).join("  /  ");
    const known = clusterOf.get(line.cluster);
    const title = known ? foreign("a", titles, { href: hrefOf(known) }) : foreign("span", titles);
    const drop = button("Drop", () => dropLine(line), { "aria-label": `Drop: ${titles}` });
    return el("li", {}, el("span", { class: "mark done" }, VERDICTS[line.verdict].short), " ", title, foreign("p", line.why, { class: "meta" }), drop);
  });
  $("lines").replaceChildren(...items);
}

function dropLine(line) {
  lines.delete(nameOf(line));
  settle([clusterOf.get(line.cluster)].filter(Boolean));
}

function download() {
  const url = URL.createObjectURL(new Blob([file()], { type: "application/x-ndjson" }));
  el("a", { href: url, download: "dedupe-accepted.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  say(`${counted(lines.size, "line")} downloaded.`);
}

async function upload(chosen) {
  const text = await chosen.text();
  try {
    const told = text.split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));
    if (!told.every((line) => line.left && line.right && VERDICTS[line.verdict])) throw new SyntaxError("no decisions");
    told.filter((line) => !lines.has(nameOf(line))).forEach(add);
    settle([]);
    say(`${counted(told.length, "line")} taken from ${chosen.name}.`);
  } catch (error) {
    say(`${chosen.name} is no file of decisions: ${error.message}`);
  }
}

const KEPT = `dedupe ${index.key}`;

function save() {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...lines.values()]));
  } catch {
    // a browser that keeps nothing for files: the decisions last as long as the page
  }
}

function restore() {
  try {
    JSON.parse(localStorage.getItem(KEPT) || "[]").forEach(add);
  } catch {
    // nothing kept
  }
  group();
}
