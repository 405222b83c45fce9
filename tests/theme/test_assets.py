"""Static files: bundled, fingerprinted, and never from outside the site."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError
from newsbrief.theme.assets import Assets, collect_assets
from support.sites import ROOT
from support.whole import build_in_memory


def write_static(site: Path, files: dict[str, str]) -> Assets:
    """Write static files of the site's own, and return all its assets."""
    for name, text in files.items():
        path = site / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return collect_assets(site)


def text_at(assets: Assets, name: str) -> str:
    return assets.files[assets.paths[name]].decode()


def refusal_of(site: Path, files: dict[str, str]) -> tuple[str, str]:
    with pytest.raises(ConfigError) as caught:
        write_static(site, files)
    (problem,) = caught.value.problems
    return problem.path, problem.message


def test_every_file_bears_the_fingerprint_of_its_bytes(tmp_path: Path) -> None:
    assets = write_static(tmp_path, {"note.txt": "one", "deep/er/note.txt": "two"})
    assert set(assets.paths.values()) == set(assets.files)
    for name, path in assets.paths.items():
        stem, _, suffix = name.rpartition(".")
        assert path == f"assets/{stem}.{sha256(assets.files[path]).hexdigest()[:10]}.{suffix}"
    assert assets.paths["deep/er/note.txt"].startswith("assets/deep/er/note.")


def test_a_changed_file_has_a_new_address_and_the_others_keep_theirs(tmp_path: Path) -> None:
    before = write_static(tmp_path, {"a.txt": "one", "b.txt": "same"})
    after = write_static(tmp_path, {"a.txt": "two"})
    assert {name for name in after.paths if after.paths[name] != before.paths[name]} == {"a.txt"}


def test_the_themes_scripts_are_sent_without_comments_and_those_of_a_site_as_they_are(tmp_path: Path) -> None:
    own = "// Mine\n  run(`\n  // all of it\n  `);\n"
    assets = write_static(tmp_path, {"own.js": own, "search.js": own})
    assert text_at(assets, "own.js") == text_at(assets, "search.js") == own
    for name in ("briefing.js", "cite.js"):
        source = (theme_folder("static") / name).read_text(encoding="utf-8")
        # Words over several lines would lose the blanks at their beginnings.
        assert "/*" not in source and all(line.count("`") % 2 == 0 for line in source.splitlines())
        lines = text_at(assets, name).splitlines()
        assert "" not in lines and not [line for line in lines if line.startswith(("//", " "))]
        assert "".join(lines) in re.sub(r"\s*\n\s*", "", re.sub(r"(?m)^\s*//.*", "", source))


def test_the_themes_style_sheet_is_one_file_with_its_layers_in_order() -> None:
    assets = collect_assets(Path("nowhere"))
    sheets = [name for name in assets.paths if name.endswith(".css")]
    assert sheets == ["east-asian.css", "embed.css", "lists.css", "print.css", "search.css", "style.css"]
    sheet = "".join(text_at(assets, name) for name in ("style.css", "lists.css", "print.css"))
    assert "@import" not in sheet
    declared = re.findall(r"@layer ([^;{]+);", sheet)[0].split(",")
    opened = re.findall(r"@layer ([\w.-]+)\{", sheet)
    assert list(dict.fromkeys(opened)) == declared
    assert opened == sorted(opened, key=declared.index)
    for source in (theme_folder("static") / "css").rglob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", source.read_text(encoding="utf-8"), flags=re.DOTALL)
        if source.name != "fonts.css":
            assert without_blanks(rules) in without_blanks(sheet)
    assert sheet.count("{") == sheet.count("}")


def without_blanks(text: str) -> str:
    return re.sub(r"\s+|;(?=\s*\})", "", text)


def test_an_import_is_put_in_its_place_and_not_written_on_its_own(tmp_path: Path) -> None:
    files = {
        "own.css": '@import "parts/a.css" layer(first);\n@import "parts/b.css";\np { color: red }\n',
        "parts/a.css": '@import "c.css";\na { color: blue }\n',
        "parts/b.css": "b { color: green }\n",
        "parts/c.css": "i { color: grey }\n",
    }
    assets = write_static(tmp_path, files)
    sheet = text_at(assets, "own.css")
    assert sheet == "@layer first{i{color:grey}a{color:blue}}b{color:green}p{color:red}"
    assert {name for name in assets.paths if "parts" in name} == set()


def test_a_change_in_an_imported_sheet_changes_the_address_of_the_whole(tmp_path: Path) -> None:
    before = write_static(tmp_path, {"own.css": '@import "part.css";\n', "part.css": "a { color: red }"})
    after = write_static(tmp_path, {"part.css": "a { color: blue }"})
    assert before.paths["own.css"] != after.paths["own.css"]


def test_a_sites_file_takes_the_place_of_the_themes(tmp_path: Path) -> None:
    theme = collect_assets(tmp_path)
    assets = write_static(tmp_path, {"favicon.svg": "<svg/>", "css/tokens.css": ":root { --own: 1px }\n"})
    assert text_at(assets, "favicon.svg") == "<svg/>"
    assert "--own:1px" in text_at(assets, "style.css")
    assert text_at(theme, "style.css") != text_at(assets, "style.css")
    assert assets.paths.keys() == theme.paths.keys()


def test_a_sites_custom_sheet_is_in_the_last_layer_and_every_page_loads_it_last(site: Path) -> None:
    assets = write_static(
        site, {"custom.css": '@import "more.css";\n:root { --accent: #005a3c }\n', "more.css": "p { margin: 0 }"}
    )
    assert text_at(assets, "custom.css") == "@layer site{p{margin:0}:root{--accent:#005a3c}}"
    pages = {path: raw.decode() for path, raw in build_in_memory(site).items() if path.endswith(".html")}
    assert len(pages) > 4
    for path, page in pages.items():
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]*)"', page)
        assert sheets[-1].endswith(assets.paths["custom.css"].removeprefix("assets/")), path


def test_pages_without_a_custom_sheet_load_none(site: Path) -> None:
    assert not [path for path, raw in build_in_memory(site).items() if b"custom" in raw and path.endswith(".html")]


def test_every_token_of_the_theme_is_documented_and_no_other() -> None:
    tokens = (theme_folder("static") / "css" / "tokens.css").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "reference" / "tokens.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in told.splitlines() if line.startswith("| `--")]
    documented: set[str] = set()
    for row in rows:
        names = re.findall(r"--[\w-]+", row)
        if "…" in row:
            stem = names[0][:-1]
            names = [f"{stem}{number}" for number in range(int(names[0][-1]), int(names[1][-1]) + 1)]
        documented |= set(names)
    assert documented == set(re.findall(r"(?m)^\s*(--[\w-]+):", tokens))


def test_pages_name_the_sites_file_where_it_takes_the_place_of_the_themes(site: Path) -> None:
    assets = write_static(site, {"favicon.svg": "<svg/>"})
    files = build_in_memory(site)
    assert files[assets.paths["favicon.svg"]] == b"<svg/>"
    assert assets.paths["favicon.svg"].encode() in files["index.html"]
    assert len([path for path in files if "favicon" in path]) == 1


def test_addresses_in_a_style_sheet_lead_to_the_fingerprinted_files(tmp_path: Path) -> None:
    sheet = '@import "part.css" layer(x);\na { background: url("img/dot.svg") }\nb { background: url("none.svg") }\n'
    assets = write_static(
        tmp_path, {"own.css": sheet, "part.css": 'i { background: url("img/dot.svg") }', "img/dot.svg": "<svg/>"}
    )
    target = assets.paths["img/dot.svg"].removeprefix("assets/")
    assert target != "img/dot.svg"
    assert text_at(assets, "own.css").count(f'url("{target}")') == 2
    assert 'url("none.svg")' in text_at(assets, "own.css")


def test_addresses_outside_the_site_are_left_as_they_are(tmp_path: Path) -> None:
    sheet = 'a { background: url("data:image/gif;base64,R0lGODlhAQABAAAAACw=") }\nb { mask: url("#own") }\n'
    found = text_at(write_static(tmp_path, {"own.css": sheet}), "own.css")
    assert found == 'a{background:url("data:image/gif;base64,R0lGODlhAQABAAAAACw=")}b{mask:url("#own")}'


@pytest.mark.parametrize(
    "wanted", ["missing.css", "https://example.org/a.css", "//example.org/a.css", "../outside.css"]
)
def test_an_import_that_cannot_be_followed_is_refused(tmp_path: Path, wanted: str) -> None:
    (tmp_path / "outside.css").write_text("a { color: red }")
    path, message = refusal_of(tmp_path, {"own.css": f'@import "{wanted}";\n'})
    assert path == "static/own.css"
    assert wanted in message


def test_sheets_that_import_each_other_are_refused(tmp_path: Path) -> None:
    files = {"top.css": '@import "a.css";', "a.css": '@import "b.css";', "b.css": '@import "a.css";'}
    path, message = refusal_of(tmp_path, files)
    assert path == "static/b.css" and "a.css" in message


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    write_static(tmp_path, {"icons/a.txt": "text"})
    (tmp_path / "static" / "more").symlink_to("icons")
    assert refusal_of(tmp_path, {}) == ("static/more", "this link leads to a folder")


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    write_static(tmp_path, {"a.txt": "text"})
    (tmp_path / "static" / "b.txt").symlink_to("a.txt")
    assert text_at(collect_assets(tmp_path), "b.txt") == "text"


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    theme = collect_assets(tmp_path)
    assert write_static(tmp_path, {".DS_Store": "x", ".git/config": "x", "a/.hidden.css": "x"}) == theme


def test_binary_files_are_copied_as_they_are(tmp_path: Path) -> None:
    raw = bytes(range(256))
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "font.woff2").write_bytes(raw)
    assets = collect_assets(tmp_path)
    assert assets.files[assets.paths["font.woff2"]] == raw


@pytest.mark.parametrize(
    "address", ["url(img/a.svg)", "url('img/a.svg')", 'url( "./img/a.svg" )', 'url("css/../img/a.svg")']
)
def test_every_way_of_writing_an_address_leads_to_the_fingerprinted_file(tmp_path: Path, address: str) -> None:
    assets = write_static(tmp_path, {"img/a.svg": "<svg/>", "x.css": f"a {{ background: {address} }}"})
    target = assets.paths["img/a.svg"].removeprefix("assets/")
    assert text_at(assets, "x.css") == f'a{{background:url("{target}")}}'


def test_an_address_in_a_sheet_of_a_folder_is_relative_to_that_folder(tmp_path: Path) -> None:
    assets = write_static(tmp_path, {"own/b.svg": "<svg/>", "own/y.css": 'a { background: url("b.svg") }'})
    target = assets.paths["own/b.svg"].removeprefix("assets/own/")
    assert text_at(assets, "own/y.css") == f'a{{background:url("{target}")}}'


@pytest.mark.parametrize(
    "statement", ["@import url(x.css);", '@import "https://a.org/x.css";', '@import "x.css" screen;']
)
def test_an_import_that_cannot_be_put_in_is_refused(tmp_path: Path, statement: str) -> None:
    path, message = refusal_of(tmp_path, {"x.css": "", "z.css": statement})
    assert path == "static/z.css" and "cannot be followed" in message


def test_sheets_that_only_each_other_imports_are_refused(tmp_path: Path) -> None:
    path, _ = refusal_of(tmp_path, {"one.css": '@import "two.css";', "two.css": '@import "one.css";'})
    assert path == "static/one.css"


def test_a_style_sheet_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "x.css").write_bytes(b"\xff")
    assert refusal_of(tmp_path, {}) == ("static/x.css", "this style sheet is not UTF-8")


def test_comments_and_blanks_stay_behind_but_licences_and_strings_do_not(tmp_path: Path) -> None:
    sheet = (
        "/* why */a {\n  color: red; /* what\n else */\n}\n/*! (c) A */\n\n\nb::before { content: '/* \\' no */  ' }\n"
    )
    assert text_at(write_static(tmp_path, {"own.css": sheet}), "own.css") == (
        "a{color:red;}/*! (c) A */\nb::before{content:'/* \\' no */  '}"
    )
