"""What errors and progress say, in Russian and Korean; their English stands where they are raised."""

from __future__ import annotations

from kg.values.said import Said

#: The English pattern → the same in Russian and in Korean.
SAID: dict[str, tuple[str, str]] = {
    # names and ids
    "Nothing is called ‘{word}’.": ("Ничего с именем «{word}» нет.", "‘{word}’(이)라는 이름 없음."),
    "No text here speaks of {name} ({id}).": (
        "{name} ({id}): ни один текст здесь об этом не говорит.",
        "{name} ({id}): 이에 관한 글이 여기에 없음.",
    ),
    "Every workspace knows it: name {id} in a claim.": (
        "Имя известно и без описания: назовите {id} в утверждении.",
        "설명 없이도 알려진 이름: 주장에 {id}(이)라고 쓰면 됨.",
    ),
    "Did you mean {names}?": ("Возможно, имелось в виду: {names}?", "혹시 {names}?"),
    "kg search TEXT looks through all names.": (
        "По всем именам ищет kg search ТЕКСТ.",
        "모든 이름은 kg search 검색어로 찾음.",
    ),
    "‘{word}’ may be one of {count}:\n{lines}": (
        "Под «{word}» подходит несколько ({count}):\n{lines}",
        "‘{word}’에 해당하는 것 {count}개:\n{lines}",
    ),
    "Use the id in the first column.": ("Возьмите обозначение из первого столбца.", "첫째 열의 식별자를 쓸 것."),
    "Use the name in the first column.": ("Возьмите имя из первого столбца.", "첫째 열의 이름을 쓸 것."),
    "There is no claim ‘{word}’.": ("Утверждения «{word}» нет.", "‘{word}’(이)라는 주장 없음."),
    "Its id is {name} now.": ("Теперь оно обозначается {name}.", "지금 이름: {name}."),
    "Claims have names such as essay-001.": (
        "Утверждения обозначены так: essay-001.",
        "주장의 이름은 essay-001과 같은 꼴.",
    ),
    "No term is called ‘{word}’.": ("Термина «{word}» нет.", "‘{word}’(이)라는 용어 없음."),
    "No class is called ‘{word}’.": ("Класса «{word}» нет.", "‘{word}’(이)라는 클래스 없음."),
    "kg terms lists them all.": ("Все перечисляет kg terms.", "전체 목록은 kg terms로 표시."),
    "{name} is one and the same.": ("«{name}» — одно и то же.", "{name}: 둘이 같은 대상임."),
    "Give two that differ.": ("Назовите два разных.", "서로 다른 둘을 지정할 것."),
    "‘{word}’ is not a language of this graph.": (
        "Языка «{word}» в графе нет.",
        "‘{word}’은(는) 이 그래프의 언어가 아님.",
    ),
    "Languages: {names}.": ("Языки: {names}.", "언어: {names}."),
    "--page is the address of a page of kg view, for --format html or md.": (
        "--page — адрес страницы kg view, для --format html или md.",
        "--page는 kg view 페이지의 주소이며 --format html이나 md에 씀.",
    ),
    "{path} is no brief of kg: no claim has a place in it.": (
        "{path} — не обзор kg: мест утверждений в нём нет.",
        "{path}: kg의 개요가 아님. 주장의 자리가 없음.",
    ),
    # filters and kinds
    "‘{word}’ is not a date.": ("«{word}» — не дата.", "‘{word}’은(는) 날짜가 아님."),
    "Write 2024, 2024-06 or 2024-06-19.": (
        "Пишите 2024, 2024-06 или 2024-06-19.",
        "2024, 2024-06 또는 2024-06-19처럼 쓸 것.",
    ),
    "‘{word}’ is not a stance.": ("Модальности «{word}» нет.", "‘{word}’(이)라는 입장 없음."),
    "Stances: {names}.": ("Модальности: {names}.", "입장: {names}."),
    "‘{word}’ is no kind of disagreement.": ("Вида расхождений «{word}» нет.", "‘{word}’(이)라는 불일치 종류 없음."),
    "‘{word}’ is no kind of what is found.": ("Вида находок «{word}» нет.", "‘{word}’(이)라는 검색 대상 종류 없음."),
    "This workspace lies in no git repository.": (
        "Это рабочее пространство не лежит в репозитории git.",
        "이 작업 공간은 git 저장소 안에 있지 않음.",
    ),
    "git init starts one; then commit the facts.": (
        "Его заводит git init; затем зафиксируйте факты.",
        "git init으로 만들고 사실을 커밋할 것.",
    ),
    "‘{word}’ is no kind of gap.": ("Вида пробелов «{word}» нет.", "‘{word}’(이)라는 공백 종류 없음."),
    "Kinds: {names}.": ("Виды: {names}.", "종류: {names}."),
    "‘{word}’ is not a view.": ("Представления «{word}» нет.", "‘{word}’(이)라는 보기 없음."),
    "Views: {names}.": ("Представления: {names}.", "보기: {names}."),
    "‘{word}’ is not a domain.": ("Области «{word}» нет.", "‘{word}’(이)라는 분야 없음."),
    "Domains: {names}.": ("Области: {names}.", "분야: {names}."),
    "‘{word}’ is no scope of a network.": ("Охвата сети «{word}» нет.", "‘{word}’(이)라는 네트워크 범위 없음."),
    "Scopes: {names}.": ("Охват: {names}.", "범위: {names}."),
    "‘{word}’ is no period.": ("Периода «{word}» нет.", "‘{word}’(이)라는 기간 단위 없음."),
    "Periods: {names}.": ("Периоды: {names}.", "기간 단위: {names}."),
    # comparing and connecting
    "There is nothing to compare with.": ("Сравнивать не с чем.", "비교할 상대 없음."),
    "Give two dates, speakers or stances.": (
        "Задайте две даты, двух говорящих или две модальности.",
        "날짜, 발언자 또는 입장을 둘 지정할 것.",
    ),
    "Give exactly one option twice or more: that is what is compared.": (
        "Задайте дважды или больше ровно один параметр: по нему и сравнивается.",
        "옵션 하나만 두 번 이상 지정할 것: 그것을 비교함.",
    ),
    "kg compare PRK RUS --according-to RUS --according-to PRK": (
        "kg compare PRK RUS --according-to RUS --according-to PRK",
        "kg compare PRK RUS --according-to RUS --according-to PRK",
    ),
    "‘others’ are those who speak for nobody else that is named.": (
        "others — это те, кто не говорит ни за кого из названных.",
        "others는 지정된 누구도 대변하지 않는 이들을 뜻함.",
    ),
    "Name at least one speaker.": ("Назовите хотя бы одного говорящего.", "발언자를 하나 이상 지정할 것."),
    "{name} is an end of the path: it cannot be avoided.": (
        "«{name}» — конец пути, обойти его нельзя.",
        "{name}: 경로의 끝이므로 피할 수 없음.",
    ),
    "A path has two ends.": ("У пути два конца.", "경로에는 양 끝이 있어야 함."),
    'kg view --path CHN "tumen bridge"': ('kg view --path CHN "tumen bridge"', 'kg view --path CHN "tumen bridge"'),
    "The facts of {name} do not pass their checks: {first}": (
        "Факты ревизии {name} не проходят проверку: {first}",
        "{name}의 사실이 검사를 통과하지 못함: {first}",
    ),
    "Name a revision that kg build takes.": (
        "Назовите ревизию, которую принимает kg build.",
        "kg build가 받아들이는 리비전을 지정할 것.",
    ),
    "The facts have errors, so no two builds of them can be compared.": (
        "В фактах есть ошибки, поэтому сравнить две их сборки нельзя.",
        "사실에 오류가 있어 두 빌드를 비교할 수 없음.",
    ),
    "Beside a pair of states stands a pair of states.": (
        "Рядом с парой государств может стоять только пара государств.",
        "두 국가 옆에는 두 국가만 둘 수 있음.",
    ),
    "That is one pair twice.": ("Это дважды одна и та же пара.", "같은 쌍을 두 번 지정함."),
    "kg brief PRK RUS --format html > brief.html": (
        "kg brief PRK RUS --format html > brief.html",
        "kg brief PRK RUS --format html > brief.html",
    ),
    "kg view PRK RUS --beside PRK CHN": ("kg view PRK RUS --beside PRK CHN", "kg view PRK RUS --beside PRK CHN"),
    "No claim here is on both: {names}.": (
        "Ни одно утверждение здесь не касается обеих сторон: {names}.",
        "양쪽 모두에 관한 주장이 여기 없음: {names}.",
    ),
    # networks
    "‘{word}’ cannot be left out.": ("Исключить «{word}» нельзя.", "‘{word}’은(는) 제외할 수 없음."),
    "Can be: {names}.": ("Можно: {names}.", "가능한 것: {names}."),
    "‘{word}’ is not a measure.": ("Меры «{word}» нет.", "‘{word}’(이)라는 지표 없음."),
    "Measures: {names}.": ("Меры: {names}.", "지표: {names}."),
    "‘{word}’ is not a method.": ("Метода «{word}» нет.", "‘{word}’(이)라는 방법 없음."),
    "Methods: {names}.": ("Методы: {names}.", "방법: {names}."),
    "igraph is not installed.": ("Пакет igraph не установлен.", "igraph가 설치되어 있지 않음."),
    "Leiden needs igraph.": ("Для метода leiden нужен пакет igraph.", "leiden 방법에는 igraph가 필요함."),
    "pip install 'bilateral-kg[network]'": (
        "pip install 'bilateral-kg[network]'",
        "pip install 'bilateral-kg[network]'",
    ),
    "‘{word}’ is no backend of this networkx.": (
        "Вычислителя «{word}» здесь нет.",
        "‘{word}’(이)라는 계산 엔진이 여기에 없음.",
    ),
    "Here: {names}.": ("Здесь есть: {names}.", "여기 있는 것: {names}."),
    "‘{path}’ does not say which format to write.": (
        "Из имени «{path}» не видно, в каком формате писать.",
        "‘{path}’만으로는 어떤 형식으로 쓸지 알 수 없음.",
    ),
    "‘{word}’ is no format of networks.": ("Формата сетей «{word}» нет.", "‘{word}’(이)라는 네트워크 형식 없음."),
    "End the name in .{names}, or say --as.": (
        "Имя файла должно кончаться на .{names}; или задайте --as.",
        "파일 이름을 .{names}(으)로 끝내거나 --as를 쓸 것.",
    ),
    "A panel is a table.": ("Панель — это таблица.", "패널은 표임."),
    "Write it as csv or parquet.": ("Запишите её как csv или parquet.", "csv나 parquet로 쓸 것."),
    "Parquet is not text.": ("Формат parquet — не текст.", "parquet는 텍스트가 아님."),
    "Give a file with -o.": ("Задайте файл: -o.", "-o로 파일을 지정할 것."),
    "Parquet needs DuckDB.": ("Для parquet нужен пакет duckdb.", "parquet에는 duckdb가 필요함."),
    "pip install 'bilateral-kg[parquet]'": (
        "pip install 'bilateral-kg[parquet]'",
        "pip install 'bilateral-kg[parquet]'",
    ),
    # queries
    "The query {query} has no parameter ‘{word}’.": (
        "У запроса {query} нет параметра «{word}».",
        "질의 {query}에 ‘{word}’(이)라는 매개변수 없음.",
    ),
    "Parameters: {names}.": ("Параметры: {names}.", "매개변수: {names}."),
    "The query {query} needs -p {word}=…": ("Запросу {query} нужно -p {word}=…", "질의 {query}에는 -p {word}=… 필요."),
    "For example: {text}": ("Например: {text}", "예: {text}"),
    "{old} is called {new} now, and is read so.": (
        "{old} теперь называется {new} и так и читается.",
        "{old}의 이름은 이제 {new}이며 그렇게 읽음.",
    ),
    "‘{word}’ is not a number.": ("«{word}» — не число.", "‘{word}’은(는) 수가 아님."),
    "There is no query or file ‘{word}’.": ("Нет ни запроса, ни файла «{word}».", "‘{word}’(이)라는 질의나 파일 없음."),
    "kg queries lists the queries.": ("Запросы перечисляет kg queries.", "질의 목록은 kg queries로 표시."),
    "‘{word}’ is not KEY=VALUE.": ("«{word}» — не пара ИМЯ=ЗНАЧЕНИЕ.", "‘{word}’은(는) 이름=값 꼴이 아님."),
    "There is no folder {path}.": ("Папки {path} нет.", "폴더 {path} 없음."),
    "--sources DIR is the folder with your copies of the sources.": (
        "--sources DIR — папка с вашими копиями источников.",
        "--sources DIR: 출처 사본이 있는 폴더.",
    ),
    "There is no file {path}.": ("Файла {path} нет.", "파일 {path} 없음."),
    "{path} is not UTF-8 text.": ("Файл {path} — не текст в UTF-8.", "{path}은(는) UTF-8 텍스트가 아님."),
    "The result does not say what joins what.": (
        "Из результата не видно, что с чем связано.",
        "무엇이 무엇과 이어지는지 결과에 없음.",
    ),
    "Name two columns ?from and ?to, or write #defaultView:Graph.": (
        "Назовите два столбца ?from и ?to или напишите #defaultView:Graph.",
        "두 열을 ?from과 ?to로 하거나 #defaultView:Graph를 쓸 것.",
    ),
    "The query cannot be run: {error}": ("Запрос выполнить нельзя: {error}", "질의를 실행할 수 없음: {error}"),
    "The query cannot be read: {error}": ("Запрос прочесть нельзя: {error}", "질의를 읽을 수 없음: {error}"),
    "The query cannot be read at line {line}, column {column}: ‘{near}’ is not expected after ‘{before}’.": (
        "Запрос не читается (строка {line}, столбец {column}): «{near}» не может стоять после «{before}».",
        "질의를 읽을 수 없음({line}행 {column}열): ‘{before}’ 다음에 ‘{near}’은(는) 올 수 없음.",
    ),
    "The query cannot be read at line {line}, column {column}: ‘{near}’ is not expected.": (
        "Запрос не читается (строка {line}, столбец {column}): «{near}» здесь стоять не может.",
        "질의를 읽을 수 없음({line}행 {column}열): ‘{near}’은(는) 여기 올 수 없음.",
    ),
    "The query cannot be read: it ends too early, at line {line}, column {column}.": (
        "Запрос не читается: он обрывается (строка {line}, столбец {column}).",
        "질의를 읽을 수 없음: 너무 일찍 끝남({line}행 {column}열).",
    ),
    "This is not a SELECT query.": ("Это не запрос SELECT.", "SELECT 질의가 아님."),
    "Ask with SELECT.": ("Спрашивайте через SELECT.", "SELECT로 물을 것."),
    "Queries only read. Facts change in their text files, and kg build takes them up.": (
        "Запросы только читают. Факты меняют в их текстовых файлах, а kg build их подхватывает.",
        "질의는 읽기만 함. 사실은 텍스트 파일에서 고치고 kg build로 반영.",
    ),
    "This is no SPARQL query: none of SELECT, ASK, CONSTRUCT or DESCRIBE is in it.": (
        "Это не запрос SPARQL: в нём нет ни SELECT, ни ASK, ни CONSTRUCT, ни DESCRIBE.",
        "SPARQL 질의가 아님: SELECT, ASK, CONSTRUCT, DESCRIBE 가운데 아무것도 없음.",
    ),
    "The prefix {prefix}: is not declared.": ("Префикс {prefix}: не объявлен.", "접두어 {prefix}: 선언되지 않음."),
    "Known without declaring: {names}. Others: PREFIX {prefix}: <http://…>": (
        "Известны без объявления: {names}. Прочие: PREFIX {prefix}: <http://…>",
        "선언 없이 쓰는 것: {names}. 그 밖: PREFIX {prefix}: <http://…>",
    ),
    "SERVICE would send data over the network; kg answers from its own store only.": (
        "SERVICE отправил бы данные по сети; kg отвечает только из своего хранилища.",
        "SERVICE는 데이터를 네트워크로 내보냄; kg는 자체 저장소에서만 답함.",
    ),
    "The query has no variable ?{name}.": ("В запросе нет переменной ?{name}.", "질의에 변수 ?{name} 없음."),
    "Name the variable without its question mark.": (
        "Пишите имя переменной без вопросительного знака.",
        "변수 이름은 물음표 없이 쓸 것.",
    ),
    "‘{word}’ cannot stand for ?{name} at line {line}, column {column} of the query.": (
        "«{word}» не может стоять вместо ?{name} (строка {line}, столбец {column} запроса).",
        "질의 {line}행 {column}열의 ?{name} 자리에 ‘{word}’은(는) 올 수 없음.",
    ),
    "Properties and graphs are things, such as e:PRK; what a query sets itself (AS, VALUES) is no parameter.": (
        "Свойства и графы — это объекты, например e:PRK; что запрос задаёт сам (AS, VALUES), не параметр.",
        "속성과 그래프는 e:PRK 같은 대상임; 질의가 스스로 정하는 것(AS, VALUES)은 매개변수가 아님.",
    ),
    "GRAPH {name} holds a subquery, at line {line}, column {column}.": (
        "В GRAPH {name} стоит подзапрос (строка {line}, столбец {column}).",
        "GRAPH {name} 안에 하위 질의가 있음({line}행 {column}열).",
    ),
    "Turn it inside out: {text}": ("Выверните наизнанку: {text}", "안팎을 바꿀 것: {text}"),
    "The query chooses its graphs by FROM, at line {line}, column {column}; here its view does that.": (
        "Запрос выбирает графы через FROM (строка {line}, столбец {column}); здесь их задаёт представление.",
        "질의가 FROM으로 그래프를 고름({line}행 {column}열); 여기서는 보기가 정함.",
    ),
    "Leave FROM out and choose by --view, or ask one graph by its name: GRAPH <…> { … }": (
        "Уберите FROM и выберите через --view или спросите один граф по имени: GRAPH <…> { … }",
        "FROM을 빼고 --view로 고르거나 그래프 하나를 이름으로 물을 것: GRAPH <…> { … }",
    ),
    "‘{word}’ is not an IRI.": ("«{word}» — не IRI.", "‘{word}’은(는) IRI가 아님."),
    "A name, a CURIE such as e:PRK, or an IRI without spaces.": (
        "Имя, CURIE, например e:PRK, или IRI без пробелов.",
        "이름, e:PRK 같은 CURIE, 또는 공백 없는 IRI.",
    ),
    "The query was stopped at its deadline.": ("Запрос остановлен: время вышло.", "시간이 다 되어 질의를 멈춤."),
    "{query} was stopped after {seconds:g} s.": (
        "{query}: остановлено через {seconds:g} с.",
        "{query}: {seconds:g}초 만에 멈춤.",
    ),
    "{query} was stopped: it took more than {megabytes:,} MB of memory.": (
        "{query}: остановлено, заняло больше {megabytes:,} МБ памяти.",
        "{query}: 메모리를 {megabytes:,}MB 넘게 써서 멈춤.",
    ),
    "Narrow it, add LIMIT, or give it more: --timeout SECONDS, --memory MB.": (
        "Сузьте его, добавьте LIMIT или дайте больше: --timeout СЕКУНДЫ, --memory МБ.",
        "범위를 좁히거나 LIMIT를 붙이거나 한도를 늘릴 것: --timeout 초, --memory 메가바이트.",
    ),
    "The engine broke down, most likely over brackets nested thousands deep.": (
        "Движок отказал: вероятно, скобки вложены на тысячи уровней.",
        "엔진이 멈춤: 괄호가 수천 겹 겹친 탓인 듯함.",
    ),
    "Nest less.": ("Уменьшите вложенность.", "덜 겹칠 것."),
    "The work was ended by the system ({how}); most likely it ran out of memory.": (
        "Работу прервала система ({how}); вероятно, не хватило памяти.",
        "시스템이 작업을 끝냄({how}); 메모리가 모자란 듯함.",
    ),
    "{path}: this is not UTF-8 text.": ("{path}: это не текст в UTF-8.", "{path}: UTF-8 텍스트가 아님."),
    "Save it with UTF-8 encoding.": ("Сохраните его в кодировке UTF-8.", "UTF-8로 저장할 것."),
    "{path}:{line}: ‘{text}’ does not say what kind of parameter it is.": (
        "{path}:{line}: в «{text}» не сказано, какого вида параметр.",
        "{path}:{line}: ‘{text}’에 매개변수의 종류가 없음.",
    ),
    "Kinds: {names}. For example: {text}": ("Виды: {names}. Например: {text}", "종류: {names}. 예: {text}"),
    "{path} is not a copy of any document here: no passage of any stands in it.": (
        "{path} — не копия ни одного из здешних документов: ни одного их отрывка в нём нет.",
        "{path}은(는) 여기 있는 어느 문서의 사본도 아님: 어느 구절도 들어 있지 않음.",
    ),
    "Documents with passages: {names}.": ("Документы с отрывками: {names}.", "구절이 있는 문서: {names}."),
    # pages
    "{path}:{line}: a step is a sentence, a tab and a view.": (
        "{path}:{line}: шаг — это предложение, табуляция и вид.",
        "{path}:{line}: 한 단계는 문장, 탭, 화면으로 이루어짐.",
    ),
    "The bridge is planned.\tnode=e:tumen-bridge": (
        "Мост планируется.\tnode=e:tumen-bridge",
        "다리가 계획됨.\tnode=e:tumen-bridge",
    ),
    "{path} cannot be read: {error}.": ("Файл {path} не читается: {error}.", "{path}을(를) 읽을 수 없음: {error}."),
    # what is being done
    "{step} …": ("{step} …", "{step} …"),
    "collecting claims": ("сбор утверждений", "주장 수집"),
    "laying out {count:,} things": ("расположение объектов: {count:,}", "대상 {count:,}개 배치"),
    "without {name} ({number} of {count})": ("без {name} ({number} из {count})", "{name} 제외({number}/{count})"),
    "reading files: {count:,}": ("чтение файлов: {count:,}", "파일 {count:,}개 읽기"),
    "reading {name}": ("чтение {name}", "{name} 읽기"),
    "linking": ("связывание", "연결"),
    "checking": ("проверка", "검사"),
    "checking {name}": ("проверка {name}", "{name} 검사"),
    "settling": ("сведение", "정리"),
    "tying": ("построение связей", "관계 생성"),
    "comparing with the words of the sources": ("сличение со словами источников", "출처의 표현과 대조"),
    "loading {name} ({number} of {count})": ("загрузка {name} ({number} из {count})", "{name} 적재({number}/{count})"),
    "loading everything anew: it is quicker": ("загрузка всего заново: так быстрее", "전부 새로 적재: 그편이 빠름"),
    "another build is running, waiting for it": ("идёт другая сборка, ожидание", "다른 빌드가 진행 중, 대기"),
    "{damage}: all of it is built anew from the texts": (
        "{damage}: всё собирается заново из текстов",
        "{damage}: 텍스트에서 전부 새로 빌드",
    ),
    "The store is damaged; building it anew.": (
        "Хранилище повреждено и собирается заново.",
        "저장소가 손상되어 새로 빌드함.",
    ),
    "The facts have errors; this answer is from the last good build. kg check lists them.": (
        "В фактах есть ошибки; ответ — из последней исправной сборки. Ошибки перечисляет kg check.",
        "사실에 오류가 있음; 이 답은 마지막 정상 빌드의 것. 오류 목록은 kg check로 표시.",
    ),
    "{problem} This answer is from the last build.": (
        "{problem} Ответ — из последней сборки.",
        "{problem} 이 답은 마지막 빌드의 것.",
    ),
    "Built the store in {seconds:.1f} s.": (
        "Хранилище собрано за {seconds:.1f} с.",
        "저장소를 {seconds:.1f}초에 빌드함.",
    ),
    "{name} changed: rebuilt the store in {seconds:.1f} s.": (
        "Изменён {name}: хранилище пересобрано за {seconds:.1f} с.",
        "{name} 변경됨: 저장소를 {seconds:.1f}초에 다시 빌드함.",
    ),
    "{name} and {more:,} more changed: rebuilt the store in {seconds:.1f} s.": (
        "Изменён {name}, других файлов: {more:,}; хранилище пересобрано за {seconds:.1f} с.",
        "{name} 외 {more:,}개 변경됨: 저장소를 {seconds:.1f}초에 다시 빌드함.",
    ),
}
_INDEX = {"ru": 0, "ko": 1}


def said(text: str, lang: str) -> str:
    """A text in the language asked; as it is in English, and where only English is known."""
    pattern, values = (text.pattern, text.values) if isinstance(text, Said) else (text, {})
    if lang == "en" or pattern not in SAID:
        return text
    told = {name: said(value, lang) if isinstance(value, Said) else value for name, value in values.items()}
    translated = SAID[pattern][_INDEX[lang]]
    return translated.format(**told) if isinstance(text, Said) else translated
