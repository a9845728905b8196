"""Words that print beside numerals, as data: qualifiers before, scales and measure words after (GB/T 15835-2011; T11, T12).

In: nothing. Out: tuples of words. What a word means is not asked: units of the SI and those beside it follow GB 3100—1993 and
GB 3101—1993, counters the usage of GB/T 15835. A printed figure tells its own unit besides, listed here or not.
"""

from __future__ import annotations

QUALIFIERS = (
    *(
        "不超过",
        "不少于",
        "不低于",
        "不高于",
        "不多于",
        "不小于",
        "不大于",
        "接近",
        "将近",
        "超过",
        "超出",
        "大约",
        "大概",
        "约为",
    ),
    *("约合", "约占", "不足", "不到", "不满", "至少", "至多", "最多", "最少", "高达", "多达", "低于", "高于", "少于", "多于"),
    *("大于", "小于", "逾", "超", "近", "约", "第"),
)
"""What cannot stand without the number that follows."""

VAGUELY = "近逾超约过上"
"""What makes a number of a scale alone: 近百家, 上亿人."""

AFTER = "多余来"
"""What stands between a number and its unit: 20多个, 200余所."""

SCALES = "[十百千]?[万亿]+|[十百千](?![分克卡伏焦瓦米牛帕赫])"
"""A pattern: 万亿, 千万, 亿 and so on; the 千 of 千瓦 and the 百 of 百分点 are none."""
OWN_SCALES = ("万", "亿")
"""What a number may end with besides its digits (GB/T 15835-2011: 十, 百 and 千 it may not)."""

LENGTHS = "纳米 微米 毫米 厘米 公分 分米 米 千米 公里 里 海里 英寸 英尺 英里"
AREAS = "平方毫米 平方厘米 平方米 平米 平方公里 平方千米 公顷 顷 亩 平方英里 平方英尺"
VOLUMES = "立方厘米 立方分米 立方米 立方千米 立方公里 毫升 升 方"
MASSES = "微克 毫克 克 千克 公斤 斤 吨 公吨 吨二氧化碳当量 千克二氧化碳当量 吨二氧化碳 千克二氧化碳 吨标准煤 千克标准煤 克标准煤"
ENERGIES = "瓦时 千瓦时 兆瓦时 吉瓦时 瓦 千瓦 兆瓦 吉瓦 伏安 千伏安 兆伏安 焦耳 千焦 兆焦 吉焦 焦 卡 千卡 大卡 伏 千伏 安 安培"
OTHERS = "赫兹 千赫 兆赫 吉赫 帕 百帕 千帕 兆帕 牛 千牛 分贝 勒克斯 毫希沃特 微希沃特 摩尔 毫摩尔 摄氏度 华氏度 度 字节 比特 像素 标准箱"
TIMES = (
    "微秒 毫秒 秒 秒钟 分 分钟 时 小时 个小时 天 日 周 星期 个月 月 月份 季 季度 个季度 年 周年 财年 年度 年代 世纪 "
    "课时 工时 学时"
)
MONEY = "元 元人民币 人民币 角 美元 美金 欧元 港元 港币 澳元 加元 日元 韩元 英镑 卢布 卢比 法郎 瑞士法郎 新元 泰铢"
SHARES = "个百分点 百分点 个基点 基点 倍 成 折 番 % ％ ‰ ℃ ℉ ° ′ ″"
COUNTERS = (
    "人次 人份 人天 人日 人月 人年 人时 辆次 台次 台时 台班 车公里 吨公里 人公里 床日 学分 架次 车次 班次 户次 家次 场次 章 件次 批次 "
    "频次 吨次 小时次 针次 剂次 名次 床位 等级 平方"
)
SINGLES = (
    "个人家户名所位棵株颗件张批座条项次种类台套辆艘架部本册份篇幅封场届期轮支只头匹间栋幢口村镇乡县市省区国站处片块枚粒瓶箱包盒袋桶杯双对"
    "组队班门节课字页行单笔宗起例岁代层级段步圈票席股点道根面顶朵丛滴把副款样则句首集回遍趟顿车船卷枝盏扇盘碗餐剂针号床"
)
"""Counters of one character."""

UNITS = tuple(
    dict.fromkeys(f"{LENGTHS} {AREAS} {VOLUMES} {MASSES} {ENERGIES} {OTHERS} {TIMES} {MONEY} {SHARES} {COUNTERS}".split())
) + tuple(SINGLES)
"""Measure words, in no order."""
