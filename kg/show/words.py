"""The interface in three languages. Names of things come from the graph, not from here."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str, str]] = {
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
    "more": (
        "more of lesser weight; --all shows them",
        "ещё менее значимых; покажет --all",
        "건의 덜 중요한 항목; --all로 표시",
    ),
    "no date": ("no date", "без даты", "날짜 없음"),
    "after": ("after", "после", "이후:"),
    "origins": ("independent origins at most", "независимых источников, не более", "독립 출처(최대)"),
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
    "documents": ("documents", "документы", "문서"),
}
_INDEX = {"en": 0, "ru": 1, "ko": 2}


def word(key: str, lang: str) -> str:
    """A word of the interface; an unknown key is its own word."""
    entry = _WORDS.get(key)
    return entry[_INDEX[lang]] if entry else key
