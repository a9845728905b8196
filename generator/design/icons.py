"""The house's icons: twenty-four signs of one stroke, drawn for it, each on a grid of 24 by 24 units with a round line of 1.5.

A sign is contours in the plain steps of a path: M and a place begins one, L draws to places, C by two handles to a place, Z closes;
O and a place and a radius is a circle. Every sign keeps two units from the grid's edge, and says one thing. Its name is what an author
writes, its key is for files and programs and never changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GRID, STROKE = 24, 1.5
"""The grid's side and the stroke's weight, in units of the grid."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A sign: its lasting key, its name, and its contours."""

    key: str
    name: str
    contours: str


_SIGNS = """
person 人
  O 12 7.5 3.75 M 4.5 20.5 C 5 16.2 8 14 12 14 C 16 14 19 16.2 19.5 20.5
elder 老人
  O 11 5.5 2.75 M 7 21 L 8.25 16 C 7.25 13 8.25 10.75 10.5 10.75 L 13 13.75 L 17 14.25 M 17 12 L 17 21 M 8.25 16 L 11.5
  17.5 L 12 21
child 儿童
  O 12 6 3 M 12 9.5 L 12 15 M 5.5 8.5 L 12 12 L 18.5 8.5 M 8 21 L 12 15 L 16 21
handshake 握手
  M 2.5 7 L 6 7 L 6 15.5 L 2.5 15.5 M 21.5 7 L 18 7 L 18 15.5 L 21.5 15.5 M 6 8.25 L 9.5 7.25 L 12.25 8 M 18 8.25 L
  13.75 7.25 L 9.75 10.75 C 9.25 12 10.75 13.25 12 12.5 L 14 11.25 L 18 14.5 M 6 14.5 L 10.5 17.75 C 11.25 18.25 12.25
  18.25 13 17.5 L 16 14.75
heart 心
  M 12 20.5 C 6.5 16.5 3 13.2 3 9 C 3 6.2 5.2 4 7.9 4 C 9.7 4 11.2 5 12 6.7 C 12.8 5 14.3 4 16.1 4 C 18.8 4 21 6.2 21 9
  C 21 13.2 17.5 16.5 12 20.5 Z
tree 树
  M 12 21.5 L 12 10 M 12 15.5 L 15.25 12.25 M 12 13 L 9.5 10.5 M 12 2.75 C 7.6 2.75 4.75 5.9 4.75 9.6 C 4.75 13.4 7.7 16
  12 16 C 16.3 16 19.25 13.4 19.25 9.6 C 19.25 5.9 16.4 2.75 12 2.75 Z
mountain 山
  M 2.5 19.5 L 9 6 L 13 14 L 15.5 10 L 21.5 19.5 Z M 6.9 10.5 L 9 12 L 11.1 10.4
water 水
  M 12 2.75 C 8.5 7.6 5.75 10.9 5.75 14.75 C 5.75 18.4 8.5 21.25 12 21.25 C 15.5 21.25 18.25 18.4 18.25 14.75 C 18.25
  10.9 15.5 7.6 12 2.75 Z M 9 14.75 C 9 16.6 10.2 17.9 12 18
power 电
  M 13.25 2.5 L 5 13.75 L 11.25 13.75 L 10.25 21.5 L 19 9.75 L 12.5 9.75 Z
lamp 灯
  M 9 17.25 C 9 14.75 6.25 13.5 6.25 9.25 C 6.25 5.75 8.8 3 12 3 C 15.2 3 17.75 5.75 17.75 9.25 C 17.75 13.5 15 14.75 15
  17.25 Z M 9.75 20.75 L 14.25 20.75 M 12 17 L 12 11.5
globe 地球
  O 12 12 9 M 3 12 L 21 12 M 12 3 C 9.3 5.6 8 8.7 8 12 C 8 15.3 9.3 18.4 12 21 C 14.7 18.4 16 15.3 16 12 C 16 8.7 14.7
  5.6 12 3 Z
village 村
  M 2.5 20.5 L 21.5 20.5 M 10.5 20.5 L 10.5 9.5 L 15.5 5 L 20.5 9.5 L 20.5 20.5 M 3.5 20.5 L 3.5 14 L 7 11 L 10.5 14 M
  14 20.5 L 14 15.5 L 17 15.5 L 17 20.5
house 房
  M 2.75 11 L 12 3.25 L 21.25 11 M 5.5 8.75 L 5.5 20.75 L 18.5 20.75 L 18.5 8.75 M 9.75 20.75 L 9.75 14 L 14.25 14 L
  14.25 20.75
school 学校
  M 2.5 20.75 L 21.5 20.75 M 4.5 20.75 L 4.5 12 L 12 8 L 19.5 12 L 19.5 20.75 M 12 8 L 12 2.75 L 16.25 4.25 L 12 5.75 M
  9.75 20.75 L 9.75 15.5 L 14.25 15.5 L 14.25 20.75
health 医
  M 9 3.25 L 15 3.25 L 15 9 L 20.75 9 L 20.75 15 L 15 15 L 15 20.75 L 9 20.75 L 9 15 L 3.25 15 L 3.25 9 L 9 9 Z
book 书
  M 12 6.5 C 9.8 5 6.8 4.25 3 4.25 L 3 18 C 6.8 18 9.8 18.75 12 20.25 C 14.2 18.75 17.2 18 21 18 L 21 4.25 C 17.2 4.25
  14.2 5 12 6.5 Z M 12 6.5 L 12 20.25
money 钱
  O 12 12 9 M 8.5 7 L 12 11.75 L 15.5 7 M 12 11.75 L 12 17.25 M 9 11.75 L 15 11.75 M 9 14.5 L 15 14.5
lorry 车
  M 4.75 17 L 2.5 17 L 2.5 6 L 14 6 L 14 17 L 9.25 17 M 14 9.5 L 18 9.5 L 21.5 13 L 21.5 17 L 19.75 17 M 15.25 17 L 14
  17 O 7 17.25 2.25 O 17.5 17.25 2.25
parcel 包裹
  M 12 2.75 L 20 7.25 L 20 16.75 L 12 21.25 L 4 16.75 L 4 7.25 Z M 4 7.25 L 12 11.75 L 20 7.25 M 12 11.75 L 12 21.25 M 8
  5 L 16 9.5
phone 手机
  M 8.5 2.5 L 15.5 2.5 C 16.6 2.5 17.5 3.4 17.5 4.5 L 17.5 19.5 C 17.5 20.6 16.6 21.5 15.5 21.5 L 8.5 21.5 C 7.4 21.5
  6.5 20.6 6.5 19.5 L 6.5 4.5 C 6.5 3.4 7.4 2.5 8.5 2.5 Z M 10.75 18 L 13.25 18
chart 图表
  M 3.25 3.25 L 3.25 20.75 L 20.75 20.75 M 8 16.75 L 8 12.5 M 12.75 16.75 L 12.75 8.5 M 17.5 16.75 L 17.5 4.75
flag 旗
  M 5 21.5 L 5 3 M 5 4.5 C 7.5 2.8 10 3.2 12.5 4.5 C 15 5.8 17.5 6.1 20 4.6 L 20 13.6 C 17.5 15.1 15 14.8 12.5 13.5 C 10
  12.2 7.5 11.8 5 13.5
calendar 日历
  M 3.5 5.5 L 20.5 5.5 L 20.5 20.75 L 3.5 20.75 Z M 3.5 10.25 L 20.5 10.25 M 8.25 2.75 L 8.25 7.25 M 15.75 2.75 L 15.75
  7.25 M 8.5 15.25 L 11 17.75 L 15.5 13.25
factory 工厂
  M 2.75 20.75 L 2.75 10.5 L 8.25 14 L 8.25 10.5 L 13.75 14 L 14.25 3.25 L 18.75 3.25 L 20.75 20.75 Z M 7 17.5 L 9 17.5
  M 13 17.5 L 15 17.5
"""
"""A sign: its key and its name, and under them, set in, its contours."""

_SIGN = re.compile(r"^(?P<key>\w+) (?P<name>\w+)\n(?P<contours>(?:  .*\n)+)", re.MULTILINE)

ICONS: dict[str, Icon] = {one["name"]: Icon(one["key"], one["name"], one["contours"]) for one in _SIGN.finditer(_SIGNS)}
"""The signs by the names that authors write."""
