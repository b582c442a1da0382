from typing import Any

from dedupe.model import Furniture, Match, Origin, Relation, Skip, Story
from dedupe.reports import html
from tests.browser.conftest import Open
from tests.reports.made import cluster, report_of

HOSTILE = (
    "</script></style></title><script>alert('a')</script><img src=x onerror=alert('b')><svg onload=alert('c')>"
    "<a href=\"javascript:alert('d')\">x</a>'\"><iframe src=https://x.example></iframe>{{7*7}}"
)


def told(name: str) -> Story:
    more: dict[str, Any] = {"summary": (HOSTILE,), "url": f"javascript:alert('{name}')", "origin": Origin(HOSTILE, 1, 2)}
    return Story(f"{HOSTILE}{name}", f"{HOSTILE} {name}", f"{HOSTILE}\n\nSome {name} men fell. {HOSTILE}", source=HOSTILE, **more)


def test_hostile_text_in_every_field_is_shown_and_does_nothing(opened: Open) -> None:
    first, second, third = told("12"), told("14"), told("16")
    report = report_of(
        cluster(HOSTILE, first, (second, Relation.NEAR, 0.9)),
        others=(third,),
        related=(Match(*sorted((first.id, third.id)), Relation.RELATED, *[0.5] * 6, run=3),),
        skipped=(Skip(Origin(HOSTILE), HOSTILE),),
        furniture=(Furniture(HOSTILE, (HOSTILE,)),),
    )
    page = opened(report)
    page.click("nav a[data-view=clusters]")
    page.keyboard.press("j")
    page.wait_for_selector("#diff")
    page.fill("#why", HOSTILE)
    page.click("[data-verdict=known]")
    page.click("nav a[data-view=decisions]")
    page.wait_for_selector("#lines li")
    assert HOSTILE.split("{")[0] in page.locator("#lines").inner_text()
    assert page.locator("iframe, img, object, embed, svg[onload], [onerror], [href^='javascript']").count() == 0
    assert page.locator("script").count() == html.render(report).count("<script")
