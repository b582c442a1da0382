// Decisions, as `dedupe accept` writes them: a line a pair of contents, the lesser on the left unless one is kept.

const VERDICTS = {
  known: { key: "a", short: "known", text: "Known: stay quiet", about: "a duplicate, and no news" },
  different: { key: "d", short: "not a duplicate", text: "Not a duplicate", about: "never in one cluster" },
  same: { key: "s", short: "same story", text: "Same story", about: "always in one cluster" },
  keep: { key: "o", short: "other canonical", text: "Other canonical", about: "the version chosen speaks for the cluster" },
};
const lines = new Map(); // by pair and verdict
const decidedOn = new Map(); // lines by cluster

const nameOf = (line) => `${pairName(line)} ${line.verdict}`;
const pairName = (line) => [line.left, line.right].sort().join(" ");

function add(line) {
  const pair = pairName(line);
  for (const [name, other] of lines) {
    const against = line.verdict === "different" || other.verdict === "different";
    if (pairName(other) === pair && (against || other.verdict === line.verdict)) lines.delete(name);
  }
  lines.set(nameOf(line), line);
}

function linesOf(told, places, verdict, why) {
  const pairs = new Map();
  for (const place of places) {
    const [canonical, version] = [told.versions[0], told.versions[place]];
    if (verdict === "known" && version.quiet) continue;
    if (verdict === "keep" && canonical.content === version.content) continue;
    const ordered = verdict === "keep" || version.content < canonical.content ? [version, canonical] : [canonical, version];
    const [left, right] = ordered.map((side) => side.content);
    const known = pairs.get(`${left} ${right}`) || { titles: ordered.map((side) => plain(side.title)), ids: [new Set(), new Set()] };
    ordered.forEach((side, n) => known.ids[n].add(side.id));
    pairs.set(`${left} ${right}`, known);
  }
  return [...pairs].map(([name, { titles, ids }]) => {
    const [left, right] = name.split(" ");
    const line = { left, right, verdict, why, titles, cluster: told.id };
    return verdict === "known" ? { ...line, copies: copiesOf(told, [left, right], ids) } : line;
  });
}

const plain = (text) => (text === "(no title)" ? "" : text.replace(/\s+/g, " ").trim());

// How many stories of each content are meant: these, and those that are quiet already.
function copiesOf(told, contents, ids) {
  const all = contents.map((content, n) => {
    const quiet = told.versions.filter((version) => version.quiet && version.content === content).map((version) => version.id);
    return new Set([...quiet, ...ids[n]]);
  });
  if (contents[0] !== contents[1]) return all.map((set) => set.size);
  const size = new Set([...all[0], ...all[1]]).size;
  return [size, size];
}

const UNSAFE = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function written(line) {
  const fields = { left: line.left, right: line.right, verdict: line.verdict, why: line.why };
  if (line.until) fields.until = line.until;
  const usual = line.left === line.right ? 2 : 1;
  if (line.copies && line.copies.some((count) => count !== usual)) fields.copies = line.copies;
  if (line.titles && line.titles.some(Boolean)) fields.titles = line.titles;
  const told = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${list(value)}`);
  return `{${told.join(", ")}}`.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const list = (value) => (Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(", ")}]` : JSON.stringify(value));

function file() {
  const sorted = [...lines.values()].map((line) => [nameOf(line), written(line)]).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([, text]) => `${text}\n`).join("");
}

async function decide(verdict) {
  const why = plain($("why").value);
  if (!why) return ask(verdict);
  const targets = state.ticked.size ? [...state.ticked].map((id) => clusterOf.get(id)) : [state.current];
  const chosen = verdict === "keep" ? keptPlace() : null;
  if (verdict === "keep" && chosen === null) return say("Show on the right the version that is to speak for the cluster.");
  for (const cluster of targets) {
    const told = await detail(cluster);
    const all = [...told.versions.keys()].slice(1);
    const places = chosen ? [chosen] : state.ticked.size ? all : all.filter((place) => view.picked.has(place));
    linesOf(told, places, verdict, why).forEach(add);
  }
  state.ticked.clear();
  settle(targets);
  return say(`${counted(targets.length, "cluster")} decided: ${VERDICTS[verdict].short}. ${counted(lines.size, "line")} to download.`);
}

// Another canonical is one version: the one on the right, of one cluster.
function keptPlace() {
  if (state.ticked.size || !view.detail) return null;
  return view.right || view.left || null;
}

function settle(touchedClusters) {
  group();
  save();
  for (const row of $("rows").children) row.querySelector("input").checked = state.ticked.has(row.dataset.id);
  touchedClusters.forEach(redraw);
  showBar();
  showLines();
}

function group() {
  decidedOn.clear();
  for (const line of lines.values()) {
    if (!line.cluster) continue;
    if (!decidedOn.has(line.cluster)) decidedOn.set(line.cluster, []);
    decidedOn.get(line.cluster).push(line);
  }
}
