"""Makes the PDF files beside it anew: `python -m tests.model.documents.pdf.make_fixtures`.

Needs LibreOffice Writer, Chromium and the fonts Droid Sans Fallback, whose outlines are small, and Noto CJK (Debian:
libreoffice-writer, chromium, fonts-droid-fallback, fonts-noto-cjk). The files differ in their bytes from run to run, not in what they say.
"""

import html
import subprocess
import tempfile
from pathlib import Path

from model.tables.forms import Layout
from tests.model.documents.pdf.forms import HEADINGS, PROSE, RARE, TITLE, Table, table_2_of_2019, table_2_of_2021, table_3, table_4

HERE = Path(__file__).parent
STYLE = "h1 { text-align: center; font-size: 18pt } h2 { font-size: 14pt } p { text-indent: 2em; line-height: 1.6 }"
FOOTERS = {
    "dashes": '<div title="footer"><p align="center">- <sdfield type="page" subtype="random" format="page">1</sdfield> -</p></div>',
    "words": '<div title="footer"><p align="center">第<sdfield type="page" subtype="random" format="page">1</sdfield>页 '
    '共<sdfield type="docstat" subtype="page" format="page">1</sdfield>页</p></div>',
}
ENCRYPT = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}}'
)


def html_table(table: Table, header: int = 0, attributes: str = "") -> str:
    """A table; its first `header` rows are repeated on each page."""
    lines = ["".join(f'<td rowspan="{cell.rows}" colspan="{cell.columns}">{html.escape(cell.text)}</td>' for cell in row) for row in table]
    head, body = ("".join(f"<tr>{line}</tr>" for line in part) for part in (lines[:header], lines[header:]))
    return f"<table {attributes}>{f'<thead>{head}</thead>' if header else ''}<tbody>{body}</tbody></table>"


def page(layout: Layout, style: str, header: int = 0, attributes: str = "", foot: str = "") -> str:
    """The report as a web page."""
    second = table_2_of_2021() if layout is Layout.OF_2021 else (table_2_of_2019(),)
    parts = (
        *(f"<p>{text}</p>" for text in PROSE[:3]),
        f"<h2>{HEADINGS[1]}</h2>",
        *(html_table(table, attributes=attributes) + "<br>" * (len(second) > 1) for table in second),
        f"<h2>{HEADINGS[2]}</h2>",
        html_table(table_3(layout), header, attributes),
        f"<h2>{HEADINGS[3]}</h2>",
        html_table(table_4(), attributes=attributes),
        f"<h2>{HEADINGS[4]}</h2>",
        f"<p>{PROSE[3]}</p>",
    )
    body = f"<h1>{TITLE}</h1><h2>{HEADINGS[0]}</h2>{''.join(parts)}{foot}"
    return f'<html><head><meta charset="utf-8"><title>{TITLE[:3]}</title><style>{STYLE}{style}</style></head><body>{body}</body></html>'


def by_chromium(name: str, text: str, *options: str) -> None:
    """Prints a page with Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        # Its path is printed at the foot of the pages.
        source = Path(tempfile.gettempdir(), "report.html")
        source.write_text(text, encoding="utf-8")
        program = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-pdf-tagging", f"--user-data-dir={folder}/profile"]
        subprocess.run([*program, *options, f"--print-to-pdf={HERE / name}", source.as_uri()], check=True, capture_output=True)
        source.unlink()


def by_writer(name: str, text: str, form: str = "pdf") -> None:
    """Exports a page with LibreOffice Writer."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, name).with_suffix(".html")
        source.write_text(text, encoding="utf-8")
        program = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)"]
        subprocess.run([*program, "--convert-to", form, "--outdir", str(HERE), str(source)], check=True, capture_output=True)


def main() -> None:
    """Makes all of them, one after the other."""
    family = "body, td, h1, h2 { font-family: 'Droid Sans Fallback' } h1, h2 { font-weight: normal } "
    collapsed = (
        "@page { size: A4 } table { border-collapse: collapse; width: 100%; font-size: 10.5pt }td { border: 1px solid black; padding: 3pt }"
    )
    by_chromium("chromium-2021.pdf", page(Layout.OF_2021, family + collapsed))
    separate = (
        "@page { size: A4 landscape; margin: 20mm } table { border: 1px solid gray; border-spacing: 2px; width: 100% }"
        "td { border: 1px solid gray; font-size: 11pt } h2 { text-shadow: 0.3px 0 black }"
        ".mark { position: fixed; top: 40%; left: 30%; transform: rotate(-30deg); font-size: 40pt; color: #eee }"
    )
    mark = '<div class="mark">内部资料</div>'
    by_chromium("chromium-2019.pdf", page(Layout.OF_2019, family + separate, foot=mark), "--no-pdf-header-footer")
    bare = "table { border-collapse: collapse; width: 100%; font-size: 8pt } td { padding: 2pt 6pt }"
    by_chromium("chromium-unruled.pdf", page(Layout.OF_2021, family + bare), "--no-pdf-header-footer")
    noto = "body { font-family: 'Noto Sans CJK SC' } table { border-collapse: collapse } td { border: 2px dashed black }"
    by_chromium(
        "chromium-noto.pdf", f'<meta charset="utf-8"><style>{noto}</style><p>{RARE}</p>{html_table(table_4())}', "--no-pdf-header-footer"
    )
    justified = family + "p { text-align: justify } td, td p { font-size: 9pt; text-indent: 0; text-align: center }"
    ruled = 'border="1" cellspacing="0" cellpadding="3" width="100%"'
    by_writer("writer-2021.pdf", page(Layout.OF_2021, justified, attributes=ruled, foot=FOOTERS["dashes"]))
    open_sides = 'rules="all" frame="hsides" border="1" cellspacing="0" cellpadding="3" width="100%"'
    by_writer("writer-2019.pdf", page(Layout.OF_2019, justified, header=3, attributes=open_sides, foot=FOOTERS["words"]))
    by_writer("encrypted.pdf", "<p>geheim</p>", ENCRYPT)


if __name__ == "__main__":
    main()
