"""What stands where a person's name belongs and is none: a placeholder, a label, a company by its legal form, a house by its last sign."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

from cleaner.regexes import regex

PLACEHOLDERS = frozenset(
    one.strip()
    for one in (
        "unknown|unknown author|n/a|none|null|undefined|nobody|no author|author|author name|guest|guest user|user|admin|administrator|site admin|super user|superuser|super admin|webmaster|root"
        "|default|internet|the internet|web|various|various sources|multiple sources|agencies|news agencies|compiled"
        "|unbekannt|keine angabe|agenturen|nachrichtenagenturen|inconnu|inconnue|auteur inconnu|administrateur|agences"
        "|desconocido|desconocida|autor desconocido|administrador|sin autor|sin firma|agencias|redes sociales|desconhecido|sem autor|agências"
        "|sconosciuto|autore sconosciuto|amministratore|agenzie|onbekend|beheerder|okänd|ukendt|ukjent|tuntematon|ylläpito"
        "|nieznany|nieznana|autor nieznany|agencje|neznámý|neznámá|neznámý autor|neznámy|správce|ismeretlen|ismeretlen szerző|adminisztrátor|internetről"
        "|necunoscut|autor necunoscut|bilinmiyor|yönetici|editör|editor|haber editörü|tidak diketahui|không rõ|khuyết danh|quản trị viên"
        "|неизвестно|неизвестен|неизвестный|неизвестный автор|админ|администратор|интернет|открытые источники|из открытых источников"
        "|невідомо|невідомий|невідомий автор|адмін|адміністратор|інтернет|відкриті джерела|άγνωστος"
        "|غير معروف|مجهول|وكالات|مدير الموقع|ناشناس|نامشخص|مدیر سایت|לא ידוע|מנהל האתר|अज्ञात|ไม่ระบุ|ไม่ทราบ|ผู้ดูแลระบบ"
        "|未知|不详|不詳|佚名|无|無|网络|網路|網絡|互联网|互聯網|网络整理|网络综合|网络转载|来自网络|来源网络|转自网络|综合|综合整理|综合报道|整理|整合|编译|网友|網友"
        "|本站|本站原创|本站原創|本站讯|原创|原創|转载|轉載|管理员|管理員|系统管理员|站长|小编|小編|编辑|編輯|作者|专栏作者|发布者|见习"
        "|发表于|發表於|发布于|發佈於|更新于|更新时间|更新時間|发布时间|發布時間|发表时间|时间|時間|日期|来源|來源"
        "|不明|無名|名無し|名無しさん|管理人|ネット|インターネット|更新日|公開日|미상|관리자|운영자|인터넷|작성일|등록일|수정일"
    ).split("|")
)
"""Values that templates and editors leave where a name belongs, folded: “unknown”, “compiled from the web”, the label of the date beside it.
“Anonymous” is none: it is how somebody signed."""
_FORMS = (
    r"inc|ltd|limited|llc|llp|l\.l\.c|plc|corp|corporation|gmbh(?:\s*&\s*co\.?\s*kg)?|mbh|s\.a\.s|s\.\s?l\.\s?u|s\.\s?r\.\s?l|srl|sarl|s\.\s?p\.\s?a|lda|ltda|s/a"
    r"|sp\.?\s*z\s*o\.?\s*o|sp\.\s*[jk]|s\.\s?r\.\s?o|spol\.\s*s\s*r\.\s*o|d\.\s?o\.\s?o|kft|zrt|nyrt|a/s|aps|oyj?|uab|oü|eood|ood|еоод|оод"
    r"|a\.\s?ş|ltd\.?\s*şti|sdn\.?\s*bhd|bhd|tbk|pte|pty|pvt|co\.,?\s*ltd|α\.\s?ε"
)
_FORM = regex(rf"(?i)(?:[\s,]\s*(?:{_FORMS})\.?,?)+$|(?<=[\w)])\s*(?:(?:股份|责任|責任)?有限(?:责任|責任)?公司|公司|集团|集團|株式会社|주식회사|\(주\))$")
_INITIALS = regex(r"(?<=\w\s)(\S+)[\s,]+(?:S\.\s?[AL]|[BN]\.\s?V|[ea]\.\s?[Vs]|L\.\s?P|K\.\s?K)\.?$")
"""Forms of two letters behind two words: behind one they are as a rule a person's initials, as people in Kerala set them last."""
_CAPITALS = regex(r"(?<=[a-zß-ÿ])[\s,]+(?:AG|AB|AS|SA|SE|KG|UG|BV|NV|SIA|AD|SL)\.?$")
"""Forms in capitals that are a name's last word or initials too, behind a word in small letters: “Brask Media AS”."""
_FIRST = regex(r"(?:(?:ООО|ОАО|ЗАО|ПАО|АО|ТОВ|ТОО|ИП|PT|CV)\s+|(?:株式|有限|合同)会社\s*|주식회사\s*|\(주\)\s*|㈜\s*|（株）|\(株\))(?=\S)")
"""Forms that stand before the name."""
_LAST = frozenset(
    "inc ltd limited llc llp plc corp corporation gmbh kg mbh sas sl slu l u srl sarl spa a lda ltda sa oo o j k ro sro doo kft zrt nyrt as aps oy oyj uab oü eood ood еоод оод "
    "aş ş şti bhd tbk pte pty pvt αε ε ag ab se ug bv nv v sia ad ev lp p kk".split()
)
"""Letters of the last words of all forms; few other names end so, and to look for the forms takes a hundred times as long."""
_OPENING = ("ООО", "ОАО", "ЗАО", "ПАО", "АО", "ТОВ", "ТОО", "ИП", "PT ", "CV ", "株式", "有限", "合同", "주식", "(주)", "㈜", "（株）", "(株)")
_CLOSING = ("公司", "集团", "集團", "株式会社", "주식회사", "(주)")
_EASTERN = regex(
    "(?:[网網报報局厅廳]|[周月双雙旬]刊|杂志|雜誌|日刊|(?:报|報|新|新闻|新聞|通信|通讯|通訊|出版|旅行)社|(?:[电電]视?|電視|广播|廣播)台|(?:医|醫|法|学|學|研究|检察)院|中心|大学|大學"
    "|(?:协|協|(?<=..)[学學]|委员|委員|工商联合|聯合|基金)会|委员会|委員會|(?:编辑|編輯|編集|宣传|新闻|新聞|支|党|总|總)部|政府|办公室|辦公室|[办辦]公厅|研究所|事务所|事務所|交易所"
    "|频道|頻道|新闻|新聞|资讯|資訊|消息|传媒|傳媒|媒体|媒體|快讯|在线|在線|门户|客户端|公众号|工作室|俱乐部|新报|(?:专栏|專欄)?作者|记者|記者|见习|見習|放送|テレビ|ニュース|取材班|支局)$"
)
"""The ends of names of papers, offices and desks in Chinese and Japanese that no person's given name has."""
_EASTERN_CHARS = 3
"""Signs from which such a name is a house's: “网” alone ends names of two signs."""

FIRM_CHARS = 100
"""Longest name of a company."""


def is_placeholder(text: str) -> bool:
    """Say whether a text stands in a name's place and names nobody."""
    return text.strip(" .,:：*-–—()[]").casefold() in PLACEHOLDERS


def is_firm(text: str) -> bool:
    """Say whether a text names a company by its legal form."""
    *_, last = text.split() or [""]
    may = "".join(filter(str.isalpha, last)).casefold() in _LAST or text.lstrip().startswith(_OPENING) or (not last.isascii() and last.endswith(_CLOSING))
    return may and len(text) <= FIRM_CHARS and without_form(text) != text.strip()


def without_form(text: str) -> str:
    """Return a company's name without its legal form: “Brask Media” of “Brask Media Sp. z o.o.”."""
    name = text.strip()
    bare = _FIRST.sub("", _CAPITALS.sub("", _INITIALS.sub(r"\1", _FORM.sub("", name))), count=1).strip(" ,\"“”«»„'")
    return bare or name


def is_eastern_house(text: str) -> bool:
    """Say whether a name in Chinese or Japanese ends as those of papers, offices and desks do."""
    return not text.isascii() and len(text) >= _EASTERN_CHARS and _EASTERN.search(text) is not None
