"""A report as one HTML page that asks nothing of anyone: what was told again, by whom, how it changed, and what to decide.

The page works from a file, without a network, under a policy that runs no script but its own:

    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-...'; style-src 'sha256-...'; ...">
    <main>
    <section id="overview">...</section>    figures and plots, written here and readable without a script
    <section id="clusters">...</section>    an empty list, filled from the data below
    </main>
    <script type="application/json" id="index">{"clusters": [["9c443d7d755c", "Drone falls into the sea", ...]], ...}</script>
    <script type="application/json" class="part">[{"reason": "the only full text", "versions": [...], ...}]</script>

Where texts take much room they are compressed: each part is then base64 of deflated JSON, opened when a cluster of it is.
"""

from dedupe.reports.html.page import render

__all__ = ["render"]
