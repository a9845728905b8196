"""Cards: figures that share nothing but their theme, each a big number over its name, on one grid of columns."""

from generator.charts.honesty import has_data
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes import card_grid

KIND = Kind("数字卡片", (has_data,), Drawn(card_grid.height, card_grid.height, card_grid.draw))
