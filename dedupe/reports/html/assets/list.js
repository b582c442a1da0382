// The list of the clusters found, so many rows at a time.

const ROWS = 200;
const state = { found: clusters, shown: 0, current: null, ticked: new Set() };

function refresh() {
  const start = performance.now();
  state.found = search();
  state.shown = 0;
  $("rows").replaceChildren();
  showMore();
  const all = state.found.length === clusters.length ? "" : ` of ${clusters.length.toLocaleString("en")}`;
  $("found").textContent = `${counted(state.found.length, "cluster")}${all}`.replace(/(\d) clusters( of .*)/, "$1$2 clusters");
  $("all").checked = false;
  document.documentElement.dataset.searched = (performance.now() - start).toFixed(1);
}

function showMore() {
  const next = state.found.slice(state.shown, state.shown + ROWS);
  $("rows").append(...next.map(rowOf));
  state.shown += next.length;
  const left = state.found.length - state.shown;
  $("more").hidden = left === 0;
  $("more").textContent = `Show ${Math.min(left, ROWS)} more of ${left.toLocaleString("en")}`;
}

function rowOf(cluster) {
  const ticked = state.ticked.has(cluster.id);
  const given = { type: "checkbox", "aria-label": `Select: ${cluster.title}`, checked: ticked, disabled: Boolean(cluster.page) };
  const tick = el("input", given); // what stands in another page is decided there
  tick.addEventListener("change", () => tickCluster(cluster, tick.checked));
  const opener = foreign("a", cluster.title, { class: "title", href: hrefOf(cluster) });
  const row = el("li", { class: "item", "data-id": cluster.id }, tick, el("div", { class: "what" }, opener, ...told(cluster)));
  row.classList.toggle("open", state.current === cluster);
  return row;
}

function hrefOf(cluster) {
  return `${cluster.page}#cluster=${encodeURIComponent(cluster.id)}`;
}

function told(cluster) {
  const names = cluster.sources.map((n) => index.sources[n]).filter((name) => name !== "(no source)");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  const least = percent(cluster.least);
  const alike = least === percent(cluster.most) ? least : `${least}–${percent(cluster.most)}`;
  const facts = [counted(cluster.versions, "version"), `${alike} alike`, names.slice(0, 3).join(", ") + more, spanOf(cluster)];
  const marks = cluster.relations.map((relation) => el("span", { class: `mark r-${relation}` }, relation));
  if (cluster.differing) marks.push(el("span", { class: "mark differing" }, counted(cluster.differing, "changed fact")));
  return [foreign("p", facts.filter(Boolean).join(" · "), { class: "meta" }), el("p", { class: "marks" }, ...marks, ...verdictMarks(cluster))];
}

function spanOf(cluster) {
  if (!cluster.dates.length) return "";
  const [first, last] = cluster.dates;
  return first === last ? day(first) : `${day(first)} + ${long(last - first)}`;
}

function verdictMarks(cluster) {
  const verdicts = [...new Set((decidedOn.get(cluster.id) || []).map((line) => line.verdict))];
  const marks = verdicts.map((verdict) => el("span", { class: "mark done" }, VERDICTS[verdict].short));
  if (!cluster.fresh) marks.push(el("span", { class: "mark done" }, "accepted"));
  return marks;
}

function rowElement(cluster) {
  return [...$("rows").children].find((row) => row.dataset.id === cluster.id);
}

function redraw(cluster) {
  const row = rowElement(cluster);
  if (row) row.replaceWith(rowOf(cluster));
}

function tickCluster(cluster, on) {
  if (on) state.ticked.add(cluster.id);
  else state.ticked.delete(cluster.id);
  const row = rowElement(cluster);
  if (row) row.querySelector("input").checked = on;
  showBar();
}

function tickAll(on) {
  for (const cluster of state.found) if (on && !cluster.page) state.ticked.add(cluster.id); else state.ticked.delete(cluster.id);
  for (const row of $("rows").children) row.querySelector("input").checked = state.ticked.has(row.dataset.id);
  showBar();
}

function fillFilters() {
  const relations = [...new Set(clusters.flatMap((cluster) => cluster.relations))].sort();
  $("f-relation").append(...relations.map((name) => el("option", { value: name }, name)));
  const sources = index.sources.map((name, n) => [name, n]).sort(([one], [other]) => (one < other ? -1 : 1));
  $("f-source").append(...sources.map(([name, n]) => el("option", { value: n }, name)));
}
