"""The words that may stand after a number: SI units, money, counters; with dimension and factor, so that 度 is known for 千瓦时.

Counters are those of GB/T 15835 usage and of the standard grammar's list of measure words; each counter is a dimension of its own.
An author's words come in by `Units.extended`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: what it measures, and how many of the dimension's base unit one of it is."""

    word: str
    dimension: str
    factor: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Units:
    """All unit words known to a report, the author's own among them."""

    words: Mapping[str, Unit]

    def longest(self, text: str) -> str:
        """Return the longest unit word that the text begins with, or an empty text."""
        longest = min(len(text), _LONGEST)
        return next((text[:size] for size in range(longest, 0, -1) if text[:size] in self.words), "")

    def extended(self, units: Iterable[Unit]) -> Units:
        """Return these units with more."""
        return Units(MappingProxyType({**self.words, **{unit.word: unit for unit in units}}))

    def same_as(self, word: str, other: str, factor: Decimal = ONE) -> Unit:
        """Return a unit of that name which is `factor` of the other; raises KeyError when the other is not known."""
        known = self.words[other]
        return Unit(word, known.dimension, known.factor * factor)

    def comparable(self, one: str, other: str) -> bool:
        """Tell whether two unit words measure the same dimension; unknown words measure only themselves."""
        first, second = self.words.get(one), self.words.get(other)
        return one == other or (first is not None and second is not None and first.dimension == second.dimension)


_LONGEST = 8
"""No unit word is longer (平方千米每小时 would be seven)."""

_MEASURES: dict[str, str] = {
    "长度 (米)": "毫米 0.001 厘米 0.01 分米 0.1 米 1 千米 1000 公里 1000 里 500 海里 1852 mm 0.001 cm 0.01 m 1 km 1000",
    "面积 (平方米)": ("平方厘米 0.0001 平方米 1 公顷 10000 平方公里 1000000 平方千米 1000000 m² 1 km² 1000000 hm² 10000"),
    "体积 (立方米)": "立方厘米 0.000001 立方米 1 m³ 1 毫升 0.000001 升 0.001 mL 0.000001 L 0.001",
    "质量 (千克)": "毫克 0.000001 克 0.001 千克 1 公斤 1 斤 0.5 吨 1000 mg 0.000001 g 0.001 kg 1 t 1000",
    "能量 (千瓦时)": "瓦时 0.001 千瓦时 1 度 1 兆瓦时 1000 吉瓦时 1000000 kWh 1 MWh 1000 GWh 1000000",
    "功率 (千瓦)": "瓦 0.001 千瓦 1 兆瓦 1000 吉瓦 1000000 W 0.001 kW 1 MW 1000 GW 1000000",
    "热量 (焦耳)": "焦耳 1 千焦 1000 焦 1 kJ 1000 J 1",
    "时间 (秒)": "毫秒 0.001 秒 1 秒钟 1 分钟 60 小时 3600 个小时 3600 天 86400 日 86400 周 604800 星期 604800 s 1 min 60 h 3600",
    "历时 (月)": "个月 1 月 1 季度 3 个季度 3 年 12 周年 12 财年 12",
    "人民币 (元)": "元 1 角 0.1 分 0.01 元人民币 1 人民币 1",
    "美元": "美元 1",
    "欧元": "欧元 1",
    "港元": "港元 1 港币 1",
    "日元": "日元 1",
    "英镑": "英镑 1",
    "比率 (%)": "% 1 ％ 1 ‰ 0.1",
    "百分点": "个百分点 1 百分点 1",
    "倍数": "倍 1",
    "折扣": "折 1",
    "温度 (℃)": "℃ 1 摄氏度 1 °C 1",
    "数据 (字节)": "字节 1 KB 1024 MB 1048576 GB 1073741824 TB 1099511627776 PB 1125899906842624",
}

CURRENCY_CODES: dict[str, str] = {
    "RMB": "元", "CNY": "元", "USD": "美元", "US$": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元", "HK$": "港元",
}  # fmt: skip
"""Codes of money (ISO 4217, and RMB) with the words that a Chinese text has for them."""

_COUNTERS = (
    "个 名 家 所 位 人次 人 棵 株 颗 件 张 批 座 条 项 次 种 类 台 套 辆 艘 架 部 本 册 份 篇 幅 封 场 届 期 轮 支 只 头 匹 "
    "间 栋 幢 户 口 村 镇 县 市 省 站 处 片 块 枚 粒 瓶 箱 包 盒 袋 桶 杯 双 对 组 队 班 门 节 课时 课 字 页 行 单 笔 宗 起 例 "
    "岁 代 层 级 步 圈 票 席 人天 人日 人时 亩 顷 架次 车次 班次 人份 吨公里 吨标准煤 吨二氧化碳当量 标准箱 股 点 元/吨 道 根 "
    "面 顶 朵 丛 滴 把 副 款 样 则 句 首 集 回 遍 趟 顿 车 船 吨次 户次 家次 场次 章 卷 枝 盏 扇 盘 碗 餐 剂 针 针次 剂次 床 "
    "床位 工时 学时 小时次 件次 批次 频次 等级 号 名次 像素"
)
"""Counters and the like; 亩 (666.67 m²) counts as its own dimension, since its factor is not exact."""


def _standard() -> Units:
    words: dict[str, Unit] = {}
    for dimension, listed in _MEASURES.items():
        pieces = listed.split()
        words |= {word: Unit(word, dimension, Decimal(factor)) for word, factor in zip(pieces[::2], pieces[1::2], strict=True)}
    words |= {word: Unit(word, word) for word in _COUNTERS.split() if word not in words}
    return Units(MappingProxyType(words))


STANDARD = _standard()
"""The unit words that every report knows."""
