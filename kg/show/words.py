"""The interface in three languages. Names of things come from the graph, not from here."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "agreements": ("Agreements", "Соглашения", "협정"),
    "projects": ("Projects", "Проекты", "사업"),
    "events": ("Events", "События", "사건"),
    "relations": ("Relations", "Отношения", "관계"),
    "figures": ("Figures", "Цифры", "수치"),
    "people": ("People and voices", "Люди и голоса", "인물과 발언"),
    "views": ("Aims, effects and judgements", "Цели, последствия и оценки", "목적·영향·평가"),
    "third-parties": ("Third parties", "Третьи стороны", "제3자"),
    "disputes": ("Open disputes", "Спорное", "쟁점"),
    "gaps": ("Gaps", "Пробелы", "공백"),
    "sources": ("Sources", "Источники", "출처"),
    "lesser": (
        "{} of lesser weight; --all shows them",
        "{}, менее значимых; покажет --all",
        "덜 중요한 {}; --all로 표시",
    ),
    "size": ("{} on both, {}", "об обеих сторонах: {}, {}", "양측에 관한 {}, {}"),
    "not shown": ("{} of lesser weight not shown", "{}, менее значимых, не показано", "덜 중요한 {} 생략"),
    "by": ("said by {}", "говорит: {}", "발언: {}"),
    "set against": ("set against it: {}", "этому противостоит: {}", "이와 어긋남: {}"),
    "more differences": ("+{}; --all shows them", "ещё {}; покажет --all", "+{}건; --all로 표시"),
    "also about": ("also about", "также о:", "관련:"),
    "no date": ("no date", "без даты", "날짜 없음"),
    "after": ("after", "после", "이후:"),
    "one origin": ("one origin", "один источник", "단일 출처"),
    "found by comparing values": ("found by comparing values", "найдено сравнением значений", "값 비교로 발견"),
    "judged by": ("judged by", "оценка:", "판단:"),
    "says it is absent": ("says it is absent", "утверждает отсутствие", "부재를 주장"),
    "superseded": ("superseded", "заменено", "대체됨"),
    "if": ("condition", "условие", "조건"),
    "view of": ("view of", "позиция:", "견해:"),
    "agreed by": ("agreed by", "согласовали", "합의:"),
    "summary": ("summary", "кратко", "요약"),
    "content": ("content", "содержание", "내용"),
    "stance": ("stance", "модальность", "입장"),
    "said by": ("said by", "кто говорит", "발언자"),
    "document": ("document", "документ", "문서"),
    "where": ("where", "где", "위치"),
    "context": ("context", "контекст", "문맥"),
    "links": ("links", "связи", "연결"),
    "note": ("note", "примечание", "비고"),
    "kept in": ("kept in", "хранится в", "보관"),
    "undated document": ("undated", "без даты", "날짜 없음"),
    "claims": ("claims", "утверждения", "주장"),
    "speakers": ("Who speaks of both", "Кто говорит об обоих", "둘 다 언급하는 발언자"),
    "things": ("Other things", "Прочее", "그 밖의 대상"),
    "left alone": ("Left without any tie", "Без единой связи", "연결이 모두 사라지는 대상"),
    "cut off": ("Cut off from the rest", "Отрезаны от остальных", "나머지에서 떨어져 나가는 무리"),
    "last tie lost": ("Pairs that lose their last tie", "Пары, теряющие последнюю связь", "마지막 연결을 잃는 쌍"),
    "resting claims": ("Claims behind the ties that go", "Утверждения за этими связями", "사라지는 연결의 주장"),
    "votes": ("things", "предметов", "대상"),
    "pair": ("pair", "пара", "쌍"),
    "every entity": ("Entities", "Объекты", "대상"),
    "every claim": ("Claims", "Утверждения", "주장"),
    "every figure": ("Figures", "Цифры", "수치"),
    "every document": ("Documents", "Документы", "문서"),
    "every term": ("Terms", "Термины", "용어"),
    "documents": ("documents", "документы", "문서"),
    "range": ("range of ranks", "разброс мест", "순위 범위"),
    "without": ("without", "без", "제외 시"),
    "each document": ("each document in turn", "каждого документа по очереди", "문서 하나씩"),
    "each speaker": ("each speaker in turn", "каждого говорящего по очереди", "발언자 하나씩"),
    "each contested": ("each contested claim in turn", "каждого спорного утверждения", "쟁점 주장 하나씩"),
    "out": ("out", "вне", "제외"),
    "further": ("more; --limit shows them", "ещё; покажет --limit", "건 더; --limit로 표시"),
    "seed": ("seed", "зерно", "시드"),
    "triangles": ("Triangles", "Треугольники", "삼각관계"),
    "balanced": ("balanced", "сбалансировано", "균형"),
    "no triangles": ("no triangle of signed ties", "нет треугольников со знаком", "부호 있는 삼각관계 없음"),
    "frustrated": ("Frustrated dyads", "Напряжённые пары", "불안정한 쌍"),
    "camp": ("camp", "лагерь", "진영"),
    "unbalanced": ("unbalanced", "несбалансировано", "불균형"),
    "cost": ("cost", "цена", "비용"),
    "weight": ("weight", "вес", "가중치"),
    "strength": ("strength", "сила", "강도"),
    "contested": ("contested", "спорно", "쟁점"),
    "new": ("new", "новое", "신규"),
    "gone": ("gone", "исчезло", "사라짐"),
    "only": ("in one only", "только у одного", "한쪽에만"),
    "partial": ("in some", "у некоторых", "일부에만"),
    "same": ("in all", "у всех", "모두"),
    "against": ("against:", "против:", "반대:"),
    "meetings": ("Meetings and visits", "Встречи и визиты", "회담과 방문"),
    "phases": ("Phases", "Периоды", "국면"),
    "acts": ("Acts and relations", "Действия и отношения", "행위와 관계"),
    "cooperation": (
        "Cooperation (sum of published scores)",
        "Сотрудничество (сумма опубликованных баллов)",
        "협력(공표 점수 합계)",
    ),
    "score": ("PLOVER and Goldstein scores", "баллы PLOVER и Голдстина", "PLOVER·골드스타인 점수"),
    "own weights": ("our own weights", "собственные веса", "자체 가중치"),
    "in no period": (
        "{} with a score and no date so fine: in the total, in no line here",
        "{} с баллом, но без столь точной даты: в общей сумме, но не в строках здесь",
        "점수는 있으나 그만큼 정확한 날짜가 없는 {}: 총계에만 포함",
    ),
    "recorded": ("Recorded by data sets", "По наборам данных", "데이터 세트의 기록"),
    "record": ("record", "запись", "기록"),
    "absent": ("not", "нет", "아님"),
    "anybody": ("anybody", "кто-либо", "누구든"),
    "acting for": ("those who act for {}", "представители: {}", "{} 측 행위자"),
    "records": ("records:", "записей:", "기록:"),
    "mean score": ("mean score", "средний балл", "평균 점수"),
    "acts so meant": ("{} {}", "{} ({})", "{} ({})"),
    "contradicts": ("contradicts", "противоречит", "모순:"),
    "corroborates": ("corroborates", "подтверждает", "뒷받침:"),
    "supersedes": ("supersedes", "заменяет", "대체:"),
    "qualifies": ("qualifies", "уточняет", "한정:"),
    "repeats": ("repeats", "повторяет", "반복:"),
    "own acts": (
        "{} by the two themselves, the others by those who act for them",
        "самими двумя: {}, остальное — их представителями",
        "양측 스스로 {}건, 나머지는 양측을 대표하는 행위자",
    ),
    "class": ("class", "класс", "클래스"),
    "property": ("property", "свойство", "속성"),
    "concept": ("concept", "понятие", "개념"),
    "scheme": ("scheme", "список понятий", "개념 목록"),
    "definition": ("definition", "определение", "정의"),
    "also called": ("also called", "также", "다른 이름"),
    "above": ("under", "входит в", "상위"),
    "below": ("over", "включает", "하위"),
    "said of": ("said of", "относится к", "대상"),
    "value": ("value", "значение", "값"),
    "one of": ("one of", "одно из", "다음 중 하나"),
    "number of values": ("how many", "сколько значений", "값의 수"),
    "one value": (
        "one: two that differ contradict each other",
        "одно: два разных противоречат друг другу",
        "하나: 서로 다른 두 값은 모순",
    ),
    "many values": ("any number", "сколько угодно", "제한 없음"),
    "edge sign": ("in a network", "в сети", "네트워크에서"),
    "example": ("example", "пример", "예"),
    "replaced by": ("write instead", "писать вместо", "대신 쓸 용어"),
    "given up": ("not used any more", "больше не используется", "더 이상 쓰지 않음"),
    "template": ("to copy", "образец", "복사용 견본"),
    "required": ("required", "обязательно", "필수"),
    "usual": ("usual", "обычно", "일반"),
    "other": ("anything may have", "может иметь что угодно", "모든 것에 가능"),
    "or": ("or", "или", "또는"),
    "cooperative": ("cooperative", "сотрудничество", "협력"),
    "neutral": ("neutral", "нейтрально", "중립"),
    "conflictual": ("conflictual", "конфликт", "갈등"),
    "acts by kind": ("{} cooperative, {} conflictual", "сотрудничество: {}, конфликт: {}", "협력 {}, 갈등 {}"),
}
#: Nouns with their number, in the forms that a language has: one and many; one, few and many; one.
COUNTED: dict[str, tuple[str, str, str]] = {
    "acts": ("{:,} act|{:,} acts", "{:,} действие|{:,} действия|{:,} действий", "행위 {:,}건"),
    "claims": ("{:,} claim|{:,} claims", "{:,} утверждение|{:,} утверждения|{:,} утверждений", "주장 {:,}건"),
    "denials": ("{:,} claim|{:,} claims", "{:,} утверждение|{:,} утверждения|{:,} утверждений", "주장 {:,}건"),
    "disputes": ("{:,} link|{:,} links", "{:,} связь|{:,} связи|{:,} связей", "연결 {:,}건"),
    "documents": (
        "{:,} document|{:,} documents",
        "{:,} документ|{:,} документа|{:,} документов",
        "문서 {:,}건",
    ),
    "hops": ("{:,} hop|{:,} hops", "{:,} шаг|{:,} шага|{:,} шагов", "{:,}단계"),
    "more": (
        "{:,} more claim|{:,} more claims",
        "ещё {:,} утверждение|ещё {:,} утверждения|ещё {:,} утверждений",
        "주장 {:,}건",
    ),
    "origins": (
        "{:,} independent origin at most|{:,} independent origins at most",
        "не более {:,} независимого источника|не более {:,} независимых источников|"
        "не более {:,} независимых источников",
        "독립 출처 최대 {:,}개",
    ),
    "pairs": ("{:,} pair|{:,} pairs", "{:,} пара|{:,} пары|{:,} пар", "{:,}쌍"),
    "parts": ("{:,} part|{:,} parts", "{:,} часть|{:,} части|{:,} частей", "부분 {:,}개"),
    "records": ("{:,} record|{:,} records", "{:,} запись|{:,} записи|{:,} записей", "기록 {:,}건"),
    "things": ("{:,} thing|{:,} things", "{:,} объект|{:,} объекта|{:,} объектов", "대상 {:,}개"),
    "ties": ("{:,} tie|{:,} ties", "{:,} связь|{:,} связи|{:,} связей", "연결 {:,}개"),
}
_INDEX = {"en": 0, "ru": 1, "ko": 2}


def in_language(entry: tuple[str, str, str], lang: str) -> str:
    """One language of an entry."""
    return entry[_INDEX[lang]]


def word(key: str, lang: str) -> str:
    """A word of the interface; an unknown key is its own word."""
    entry = WORDS.get(key)
    return in_language(entry, lang) if entry else key


def counted(noun: str, count: int, lang: str) -> str:
    """So many of a noun: ``1 claim``, ``3 утверждения``."""
    forms = in_language(COUNTED[noun], lang).split("|")
    return forms[_form(count, lang)].format(count)


def _form(count: int, lang: str) -> int:
    """Which form a number takes: in Russian its last digit decides, except from 11 to 14."""
    if lang == "en":
        return int(count != 1)
    if lang == "ko":
        return 0
    last = 0 if count % 100 in range(11, 15) else count % 10
    return 0 if last == 1 else 1 if last in (2, 3, 4) else 2
