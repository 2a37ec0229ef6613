"""Notes on an answer in words: what it leaves out, sums up or misses."""

from __future__ import annotations

from kg.show.words import COUNTED, counted, in_language
from kg.values.notes import Note

#: Key of a note → what it says; a figure that is counted stands there with its noun (``kg.show.words.COUNTED``).
NOTES: dict[str, tuple[str, str, str]] = {
    "undated-claims": (
        "{claims} without a date left out; --undated shows them.",
        "Без даты и потому не показано: {claims}; покажет --undated.",
        "날짜가 없어 제외: {claims}; --undated로 표시.",
    ),
    "unpublished-claims": (
        "{claims} not known to be published by then left out; an undated document counts from the day it was entered.",
        "Неизвестно, опубликовано ли к тому времени, и потому не показано: {claims}; "
        "документ без даты считается со дня его внесения.",
        "그때까지 발행되었는지 알 수 없어 제외: {claims}; 날짜 없는 문서는 입력한 날부터 셈.",
    ),
    "beside": (
        "On one of the two and others, but on nothing of the other, and so left out: {claims}; see kg brief with those "
        "others.",
        "Об одной из сторон и о третьих, но не о другой, и потому не показано: {claims}; это показывает kg brief "
        "с третьими.",
        "한쪽과 제3자에 관할 뿐 다른 쪽과 무관해 제외: {claims}; 그 제3자와의 kg brief로 표시.",
    ),
    "of-dated": (
        "About dated things without giving a date, and so on no line: {claims}; see kg fact.",
        "О датированном, но без даты, и потому не в строках: {claims}; это показывает kg fact.",
        "날짜가 있는 대상에 관하나 날짜를 말하지 않아 줄에 없음: {claims}; kg fact로 표시.",
    ),
    "one-sided": (
        "On one of the two alone, and so left out: {claims}; see kg fact.",
        "Только об одной из сторон и потому не показано: {claims}; это показывает kg fact.",
        "한쪽에만 관한 것이라 제외: {claims}; kg fact로 표시.",
    ),
    "sideless": (
        "Leading to no state or group, and so in no brief: {claims}; kg search finds such.",
        "Не ведут ни к государству, ни к группе и не входят ни в одну справку: {claims}; это находит kg search.",
        "국가에도 집단에도 이어지지 않아 어느 개요에도 없음: {claims}; kg search로 찾음.",
    ),
    "drafts-left-out": (
        "{drafts} that nobody has reviewed left out; kg check names each.",
        "Никем не проверено и потому не показано: {drafts}; каждый называет kg check.",
        "아무도 검토하지 않아 제외: {drafts}; kg check로 하나하나 표시.",
    ),
    "retracted-left-out": (
        "Retracted and therefore left out: {claims}; kg claim ID says why.",
        "Отозвано и потому не показано: {claims}; почему, говорит kg claim.",
        "철회되어 제외: {claims}; 이유는 kg claim으로 표시.",
    ),
    "undecided-dates": (
        "Dated too coarsely, or told by an earlier document, to say whether it held then: {names}.",
        "Дата слишком груба или документ раньше того времени, чтобы сказать, так ли было тогда: {names}.",
        "날짜가 대략적이거나 문서가 더 이른 것이어서 그때 성립했는지 알 수 없음: {names}.",
    ),
    "undated-ties": (
        "{ties} without a date left out; --undated shows them.",
        "Без даты и потому не учтено: {ties}; покажет --undated.",
        "날짜가 없어 제외: {ties}; --undated로 표시.",
    ),
    "by-people": (
        "{acts} of people and groups from there are counted apart: they act for neither state.",
        "Отдельно и вне сумм: {acts} людей и групп оттуда; от имени государств они не действуют.",
        "그곳 사람과 단체의 {acts}은 따로 셈: 국가를 대표하지 않음.",
    ),
    "other-domains": (
        "{records} that name none of these domains left out.",
        "Не названа ни одна из этих областей, и потому не учтено: {records}.",
        "이 분야를 밝히지 않아 제외: {records}.",
    ),
    "lesser-salience": (
        "{claims} of secondary or low salience left out; kg view --all shows them.",
        "Второстепенное, потому не показано: {claims}; покажет --all.",
        "부차적이라 제외: {claims}; --all로 표시.",
    ),
    "elsewhere-left-out": (
        "On other things than this page is about, and so left out: {claims}; kg view without a name shows the whole "
        "graph.",
        "О другом, чем эта страница, и потому не показано: {claims}; весь граф показывает kg view без имени.",
        "이 페이지가 다루지 않는 것에 관한 것이라 제외: {claims}; 이름 없는 kg view로 전체 그래프 표시.",
    ),
    "superseded-left-out": (
        "Superseded, and so left out: {claims}; kg claim shows each.",
        "Заменено и потому не показано: {claims}; каждое показывает kg claim.",
        "대체되어 제외: {claims}; kg claim으로 하나하나 표시.",
    ),
    "other-view-left-out": (
        "In none of the views and domains asked for, and so left out: {claims}.",
        "Вне запрошенных представлений и областей и потому не показано: {claims}.",
        "요청한 보기와 분야 밖이라 제외: {claims}.",
    ),
    "apart-left-out": (
        "About one thing alone, for which a picture of so many has no room, and so left out: {claims}; see kg fact.",
        "Только об одном объекте и потому не показано, картина и так велика: {claims}; это показывает kg fact.",
        "한 대상에만 관한 것이라 큰 그림에서 제외: {claims}; kg fact로 표시.",
    ),
    "records-left-out": (
        "Of data sets not on this page: {records}; kg sparql reaches all.",
        "Из наборов данных не на этой странице: {records}; до всех доходит kg sparql.",
        "데이터 세트 중 이 페이지에 없는 것: {records}; kg sparql로 모두 조회.",
    ),
    "figures-alone": (
        "Without another figure to compare with, and so no bars: {figures}; kg fact shows them, and so does the "
        "panel of what they measure.",
        "Сравнить не с чем, потому не столбцы: {figures}; они есть в kg fact и на панели того, что измерено.",
        "비교할 다른 수치가 없어 막대로 그리지 않음: {figures}; kg fact와 잰 대상의 패널에 표시.",
    ),
    "example-shown": (
        "{claims} here are the invented example that kg init writes: no state, place or figure in them exists; "
        "kg init DIR --remove-example takes them out.",
        "Здесь выдуманный пример, который пишет kg init: {claims}; таких государств, мест и цифр нет; "
        "пример убирает kg init DIR --remove-example.",
        "여기의 {claims}은 kg init이 쓰는 지어낸 예시: 그런 국가도 장소도 수치도 없음; "
        "kg init DIR --remove-example로 제거.",
    ),
    "example-left-out": (
        "The invented example that kg init writes is left out: {claims}; kg init DIR --remove-example removes it.",
        "Выдуманный пример, который пишет kg init, не показан: {claims}; удаляет его kg init DIR --remove-example.",
        "kg init이 쓰는 지어낸 예시 제외: {claims}; kg init DIR --remove-example로 제거.",
    ),
    "untied-pairs": (
        "{pairs} that no claim joins left out.",
        "Не связано ни одним утверждением и потому не показано: {pairs}.",
        "잇는 주장이 없어 제외: {pairs}.",
    ),
    "ties-shown": (
        "Of {ties} that data sets record, the {shown:,} with most records are shown; name an entity or two, "
        "or use --as-of, to see others.",
        "Наборы данных дают: {ties}; показано с наибольшим числом записей: {shown:,}. Другие видны, если назвать "
        "один-два объекта или задать --as-of.",
        "데이터 세트의 {ties} 중 기록이 많은 {shown:,}개만 표시; 대상을 지정하거나 --as-of를 쓰면 다른 것도 나옴.",
    ),
    "no-betweenness": (
        "The network is large: --by betweenness computes it, and takes its time.",
        "Сеть велика: посредничество считает --by betweenness, и это небыстро.",
        "네트워크가 큼: 매개 중심성은 --by betweenness로 계산하며 시간이 걸림.",
    ),
    "no-ranges": (
        "The network is large: ranks come without their range; --leave-out document computes it.",
        "Сеть велика: места даны без разброса; его считает --leave-out document.",
        "네트워크가 큼: 순위 범위는 생략; --leave-out document로 계산.",
    ),
    "most-recorded": (
        "{shown:,} of {all:,} shown, those with most records.",
        "показано {shown:,} из {all:,}, с наибольшим числом записей.",
        "{all:,}개 중 기록이 많은 {shown:,}개만 표시.",
    ),
    "crowded": (
        "{things} that more than twelve share join nobody here; kg network dyad A B tells of any two.",
        "Общее для более чем двенадцати здесь никого не связывает: {things}; о любых двух скажет kg network dyad A B.",
        "열둘보다 많은 쪽이 공유하는 {things}은 여기서 아무도 잇지 않음; 두 쪽은 kg network dyad A B로 조회.",
    ),
    "parts-and-total": (
        "{figures} are not added up: one of them looks like the total of the others.",
        "{figures} не сложены: одна похожа на сумму остальных.",
        "{figures}은 합산하지 않음: 하나가 나머지의 합계로 보임.",
    ),
    "records-shown": (
        "{shown:,} of {records} shown; kg sparql reaches all.",
        "показано: {shown:,}, всего: {records}; до всех доходит kg sparql.",
        "{records} 중 {shown:,}건만 표시; kg sparql로 모두 조회.",
    ),
    "records-compared": (
        "{shown:,} of {records} compared, the earliest.",
        "сопоставлены самые ранние: {shown:,}, всего: {records}.",
        "{records} 중 가장 이른 {shown:,}건만 비교.",
    ),
    "summed-by-month": (
        "{records} are summed up by month; narrow it down with --as-of to see each, or ask kg sparql.",
        "Сведено по месяцам: {records}; каждую видно с --as-of или через kg sparql.",
        "{records}을 월별로 합산; 하나하나는 --as-of로 좁히거나 kg sparql로 조회.",
    ),
    "opposed": (
        "{pairs} of these {claims} exclude each other.",
        "Исключают друг друга: {pairs}; {claims}.",
        "서로 양립할 수 없음: {pairs}, {claims}.",
    ),
    "agreeing": (
        "{disputes} of claims that agree or lead to each other left out; --all shows them.",
        "Согласуются или ведут друг к другу и потому не показаны: {disputes}; покажет --all.",
        "서로 일치하거나 이어지는 것이라 제외: {disputes}; --all로 표시.",
    ),
    "more-disputes": (
        "{disputes} more of less weight left out; --all shows them.",
        "Менее весомые не показаны: {disputes}; покажет --all.",
        "덜 중요한 것 제외: {disputes}; --all로 표시.",
    ),
    "more-gaps": (
        "{gaps} more left out; --all shows them, --kind more of one kind.",
        "Не показано: {gaps}; все покажет --all, больше одного вида — --kind.",
        "제외: {gaps}; --all로 모두, --kind로 한 종류를 더 표시.",
    ),
    "no-gap": ("There is no such gap{passing}.", "Таких пробелов нет{passing}.", "{passing}그런 공백 없음."),
    "denied-by": (
        "Said by {claims}, denied by {denials}.",
        "Утверждают: {claims}; отрицают: {denials}.",
        "긍정: {claims}, 부정: {denials}.",
    ),
    "opposed-furthest": (
        "{pairs} of {claims} exclude each other; those furthest apart are shown.",
        "Исключают друг друга: {pairs}; {claims}; показаны самые далёкие друг от друга.",
        "서로 양립할 수 없음: {pairs}, {claims}; 가장 동떨어진 것만 표시.",
    ),
    "no-publication-date": (
        "No publication date: {names}. “Now” and “already” cannot be dated here.",
        "Нет даты публикации: {names}. «Сейчас» и «уже» здесь не датировать.",
        "발행일 없음: {names}. 여기서 ‘지금’과 ‘이미’는 언제인지 알 수 없음.",
    ),
    "read-too": (
        "‘{word}’ is also read as: {names}.",
        "«{word}» понято и как: {names}.",
        "‘{word}’은(는) 다음으로도 읽음: {names}.",
    ),
    "read-as": (
        "‘{word}’ is read as: {names}.",
        "«{word}» понято как: {names}.",
        "‘{word}’은(는) 다음으로 읽음: {names}.",
    ),
    "read-apart": (
        "‘{word}’ is read as: {names}, and of that ‘{asked}’.",
        "«{word}» понято так: {names}, и об этом — «{asked}».",
        "‘{word}’은(는) 다음으로 읽음: {names}, 그중 ‘{asked}’.",
    ),
    "also-fits": (
        "‘{word}’ is read as {chosen}; it also fits: {names}.",
        "«{word}» понято как {chosen}; подходит и: {names}.",
        "‘{word}’은(는) {chosen}(으)로 읽음; 그 밖에 맞는 것: {names}.",
    ),
    "said-of-it": (
        "No property of {names} is called ‘{word}’; these are the claims about it that say so.",
        "Свойства «{word}» нет: {names}; показаны утверждения об этом, где так сказано.",
        "{names}에는 ‘{word}’(이)라는 속성이 없음; 그렇게 말하는 주장을 표시.",
    ),
    "held-nearby": (
        "{names} ({relation}) has ‘{property}’: kg fact {id} {word}",
        "Это есть у другого: {names} ({relation}) — «{property}»: kg fact {id} {word}",
        "다른 곳에 있음: {names} ({relation}) — ‘{property}’: kg fact {id} {word}",
    ),
    "further-entities": (
        "{further:,} more of the entities; --limit shows them.",
        "Объектов ещё: {further:,}; покажет --limit.",
        "대상 {further:,}개 더; --limit로 표시.",
    ),
    "further-claims": (
        "{further:,} more of the claims; --limit shows them.",
        "Утверждений ещё: {further:,}; покажет --limit.",
        "주장 {further:,}건 더; --limit로 표시.",
    ),
    "further-figures": (
        "{further:,} more of the figures; --limit shows them.",
        "Цифр ещё: {further:,}; покажет --limit.",
        "수치 {further:,}건 더; --limit로 표시.",
    ),
    "further-documents": (
        "{further:,} more of the documents; --limit shows them.",
        "Документов ещё: {further:,}; покажет --limit.",
        "문서 {further:,}개 더; --limit로 표시.",
    ),
    "further-terms": (
        "{further:,} more of the terms; --limit shows them.",
        "Терминов ещё: {further:,}; покажет --limit.",
        "용어 {further:,}개 더; --limit로 표시.",
    ),
    "no-source-named": (
        "Nobody is named as the source of these.",
        "Кто это говорит, не названо.",
        "누가 한 말인지 밝혀지지 않음.",
    ),
    "no-date-given": ("No date is given for: {names}.", "Дата не указана: {names}.", "날짜가 밝혀지지 않음: {names}."),
    "no-fact": (
        "No fact about {name}{passing}.",
        "Об объекте «{name}» фактов нет{passing}.",
        "{passing}{name}에 관한 사실 없음.",
    ),
    "no-fact-so-called": (
        "No fact about {name} under ‘{word}’{passing}.",
        "Об объекте «{name}» по слову «{word}» фактов нет{passing}.",
        "{passing}{name}에 관해 ‘{word}’에 해당하는 사실 없음.",
    ),
    "other-properties": ("Properties of {name}: {names}.", "Свойства «{name}»: {names}.", "{name}의 속성: {names}."),
    "no-claim-joins": (
        "No claim joins {a} and {b}{passing}.",
        "Нет утверждений, связывающих «{a}» и «{b}»{passing}.",
        "{passing}{a}와(과) {b}을(를) 잇는 주장 없음.",
    ),
    "no-event": ("There is no event{passing}.", "Событий нет{passing}.", "{passing}사건 없음."),
    "no-conflict": (
        "There is no pair of claims in conflict{passing}.",
        "Расходящихся утверждений нет{passing}.",
        "{passing}서로 어긋나는 주장 없음.",
    ),
    "no-path": (
        "Nothing connects {a} and {b}{passing}.",
        "Ничто не связывает «{a}» и «{b}»{passing}.",
        "{passing}{a}와(과) {b}을(를) 잇는 것 없음.",
    ),
    "no-claim-in-slices": (
        "No claim is in any of these slices.",
        "Ни в одном из этих срезов утверждений нет.",
        "이 가운데 어느 단면에도 주장 없음.",
    ),
    "nothing-shared": (
        "{a} and {b} have nothing in common{passing}.",
        "«{a}» и «{b}»: ничего общего нет{passing}.",
        "{passing}{a}와(과) {b} 사이에 공통된 것 없음.",
    ),
    "no-tie-rests": (
        "No tie rests on {name}{passing}.",
        "На «{name}» не держится ни одна связь{passing}.",
        "{passing}{name}에 의존하는 연결 없음.",
    ),
    "no-tie": ("There is no tie{passing}.", "Связей нет{passing}.", "{passing}연결 없음."),
    "no-signed-tie": (
        "There is no tie with a sign{passing}.",
        "Связей со знаком нет{passing}.",
        "{passing}부호 있는 연결 없음.",
    ),
    "no-tie-joins": (
        "No tie joins {a} and {b}{passing}.",
        "Нет связей между «{a}» и «{b}»{passing}.",
        "{passing}{a}와(과) {b} 사이에 연결 없음.",
    ),
    "nothing-to-show": (
        "There is nothing to show{passing}.",
        "Показывать нечего{passing}.",
        "{passing}보여 줄 것 없음.",
    ),
    "try-path": (
        "No claim touches both of them; with --path you see how they are connected, if they are.",
        "Ни одно утверждение не касается обоих; связаны ли они и как, видно с --path.",
        "둘 다에 관한 주장 없음; 이어져 있는지는 --path로 볼 수 있음.",
    ),
    "copies-absent": (
        "No copy of the very text of {names} is there, so nothing links to it; kg verify says what differs.",
        "Копии именно этого текста нет, ссылок на неё тоже: {names}; чем она отличается, скажет kg verify.",
        "바로 그 글의 사본이 없어 연결하지 않음: {names}; 무엇이 다른지는 kg verify로 확인.",
    ),
    "page-written": ("{kilobytes:,} kB.", "{kilobytes:,} кБ.", "{kilobytes:,}킬로바이트 기록됨."),
    "rows-written": ("{rows}.", "{rows}.", "{rows}."),
    "edges-written": ("{edges}.", "{edges}.", "{edges}."),
    "no-term": ("No term {word}.", "Термина {word} нет.", "{word}(이)라는 용어 없음."),
    "no-term-but": (
        "No term {word}; nearest: {names}.",
        "Термина {word} нет; ближайшие: {names}.",
        "{word}(이)라는 용어 없음; 가까운 것: {names}.",
    ),
    "text-for-thing": (
        "-p {name}={word} is a text here; the thing of that name is -p {name}={id}.",
        "Здесь -p {name}={word} — просто текст; объект с таким именем: -p {name}={id}.",
        "-p {name}={word}은(는) 여기서 글자일 뿐임; 그 이름의 대상은 -p {name}={id}.",
    ),
    "no-solution": ("No solution.", "Решений нет.", "결과 없음."),
    "no-solution-joins": (
        "No solution joins two entities.",
        "Ни одно решение не связывает два объекта.",
        "두 대상을 잇는 결과 없음.",
    ),
    "no-answer": (
        "No claim answers “{title}”.",
        "На запрос «{title}» не отвечает ни одно утверждение.",
        "‘{title}’에 답하는 주장 없음.",
    ),
}
#: Behind a note whose claims are too many to show.
_MORE = (" And {more}.", " И {more}.", " 그 밖에 {more}.")
#: In a miss that may be owed to filters.
_PASSING = (" that passes these filters", " при таких фильтрах", "이 필터에서는 ")


def note_text(note: Note, lang: str) -> str:
    """A note as a sentence."""
    said: dict[str, object] = {
        name: counted(name, value, lang) if name in COUNTED and isinstance(value, int) else value
        for name, value in note.values.items()
    }
    said |= {name: ", ".join(value) for name, value in note.values.items() if isinstance(value, tuple)}
    said["passing"] = in_language(_PASSING, lang) if note.values.get("passing") else ""
    text = in_language(NOTES[note.key], lang) + (in_language(_MORE, lang) if note.values.get("more") else "")
    return f"{note.about}: {text.format(**said)}" if note.about else text.format(**said)
