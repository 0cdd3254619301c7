import pytest

from model.tables.forms import Layout, form, own_words


def test_the_layouts_of_table_2_differ_in_headers_and_rows() -> None:
    assert own_words(form("table2", Layout.OF_2019)) >= {
        "本年新制作数量",
        "对外公开总数量",
        "本年增减",
        "其他对外管理服务事项",
        "政府集中采购",
    }
    assert own_words(form("table2", Layout.OF_2021)) >= {"本年制发件数", "现行有效件数", "本年处理决定数量", "行政规范性文件"}


@pytest.mark.parametrize("word", ["规章", "规范性文件", "处理决定数量", "行政许可", "其他处理", "总计", "其他"])
def test_a_word_that_stands_in_both_layouts_is_neither_s_own(word: str) -> None:
    assert not any(word in own_words(form(table, layout)) for table in ("table2", "table3") for layout in Layout)


def test_table_4_has_but_one_layout() -> None:
    assert "结果维持" in own_words(form("table4", Layout.OF_2021))
