// The versions of a cluster: what each is to the canonical, and which two are shown side by side.

const SCORES = ["jaccard", "containment", "cosine", "coverage", "alignment", "anchor"];

function versionsOf(told) {
  const first = Math.min(...told.versions.map((version) => seconds(version.at)).filter((moment) => !Number.isNaN(moment)));
  const header = ["decide", "left", "right", "", "version", "relation", "alike", "told", "words", "read at"];
  const rows = told.versions.map((version, place) => versionRow(version, place, { told, first }));
  const made = [el("h4", {}, "Versions"), table(`${counted(told.versions.length, "version")}, the canonical first`, header, rows, { class: "versions" })];
  if (told.shown < told.versions.length) {
    const left = told.versions.length - told.shown;
    made.push(el("p", { class: "notice" }, `The texts of the last ${left} stand not in this page; dedupe diff compares any two.`));
  }
  made.push(scoresOf(told));
  return el("section", {}, ...made);
}

function versionRow(version, place, { told, first }) {
  const pick = (side) => {
    const name = `${letter(place)} on the ${side}`;
    const given = { type: "radio", name: side, "aria-label": name, checked: view[side] === place, disabled: place >= told.shown };
    return el("td", {}, el("input", { ...given, on: { change: () => compareVersions({ [side]: place }) } }));
  };
  const box = { type: "checkbox", "aria-label": `Decide on ${letter(place)}`, checked: view.picked.has(place) };
  const act = (event) => pickVersion(place, event.target.checked);
  const source = version.source === "(no source)" ? null : foreign("span", version.source, { class: "source" });
  return el(
    "tr",
    { class: place ? null : "canonical" },
    el("td", {}, place ? el("input", { ...box, on: { change: act } }) : ""),
    pick("left"),
    pick("right"),
    el("td", {}, el("b", { class: "letter" }, letter(place))),
    el("th", { scope: "row" }, link(version.url, version.title), source, version.quiet ? foreign("span", `accepted: ${version.quiet}`, { class: "mark done" }) : null),
    el("td", {}, el("span", { class: `mark r-${version.relation}` }, version.relation), version.state ? ` ${version.state}` : ""),
    el("td", { class: "number" }, place ? percent(version.alike) : ""),
    el("td", {}, toldAt(version, first)),
    el("td", { class: "number" }, version.words.toLocaleString("en"), version.cut ? " (cut)" : ""),
    foreign("td", version.place, { class: "place" }),
  );
}

function toldAt(version, first) {
  const moment = seconds(version.at);
  if (Number.isNaN(moment)) return "";
  return moment === first ? `${day(moment)}, first` : `${day(moment)}, + ${long(moment - first)}`;
}

function scoresOf(told) {
  const rows = told.versions.slice(1).map((version, n) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, letter(n + 1)),
      ...(version.scores || []).map((score) => el("td", { class: "number" }, score.toFixed(2))),
      el("td", { class: "number" }, version.run ?? ""),
    ),
  );
  const scores = table("Each version beside the canonical; run counts words", ["", ...SCORES, "run"], rows, { class: "figures" });
  return el("details", {}, el("summary", {}, "Scores"), scores);
}

function pickVersion(place, on) {
  if (on) view.picked.add(place);
  else view.picked.delete(place);
  showBar();
}

function compareVersions(change) {
  Object.assign(view, change);
  location.replace(`#cluster=${encodeURIComponent(view.detail.id)}&left=${view.left}&right=${view.right}`);
}

// Next pair: the canonical with each other version.
function stepVersion(step) {
  const count = view.detail ? view.detail.shown : 0;
  if (count < 2) return;
  const others = [...Array(count).keys()].filter((place) => place !== view.left);
  const at = others.indexOf(view.right);
  compareVersions({ right: others[(at + step + others.length) % others.length] });
}
