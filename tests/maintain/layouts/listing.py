"""What a document lists: a random -> codes of one form, their texts in one language, and more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_TEXTS = {
    "en": (
        "Invalid token|The dock is busy|Parameter {name} is missing|Signature does not match"
        "|Too many requests, at most 100 a minute|The value of %s must be between 1 and 64"
        "|User not found|Order already paid|Storage quota exceeded (10 GB)"
        "|Cannot open file: permission denied|Request timed out after 30 seconds"
        "|Unsupported media type - use JSON|Internal error. Try again later."
        "|access_token is expired; get a new one|Amount must be greater than 0.01"
        "|The crane 'A4' is in use|Only GET & POST are allowed|3 attempts failed"
        "|See https://pier.example/help for details|Account locked|Bad gateway"
        "|Not enough balance: 5 EUR needed|Duplicate key in batch #2|Card 3D Secure failed"
        "|Certificate has expired (X509)|Version 2.1 or newer is required"
        "|Message is longer than 2,000 characters"
    ),
    "de": (
        "Ungültiges Token|Das Dock ist belegt|Parameter fehlt|Konto gesperrt|Datei nicht gefunden"
        "|Zu viele Anfragen, höchstens 100 je Minute|Zeitüberschreitung nach 30 Sekunden"
        "|Betrag muss größer als 0,01 sein|Kein Zugriff: Rolle fehlt|Signatur stimmt nicht"
        "|Schlüssel doppelt vorhanden|Speicher voll (10 GB)|Anhang zu groß"
    ),
    "es": (
        "Token no válido|Falta un parámetro|Demasiadas solicitudes: máximo 100 por minuto"
        "|Saldo insuficiente|El archivo no existe|Cuenta bloqueada|La firma no coincide"
        "|Tiempo de espera agotado|Servicio no disponible|Clave duplicada"
    ),
    "ru": (
        "Неверный токен|Параметр не указан|Слишком много запросов|Недостаточно средств"
        "|Файл не найден|Доступ запрещён|Подпись не совпадает|Внутренняя ошибка"
        "|Превышено время ожидания|Учётная запись заблокирована"
    ),
    "zh": (
        "无效的令牌|参数缺失|签名错误|请求过于频繁:每分钟最多100次|用户不存在|余额不足"
        "|文件超过2M|系统繁忙|接口已停用|订单已支付|内容含有违规词|调用次数超限"
    ),
    "ko": (
        "잘못된 토큰|필수 파라미터 누락|서명이 일치하지 않음|분당 최대 100건까지 요청 가능"
        "|사용자를 찾을 수 없음|잔액 부족|파일 크기 초과(10MB)|서버 내부 오류|이미 결제된 주문"
        "|접근 권한 없음|메시지 길이 초과|발신번호 미등록"
    ),
    "ja": (
        "無効なトークン|パラメータがありません|署名が一致しません|リクエスト数が上限を超えました"
        "|ユーザーが見つかりません|残高不足|ファイルサイズが大きすぎます|内部エラー|アクセス権がありません"
    ),
}
_REMEDIES = {
    "en": "Get a new token|Try again later|Check the parameter|Wait 60 seconds|Contact support",
    "de": "Neues Token holen|Später erneut versuchen|Parameter prüfen|Support fragen",
    "es": "Obtenga otro token|Reintente más tarde|Revise el parámetro",
    "ru": "Получите новый токен|Повторите позже|Проверьте параметр",
    "zh": "重新获取令牌|稍后重试|检查参数|联系客服",
    "ko": "토큰 재발급|나중에 다시 시도|파라미터 확인",
    "ja": "再取得してください|後で再試行|パラメータを確認",
}
_HEADINGS = {
    "en": "Code|Message|Solution|HTTP status|Name|Error codes",
    "de": "Code|Beschreibung|Lösung|HTTP-Status|Name|Fehlercodes",
    "es": "Código|Descripción|Solución|Estado HTTP|Nombre|Códigos de error",
    "ru": "Код|Описание|Решение|Статус HTTP|Имя|Коды ошибок",
    "zh": "错误码|说明|解决方案|HTTP状态码|名称|错误码列表",
    "ko": "코드|설명|조치|HTTP 상태|이름|에러 코드",
    "ja": "コード|説明|対処|HTTPステータス|名前|エラーコード",
}
_NOUNS = "TOKEN DOCK CRANE PIER GATE ORDER USER FILE QUOTA LIMIT KEY CARD ROUTE BATCH".split()
_ENDS = "INVALID BUSY MISSING EXPIRED LOCKED DENIED NOT_FOUND TOO_LARGE DUPLICATE TIMEOUT".split()
# Numbers: how each is written, where they begin, and how many there can be.
_NUMBERED = {
    "three": ("{}", (100, 200, 900), 99),
    "four": ("{}", (1000, 4000, 9000), 300),
    "five": ("{}", (10000, 40000, 61000), 900),
    "negative": ("-{}", (1000,), 400),
    "letter": ("E{}", (100,), 300),
    "letters": ("ERR-{}", (100,), 300),
    "hexadecimal": ("0x8001{:04X}", (1,), 200),
    "small": ("{}", (0, 1), 12),
    "zeros": ("{:04d}", (0,), 99),
}
_NAMED = ("names", "dotted", "mixed")


@dataclass(slots=True)
class Listing:
    """What a document lists; a layout may say more of it.

    Attributes:
        form: what the codes look like.
        language: the language of the texts.
        codes: the codes, in order.
        texts: what each means.
        remedies: what to do about each.
        statuses: the status of HTTP of each.
        names: a name in capitals for each.
        headings: what code, message, remedy, status and name are called, and the whole list.
    """

    form: str
    language: str
    codes: list[str]
    texts: list[str]
    remedies: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ()

    @property
    def is_numeric(self) -> bool:
        """Whether a program can have all codes as numbers."""
        return all(code.lstrip("-").isdigit() for code in self.codes)

    @property
    def is_wide(self) -> bool:
        """Whether its letters take two places of a line each."""
        return self.language in {"zh", "ko", "ja"}


def listing(random: Random) -> Listing:
    """Return what a document lists."""
    language = random.choice(("en", "en", "en", *_TEXTS))
    form = random.choice((*_NUMBERED, *_NAMED))
    able = _TEXTS[language].split("|")
    count = random.randint(5, min(12, len(able)))
    remedies = _REMEDIES[language].split("|")
    return Listing(
        form,
        language,
        _codes(random, form, count),
        random.sample(able, count),
        [random.choice(remedies) for _ in range(count)],
        [random.choice("400 401 403 404 409 429 500".split()) for _ in range(count)],
        _names(random, count),
        tuple(_HEADINGS[language].split("|")),
    )


def _codes(random: Random, form: str, count: int) -> list[str]:
    if form == "names":
        return sorted(_names(random, count))
    if form == "dotted":
        return sorted(
            f"{noun.lower()}.{end.lower()}"
            for noun, end in random.sample([(one, two) for one in _NOUNS for two in _ENDS], count)
        )
    if form == "mixed":
        numbers = sorted(random.sample(range(1001, 1200), count - 2))
        return [f"-{random.randint(1, 9)}", "0", *map(str, numbers)]
    shape, begins, width = _NUMBERED[form]
    first = random.choice(begins)
    if form == "small":
        return [str(number) for number in range(first, first + count)]
    return [
        shape.format(number) for number in sorted(random.sample(range(first, first + width), count))
    ]


def _names(random: Random, count: int) -> list[str]:
    able = [f"{noun}_{end}" for noun in _NOUNS for end in _ENDS]
    return random.sample(able, count)
