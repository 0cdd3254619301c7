import pytest

from model.fields import BY_NAME, FIELDS
from model.labels import LABELS, Role
from model.lexicon import field_for_unit, name_fields

# The row labels of table 3 as the forms of 2019 and 2021 print them.
ROWS = {
    "REQUEST_EVENT": {
        "本年新收政府信息公开申请数量": "requests.received",
        "上年结转政府信息公开申请数量": "requests.carried_in",
        "本年度办理结果总计": "requests.processed",
        "结转下年度继续办理": "requests.carried_out",
    },
    "OUTCOME_CATEGORY": {
        "予以公开": "granted",
        "部分公开(区分处理的,只计这一情形,不计其他情形)": "partial",
        "属于国家秘密": "denied.state_secret",
        "其他法律行政法规禁止公开": "denied.law_forbids",
        '危及"三安全一稳定"': "denied.three_security",
        "保护第三方合法权益": "denied.third_party",
        "属于三类内部事务信息": "denied.internal",
        "属于四类过程性信息": "denied.process",
        "属于行政执法案卷": "denied.enforcement_file",
        "属于行政查询事项": "denied.admin_query",
        "本机关不掌握相关政府信息": "unable.not_held",
        "没有现成信息需要另行制作": "unable.needs_making",
        "补正后申请内容仍不明确": "unable.unclear",
        "信访举报投诉类申请": "not_processed.petition",
        "重复申请": "not_processed.repeat",
        "要求提供公开出版物": "not_processed.publication",
        "无正当理由大量反复申请": "not_processed.mass",
        "要求行政机关确认或重新出具已获取信息": "not_processed.reissue",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "other.no_correction",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "other.fee_unpaid",
        "其他": "other",
    },
}
COLUMNS = {
    "自然人": "natural_person",
    "法人或其他组织": "legal_person",
    "商业企业": "business",
    "科研机构": "research",
    "社会公益组织": "nonprofit",
    "法律服务机构": "legal_service",
    "其他": "other",
}
OUTCOMES = {
    "不予公开": "denied",
    "无法提供": "unable",
    "不予处理": "not_processed",
    "其他处理": "other",
    "公开及部分公开": "granted_or_partial",
    "信息不存在": "nonexistent",
    "非本机关公开": "not_ours",
    "不属于本机关": "not_ours",
    "申请内容不明确": "unclear",
    "不属于政府信息": "not_gov_info",
    "已主动公开": "already_public",
    "告知其他途径": "other_route",
}
CHANNELS = {
    "网络": "online",
    "互联网平台": "online",
    "信函": "mail",
    "邮寄": "mail",
    "当面": "in_person",
    "现场": "in_person",
    "传真": "fax",
    "电子邮件": "email",
    "电话": "phone",
    "转办": "transferred",
    "其他": "other",
}
BREAKDOWNS = ("requests.outcome.", "requests.by_applicant.", "requests.by_channel.")
DERIVED = {"requests.outcome.other.other"}  # named by its place in a list, not by words


@pytest.mark.parametrize(("words", "field"), ROWS["REQUEST_EVENT"].items())
def test_rows_of_table_3_that_are_events(words: str, field: str) -> None:
    assert name_fields("REQUEST_EVENT", words) == (field,)


@pytest.mark.parametrize(("words", "field"), [*ROWS["OUTCOME_CATEGORY"].items(), *OUTCOMES.items()])
def test_rows_of_table_3_and_older_names_that_are_outcomes(words: str, field: str) -> None:
    assert name_fields("OUTCOME_CATEGORY", words) == (f"requests.outcome.{field}",)


def test_table_3_has_25_rows_and_7_columns() -> None:
    assert sum(map(len, ROWS.values())) == 25
    assert len(COLUMNS) == 7


@pytest.mark.parametrize(("words", "field"), COLUMNS.items())
def test_columns_of_table_3(words: str, field: str) -> None:
    assert name_fields("APPLICANT_CATEGORY", words) == (f"requests.by_applicant.{field}",)


@pytest.mark.parametrize(("words", "field"), CHANNELS.items())
def test_channels(words: str, field: str) -> None:
    assert name_fields("CHANNEL_CATEGORY", words) == (f"requests.by_channel.{field}",)


@pytest.mark.parametrize("field", [field.name for field in FIELDS if field.name.startswith(BREAKDOWNS) and field.name not in DERIVED])
def test_every_field_of_a_breakdown_is_reached_by_its_chinese_name(field: str) -> None:
    label = {"outcome": "OUTCOME_CATEGORY", "by_applicant": "APPLICANT_CATEGORY", "by_channel": "CHANNEL_CATEGORY"}[field.split(".")[1]]
    assert name_fields(label, BY_NAME[field].zh.removesuffix("申请")) == (field,)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("收到", "received"),
        ("受理", "received"),
        ("新收", "received"),
        ("办理", "processed"),
        ("办结", "processed"),
        ("答复", "processed"),
        ("上年度结转", "carried_in"),
        ("结转至2020年", "carried_out"),
        ("答复率", "answer_rate"),
        ("按时办结率", "answer_rate"),
        ("收办", "to_handle"),
        ("按时办结", "processed.on_time"),
        ("延期答复", "processed.late"),
        ("政府信息公开申请", "received"),
    ],
)
def test_request_events(words: str, field: str) -> None:
    assert name_fields("REQUEST_EVENT", words) == (f"requests.{field}",)


@pytest.mark.parametrize("words", ["受理和办结", "收到并答复", "受理及办理"])
def test_a_fused_verb_names_both_fields(words: str) -> None:
    assert name_fields("REQUEST_EVENT", words) == ("requests.received", "requests.processed")


@pytest.mark.parametrize(
    ("label", "words", "fields"),
    [
        ("REMEDY", "行政复议", ("reviews",)),
        ("REMEDY", "行政诉讼", ("litigation",)),
        ("REMEDY", "未经复议直接起诉", ("litigation.direct",)),
        ("REMEDY", "复议后起诉", ("litigation.after_review",)),
        ("REMEDY", "举报投诉", ("complaints",)),
        ("REMEDY_RESULT", "结果维持", ("upheld",)),
        ("REMEDY_RESULT", "驳回", ("upheld",)),
        ("REMEDY_RESULT", "确认违法", ("corrected",)),
        ("REMEDY_RESULT", "撤销", ("corrected",)),
        ("REMEDY_RESULT", "撤诉", ("other",)),
        ("REMEDY_RESULT", "其他结果", ("other",)),
        ("REMEDY_RESULT", "尚未审结", ("pending",)),
        ("DISCLOSURE_ITEM", "主动公开政府信息", ("disclosure.total",)),
        ("DISCLOSURE_ITEM", "门户网站", ("disclosure.website",)),
        ("DISCLOSURE_ITEM", "微信公众号", ("disclosure.wechat",)),
        ("DISCLOSURE_ITEM", "规范性文件", ("disclosure.normative_docs",)),
        ("DISCLOSURE_ITEM", "点击率", ("website.pageviews",)),
        ("WORK_ITEM", "人大代表建议", ("proposals.npc",)),
        ("WORK_ITEM", "政协提案", ("proposals.cppcc",)),
        ("WORK_ITEM", "参训", ("training.people",)),
        ("WORK_ITEM", "信息处理费", ("fees.amount",)),
        ("WORK_ITEM", "工作经费", ()),
        ("WORK_ITEM", "培训费用", ("training.sessions",)),
        ("TOPIC", "财政预决算", ("disclosure.by_topic",)),
    ],
)
def test_words_of_the_other_families(label: str, words: str, fields: tuple[str, ...]) -> None:
    assert name_fields(label, words) == fields


def test_spaces_in_words_do_not_matter() -> None:
    assert name_fields("OUTCOME_CATEGORY", "属于 国家\n秘密") == name_fields("OUTCOME_CATEGORY", "属于国家秘密")


@pytest.mark.parametrize("label", [label.name for label in LABELS if label.role is Role.CATEGORY and label.name != "TOPIC"])
def test_words_that_say_nothing_name_no_field(label: str) -> None:
    assert name_fields(label, "甲乙丙") == ()


@pytest.mark.parametrize(
    ("field", "unit", "other"),
    [
        ("training.sessions", "人次", "training.people"),
        ("training.people", "期", "training.sessions"),
        ("disclosure.gazette_issues", "份", "disclosure.gazette_copies"),
        ("training.sessions", "期", "training.sessions"),
        ("training.sessions", None, "training.sessions"),
        ("training.sessions", "元", "other"),
        ("litigation.total", "万元", "other"),
        ("fees.waived", "件", "other"),
        ("fees.amount", "万元", "fees.amount"),
        ("fees.amount", "%", "fees.amount"),
        ("requests.received", "倍", "requests.received"),
    ],
)
def test_the_unit_decides_between_two_fields(field: str, unit: str | None, other: str) -> None:
    assert field_for_unit(field, unit) == other


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("直接向法院起诉", "litigation.direct"),
        ("直接向市政府提出行政复议", "reviews"),
        ("维持后又起诉", "litigation"),
        ("涉诉案件", "litigation"),
        ("涉诉信访投诉", "complaints"),
    ],
)
def test_lawsuits_and_reviews_are_told_apart(words: str, field: str) -> None:
    assert name_fields("REMEDY", words) == (field,)


@pytest.mark.parametrize(
    ("label", "words", "field"),
    [
        ("DISCLOSURE_ITEM", "入口网站", "disclosure.website"),
        ("DISCLOSURE_ITEM", "规范性档案", "disclosure.normative_docs"),
        ("DISCLOSURE_ITEM", "公开资讯", "disclosure.total"),
        ("CHANNEL_CATEGORY", "网路", "requests.by_channel.online"),
        ("OUTCOME_CATEGORY", "资讯不存在", "requests.outcome.nonexistent"),
    ],
)
def test_words_of_taiwan_name_the_same_fields(label: str, words: str, field: str) -> None:
    assert name_fields(label, words) == (field,)


@pytest.mark.parametrize(
    ("label", "words", "fields"),
    [
        ("REQUEST_EVENT", "转至今年办理", ("requests.carried_in",)),
        ("REQUEST_EVENT", "留到本年答复", ("requests.carried_in",)),
        ("REQUEST_EVENT", "受理并按时回复", ("requests.received", "requests.processed")),
        ("REQUEST_EVENT", "受理答复", ("requests.received", "requests.processed")),
        ("OUTCOME_CATEGORY", "申请人撤回", ("requests.outcome.other.other",)),
        ("OUTCOME_CATEGORY", "不属于本条例所称政府信息", ("requests.outcome.not_gov_info",)),
        ("OUTCOME_CATEGORY", "申请内容不明确需补正", ("requests.outcome.unclear",)),
        ("OUTCOME_CATEGORY", "内容不明确且经要求补正后不再回复", ("requests.outcome.other.no_correction",)),
        ("OUTCOME_CATEGORY", "补正后未再提交", ("requests.outcome.other.no_correction",)),
        ("OUTCOME_CATEGORY", "经告知补正,申请人未答复", ("requests.outcome.other.no_correction",)),
        ("OUTCOME_CATEGORY", "补正后予以答复", ("requests.outcome.granted",)),
        ("OUTCOME_CATEGORY", "未查询到相关信息", ("requests.outcome.nonexistent",)),
        ("OUTCOME_CATEGORY", "告知向业务主管部门咨询", ("requests.outcome.other_route",)),
        ("OUTCOME_CATEGORY", "不能提供", ("requests.outcome.unable",)),
        ("REMEDY_RESULT", "责令重新审理", ("corrected",)),
        ("REMEDY_RESULT", "终止审理", ("other",)),
        ("REMEDY_RESULT", "一审败诉", ("corrected",)),
        ("REMEDY_RESULT", "二审", ("pending",)),
        ("OUTCOME_CATEGORY", "予以公开(部分公开)", ("requests.outcome.granted_or_partial",)),
        ("REMEDY", "径直起诉", ("litigation.direct",)),
        ("REMEDY", "复议之后又起诉", ("litigation.after_review",)),
        ("DISCLOSURE_ITEM", "微博、抖音", ("disclosure.newmedia",)),
        ("DISCLOSURE_ITEM", "微信视频号", ("disclosure.video",)),
        ("DISCLOSURE_ITEM", "废止规章", ("table2.regulations.repealed",)),
        ("WORK_ITEM", "上门或者电话咨询", ("consultations.total",)),
        ("WORK_ITEM", "上门咨询", ("consultations.in_person",)),
        ("WORK_ITEM", "电话、网上咨询", ("consultations.total",)),
        ("REQUEST_EVENT", "2024年转办而来", ("requests.carried_in",)),
        ("REQUEST_EVENT", "受理后及时办结", ("requests.received",)),
        ("REQUEST_EVENT", "正在办理", ("requests.carried_out",)),
        ("REQUEST_EVENT", "未办结", ("requests.carried_out",)),
        ("REQUEST_EVENT", "尚未到期", ("requests.carried_out",)),
        ("REQUEST_EVENT", "未届答复期限", ("requests.carried_out",)),
        ("REQUEST_EVENT", "办理期限未满", ("requests.carried_out",)),
        ("REQUEST_EVENT", "上年未办结转入", ("requests.carried_in",)),
        ("DISCLOSURE_ITEM", "抖音公众号", ("disclosure.video",)),
    ],
)
def test_words_of_real_reports_name_their_fields(label: str, words: str, fields: tuple[str, ...]) -> None:
    assert name_fields(label, words) == fields


@pytest.mark.parametrize("words", ["今日头条、微信公众号", "小红书、抖音", "抖音、公众号", "微博和公众号"])
def test_platforms_together_are_new_media(words: str) -> None:
    assert name_fields("DISCLOSURE_ITEM", words) == ("disclosure.newmedia",)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("期初结转", "requests.carried_in"),
        ("年初未办结", "requests.carried_in"),
        ("期末结转", "requests.carried_out"),
        ("年末结转", "requests.carried_out"),
        ("年底未办结", "requests.carried_out"),
        ("上年末结转", "requests.carried_in"),
        ("去年年底结转", "requests.carried_in"),
        ("年底前办结", "requests.processed"),
    ],
)
def test_the_end_of_a_period_carries_out_and_its_beginning_in(words: str, field: str) -> None:
    assert name_fields("REQUEST_EVENT", words) == (field,)


@pytest.mark.parametrize(
    ("words", "result"), [("败诉", "corrected"), ("原告败诉", "upheld"), ("申请人败诉", "upheld"), ("我局败诉", "corrected")]
)
def test_who_lost_says_whether_the_office_was_upheld(words: str, result: str) -> None:
    assert name_fields("REMEDY_RESULT", words) == (result,)
