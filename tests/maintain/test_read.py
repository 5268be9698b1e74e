"""`read` with a reader that somebody has mended shows what comes of it, before it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DOCUMENT = "101: Dock is busy\n102: Gate is shut\n103: Storm\n\nSee 104: the pier.\n"
READER = """\
reader:
  format: text_lines
  code_set: api
  pattern: "[0-9]{3}"
  separator: sign
"""


def _read(folder: Path, capsys: pytest.CaptureFixture[str], reader: str) -> tuple[int, str]:
    document, file = folder / "errors.txt", folder / "reader.yml"
    document.write_text(DOCUMENT, "utf-8")
    if reader:
        file.write_text(reader, "utf-8")
    done = main(["read", str(document), "--reader", str(file)])
    said = capsys.readouterr()
    return done, said.out + said.err


def test_a_given_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is read as the file says, and what that leaves over is said; mended, nothing is."""
    done, told = _read(tmp_path, capsys, READER)
    assert done == 1
    assert f"as {tmp_path / 'reader.yml'} says" in told
    assert "3 rows, 3 codes" in told
    assert "1 line (5)" in told
    done, told = _read(tmp_path, capsys, f'{READER}  prose: ["See 104: the pier."]\n')
    assert done == 0
    assert "Every line of the document is accounted for." in told


def test_no_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that there is not, or that is no reader, is said, with the file."""
    done, told = _read(tmp_path, capsys, "")
    assert (done, "reader.yml: there is no such file." in told) == (1, True)
    done, told = _read(tmp_path, capsys, "reader:\n  format: cuneiform\n")
    assert (done, 'there is no "cuneiform"' in told) == (1, True)
