"""A pie: the parts of one whole as slices of a disc."""

from generator.charts.kind import Kind, Native
from generator.charts.native import Marks, NativeForm
from generator.charts.shapes import discs

KIND = Kind("饼图", discs.RULES, discs.drawn(0), Native(NativeForm("PIE", Marks.SLICES), discs.fill, discs.plot))
