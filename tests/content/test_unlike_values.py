"""Values of one figure that are not alike are pointed out once, where the later stands, unless their author says why."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ("2019年: 28亿元, 2020年: 34亿元", ""),
        ("2019年: 28亿元, 2020年: 34家", "units"),
        ("2019年: 28亿元, 2020年: 34万元", "leap"),
        ("2020年: 34万元, 2019年: 28亿元", "leap"),
        ("2019年: 28亿元, 2020年: 2800万元", ""),
        ("2010年: 7.6万棵, 2020年: 2.2亿棵", ""),
        ("2010年: 7.6万棵, 2020年: 22亿棵", "leap"),
        ("2019年: 3吨, 2020年: 2500千克", ""),
        ("2019年: 300度, 2020年: 280千瓦时", ""),
        ("2019年: 250万商家, 2020年: 300万品牌", "units"),
        ("2019年: 250万商家, 2020年: 300万商家", ""),
        ("2019年: -3万元, 2020年: 4亿元", "leap"),
        ("2019年: 0家, 2020年: 34万家", ""),
        ("2019年: 数亿元, 2020年: 34家", ""),
        ("2019年: 未披露, 2020年: 34家", ""),
        ("2018年: 28亿元, 2019年: 34家, 2020年: 30亿元", "units"),
        ("2018年: 1家, 2019年: 200家, 2020年: 2万家", ""),
        ("2019年: 28亿元, 2020年: {value: 34万元, because: 口径改为净额}", ""),
    ],
)
def test_a_value_unlike_its_neighbour_in_time_is_pointed_out(author, whole, values, kind) -> None:
    report, found = author(whole.replace("2013年: 20个, 2020年: 5425个", values))
    assert len(found) == bool(kind)
    assert report is not None
    for one in found:
        assert f"warning: unlike-values.{kind} figure=淘宝村" in one
        assert "unlike-values.because" in one
