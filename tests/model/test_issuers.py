import pytest

from model.characters import fold
from model.facts import Entity
from model.issuers import completes, issuers

TITLE = "天门岭市交通运输局2024年政府信息公开工作年度报告\n"
FURNITURE = "发布日期：2025-01-20　来源：本站　浏览次数：1283　字体：【大 中 小】　打印\n"


def names(text: str, *tagged: str) -> list[str]:
    """The mentions of the issuer where these words were tagged, each where it comes first."""
    entities = sorted(
        (Entity("ISSUER", text.index(one), text.index(one) + len(one), one, 0.5) for one in tagged), key=lambda one: one.start
    )
    found = issuers(text, fold(text), entities)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("天门岭市交通运输局2024年政府信息公开工作年度报告", "天门岭市交通运输局"),
        ("２０２４年度白塔区教育局政府信息公开工作年度报告", "白塔区教育局"),
        ("二〇一二年望浦县人民政府信息公开年报", "望浦县人民政府"),
        ("二OO九年度白塔区教育局政府信息公开年报", "白塔区教育局"),
        ("望浦县政府信息公开年度报告", "望浦县"),
        ("关于云定县人民政府2019年度政府信息公开工作情况的报告", "云定县人民政府"),
        ("现将海江大学2019-2020学年信息公开年度报告公布", "海江大学"),
        ("滨江市地方税务局 2012 年政府信息公开年度报告", "滨江市地方税务局"),
        ("全州县对外经济贸易局2012年政府信息公开年度报告", "全州县对外经济贸易局"),
        ("对外经济贸易局2012年政府信息公开年度报告", "对外经济贸易局"),
        ("白塔区教育局\n2019年政府信息公开工作年度报告", "白塔区教育局"),
        ("度假区管理委员会2019年政府信息公开年报", "度假区管理委员会"),
        ("2019年度假区管理委员会政府信息公开年报", "度假区管理委员会"),
        ("现代农业局2019年政府信息公开年报", "现代农业局"),
    ],
)
def test_a_title_names_the_issuer_where_nothing_was_tagged(title: str, name: str) -> None:
    assert names(f"{title}\n{FURNITURE}一、总体情况\n公开信息3条。") == [name]


@pytest.mark.parametrize(
    "line",
    [
        "关于转发市政府办公室2021年政府信息公开工作年度报告的通知",
        "白塔区教育局关于转发区政府2021年政府信息公开年度报告的通知",
        "关于对白塔区教育局2020年政府信息公开年度报告的审核意见",
        "全县政府信息公开工作年度报告",
        "2019年政府信息公开工作年度报告",
        "政府信息公开年报",
        "市政府信息公开年报",
        "本局2019年政府信息公开年报",
        "现将我局2019年度政府信息公开工作情况报告如下",
        "2015年度政府信息公开年报",
        "省级政府信息公开工作年度报告",
        "河东省政府信息公开年报集群发布平台",
        "首页 > 教育局 > 年报",
    ],
)
def test_a_title_without_the_name_of_its_issuer_gives_none(line: str) -> None:
    assert names(line) == []


def test_opening_and_box_name_it_where_the_title_does_not() -> None:
    assert names("本报告由白塔区教育局按照《条例》编制。") == ["白塔区教育局"]
    assert names("发布机构：\t白塔区教育局\t成文日期：\t2020-01-18") == ["白塔区教育局"]


def test_a_box_that_names_another_body_is_left_out() -> None:
    assert names(f"发布机构：天门岭市人民政府办公室\n{TITLE}") == ["天门岭市交通运输局"]
    assert names("发布机构：天门岭市交通运输局\n交通运输局2024年政府信息公开工作年度报告") == ["天门岭市交通运输局", "交通运输局"]


@pytest.mark.parametrize("tagged", [["天门岭"], ["天", "门岭市交通运输局"], ["天门岭市交通运输局202"], ["岭市"]])
def test_what_was_tagged_of_the_name_in_the_title_is_the_whole_name(tagged: list[str]) -> None:
    assert names(TITLE, *tagged) == ["天门岭市交通运输局"]


def test_a_fragment_of_the_name_is_the_whole_wherever_it_stands() -> None:
    text = f"{TITLE}根据要求,天门岭市交通运输局编制本报告。"
    found = issuers(text, fold(text), [Entity("ISSUER", text.rindex("门岭"), text.rindex("门岭") + 2, "门岭", 0.5)])
    assert [one.text for one in found] == ["天门岭市交通运输局"] * 2


@pytest.mark.parametrize("words", ["现将", "现由", "关于"])
def test_words_that_lead_up_to_a_tagged_name_are_no_part_of_it(words: str) -> None:
    assert names(f"{words}白塔区教育局有关情况公布如下。", "白塔区教育局") == ["白塔区教育局"]


@pytest.mark.parametrize("name", ["白塔区图书馆", "望浦县电视台", "海江大学校团委"])
def test_a_tagged_name_that_is_whole_is_not_lengthened(name: str) -> None:
    assert names(f"{name}共办理借书证300张。", name) == [name]


def test_a_name_in_a_sentence_needs_a_tag() -> None:
    assert names(f"{TITLE}天门岭市交通运输局公开信息3条。") == ["天门岭市交通运输局"]


def test_the_longer_name_of_another_body_is_not_cut() -> None:
    assert names("望浦县2009年政府信息公开年度报告\n望浦县教育局公开信息", "望浦县教育局") == ["望浦县", "望浦县教育局"]


@pytest.mark.parametrize(
    ("name", "longer", "same"),
    [
        ("交通局", "青川县交通局", True),
        ("县交通局", "青川县交通局", True),
        ("青川县", "青川县人民政府", True),
        ("青川县", "青川县交通局", False),
        ("青川县人民政府", "青川县人民政府办公室", False),
        ("青川县交通局", "公布青川县交通局", False),
        ("门岭市", "天门岭市", False),
        ("市人社局", "柳浦市人力资源和社会保障局", True),
        ("双河市国资委", "双河市人民政府国有资产监督管理委员会", True),
        ("市府办", "柳浦市人民政府办公室", True),
        ("市交通局", "柳浦市教育局", False),
        ("青川县政府", "青川县人民政府办公室", False),
        ("市局", "柳浦市教育局", False),
        ("市市监局", "柳浦市市场监督管理局", True),
        ("市城管局", "柳浦市城市管理局", True),
        ("双河市人民政府", "双河市大安镇人民政府", False),
        ("青川省人民政府", "青川省双河市人民政府", False),
    ],
)
def test_a_longer_name_is_the_same_with_its_place_or_its_government_or_unshortened(name: str, longer: str, same: bool) -> None:
    assert completes(name, longer) is same


@pytest.mark.parametrize("name", ["县残联", "市妇联", "区科协"])
def test_short_names_of_associations_are_whole(name: str) -> None:
    assert names(f"一、总体情况\n{name}在政府网站公开信息3条。", name) == [name]


@pytest.mark.parametrize(
    ("name", "tagged"),
    [("县残疾人联合会", "县残疾人联"), ("市科学技术协会", "市科学技术协"), ("区工商业联合会", "区工商业联"), ("县残联", "县残")],
)
def test_names_of_associations_are_completed(name: str, tagged: str) -> None:
    assert names(f"一、总体情况\n{name}在政府网站公开信息3条。", tagged) == [name]
