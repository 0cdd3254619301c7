"""Makes the PDF files beside it anew, from the seeds of their reports: `python -m tests.training.roundtrip.make_fixtures`.

Needs LibreOffice Writer, Chromium and the fonts Droid Sans Fallback and Noto CJK (Debian: libreoffice-writer, chromium,
fonts-droid-fallback, fonts-noto-cjk). They are to be made anew when the generator draws other reports.
"""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from training.roundtrip import drawn_reports, write_file

HERE = Path(__file__).parent
FIXTURES = {"docx-pdf": (0, 1), "html-pdf": (1, 39)}
"""The numbers of the reports in each form."""


def main() -> None:
    """Makes all of them, one after the other."""
    for form, numbers in FIXTURES.items():
        for number in numbers:
            _, report, source = next(islice(drawn_reports(form, number + 1), number, None))
            with TemporaryDirectory() as folder:
                (HERE / f"{form}-{number}.pdf").write_bytes(write_file(form, report, source, Path(folder)).read_bytes())


if __name__ == "__main__":
    main()
