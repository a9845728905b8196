"""What a spreadsheet's strings stand for: `_x0041_` is A, and `_x005F_x0041_` is what an author wrote as `_x0041_`.

In: a string of a workbook or of a chart (ST_Xstring, ECMA-376 Part 1, 22.9.2.19). Out: the text that it stands for.
"""

import re

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")


def decoded(text: str) -> str:
    """Return the text that a string stands for."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text
