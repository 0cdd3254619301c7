"""Names for the slots {place} and {office}: made-up places with the offices of their level."""

import random

_FIRST = "东青临安清宁永平新兴云江长德石金丰华玉龙海泰文昌南凤桐昭洪松景桂嘉怀朝泽梅柳盛铜晋巴"
_SECOND = "原川阳山江水城州林源和定远县安平宁岭泉湖溪陵口乡浦河坪台关岗塘港沙津"
_PROVINCES = (
    "江南省",
    "云岭省",
    "河东省",
    "海西省",
    "广东省",
    "湖北省",
    "四川省",
    "浙江省",
    "山东省",
    "陕西省",
    "贵州省",
    "宁夏回族自治区",
    "上海市",
    "北京市",
)
_BUREAUS = (
    *(
        "教育局",
        "公安局",
        "民政局",
        "司法局",
        "财政局",
        "人力资源和社会保障局",
        "自然资源局",
        "生态环境局",
        "住房和城乡建设局",
        "交通运输局",
    ),
    *(
        "水务局",
        "农业农村局",
        "商务局",
        "文化广电和旅游局",
        "卫生健康委员会",
        "应急管理局",
        "审计局",
        "市场监督管理局",
        "统计局",
        "医疗保障局",
    ),
    *(
        "信访局",
        "城市管理局",
        "林业局",
        "税务局",
        "发展和改革委员会",
        "科学技术局",
        "退役军人事务局",
        "行政审批服务局",
        "国土资源局",
        "环境保护局",
    ),
)
_MINISTRIES = ("国家能源局", "国家林业和草原局", "中国气象局", "交通运输部", "水利部", "国家统计局", "海关总署", "国家知识产权局", "民政部")
_UTILITIES = ("自来水有限公司", "燃气有限公司", "公共交通集团有限公司", "供热公司")


def draw_place(level: str, source: random.Random) -> str:
    """A place of the level (`city`, `county`, `town` …)."""
    if level == "province":
        return source.choice(_PROVINCES)
    stem = source.choice(_FIRST) + source.choice(_SECOND)
    return stem + source.choice({"town": ("镇", "乡", "街道"), "county": ("县", "区", "市")}.get(level, ("市",)))


def draw_office(level: str, issuer: str, place: str, source: random.Random) -> str:
    """The name of an office of the place; a ministry has no place in its name."""
    if level == "ministry":
        return source.choice(_MINISTRIES)
    endings = {
        "bureau": _BUREAUS if level != "province" else tuple(name.removesuffix("局") + "厅" for name in _BUREAUS[:8]),
        "town": ("办事处",) if place.endswith("街道") else ("人民政府",),
        "university": ("职业技术学院", "大学", "师范学院", "理工学院"),
        "hospital": ("人民医院", "中医医院", "妇幼保健院"),
        "utility": _UTILITIES,
        "other": ("经济技术开发区管理委员会", "高新技术产业开发区管理委员会"),
    }
    return place + source.choice(endings.get(issuer, ("人民政府",)))
