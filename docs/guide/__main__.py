"""Write the author's guide: `python -m docs.guide`."""

from docs.guide.assembly import TARGET, guide

TARGET.write_text(guide(), encoding="utf-8")
