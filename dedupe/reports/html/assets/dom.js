// Elements are made, never parsed: no text of a story ever becomes markup.

const $ = (id) => document.getElementById(id);

function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (name === "value" || name === "checked") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const foreign = (tag, text, given = {}) => el(tag, { dir: "auto", ...given }, text);

function link(url, text, given = {}) {
  if (!/^https?:\/\//i.test(url)) return foreign("span", text, given);
  return foreign("a", text, { href: url, target: "_blank", rel: "noopener noreferrer", ...given });
}

function button(text, act, given = {}) {
  return el("button", { type: "button", on: { click: act }, ...given }, text);
}

const counted = (number, noun, plural) => `${number.toLocaleString("en")} ${number === 1 ? noun : plural || noun + "s"}`;

const percent = (share) => `${share < 1 ? Math.min(Math.round(100 * share), 99) : 100}%`;

const day = (moment) => new Date(1000 * moment).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "");

const seconds = (iso) => (iso ? Date.parse(iso) / 1000 : NaN);

function long(span) {
  const hours = span / 3600;
  if (hours < 1) return `${Math.round(60 * hours)}\u00a0min`;
  return hours < 48 ? `${+hours.toFixed(1)}\u00a0h` : `${+(hours / 24).toFixed(1)}\u00a0days`;
}

// A, B, ... Z, AA, AB: the versions of a cluster; A is the canonical.
const letter = (place) => (place < 26 ? "" : letter(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

function table(caption, header, rows, given = {}) {
  const head = el("tr", {}, ...header.map((name) => (name ? el("th", { scope: "col" }, name) : el("td"))));
  const made = el("table", given, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...rows));
  return el("div", { class: "wide", tabindex: "0", role: "group", "aria-label": caption }, made);
}
