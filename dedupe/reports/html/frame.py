"""The markup around what a report says: what every page has."""

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<h1>{title}</h1>
<nav aria-label="Sections">
<a href="#overview" data-view="overview">Overview</a>
<a href="#clusters" data-view="clusters">Clusters</a>
<a href="#decisions" data-view="decisions">Decisions <span id="decided">0</span></a>
</nav>
<button type="button" id="theme" aria-label="Switch between light and dark">◐</button>
<button type="button" id="help" aria-label="Keys" aria-haspopup="dialog">?</button>
</header>
<main id="main" tabindex="-1">
<noscript><p class="notice">The clusters and their differences need a script, which this page carries and your browser does not
run. The overview needs none.</p></noscript>
"""

BODY = """<section id="clusters" aria-labelledby="clusters-title" hidden>
<h2 id="clusters-title">Clusters</h2>
<div class="panes">
<div class="list">
<form id="search" role="search">
<label class="field grow">Search <input type="search" id="q" autocomplete="off" spellcheck="false"
placeholder="title, source, id  ( / )"></label>
<details class="filters"><summary>Filter and sort</summary>
<div class="fields">
<label class="field">Relation <select id="f-relation"><option value="">any</option></select></label>
<label class="field">Source <select id="f-source"><option value="">any</option></select></label>
<label class="field">From <input type="date" id="f-from"></label>
<label class="field">To <input type="date" id="f-to"></label>
<label class="field">Versions, at least <input type="number" id="f-size" min="2" step="1" inputmode="numeric"></label>
<label class="field">Alike, at least % <input type="number" id="f-least" min="0" max="100" step="5" inputmode="numeric"></label>
<label class="field">Alike, at most % <input type="number" id="f-most" min="0" max="100" step="5" inputmode="numeric"></label>
<label class="field">State <select id="f-state"><option value="">any</option><option value="open">to be decided</option>
<option value="decided">decided here</option><option value="accepted">accepted before</option></select></label>
<label class="field">Sort by <select id="sort"><option value="">as reported</option><option value="size">most versions</option>
<option value="differing">most changed facts</option><option value="alike">most alike</option>
<option value="unlike">least alike</option><option value="new">newest</option><option value="old">oldest</option>
<option value="title">title</option></select></label>
<button type="reset">Clear</button>
</div></details>
</form>
<div class="bulk"><label><input type="checkbox" id="all"> all found</label><span id="found" role="status"></span></div>
<ol id="rows" aria-label="Clusters found"></ol>
<button type="button" id="more" hidden></button>
</div>
<article id="cluster" tabindex="-1" aria-label="Cluster"></article>
</div>
</section>
<section id="decisions" aria-labelledby="decisions-title" hidden>
<h2 id="decisions-title">Decisions</h2>
<p>Decisions are kept in this browser until you download them; nothing is sent anywhere.
Put the file beside your dump, and the next run follows it: <code>dedupe scan INPUT --accepted dedupe-accepted.jsonl</code></p>
<p class="actions"><button type="button" id="download" class="first">Download dedupe-accepted.jsonl</button>
<label class="file">Go on from a file <input type="file" id="upload" accept=".jsonl"></label>
<button type="button" id="forget">Forget all</button></p>
<div id="log" role="status"></div>
<ol id="lines" aria-label="Decisions made"></ol>
</section>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2><dl id="keylist"></dl>
<button type="button" id="unkey">Close</button></dialog>
<div id="bar" class="decide" role="group" aria-label="Decide" hidden></div>
"""

PART = """<section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">Part of a report</h2>
<p>{about} The figures of the whole run stand in its <a href="{index}">index page</a>.</p></section>
"""

FOOT = """</main>
<footer>Made by {tool}. This page asks nothing of any server.</footer>
<script>{script}</script>
</body>
</html>
"""
