"""The rules of the house that a program can hold (CONTRIBUTING.md has them all)."""

import ast
import re
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "comparisons"

# From the ground up. A room imports from those below it, and from rooms of its own floor where that makes no circle.
FLOORS = [
    ["outcomes", "texts", "moments", "addresses", "query_string", "static_files", "database"],
    ["models", "comparison"],
    ["documents", "importing", "search", "across", "editions", "sharing", "wording"],
    ["cards", "editorial", "responses", "published"],
    ["views", "api", "templatetags", "publishing"],
    ["admin", "admin_site", "management", "middleware", "urls", "apps", "migrations"],
    ["config"],
]
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

PYTHON = sorted(
    path
    for folder in ("comparisons", "config", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    """The package or module of `comparisons` that a file belongs to; `config` for the project's own."""
    if PACKAGE not in path.parents:
        return "config"
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_imported(path: Path) -> Iterator[str]:
    package = list(path.relative_to(ROOT).with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            modules = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = [*base, *(node.module or "").split(".")] if node.module else base
            modules = [[*module, alias.name] for alias in node.names]
        else:
            continue
        for module in modules:
            if module[0] == "config":
                yield "config"
            elif module[0] == "comparisons" and len(module) > 1 and module[1] in FLOOR_OF:
                yield module[1]


def imports_between_rooms() -> dict[str, dict[str, Path]]:
    """For each room the rooms that it imports, each with a file that does."""
    found: dict[str, dict[str, Path]] = {room: {} for room in FLOOR_OF}
    for path in (*PACKAGE.rglob("*.py"), *(ROOT / "config").rglob("*.py")):
        room = room_of(path)
        if room not in ("__init__", "migrations"):
            found[room] |= {imported: path for imported in rooms_imported(path) if imported != room}
    return found


def test_imports_run_downwards_only() -> None:
    upwards = [
        f"{name(path)} imports {imported}"
        for room, imports in imports_between_rooms().items()
        for imported, path in imports.items()
        if FLOOR_OF[imported] > FLOOR_OF[room]
    ]
    assert upwards == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    imports = imports_between_rooms()
    TopologicalSorter({room: set(imported) for room, imported in imports.items()}).prepare()  # raises CycleError


def test_what_tests_share_stands_in_modules_of_its_own() -> None:
    """Nothing imports from a module of tests or from a conftest; but a conftest may hand on another's fixtures."""
    imports = [
        (path, f"{node.module}.{alias.name}")
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    found = [
        f"{name(path)} imports {imported}"
        for path, imported in imports
        if re.search(r"\.test_\w+", imported) or (".conftest." in imported and path.name != "conftest.py")
    ]
    assert found == []


def test_the_architecture_draws_each_room_on_its_floor() -> None:
    rows = re.findall(r"^\| (\d) \| ([^|]+) \|", (ROOT / "docs" / "architecture.md").read_text(), flags=re.MULTILINE)
    drawn = {room: int(floor) for floor, rooms in rows for room in re.findall(r"`(\w+)", rooms)}
    assert drawn == {room: number + 1 for room, number in FLOOR_OF.items() if room not in ("apps", "migrations")}


def test_every_room_has_its_floor() -> None:
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")} - {"__init__"}
    assert rooms | {"config"} == set(FLOOR_OF)


def offenders(paths: Iterable[Path], *patterns: str) -> list[str]:
    """Each file in which a pattern is found, with what was found."""
    return [
        f"{name(path)}: {found[0]}"
        for path in paths
        for pattern in patterns
        for found in re.finditer(pattern, path.read_text())
    ]


def test_a_file_stays_under_three_hundred_lines() -> None:
    assert [name(path) for path in PYTHON if len(path.read_text().splitlines()) > 300] == []


def test_a_files_name_says_what_it_holds() -> None:
    nothing_said = {"utils", "util", "helpers", "services", "misc", "common"}
    assert [name(path) for path in PYTHON if path.stem in nothing_said] == []


def test_a_template_holds_no_inline_script_or_style_and_trusts_nothing() -> None:
    scripts, styles = r"<script(?![^>]*\bsrc=)[^>]*>", r"<style\b|\sstyle=|\son[a-z]+=|javascript:"
    assert offenders(TEMPLATES, scripts, styles, r"\|\s*safe\b|autoescape off") == []


def test_every_htmx_link_is_a_plain_link_as_well() -> None:
    tags = offenders(TEMPLATES, r"<[a-z]+\b[^>]*\bhx-(?:get|post)=[^>]*>")
    assert [tag for tag in tags if not re.search(r"\b(href|action)=", tag)] == []


def test_a_fragment_extends_nothing() -> None:
    fragments = [path for path in TEMPLATES if path.name.startswith("_")]
    assert offenders(fragments, "{% extends") == []


def test_every_word_of_a_template_can_be_translated() -> None:
    """Outside of tags, comments and translated blocks there are no letters."""
    found = {name(path): re.findall(r"[^\W\d_]{2,}", without_markup(path.read_text())) for path in TEMPLATES}
    assert {path: words for path, words in found.items() if words} == {}


def without_markup(text: str) -> str:
    """What of a template a reader would see in no language but its own."""
    translated = r"{% blocktranslate.*?{% endblocktranslate %}|{% comment.*?{% endcomment %}|{#.*?#}"
    for left_out in (translated, r"{[%{].*?[%}]}", r"<(script|svg|title)\b.*?</\1>", r"<[^>]*>"):
        text = re.sub(left_out, "", text, flags=re.DOTALL)
    return re.sub(r"&[a-z]+;|Counterpoint|SHA-256|JSON", "", text)


TRANSLATED = r"{% blocktranslate\b.*?{% endblocktranslate %}|{% translate\b.*?%}"
CHAIN = re.compile(rf"{{%\s*(if|elif|else|endif)\b.*?%}}|{TRANSLATED}|<(?!/?(?:p|b|span|small|li|bdi)\b)", re.DOTALL)


def chains_of_words(template: str) -> list[list[str]]:
    """For each `if` the words of its branches, where three or more are words and nothing else.

    A branch with an element of its own, such as a link or a heading, is another part of the page, not another sentence.
    """
    found: list[list[str]] = []
    open_chains: list[list[list[str]]] = []
    for token in CHAIN.finditer(template):
        match token[1]:
            case "if":
                open_chains.append([[]])
            case "elif" | "else" if open_chains:
                open_chains[-1].append([])
            case "endif":
                branches = open_chains.pop()
                words = [branch[0] for branch in branches if branch and "<" not in branch]
                found += [words] if len(words) >= 3 else []
                if open_chains:
                    open_chains[-1][-1] += [word for branch in branches for word in branch]
            case _ if open_chains:
                open_chains[-1][-1].append(token[0])
    return found


def test_a_template_holds_no_grammar() -> None:
    """Which sentence is told, and of which clauses it is made, `wording` decides; a template says where it stands."""
    offenders = {name(path): found for path in TEMPLATES if (found := chains_of_words(path.read_text()))}
    joining = {name(path) for path in TEMPLATES if re.search(r"{% filter (?:clauses|one_line)", path.read_text())}
    assert (offenders, joining) == ({}, set())


def test_a_chain_of_words_is_found_where_it_stands() -> None:
    a, b, c = (f'{{% translate "{word}" %}}' for word in "ABC")
    three = f"{{% if x %}}<p>{a}</p>{{% elif y %}}{{% if z %}}{b}{{% endif %}}{{% else %}}{c}{{% endif %}}"
    assert chains_of_words(three) == [[a, b, c]]
    assert chains_of_words(three.replace("<p>", "<h1>")) == []


def test_the_words_are_those_of_the_design() -> None:
    """Nobody is judged, and nobody is said to have claimed, admitted or refused anything."""
    assert offenders(TEMPLATES, r"(?i)\b(verdict|admitted|failed to mention|fact-check)") == []
