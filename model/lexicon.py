"""The words that name fields: from the text of a category to the field that its figure states.

Rules are tried in order; the first whose pattern is found in the words wins. Sources: the rows and columns of the forms of
国办公开办函〔2019〕60号 and 〔2021〕30号, the names used before 2019, and the wordings of real reports.
"""

import re
from functools import lru_cache

from model.units import COUNTING, MONEY

_PREFIX = {
    "REQUEST_EVENT": "requests.",
    "APPLICANT_CATEGORY": "requests.by_applicant.",
    "CHANNEL_CATEGORY": "requests.by_channel.",
    "OUTCOME_CATEGORY": "requests.outcome.",
    "REMEDY": "",
    "REMEDY_RESULT": "",
    "DISCLOSURE_ITEM": "",
    "WORK_ITEM": "",
}

_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "REQUEST_EVENT": (
        (r"(答复|办结|回复|办理|处理|办复)率", "answer_rate"),
        (r"(正|尚|仍|还)在", "carried_out"),
        (r"[上去前往]一?年度?[尚还]?未(办|答|处理|回复)", "carried_in"),
        (r"(转|留|带).{0,2}(今|本|当)年|年度?.{0,2}转.{0,3}来", "carried_in"),
        (r"([年期]初|[上去前往]一?年?度?年?[末底终]).{0,2}(结转|转结|未)", "carried_in"),
        (r"[年期][末底终].{0,2}(结转|转结|未)", "carried_out"),
        (
            r"(遗留|留|延)(至|到|待)|结转.*(下|次|明|后|继续)|(下|次|明)一?年度?.*结转|转.{0,2}下|结转(至|到|入)|结转20\d\d|转结.*下|转(入|至|到)?20\d\d|顺延|跨年",
            "carried_out",
        ),
        (r"未[到届满].{0,6}[期限时]|[期限][尚还仍]?[未没][到届满]", "carried_out"),
        (r"结转|转结|上年|去年|往年|上一年", "carried_in"),
        (r"^待(答|处理|回复)|^[尚仍还]?未(能)?(答|办结|办理?完|回复|处理)|[尚还]余|剩余", "carried_out"),
        (r"收办|应办|需办|待办|应当办|共计|合计", "to_handle"),
        (r"(收|受理|接).*(和|并|及(?!时)|与|、|且).{0,4}(办|答复|处理|回复)|受理(办结|答复|办理)", "received processed"),
        (r"(按时|按期|如期|日内|限内).*(答复|办|回复)|(答复|办|回复).*(按时|按期)", "processed.on_time"),
        (r"(延期|延长|逾期|超期|超时).*(答复|办|回复)?", "processed.late"),
        (r"收|受理|接|申请|新增|提交|提出|登记", "received"),
        (r"答复|办|处理|回复|答|审核|完成", "processed"),
    ),
    "APPLICANT_CATEGORY": (
        (r"自然人|公民|个人|群众|居民|市民|村民|本人", "natural_person"),
        (r"法人.*(其他|组织)|组织.*法人|单位", "legal_person"),
        (r"科研|研究|高校|院校", "research"),
        (r"公益|社团|社会组织|社会团体|协会", "nonprofit"),
        (r"法律|律师|律所", "legal_service"),
        (r"企业|公司|商业|工商", "business"),
        (r"法人", "legal_person"),
        (r"其他|其它|媒体|记者", "other"),
    ),
    "CHANNEL_CATEGORY": (
        (r"电子邮[件箱]|电邮|邮箱|[Ee]-?mail", "email"),
        (r"信函|信件|来信|邮|挂号|书面|快递|EMS|寄|书信", "mail"),
        (r"传真", "fax"),
        (r"电话", "phone"),
        (r"当面|现场|窗口|上门|到场|面交|来人|来访|柜台|口头|大厅|亲自|面对面|直接", "in_person"),
        (r"转|移送|移交", "transferred"),
        (r"网|线上|平台|在线|电子|系统|微信|小程序|APP", "online"),
        (r"其他|其它|线下", "other"),
    ),
    "OUTCOME_CATEGORY": (
        (r"(不|未).{0,2}(予|同意)?公开.*部分", "partial"),
        (
            r"公开.{0,3}(及|和|或|与|、|/|\().{0,6}部分公开|全部.*部分公开|部分.{0,4}(及|和|或|与|、).{0,6}(予以|全部)公开",
            "granted_or_partial",
        ),
        (r"部分.*公开|区分处理", "partial"),
        (r"国家秘密|涉密|保密", "denied.state_secret"),
        (r"三安全|安全.*稳定|公共安全|社会稳定|经济安全", "denied.three_security"),
        (r"禁止公开|(法律|法规).*(禁止|不得|规定)", "denied.law_forbids"),
        (r"第三[方人者]|商业秘密|隐私", "denied.third_party"),
        (r"内部", "denied.internal"),
        (r"过程性|讨论记录|过程稿", "denied.process"),
        (r"执法案卷|案卷|卷宗", "denied.enforcement_file"),
        (r"(未|没有?|无法|查)(检索|查询|查找|找|查|发现)|查无", "nonexistent"),
        (r"查询", "denied.admin_query"),
        (r"(逾期|未|不(?![明清详])|没有).{0,6}补正|补正.*(不再|没有|无|未[再能]?)(回复|回音|答复|提交)", "other.no_correction"),
        (r"缴费|缴纳|收费通知|交费|未付费", "other.fee_unpaid"),
        (r"补正.*(不明|不清|无法)", "unable.unclear"),
        (r"另行制作|现成|加工|汇总|分析|需要?制作", "unable.needs_making"),
        (r"无(该|此|所).{0,6}信息|不掌握|未掌握|没有掌握|未制作|未获取|未保存|无相关|不持有|没有相关", "unable.not_held"),
        (r"告知.*(途径|渠道|咨询)|其他途径", "other_route"),
        (r"信访|举报|投诉|咨询", "not_processed.petition"),
        (r"重复", "not_processed.repeat"),
        (r"出版物|公报|报刊|书籍", "not_processed.publication"),
        (r"反复|大量|频繁", "not_processed.mass"),
        (r"确认|重新出具|再次出具", "not_processed.reissue"),
        (r"不存在", "nonexistent"),
        (r"(非|不属|不是|不由|不归|无权).{0,3}(本(?!条例)|我|该)|其他(机关|单位|部门).*(公开|职责|负责|掌握|信息)|职责范围", "not_ours"),
        (r"(不属|非|不是|不构成).*信息", "not_gov_info"),
        (r"不明|不清|模糊|更改|补充", "unclear"),
        (r"已.{0,6}公开|主动公开|公开范围|自行查阅", "already_public"),
        (r"途径|渠道|移交|转交|转办|引导|指引|获取方式|其他(机关|单位|部门)", "other_route"),
        (r"不予处理|不再处理|不处理|不予受理|未予处理", "not_processed"),
        (r"(不(?!能提供)予?|不同意|未予?|免予|拒绝|否决|未同意).{0,2}(公开|提供)|否决|不公开", "denied"),
        (r"无法|未能|不能提供", "unable"),
        (r"撤|放弃", "other.other"),
        (r"其他|其它", "other"),
        (r"公开|同意|提供|答复", "granted"),
    ),
    "REMEDY": (
        (r"未经复议|(直接|径直|径行|径)(向.*)?(起诉|诉讼|(提起|提出|行政诉讼)(?!.*复议))", "litigation.direct"),
        (r"复议之?后|经过?复议|再(次)?(起诉|诉讼)", "litigation.after_review"),
        (r"复议.*(诉讼|应诉)|诉讼.*复议", "reviews litigation"),
        (r"诉讼|起诉|应诉|被诉|涉诉(?!信访)|法院|官司", "litigation"),
        (r"复议", "reviews"),
        (r"举报|投诉|申诉|检举|监督", "complaints"),
    ),
    "REMEDY_RESULT": (
        (r"尚|未|正在|(?<!重新)(?<![终中]止)审理|办理中|待|在审", "pending"),
        (r"其他|其它|撤诉|撤回|终止|调解|和解|不予受理|中止", "other"),
        (r"(?:原告|申请人|对方)败诉", "upheld"),
        (r"纠正|纠错|撤销|违法|责令|败诉|变更|重作|重新", "corrected"),
        (r"维持|驳回|胜诉|合法|支持", "upheld"),
        (r"[一二]审", "pending"),
    ),
    "DISCLOSURE_ITEM": (
        (r"电子化|电子全文|全文电子", "disclosure.electronic"),
        (r"规章.*(废止|失效)|(废止|失效).*规章", "table2.regulations.repealed"),
        (r"规章.*(有效|继续)|有效.*规章", "table2.regulations.in_force"),
        (r"废止|失效|清理", "table2.normative_docs.repealed"),
        (r"现行有效|继续有效|有效", "table2.normative_docs.in_force"),
        (r"行政许可|许可", "table2.licences.decisions"),
        (r"行政处罚|处罚", "table2.penalties.decisions"),
        (r"行政强制|强制", "table2.coercion.decisions"),
        (r"解读|图解", "disclosure.policy_interpretation"),
        (r"新闻发布|发布会|通气会|吹风会", "disclosure.press_conferences"),
        (r"回应", "disclosure.responses"),
        (r"公报|政报", "disclosure.gazette_issues"),
        (r"规范性文件|规范性公文", "disclosure.normative_docs"),
        (r"规章", "disclosure.regulations"),
        (r"阅读|阅览", "website.reads"),
        (r"浏览|点击|PV|页面", "website.pageviews"),
        (r"访问|访客|来访|造访|UV|IP", "website.visits"),
        (r"历年|累计|以来", "disclosure.cumulative"),
        (r"抖音|快手|视频|B站|哔哩", "disclosure.video"),
        (r"两微|新媒体|双微", "disclosure.newmedia"),
        (r"微博", "disclosure.weibo"),
        (r"微信|公众号|订阅号|服务号|推文", "disclosure.wechat"),
        (
            r"头条|公[示告开]栏|宣传栏|电子屏|显示屏|LED|报[刊纸]|日报|晚报|广播|电视|客户端|APP|南方号|媒体|简报|手册|传单|查阅点|其他|其它",
            "disclosure.other",
        ),
        (r"目录", "disclosure.catalog"),
        (r"网|主站|平台|主页|首页|专栏|栏目", "disclosure.website"),
        (r"公开|发布|信息|公布|上传|更新|录入|报送", "disclosure.total"),
    ),
    "WORK_ITEM": (
        (r"减免|免除|免收", "fees.waived"),
        (r"(?<!经)(?<!培训)(?<!诉讼)费|收取|收缴", "fees.amount"),
        (r"专.{0,3}兼", "staff.total"),
        (r"专职|专门|全职", "staff.fulltime"),
        (r"兼职|兼任|兼管", "staff.parttime"),
        (r"(建议|人大|议案).*(提案|政协)|(提案|政协).*(建议|人大|议案)|建议提案", "proposals.total"),
        (r"提案|政协", "proposals.cppcc"),
        (r"建议|人大|议案", "proposals.npc"),
        (r"(参训|受训|听课|参加|参会|培训.*(人员|人数|人次|学员))", "training.people"),
        (r"培训|讲座|授课|讲课|学习班|业务班|轮训", "training.sessions"),
        (r"电话|来电|热线", "consultations.phone"),
        (r"当面|现场|窗口|来访|上门|柜台", "consultations.in_person"),
        (r"网上|网络|在线|线上|网站|邮件", "consultations.online"),
        (r"咨询|查询|查阅", "consultations.total"),
        (r"人员|工作者|联络员|信息员|队伍|编制|名", "staff.total"),
    ),
}

_COMPILED = {
    label: tuple((re.compile(pattern), tuple(_PREFIX[label] + name for name in names.split())) for pattern, names in rules)
    for label, rules in _RULES.items()
}

_PLATFORMS = tuple(map(re.compile, ("微信(?!视频)|(?<!抖音)(?<!快手)公众号", "微博", "抖音", "快手", "头条", "小红书")))
_WAYS_OF_ASKING = tuple(map(re.compile, ("电话|来电", "当面|现场|窗口|来访|来人|上门", "网上|网络|在线")))
_WHOLES = {
    "DISCLOSURE_ITEM": (_PLATFORMS, "disclosure.newmedia"),
    "WORK_ITEM": (_WAYS_OF_ASKING, "consultations.total"),
}
"""Of a span that names two or more of such parts the field of all of them (微博、抖音; 上门或者电话咨询)."""

CHANNELS = frozenset(f"disclosure.{name}" for name in ("website", "catalog", "wechat", "weibo", "video", "newmedia"))
"""Fields of what was published on channels."""

_LAST_RESORTS = {
    *(
        "requests.outcome.granted",
        "requests.outcome.other",
        "requests.outcome.other.other",
        "requests.by_applicant.other",
        "requests.by_channel.other",
        "staff.total",
    ),
    *("requests.outcome.denied.admin_query", "requests.outcome.unclear", "proposals.npc", "proposals.cppcc"),
}

_BY_UNIT: dict[tuple[str, str], str] = {
    **{("training.sessions", unit): "training.people" for unit in ("人", "人次", "名")},
    **{("training.people", unit): "training.sessions" for unit in ("次", "期", "场", "场次", "期次")},
    **{(f"disclosure.{name}", unit): "other" for name in ("press_conferences", "policy_interpretation") for unit in ("人", "人次", "名")},
    **{("disclosure.gazette_issues", unit): "disclosure.gazette_copies" for unit in ("份", "册", "本")},
    **{("disclosure.gazette_issues", unit): "disclosure.other" for unit in ("条", "篇", "件")},
}


TAIWAN = {
    "信息": "资讯",
    "文件": "档案",
    "群众": "民众",
    "门户网站": "入口网站",
    "网络": "网路",
    "短信": "简讯",
    "通过": "透过",
    "视频": "影片",
    "渠道": "管道",
    "在线": "线上",
    "邮箱": "信箱",
    "点击": "点选",
    "项目": "专案",
    "支持": "支援",
}
"""What pages converted to traditional characters with Taiwan's vocabulary say, as `fold` leaves it; none changes a length."""


@lru_cache(maxsize=8192)
def name_fields(label: str, words: str) -> tuple[str, ...]:
    """The fields that a category's words name; for a remedy and a result the two halves of it (`reviews`, `upheld`).

    Args:
        label: the label of a category.
        words: folded text; spaces in it do not matter.
    """
    if label == "TOPIC":
        return ("disclosure.by_topic",)
    bare = re.sub(r"\s", "", words)
    for ours, taiwan in TAIWAN.items():
        bare = bare.replace(taiwan, ours)
    parts, whole = _WHOLES.get(label, ((), ""))
    if sum(part.search(bare) is not None for part in parts) > 1:
        return (whole,)
    return next((names for pattern, names in _COMPILED[label] if pattern.search(bare)), ())


def name_plainly(label: str, words: str) -> tuple[str, ...]:
    """As `name_fields`, but nothing for words that only a rule of the last resort knows (公开, 其他, 人员)."""
    names = name_fields(label, words)
    return () if set(names) & _LAST_RESORTS else names


def field_for_unit(field: str, unit: str | None) -> str:
    """The field of a figure whose unit decides between two (培训3期 and 培训80人).

    `other` for a sum of money where things are counted, and for a count of things where money is.
    """
    if unit in COUNTING and (unit in MONEY) != field.startswith("fees."):
        return "other"
    return _BY_UNIT.get((field, unit or ""), field)


def fits_unit(field: str, unit: str | None) -> bool:
    """Whether figures of a unit may state a field, or another that the unit makes of it."""
    return field == "other" or field_for_unit(field, unit) != "other"
