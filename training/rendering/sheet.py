"""Style sheets in which pages are printed: tables with and without ruling lines, wide and narrow, in large and small letters."""

import random

_BORDERS = (
    "table { border-collapse: collapse } td { border: 1px solid black }",
    "table { border-collapse: collapse } td { border: 0.5pt solid #999 }",
    "table { border-collapse: collapse } td { border: 2px dashed gray }",
    "table { border: 1px solid gray; border-spacing: 2px } td { border: 1px solid gray }",
    "table { border-collapse: collapse; border-left: 0; border-right: 0 } td { border: 1px solid black }"
    " tr > td:first-child { border-left: 0 } tr > td:last-child { border-right: 0 }",
    "table { border-collapse: collapse; border: 0 } td { border: 0 }",
    "table { border-spacing: 2px; border: 0 } td { border: 0 }",
    "table { border-spacing: 0; border: 0 } td { border: 0 }",
)
_WIDTHS = (
    "table { width: 100% }",
    "table { width: 100%; table-layout: fixed }",
    "table { width: 96%; margin: auto }",
    "table { width: auto }",
)
_FAMILIES = ("'Droid Sans Fallback'", "'Noto Sans CJK SC'", "FangSong, serif")
_SIZES = ("8pt", "9pt", "10.5pt", "12pt", "14px", "16px")
_PADDINGS = ("0", "1px", "2px 4px", "3pt", "0 5.4pt", "6px")
_LEADINGS = ("normal", "1.2", "1.5", "1.75", "2")
_PARAGRAPHS = ("margin: 0", "margin: 0", "margin: 3pt 0", "")
_SIDES = ("left", "center", "center", "right")
_HEIGHTS = ("top", "middle", "middle")
_BREAKS = ("", "td { word-break: break-all }")
_PAGES = ("size: A4; margin: 20mm", "size: A4; margin: 12mm 10mm", "size: A4 landscape; margin: 18mm", "size: Letter")


def draw_sheet(source: random.Random) -> str:
    """The style element of a page that is to be printed."""
    rules = (
        f"@page {{ {source.choice(_PAGES)} }}",
        f"body {{ font-family: {source.choice(_FAMILIES)} }}",
        source.choice(_BORDERS),
        source.choice(_WIDTHS),
        f"td {{ padding: {source.choice(_PADDINGS)}; font-size: {source.choice(_SIZES)}; line-height: {source.choice(_LEADINGS)} }}",
        f"td {{ text-align: {source.choice(_SIDES)}; vertical-align: {source.choice(_HEIGHTS)} }}",
        f"td p {{ {source.choice(_PARAGRAPHS)} }}",
        source.choice(_BREAKS),
    )
    return f"<style>{' '.join(rules)}</style>\n"
