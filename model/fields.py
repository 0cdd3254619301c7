"""The field table: the names of the contract with their Chinese and English names.

Field names are fixed by the product's contract; the cells of the statutory tables join this table with the reading of tables.
Sources: the forms of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, and the older items of report prose.
"""

from typing import NamedTuple


class Field(NamedTuple):
    """A field of the record."""

    name: str
    zh: str
    en: str


FIELDS: tuple[Field, ...] = (
    Field("issuer", "报告机关", "issuer"),
    Field("year", "报告年度", "year"),
    Field("period.start", "统计期起", "start of the period"),
    Field("period.end", "统计期止", "end of the period"),
    Field("requests.received", "新收申请", "requests received"),
    Field("requests.carried_in", "上年结转申请", "requests carried in"),
    Field("requests.to_handle", "新收与结转合计", "requests to handle"),
    Field("requests.processed", "办理申请总数", "requests processed"),
    Field("requests.processed.on_time", "按时答复", "requests answered on time"),
    Field("requests.processed.late", "延期答复", "requests answered late"),
    Field("requests.carried_out", "结转下年度申请", "requests carried out"),
    Field("requests.answer_rate", "答复率", "answer rate"),
    Field("requests.by_topic", "申请主题", "requests by topic"),
    Field("requests.by_applicant.natural_person", "自然人申请", "requests by natural persons"),
    Field("requests.by_applicant.legal_person", "法人或其他组织申请", "requests by legal persons"),
    Field("requests.by_applicant.business", "商业企业申请", "requests by businesses"),
    Field("requests.by_applicant.research", "科研机构申请", "requests by research institutions"),
    Field("requests.by_applicant.nonprofit", "社会公益组织申请", "requests by nonprofits"),
    Field("requests.by_applicant.legal_service", "法律服务机构申请", "requests by legal services"),
    Field("requests.by_applicant.other", "其他申请人申请", "requests by other applicants"),
    Field("requests.by_channel.online", "网络申请", "requests online"),
    Field("requests.by_channel.mail", "信函申请", "requests by mail"),
    Field("requests.by_channel.in_person", "当面申请", "requests in person"),
    Field("requests.by_channel.fax", "传真申请", "requests by fax"),
    Field("requests.by_channel.email", "电子邮件申请", "requests by e-mail"),
    Field("requests.by_channel.phone", "电话申请", "requests by phone"),
    Field("requests.by_channel.transferred", "转办申请", "requests transferred"),
    Field("requests.by_channel.other", "其他渠道申请", "requests through other channels"),
    Field("requests.outcome.granted", "予以公开", "granted"),
    Field("requests.outcome.partial", "部分公开", "granted in part"),
    Field("requests.outcome.granted_or_partial", "公开及部分公开", "granted in full or in part"),
    Field("requests.outcome.denied", "不予公开", "denied"),
    Field("requests.outcome.unable", "无法提供", "unable to provide"),
    Field("requests.outcome.not_processed", "不予处理", "not processed"),
    Field("requests.outcome.other", "其他处理", "handled otherwise"),
    Field("requests.outcome.nonexistent", "信息不存在", "information nonexistent"),
    Field("requests.outcome.not_ours", "非本机关公开", "not this body's information"),
    Field("requests.outcome.unclear", "申请内容不明确", "request unclear"),
    Field("requests.outcome.not_gov_info", "不属于政府信息", "not government information"),
    Field("requests.outcome.already_public", "已主动公开", "already public"),
    Field("requests.outcome.other_route", "告知其他途径", "referred to another route"),
    Field("requests.outcome.denied.state_secret", "属于国家秘密", "state secret"),
    Field("requests.outcome.denied.law_forbids", "法律行政法规禁止公开", "forbidden by law"),
    Field("requests.outcome.denied.three_security", "危及三安全一稳定", "public security and stability"),
    Field("requests.outcome.denied.third_party", "保护第三方合法权益", "third party's rights"),
    Field("requests.outcome.denied.internal", "属于三类内部事务信息", "internal affairs"),
    Field("requests.outcome.denied.process", "属于四类过程性信息", "process information"),
    Field("requests.outcome.denied.enforcement_file", "属于行政执法案卷", "enforcement file"),
    Field("requests.outcome.denied.admin_query", "属于行政查询事项", "administrative query"),
    Field("requests.outcome.unable.not_held", "本机关不掌握", "not held"),
    Field("requests.outcome.unable.needs_making", "需要另行制作", "would have to be made"),
    Field("requests.outcome.unable.unclear", "补正后仍不明确", "unclear after correction"),
    Field("requests.outcome.not_processed.petition", "信访举报投诉类申请", "petition or complaint"),
    Field("requests.outcome.not_processed.repeat", "重复申请", "repeated request"),
    Field("requests.outcome.not_processed.publication", "要求提供公开出版物", "publication asked for"),
    Field("requests.outcome.not_processed.mass", "大量反复申请", "mass requests"),
    Field("requests.outcome.not_processed.reissue", "要求确认或重新出具", "confirmation or reissue asked for"),
    Field("requests.outcome.other.no_correction", "逾期不补正", "not corrected in time"),
    Field("requests.outcome.other.fee_unpaid", "逾期未缴费", "fee not paid in time"),
    Field("requests.outcome.other.other", "其他处理中的其他", "other in other handling"),
    Field("reviews.total", "行政复议总数", "reviews, total"),
    Field("reviews.upheld", "行政复议结果维持", "reviews, upheld"),
    Field("reviews.corrected", "行政复议结果纠正", "reviews, corrected"),
    Field("reviews.other", "行政复议其他结果", "reviews, other result"),
    Field("reviews.pending", "行政复议尚未审结", "reviews, pending"),
    Field("litigation.total", "行政诉讼总数", "lawsuits, total"),
    Field("litigation.upheld", "行政诉讼结果维持", "lawsuits, upheld"),
    Field("litigation.corrected", "行政诉讼结果纠正", "lawsuits, corrected"),
    Field("litigation.other", "行政诉讼其他结果", "lawsuits, other result"),
    Field("litigation.pending", "行政诉讼尚未审结", "lawsuits, pending"),
    Field("litigation.direct.total", "未经复议直接起诉总数", "direct lawsuits, total"),
    Field("litigation.direct.upheld", "未经复议直接起诉结果维持", "direct lawsuits, upheld"),
    Field("litigation.direct.corrected", "未经复议直接起诉结果纠正", "direct lawsuits, corrected"),
    Field("litigation.direct.other", "未经复议直接起诉其他结果", "direct lawsuits, other result"),
    Field("litigation.direct.pending", "未经复议直接起诉尚未审结", "direct lawsuits, pending"),
    Field("litigation.after_review.total", "复议后起诉总数", "lawsuits after review, total"),
    Field("litigation.after_review.upheld", "复议后起诉结果维持", "lawsuits after review, upheld"),
    Field("litigation.after_review.corrected", "复议后起诉结果纠正", "lawsuits after review, corrected"),
    Field("litigation.after_review.other", "复议后起诉其他结果", "lawsuits after review, other result"),
    Field("litigation.after_review.pending", "复议后起诉尚未审结", "lawsuits after review, pending"),
    Field("complaints.total", "举报投诉", "complaints"),
    Field("disclosure.total", "主动公开信息", "items disclosed"),
    Field("disclosure.cumulative", "历年累计公开信息", "items disclosed since the beginning"),
    Field("disclosure.website", "网站公开信息", "items on the website"),
    Field("disclosure.catalog", "信息公开目录公开信息", "items in the catalogue"),
    Field("disclosure.wechat", "微信公开信息", "items on WeChat"),
    Field("disclosure.weibo", "微博公开信息", "items on Weibo"),
    Field("disclosure.video", "视频号公开信息", "items on video accounts"),
    Field("disclosure.newmedia", "新媒体公开信息", "items on new media"),
    Field("disclosure.other", "其他渠道公开信息", "items through other channels"),
    Field("disclosure.electronic", "电子化率", "share in electronic text"),
    Field("disclosure.by_topic", "公开信息主题", "items disclosed by topic"),
    Field("disclosure.regulations", "规章", "regulations"),
    Field("disclosure.normative_docs", "规范性文件", "normative documents"),
    Field("disclosure.gazette_issues", "政府公报期数", "gazette issues"),
    Field("disclosure.gazette_copies", "政府公报份数", "gazette copies"),
    Field("disclosure.policy_interpretation", "政策解读", "policy interpretations"),
    Field("disclosure.press_conferences", "新闻发布会", "press conferences"),
    Field("disclosure.responses", "回应热点关切", "responses to public concerns"),
    Field("website.visits", "网站访问量", "website visits"),
    Field("website.pageviews", "网页浏览量", "page views"),
    Field("website.reads", "文章阅读量", "article reads"),
    Field("consultations.total", "咨询", "consultations"),
    Field("consultations.in_person", "当面咨询", "consultations in person"),
    Field("consultations.phone", "电话咨询", "consultations by phone"),
    Field("consultations.online", "网上咨询", "consultations online"),
    Field("proposals.npc", "人大代表建议", "proposals of people's congress deputies"),
    Field("proposals.cppcc", "政协提案", "proposals of CPPCC members"),
    Field("proposals.total", "建议提案", "proposals"),
    Field("training.sessions", "培训次数", "training sessions"),
    Field("training.people", "培训人数", "people trained"),
    Field("staff.total", "工作人员", "staff"),
    Field("staff.fulltime", "专职人员", "full-time staff"),
    Field("staff.parttime", "兼职人员", "part-time staff"),
    Field("fees.amount", "信息处理费", "fees charged"),
    Field("fees.waived", "减免费用", "fees waived"),
    Field("table2.regulations.issued", "规章制发件数", "regulations issued"),
    Field("table2.regulations.repealed", "规章废止件数", "regulations repealed"),
    Field("table2.regulations.in_force", "规章现行有效件数", "regulations in force"),
    Field("table2.normative_docs.issued", "规范性文件制发件数", "normative documents issued"),
    Field("table2.normative_docs.repealed", "规范性文件废止件数", "normative documents repealed"),
    Field("table2.normative_docs.in_force", "规范性文件现行有效件数", "normative documents in force"),
    Field("table2.licences.decisions", "行政许可处理决定", "licences, decisions"),
    Field("table2.penalties.decisions", "行政处罚处理决定", "penalties, decisions"),
    Field("table2.coercion.decisions", "行政强制处理决定", "coercive measures, decisions"),
    Field("other", "其他数字", "other figure"),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}

LISTS: frozenset[str] = frozenset({"requests.by_topic", "disclosure.by_topic", "other"})
"""Fields that hold a free list: each fact is a row of its own, named by `Fact.name`."""

IDENTITY = ("issuer", "year", "period.start", "period.end")
"""Fields that say whose report it is and of when."""

STATED: tuple[str, ...] = tuple(field.name for field in FIELDS if field.name not in IDENTITY)
"""Fields that a figure of prose can state, in the order of the encoder's outputs. Releases know them by their place: a new field of prose
goes to the end of `FIELDS`, and a release without it still serves."""

STATED_IDS: dict[str, int] = {name: number for number, name in enumerate(STATED)}
