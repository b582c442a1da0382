"""What sites of many languages print around a story: "read more", "by", "comments", labels and the page's furniture.

A language that is missing here is no harm: what recurs between stories is learned from the page itself.
"""


def _phrases(table: str) -> frozenset[str]:
    return frozenset(phrase.casefold() for line in table.strip().splitlines() for phrase in line.split("|"))


READ_MORE = _phrases("""
read more|continue reading|read full story|read the full story|read full article|full story|more|keep reading
read article|read on|view post|learn more|see more|read the rest|read story|find out more|details|view more
click here to read more|full article|read now|weiterlesen|mehr lesen|mehr|mehr erfahren|weiter lesen|zum artikel
lesen sie mehr|artikel lesen|jetzt lesen|weiter|den ganzen artikel lesen|lire la suite|lire plus|en savoir plus
la suite|suite|lire l'article|voir plus|lire|lire la suite de|leer más|seguir leyendo|sigue leyendo|leer mas
continuar leyendo|ver más|más información|leer nota|leer artículo|más|continúa leyendo|leia mais|ler mais
continue lendo|continuar lendo|saiba mais|continuar a ler|continue a ler|ver mais|mais|llegir més|segueix llegint
leggi tutto|leggi di più|continua a leggere|continua|approfondisci|leggi l'articolo|leggi|ler máis|seguir lendo
gehiago irakurri|lees meer|lees verder|verder lezen|meer lezen|lees het artikel|meer|lue lisää|jatka lukemista
lue koko juttu|loe edasi|loe rohkem|läs mer|fortsätt läsa|läs hela artikeln|læs mere|læs videre|fortsæt læsning
les mer|les videre|les hele saken|fortsett å lese|lesa meira|lesa áfram|nánar|lasīt vairāk|lasīt tālāk|vairāk
skaityti daugiau|skaityti toliau|plačiau|lexo më shumë|ətraflı|czytaj więcej|czytaj dalej|więcej|zobacz więcej
číst více|číst dál|číst dále|celý článek|více|pokračovat ve čtení|čtěte více|čítať viac|čítať ďalej|viac|celý článok
tovább|tovább olvasom|bővebben|olvass tovább|részletek|pročitaj više|nastavi čitati|citește mai mult|citeste mai mult
mai mult|citește tot|mai multe|opširnije|više|saznaj više|pročitajte više|preberi več|beri naprej|več|прочитај више
опширније|прочети още|прочетете повече|още|виж повече|прочитај повеќе|повеќе|читај повеќе|читати далі|докладніше
читать далее|подробнее|читать дальше|далее|читать полностью|читать|дальше|читать статью|продолжить чтение|читать ещё
читать еще|детальніше|читати більше|читати повністю|чытаць далей|διαβάστε περισσότερα|περισσότερα|συνέχεια
διαβάστε τη συνέχεια|devamını oku|devamı|daha fazla oku|daha fazla|devamını okuyun|haberin devamı|قراءة المزيد
متابعة القراءة|إقرأ المزيد|اقرأ المزيد|المزيد|أكمل القراءة|ادامه مطلب|بیشتر بخوانید|ادامه|بیشتر|ادامه خبر|קרא עוד
המשך לקרוא|להמשך קריאה|לכתבה המלאה|مزید پڑھیں|और पढ़ें|आगे पढ़ें|पूरा पढ़ें|अधिक पढ़ें|पूरी खबर पढ़ें|আরও পড়ুন
বিস্তারিত|আরো পড়ুন|อ่านต่อ|อ่านเพิ่มเติม|ดูเพิ่มเติม|đọc thêm|xem thêm|đọc tiếp|xem tiếp|chi tiết|baca selengkapnya
selengkapnya|lanjutkan membaca|baca lagi|baca lebih lanjut|soma zaidi|続きを読む|もっと見る|詳細を見る|続きを見る
もっと読む|全文を読む|記事を読む|阅读更多|阅读全文|繼續閱讀|继续阅读|查看更多|更多|閱讀全文|閱讀更多|详情|查看详情
了解更多|查看全文|더 보기|더보기|자세히 보기|계속 읽기|더 읽기|전문보기
""")

BY = _phrases("""
by|from|written by|posted by|published by|post author|author|authors|reporter|von|autor|autorin|geschrieben von|par
publié par|auteur|por|autora|publicado por|di|autore|scritto da|pubblicato da|door|geplaatst door|av|skrevet av|af
skrevet af|kirjoittanut|przez|autorzy|napsal|napsala|szerző|írta|de|autorul|scris de|автор|авторы|от|від|από|του|yazan
haber|tarafından|oleh|penulis|بقلم|كتب|الكاتب|نویسنده|מאת|लेखक|द्वारा|লেখক|โดย|bởi|tác giả|作者|文|撰文|記者|记者|筆者
글|기자
""")

COUNT_WORDS = _phrases("""
comment|comments|reply|replies|response|responses|view|views|share|shares|like|likes|read|reads|vote|votes|posts|post
min|mins|minute|minutes|leave|a|add|no|be|the|first|to|kommentar|kommentare|kommentaren|keine|hinterlassen|schreiben
antwort|antworten|aufrufe|lesezeit|minuten|geteilt|ein|einen|commentaire|commentaires|laisser|un|vues|partages|lecture
de|aucun|comentario|comentarios|deja|sin|vistas|visitas|lecturas|lectura|minutos|ningún|comentário|comentários|deixe
um|visualizações|leitura|nenhum|sem|commento|commenti|lascia|nessun|visualizzazioni|lettura|minuti|comentaris|reactie
reacties|geen|een|plaatsen|geef|leestijd|kommentarer|lämna|en|inga|ingen|kommentarar|legg|igjen|skriv|kommenttia
kommentti|ei|ummæli|komentarz|komentarze|komentarzy|dodaj|brak|odsłon|komentář|komentáře|komentářů|přidat|žádné
komentáre|komentárov|hozzászólás|hozzászólások|perc|comentariu|comentarii|lasă|komentara|komentari|nema|комментарий
комментарии|комментариев|комментария|нет|оставить|просмотр|просмотров|просмотра|мин|минут|минуты|чтения|коментар
коментари|коментарі|коментарів|коментара|няма|немає|залишити|σχόλια|σχόλιο|κανένα|λεπτά|ανάγνωση|yorum|yorumlar|yap
görüntüleme|dakika|dk|okuma|تعليق|تعليقات|أضف|لا|توجد|مشاهدة|دقائق|دقيقة|قراءة|دیدگاه|نظر|تגובות|תגובות|תגובה|דקות
टिप्पणियाँ|टिप्पणी|मिनट|মন্তব্য|ความคิดเห็น|ครั้ง|นาที|bình|luận|lượt|xem|phút|đọc|tinggalkan|tidak|ada|menit|コメント
件|件のコメント|分|閲覧|评论|条评论|条|評論|則留言|留言|阅读|浏览|次|分钟|分鐘|댓글|조회|조회수|분|개
""")

LABELS = _phrases("""
tag|tags|tagged|tagged with|filed under|posted in|category|categories|in category|topics|section|schlagwort
schlagwörter|kategorie|kategorien|veröffentlicht in|abgelegt unter|themen|étiquettes|étiqueté|catégorie|catégories
publié dans|classé sous|mots-clés|etiqueta|etiquetas|etiquetado|categoría|categorías|publicado en|archivado en|temas
categoria|categorias|publicado em|marcado|categorie|pubblicato in|archiviato in|taggato|categorieën|geplaatst in
kategorier|publicerat i|postet i|avainsanat|kategoriat|kategoria|tagi|rubriky|rubrika|štítky|címkék|kategória
categorii|etichete|категория|категории|рубрика|рубрики|метки|теги|категорія|категорії|мітки|етикети|κατηγορία
κατηγορίες|ετικέτες|etiketler|kategori|kategoriler|التصنيف|التصنيفات|الوسوم|دسته|برچسب|קטגוריות|תגיות|श्रेणी|टैग|বিভাগ
หมวดหมู่|ป้ายกำกับ|chuyên mục|danh mục|thẻ|カテゴリー|タグ|分类|標籤|标签|分類|카테고리|태그
""")

FURNITURE = _phrases("""
facebook comments|all rights reserved|privacy policy|privacy|terms of use|terms of service|terms|skip to content
skip to main content|subscribe|newsletter|advertisement|sponsored|log in|login|sign in|sign up|register|search
search for|menu|home|contact|contact us|about|about us|powered by|share this|share|follow us|related posts
recent posts|most read|most popular|trending|archive|archives|older posts|older entries|older stories|newer posts|next
next page|previous|previous page|load more|back to top|cookies|cookie settings|accept|accept all|facebook|twitter
tweet|pin it|teilen|twittern|partager|compartir|compartilhar|condividi|delen|dela|del|jaa|udostępnij|sdílet|zdieľať
megosztás|distribuie|поделиться|поділитися|сподели|κοινοποίηση|paylaş|مشاركة|שתף|साझा करें|แชร์|chia sẻ|bagikan|シェア
ツイート|分享|공유|instagram|youtube|linkedin|whatsapp|rss|e-mail|email|print|datenschutz|datenschutzerklärung
impressum|startseite|kontakt|über uns|suche|suchen|anzeige|anmelden|abonnieren|werbung|agb|alle rechte vorbehalten
ältere beiträge|nächste seite|neuere beiträge|zum inhalt springen|vorherige seite|meistgelesen|accueil
mentions légales|contactez-nous|rechercher|publicité|s'abonner|connexion|tous droits réservés|articles plus anciens
articles précédents|page suivante|aller au contenu|à propos|inicio|contacto|buscar|publicidad|suscríbete|suscribirse
iniciar sesión|política de privacidad|todos los derechos reservados|aviso legal|entradas anteriores
entradas más antiguas|página siguiente|página anterior|siguiente|anterior|saltar al contenido|quiénes somos
lo más leído|início|contato|pesquisar|assine|entrar|política de privacidade|todos os direitos reservados
próxima página|quem somos|contatti|chi siamo|cerca|pubblicità|abbonati|accedi|tutti i diritti riservati
pagina successiva|vai al contenuto|i più letti|zoeken|inloggen|volgende|vorige|alle rechten voorbehouden|over ons|sök
logga in|hem|om oss|søg|forside|haku|etusivu|szukaj|strona główna|polityka prywatności|następna|zaloguj się
wszelkie prawa zastrzeżone|poprzednia|starsze wpisy|reklama|hledat|domů|úvod|přihlásit se|všechna práva vyhrazena
další|předchozí|starší příspěvky|o nás|főoldal|keresés|kapcsolat|главная|поиск|контакты|о нас|войти|реклама
подписаться|назад|вперёд|меню|все права защищены|политика конфиденциальности|следующая страница|следующая|предыдущая
головна|пошук|усі права захищені|αρχική|αναζήτηση|επικοινωνία|anasayfa|ana sayfa|ara|iletişim|hakkımızda
tüm hakları saklıdır|gizlilik politikası|sonraki|önceki|الرئيسية|اتصل بنا|من نحن|بحث|القائمة|جميع الحقوق محفوظة
سياسة الخصوصية|التالي|السابق|خانه|תפריט|חיפוש|मुख्य पृष्ठ|होम|संपर्क करें|खोजें|หน้าแรก|ติดต่อเรา|ค้นหา|trang chủ
liên hệ|tìm kiếm|beranda|cari|ホーム|お問い合わせ|検索|メニュー|首页|首頁|关于我们|联系我们|搜索|登录|注册|版权所有
隐私政策|下一页|上一页|広告|次へ|前へ|홈|검색|로그인|다음|이전|회사소개|개인정보처리방침
""")
