"""Invented stories, and pages that lay them out as sites do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """An invented story with what sites print around it."""

    title: str
    category: str
    author: str
    date: str
    text: tuple[str, ...]

    def teaser(self, words: int = 24) -> str:
        """Return the first words of the text, as a site cuts them."""
        return " ".join(" ".join(self.text).split()[:words])


ENGLISH = (
    Item(
        "Ferry to the Quill Islands sails again after three weeks in dock",
        "Transport",
        "Maren Tofte",
        "March 12, 2024",
        (
            "The ferry between Port Amsel and the Quill Islands sailed again on Monday after three weeks in a dry dock.",
            "Its engine had failed in heavy weather, and the spare parts had to be brought from a yard abroad.",
            "A brass band played on the quay when the ship cast off at seven in the morning.",
        ),
    ),
    Item(
        "Council turns down plan for a second swimming pool",
        "Politics",
        "Jonas Falk",
        "March 11, 2024",
        (
            "The town council voted by 21 to 14 against a second indoor swimming pool at the old brickworks.",
            "The pool would have cost 18 million crowns, which the treasurer called more than the town can lift.",
            "Swimmers in the public gallery threw rubber ducks and were asked to leave.",
        ),
    ),
    Item(
        "Bakers of Saint Orrin strike over night shifts",
        "Business",
        "Aila Brandt",
        "March 9, 2024",
        (
            "Bakers in Saint Orrin walked out on Saturday in a quarrel over shifts that begin at two in the morning.",
            "Their union asks for an hour more of sleep and for a bonus of nine crowns a night.",
            "Shelves were empty by ten, and a queue formed at the only shop that bakes for itself.",
        ),
    ),
    Item(
        "Storm tears the roof off a rowing club",
        "Weather",
        "Lidia Zoran",
        "March 8, 2024",
        (
            "A storm with gusts of 130 kilometres an hour tore the roof off a rowing club near the weir on Friday.",
            "Nobody was hurt, but eleven boats were crushed and a twelfth was found in a pear tree.",
            "The club was founded in 1903 and has lost its roof twice before.",
        ),
    ),
    Item(
        "Museum finds a lost map behind a radiator",
        "Culture",
        "Henrik Sollas",
        "March 6, 2024",
        (
            "Workers who replaced a radiator in the harbour museum have found a chart that was missing for sixty years.",
            "It shows the sandbanks of the Hadrel Strait as they were before the great flood.",
            "The museum said that the chart had been folded into a wedge to stop the radiator from rattling.",
        ),
    ),
    Item(
        "Night trains to the coast return in June",
        "Transport",
        "Maren Tofte",
        "March 5, 2024",
        (
            "Night trains will run from the capital to the coast again from the first weekend of June.",
            "The railway has bought 14 sleeping cars and wants to sell each berth for less than a hotel bed.",
            "Tickets go on sale on Wednesday at noon, and the first train is expected to be full by one.",
        ),
    ),
)
GERMAN = (
    Item(
        "Fähre zu den Federinseln fährt wieder",
        "Verkehr",
        "Karin Vogt",
        "12. März 2024",
        (
            "Die Fähre zwischen Amselhafen und den Federinseln ist am Montag nach drei Wochen im Dock wieder ausgelaufen.",
            "Der Motor war bei schwerem Wetter ausgefallen, die Ersatzteile kamen aus dem Ausland.",
            "Am Kai spielte um sieben Uhr früh eine Blaskapelle.",
        ),
    ),
    Item(
        "Stadtrat lehnt zweites Hallenbad ab",
        "Politik",
        "Jens Peters",
        "11. März 2024",
        (
            "Der Stadtrat hat mit 21 gegen 14 Stimmen ein zweites Hallenbad in der alten Ziegelei abgelehnt.",
            "Das Bad hätte 18 Millionen Kronen gekostet, mehr als die Stadt laut Kämmerer stemmen kann.",
            "Schwimmer warfen Gummienten von der Tribüne und mussten gehen.",
        ),
    ),
    Item(
        "Bäcker streiken gegen Nachtschichten",
        "Wirtschaft",
        "Anna Berger",
        "9. März 2024",
        (
            "In Sankt Orrin haben die Bäcker am Samstag die Arbeit niedergelegt, weil ihre Schichten um zwei Uhr beginnen.",
            "Die Gewerkschaft fordert eine Stunde mehr Schlaf und neun Kronen Zuschlag je Nacht.",
            "Um zehn Uhr waren die Regale leer.",
        ),
    ),
    Item(
        "Sturm deckt das Dach eines Ruderclubs ab",
        "Wetter",
        "Uwe Lohmann",
        "8. März 2024",
        (
            "Ein Sturm mit Böen von 130 Kilometern in der Stunde hat am Freitag das Dach eines Ruderclubs am Wehr abgedeckt.",
            "Verletzt wurde niemand, aber elf Boote sind zerdrückt, und ein zwölftes hing in einem Birnbaum.",
            "Der Club hat sein Dach schon zweimal verloren.",
        ),
    ),
)
CHINESE = (
    Item(
        "渡轮停航三周后恢复通航",
        "交通",
        "王小明",
        "2024年3月12日",
        ("连接安塞尔港与羽毛群岛的渡轮在船坞停留三周后，于周一恢复通航。", "发动机在恶劣天气中损坏，备件需要从国外运来。"),
    ),
    Item(
        "市议会否决第二座游泳馆计划",
        "政治",
        "李华",
        "2024年3月11日",
        (
            "市议会以二十一票对十四票否决了在旧砖厂修建第二座室内游泳馆的计划。",
            "该馆造价一千八百万克朗，司库称超出了本市的能力。",
        ),
    ),
    Item(
        "面包师因夜班罢工",
        "财经",
        "陈思",
        "2024年3月9日",
        ("圣奥林的面包师周六停工，抗议凌晨两点开始的夜班。", "工会要求多睡一小时，并每晚增加九克朗补贴。"),
    ),
    Item(
        "风暴掀翻赛艇俱乐部屋顶",
        "天气",
        "赵敏",
        "2024年3月8日",
        (
            "周五，时速一百三十公里的阵风掀翻了水坝附近一家赛艇俱乐部的屋顶。",
            "无人受伤，但十一艘船被压毁，第十二艘被发现挂在梨树上。",
        ),
    ),
)

Layout = Callable[[Item], Sequence[str]]
LAYOUTS: dict[str, Layout] = {
    "title, date, text": lambda item: (item.title, item.date, *item.text),
    "date, title, text": lambda item: (item.date, item.title, *item.text),
    "label, title, byline, date, count, teaser": lambda item: (
        *(item.category, item.title, f"{item.author} -", item.date, "0", f"{item.teaser()}..."),
    ),
    "caption, label, title, byline and date, teaser, read more": lambda item: (
        *(" ".join(item.title.split()[:2]), item.category, item.title, f"By {item.author} | {item.date}"),
        *(f"{item.teaser()} […]", "Continue reading »"),
    ),
    "title, teaser with read more behind it": lambda item: (item.title, f"{item.teaser()} … Read more"),
    "title, teaser, date": lambda item: (item.title, item.text[0], item.date),
    "title, text, label, read more": lambda item: (item.title, *item.text, f"Filed under: {item.category}", "Read more"),
    "title, date": lambda item: (item.title, item.date),
    "label, title": lambda item: (item.category, item.title),
}
MENU = ("Home", "News", "Sport", "Contact", "Log in")
FOOT = ("1 2 3 … 9", "Older posts", "Privacy policy", "© 2024 The Amsel Courier")


def laid_out(items: Sequence[Item], layout: Layout, *, blank: bool = True, framed: bool = False) -> list[str]:
    """Return the lines of a page: a blank one after each or after each story, a date, a menu and a foot where it is framed."""
    page: list[str] = ["Tue, 21-May-2024", "", *MENU, ""] if framed else []
    for item in items:
        for line in layout(item):
            page += [line, ""] if blank else [line]
        page += [] if blank else [""]
    return [*page, *FOOT] if framed else page
