"""Mutations of a content as lines and characters: what slips of an editor's hand leave, and what a clipboard brings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.mutation.pools import CHARACTERS, CONFUSED, PERIODS, QUANTITIES, SENTENCES

Mutation = Callable[[Random, str], str]


def _lines(change: Callable[[Random, list[str], int], None]) -> Mutation:
    """A mutation at a line that is not blank."""

    def mutate(chance: Random, text: str) -> str:
        lines = text.split("\n")
        chosen = [number for number, line in enumerate(lines) if line.strip()]
        if chosen:
            change(chance, lines, chance.choice(chosen))
        return "\n".join(lines)

    return mutate


def _delete(_chance: Random, lines: list[str], at: int) -> None:
    del lines[at]


def _duplicate(_chance: Random, lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _move(chance: Random, lines: list[str], at: int) -> None:
    line = lines.pop(at)
    lines.insert(chance.randrange(len(lines) + 1), line)


def _swap(chance: Random, lines: list[str], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _block(lines: list[str], at: int) -> int:
    """Return where the lines end that belong to a line by their indent."""
    depth, end = _depth(lines[at]), at + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    return end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _delete_block(_chance: Random, lines: list[str], at: int) -> None:
    del lines[at : _block(lines, at)]


def _duplicate_block(chance: Random, lines: list[str], at: int) -> None:
    block = lines[at : _block(lines, at)]
    lines[at:at] = block * chance.choice((1, 1, 1, 2, 12))


def _move_block(chance: Random, lines: list[str], at: int) -> None:
    end = _block(lines, at)
    block = lines[at:end]
    del lines[at:end]
    place = chance.randrange(len(lines) + 1)
    lines[place:place] = block


def _indent(chance: Random, lines: list[str], at: int) -> None:
    lines[at] = " " * chance.choice((1, 2, 4)) + lines[at]


def _outdent(chance: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].removeprefix(" " * min(_depth(lines[at]), chance.choice((1, 2, 4))))


def _tab(_chance: Random, lines: list[str], at: int) -> None:
    lines[at] = "\t" + lines[at].lstrip()


def _comment(_chance: Random, lines: list[str], at: int) -> None:
    lines[at] = "# " + lines[at]


def _join(_chance: Random, lines: list[str], at: int) -> None:
    if at + 1 < len(lines):
        lines[at : at + 2] = [lines[at] + lines[at + 1].lstrip()]


def _break(chance: Random, lines: list[str], at: int) -> None:
    place = chance.randrange(len(lines[at]))
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]]


def _blank(_chance: Random, lines: list[str], at: int) -> None:
    lines.insert(at, "")


def _no_key(_chance: Random, lines: list[str], at: int) -> None:
    lines[at] = re.sub(r"^(\s*(?:- )?)[^:]+: ?", r"\1", lines[at])


def _no_value(_chance: Random, lines: list[str], at: int) -> None:
    lines[at] = re.sub(r"(:) .*", r"\1", lines[at])


def _no_space(_chance: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].replace(": ", ":", 1).replace("- ", "-", 1)


def _quoted(chance: Random, lines: list[str], at: int) -> None:
    left, right = chance.choice(('""', "''", "“”", "‘’", '"”', "「」", '"\n', "|\n", "> "))[:2].ljust(2)
    lines[at] = re.sub(r"(: )(.*)", lambda found: found[1] + left + found[2] + right, lines[at])


def _sentence(chance: Random, lines: list[str], at: int) -> None:
    lines[at] += chance.choice(SENTENCES)


def _long(chance: Random, lines: list[str], at: int) -> None:
    lines[at] += lines[at].strip() * chance.choice((2, 5, 40))


def _characters(change: Callable[[Random, str, int], str]) -> Mutation:
    """A mutation at a character."""
    return lambda chance, text: change(chance, text, chance.randrange(len(text))) if text else text


def _without(_chance: Random, text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


def _with(chance: Random, text: str, at: int) -> str:
    return text[:at] + chance.choice(CHARACTERS) + text[at:]


def _exchanged(_chance: Random, text: str, at: int) -> str:
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _truncated(_chance: Random, text: str, at: int) -> str:
    return text[:at]


def _found(pattern: str, change: Callable[[Random, str], str]) -> Mutation:
    """A mutation of one place where a pattern is found."""

    def mutate(chance: Random, text: str) -> str:
        found = [*re.finditer(pattern, text)]
        if not found:
            return text
        one = chance.choice(found)
        return text[: one.start()] + change(chance, one[0]) + text[one.end() :]

    return mutate


def _digits(chance: Random, old: str) -> str:
    new = (
        str(int(old) * chance.choice((10, 100, 10**9))), old[:-1], "0", f"-{old}", f"{old}.{old}", f"0{old}",
        f"{old}多", f"{old},{old}",
        str(chance.randrange(10**6)), old[::-1], f"{old}—{old}", f"{old}/{old}",
        "".join("〇一二三四五六七八九"[int(one)] for one in old),
    )  # fmt: skip
    return chance.choice(new)


def _reference(chance: Random, old: str) -> str:
    name = old.strip("【】")
    new = (
        name, f"【{name}", f"{name}】", f"[{name}]", f"【{name}】" * 2, f"【{name}@2020年】", f"【{name}:时期】",
        f"【{name}:数】个", f"【{name}:名】",
        f"【{name[:-1]}】", f"【{name}】%", f"约【{name}】", f"1【{name}】", f"【{name}】万", f"-【{name}】",
        f"**【{name}】**", f"【 {name} 】", f"《【{name}】》",
        f"增至【{name}】", f"同比下降【{name}】", f"【{name}】多", f"【{name}:单位】", f"{name}【{name}】",
        f"【{name}@】", f"【\n{name}】", "【】", f"\\【{name}】",
    )  # fmt: skip
    return chance.choice(new)


def _from(pool: tuple[str, ...]) -> Callable[[Random, str], str]:
    return lambda chance, _old: chance.choice(pool)


def _confused(chance: Random, old: str) -> str:
    return CONFUSED[old] if old in CONFUSED else chance.choice(CHARACTERS)


def _decomposed(_chance: Random, text: str) -> str:
    return unicodedata.normalize("NFD", text).replace("\n", "\r\n")


def _other_name(chance: Random, text: str) -> str:
    """Make one name another of the file's, in one place or in all."""
    names = re.findall(r"【([^】@:\n]+)", text)
    if not names:
        return text
    old, new = chance.choice(names), chance.choice(names)
    return text.replace(old, new, chance.choice((1, -1)))


LINE_KINDS: dict[str, Mutation] = {
    "a line deleted": _lines(_delete),
    "a line twice": _lines(_duplicate),
    "a line moved": _lines(_move),
    "two lines exchanged": _lines(_swap),
    "a block deleted": _lines(_delete_block),
    "a block repeated": _lines(_duplicate_block),
    "a block moved": _lines(_move_block),
    "an indent more": _lines(_indent),
    "an indent less": _lines(_outdent),
    "a tab": _lines(_tab),
    "a line commented out": _lines(_comment),
    "two lines joined": _lines(_join),
    "a line broken": _lines(_break),
    "a blank line": _lines(_blank),
    "a key lost": _lines(_no_key),
    "a value lost": _lines(_no_value),
    "a space lost": _lines(_no_space),
    "a value quoted": _lines(_quoted),
    "a sentence added": _lines(_sentence),
    "a line made long": _lines(_long),
    "a character lost": _characters(_without),
    "an odd character": _characters(_with),
    "two characters exchanged": _characters(_exchanged),
    "the end lost": _characters(_truncated),
    "digits changed": _found(r"\d+", _digits),
    "a reference changed": _found(r"【[^】\n]*】", _reference),
    "a name changed": _other_name,
    "a quantity changed": _found(r"(?<=年: )[^,}\n]+", _from(QUANTITIES)),
    "a period changed": _found(r"(?:截至)?20\d\d(?:年(?:\d+月|底)?|财年)(?=: )", _from(PERIODS)),
    "a period of a reference changed": _found(r"(?<=@)[^】:\n]+", _from(PERIODS)),
    "a character confused": _found("[" + re.escape("".join(one for one in CONFUSED)) + "]", _confused),
    "decomposed, with other line ends": _decomposed,
}
