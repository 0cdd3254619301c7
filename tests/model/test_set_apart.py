"""Counts that their own words set apart from the record."""

import pytest

from tests.support import found, stated

SET_APART = {
    "lawsuits that have nothing to do with disclosure": (
        "[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total]件。另有土地确权[行政诉讼|REMEDY][5|REMEDY_COUNT=other]件与信息公开无关。"
    ),
    "what is not counted in": "[收到|REQUEST_EVENT]申请[8|REQUEST_COUNT=requests.received]件;热线转来的[3|REQUEST_COUNT=other]件未计入。",
    "what is not counted in a year": (
        "[收到|REQUEST_EVENT]申请[8|REQUEST_COUNT=requests.received]件;热线转来的[3|REQUEST_COUNT=other]件未计入2021年总数。"
    ),
    "an average": "[政府公报|DISCLOSURE_ITEM][6|DISCLOSURE_COUNT=disclosure.gazette_issues]期,每期赠阅[3500|DISCLOSURE_COUNT=other]份。",
    "the highest one": "[阅读量|DISCLOSURE_ITEM][86000|DISCLOSURE_COUNT=website.reads]次,单篇最高[9000|DISCLOSURE_COUNT=other]次。",
    "a year's average for each": "人均每年[办理|REQUEST_EVENT]申请近[30|REQUEST_COUNT=other]件。",
    "one month": "12月份一个月的[发布量|DISCLOSURE_ITEM]就有[310|DISCLOSURE_COUNT=other]条。",
    "quarters": "[公开|DISCLOSURE_ITEM]信息按季度看依次为[1502|DISCLOSURE_COUNT=other]条。",
    "a plan": "计划明年开展业务[培训|WORK_ITEM][2|WORK_COUNT=other]次以上。",
    "a plan and who is to take part": "拟举办[培训|WORK_ITEM]班[3|WORK_COUNT=other]期,[培训|WORK_ITEM][200|WORK_COUNT=other]人次。",
    "what the next year will see": "下一年度组织[新闻发布会|DISCLOSURE_ITEM][3|DISCLOSURE_COUNT=other]场。",
    "what will be held": "将继续开展[培训|WORK_ITEM][2|WORK_COUNT=other]次。",
    "people of a meeting": "召开政务公开调度会[2|OTHER_COUNT=other]次,[参会|WORK_ITEM][95|WORK_COUNT=other]人。",
    "persons at press conferences": "负责同志走上[新闻发布会|DISCLOSURE_ITEM][17|DISCLOSURE_COUNT=other]人次。",
    "a fraction": "[公开信息|DISCLOSURE_ITEM][21.3|DISCLOSURE_COUNT=other]公里。",
    "cases that are closed": (
        "[行政诉讼|REMEDY][90|REMEDY_COUNT=litigation.total]件,[一审|REMEDY_RESULT]结案[60|REMEDY_COUNT=other]件,"
        "[纠正|REMEDY_RESULT][4|REMEDY_COUNT=litigation.corrected]件。"
    ),
    "cases tried, in all": ("[行政诉讼|REMEDY]新收[76|REMEDY_COUNT=litigation.total]件,共[审理|REMEDY_RESULT][88|REMEDY_COUNT=other]件。"),
    "cases tried, none of them lost": (
        "[行政诉讼|REMEDY]案件[5|REMEDY_COUNT=litigation.total]件,共[审理|REMEDY_RESULT][4|REMEDY_COUNT=other]件,未发生败诉。"
    ),
}
COUNTED = {
    "cases that are not closed": (
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,[二审|REMEDY_RESULT]没有结案[2|REMEDY_COUNT=litigation.pending]件。"
    ),
    "cases being tried": (
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,仍在[审理|REMEDY_RESULT][2|REMEDY_COUNT=litigation.pending]件。"
    ),
    "the clause of another figure": (
        "[行政诉讼|REMEDY][5|REMEDY_COUNT=litigation.total]件,与上年相同;与信息公开无关的信件[9|OTHER_COUNT=other]封不计在内。"
    ),
    "a sum of money": "[收费|WORK_ITEM][21.5|AMOUNT=fees.amount]元。",
    "what is not counted in has a figure of its own": (
        "[收到|REQUEST_EVENT]申请[12|REQUEST_COUNT=requests.received]件(不计入信访[3|OTHER_COUNT=other]件),"
        "与信息公开无关的[2|OTHER_COUNT=other]件另行处理。"
    ),
    "the clause behind the figure has another's": (
        "[收到|REQUEST_EVENT]申请[12|REQUEST_COUNT=requests.received]件,与信息公开无关的[2|OTHER_COUNT=other]件另行处理。"
    ),
    "all quarters": "四个季度共[公开信息|DISCLOSURE_ITEM][12|DISCLOSURE_COUNT=disclosure.total]条。",
    "training as it was planned": "按计划举办[培训|WORK_ITEM][3|WORK_COUNT=training.sessions]期。",
    "training on what is called a plan": "举办计划生育政策[培训|WORK_ITEM]班[3|WORK_COUNT=training.sessions]期。",
    "training that was held within a plan": "完成计划内[培训|WORK_ITEM][3|WORK_COUNT=training.sessions]次。",
    "training of those who are to be promoted": "举办拟提拔干部[培训|WORK_ITEM]班[3|WORK_COUNT=training.sessions]期。",
    "training behind the plan for it": "拟定培训方案,组织[培训|WORK_ITEM][5|WORK_COUNT=training.sessions]次。",
    "training that was held instead of what was planned": (
        "原计划举办[培训|WORK_ITEM][3|WORK_COUNT=other]期,实际举办[培训|WORK_ITEM][5|WORK_COUNT=training.sessions]期。"
    ),
    "a plan of training": "根据培训计划,组织开展[培训|WORK_ITEM][4|WORK_COUNT=training.sessions]次。",
    "what is made a part of training": "将公开工作列入培训内容,开展[培训|WORK_ITEM][3|WORK_COUNT=training.sessions]次。",
    "groundwork for the next year": "为明年工作开展打下基础,举办[培训|WORK_ITEM][5|WORK_COUNT=training.sessions]次。",
    "cases that are not decided": (
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,[3|REMEDY_COUNT=litigation.pending]件法院[尚未判决|REMEDY_RESULT]。"
    ),
    "cases heard that are not decided": (
        "[行政诉讼|REMEDY][3|REMEDY_COUNT=litigation.total]件,法院共[审理|REMEDY_RESULT][2|REMEDY_COUNT=litigation.pending]件,尚未作出判决。"
    ),
    "cases heard none of which is closed": (
        "[行政诉讼|REMEDY]案件[3|REMEDY_COUNT=litigation.total]件,法院共[审理|REMEDY_RESULT][3|REMEDY_COUNT=litigation.pending]件,均未审结。"
    ),
    "cases heard that wait": (
        "[行政诉讼|REMEDY][7|REMEDY_COUNT=litigation.total]件,共[审理|REMEDY_RESULT][5|REMEDY_COUNT=litigation.pending]件(目前均待宣判)。"
    ),
    "people of a training beside a meeting": (
        "召开推进会[1|OTHER_COUNT=other]次,举办业务[培训|WORK_ITEM][2|WORK_COUNT=training.sessions]期,[参会|WORK_ITEM][95|WORK_COUNT=training.people]人。"
    ),
    "training of a quarter": "二季度举办[培训|WORK_ITEM][1|WORK_COUNT=training.sessions]期。",
    "all of a year": "全年均[公开信息|DISCLOSURE_ITEM][12|DISCLOSURE_COUNT=disclosure.total]条。",
    "all applicants": "申请人均为[自然人|APPLICANT_CATEGORY][5|APPLICANT_COUNT=requests.by_applicant.natural_person]人。",
    "the highest court": "[行政诉讼|REMEDY]最高人民法院[1|REMEDY_COUNT=litigation.total]件。",
    "an item of a list": "权责清单条目[公开|DISCLOSURE_ITEM][50|DISCLOSURE_COUNT=disclosure.total]条。",
    "whole numbers in 万": "[访问量|DISCLOSURE_ITEM][21.3万|DISCLOSURE_COUNT=website.visits]次。",
}


@pytest.mark.parametrize("markup", [*SET_APART.values(), *COUNTED.values()], ids=[*SET_APART, *COUNTED])
def test_what_words_set_apart_is_other_business_and_nothing_else_is(markup: str) -> None:
    assert found(markup) == stated(markup)
