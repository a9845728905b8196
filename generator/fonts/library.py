"""The faces that the house owns, by key; which file holds which is decided here and nowhere else.

In: a key ("sans-regular", "sans-bold", "serif-bold", and each of them with `MORE` for its supplement). Out: a face, opened when first
asked. The supplements have what the others lack: letters of Europe beyond the common ones, signs, rare Han. The files lie in `fonts/` of a
checkout, in `generator/fonts/files/` of an installed wheel.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.fonts.face import Face
from generator.fonts.offer import Fonts

INSTALLED = Path(__file__).parent / "files"
CHECKOUT = Path(__file__).parent.parent.parent / "fonts"

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"

FACES: tuple[tuple[str, str, bool, str], ...] = (
    ("sans-regular", SANS, False, "NotoSansSC_400Regular.ttf"),
    ("sans-bold", SANS, True, "NotoSansSC_700Bold.ttf"),
    ("serif-bold", SERIF, True, "NotoSerifSC_700Bold.ttf"),
)
"""Key, family (name id 1), whether bold, file."""

MORE = "-more"
"""What the key of a supplement adds to that of the face beside which it stands."""

SANS_MORE = "Jianbao Sans"
SERIF_MORE = "Jianbao Serif"

SUPPLEMENTS: tuple[tuple[str, str, bool, str], ...] = (
    ("sans-regular" + MORE, SANS_MORE, False, "JianbaoSans_400Regular.ttf"),
    ("sans-bold" + MORE, SANS_MORE, True, "JianbaoSans_700Bold.ttf"),
    ("serif-bold" + MORE, SERIF_MORE, True, "JianbaoSerif_700Bold.ttf"),
)

SYSTEM = {SANS: "微软雅黑", SERIF: "宋体", SANS_MORE: "Segoe UI", SERIF_MORE: "Times New Roman"}
"""The families that stand for the house's own on every Windows and in WPS, by the names that Chinese programs write."""


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All faces by key; like its faces, itself alone. `supplemented` tells that its faces have their supplements at hand."""

    faces: Mapping[str, Face]
    supplemented: bool = False

    @classmethod
    def open(cls, folder: Path | None = None) -> Library:
        """Return the library of a folder, by default the house's own; no file is touched before a face is asked something."""
        place = folder or (INSTALLED if INSTALLED.is_dir() else CHECKOUT)
        return cls({key: Face(key, family, bold, place / file) for key, family, bold, file in FACES})

    def with_supplements(self) -> Library:
        """Return the library whose faces have their supplements at hand; one that has them itself."""
        if self.supplemented:
            return self
        folder = next(iter(self.faces.values())).path.parent
        more = {key: Face(key, family, bold, folder / file) for key, family, bold, file in SUPPLEMENTS}
        return Library(_linked(dict(self.faces) | more), supplemented=True)

    @property
    def styled(self) -> tuple[Face, ...]:
        """The faces that a style may name: all but the supplements, which stand beside one of them."""
        return tuple(face for key, face in self.faces.items() if not key.endswith(MORE))

    def face(self, key: str) -> Face:
        """Return the face of a key; KeyError when the house has none of that name."""
        return self.faces[key]

    def offered(self, fonts: Fonts) -> Library:
        """Return the library by the names that a deck uses: the system's, measured by the house's own faces, or its own."""
        if fonts is not Fonts.SYSTEM:
            return self
        named = {key: replace(face, family=SYSTEM[face.family]) for key, face in self.faces.items()}
        return Library(_linked(named), supplemented=self.supplemented)

    def files(self) -> dict[tuple[str, bool], Path]:
        """Return the file of each face by family and weight, for readers that measure by their own means."""
        return {(face.family, face.bold): face.path for face in self.faces.values()}


def _linked(faces: Mapping[str, Face]) -> dict[str, Face]:
    """Return faces by key, each with the supplement that is among them."""
    return {key: replace(face, supplement=faces[key + MORE]) if key + MORE in faces else face for key, face in faces.items()}
