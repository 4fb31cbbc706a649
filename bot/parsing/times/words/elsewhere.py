"""Days and clocks in languages that are not read here: enough to know that a day was said."""

from bot.parsing.times.kinds import Kind, vocabulary

WORDS = vocabulary(
    {
        Kind.DAY_ELSEWHERE: {
            0: (
                "oggi|stasera|stamattina|hoje|esta noite|vandaag|vanavond|dzisiaj|dziś|dnes|"
                "dnes večer|danas|danes|azi|astăzi|idag|i dag|i kväll|i kveld|i aften|tänään|"
                "bugün|сегодня|сьогодні|днес|данас|σήμερα|avui|gaur|šodien|šiandien|täna|"
                "hari ini|hôm nay|היום|اليوم|امروز|今日|本日|今天|今晚|오늘|आज|วันนี้"
            ),
            1: (
                "morgen om|domani|domattina|domani mattina|domani sera|amanhã|amanha|"
                "amanhã de manhã|jutro|zítra|zajtra|holnap|mâine|sutra|jutri|imorgon|"
                "i morgon|i morgen|imorgen|huomenna|yarın|завтра|утре|сутра|αύριο|demà|bihar|"
                "yfory|amárach|rīt|rytoj|nesër|besok|bukas|ngày mai|kesho|מחר|غدا|غدًا|بكرة|"
                "بكرا|فردا|明日|あした|明天|明早|明晚|내일|कल|พรุ่งนี้|morgun"
            ),
            2: (
                "dopodomani|depois de amanhã|depois de amanha|overmorgen|pojutrze|pozítří|"
                "pozajtra|holnapután|poimâine|prekosutra|pojutrišnjem|i övermorgon|"
                "iövermorgon|i overmorgen|ylihuomenna|öbür gün|ertesi gün|послезавтра|"
                "післязавтра|вдругиден|прекосутра|μεθαύριο|demà passat|parīt|poryt|ülehomme|"
                "lusa|ngày kia|מחרתיים|بعد غد|بعد غدا|پس فردا|明後日|明后天|后天|後天|모레|"
                "परसों|มะรืนนี้"
            ),
        },
        Kind.WEEKDAY_ELSEWHERE: {
            0: (
                "lunedì|segunda-feira|segunda feira|maandag|poniedziałek|pondělí|pondelok|"
                "hétfő|ponedjeljak|ponedeljek|luni|måndag|mandag|maanantai|maanantaina|"
                "pazartesi|понедельник|в понедельник|понеділок|понеделник|Δευτέρα|dilluns|"
                "pirmdiena|pirmadienis|esmaspäev|senin|thứ hai|יום שני|الاثنين|الإثنين|"
                "月曜日|月曜|周一|星期一|월요일|सोमवार|วันจันทร์"
            ),
            1: (
                "martedì|terça-feira|terça feira|terça|dinsdag|wtorek|we wtorek|úterý|utorok|"
                "kedd|kedden|utorak|torek|marți|tisdag|tirsdag|tiistai|tiistaina|salı|"
                "вторник|во вторник|вівторок|Τρίτη|dimarts|otrdiena|antradienis|teisipäev|"
                "selasa|thứ ba|יום שלישי|الثلاثاء|火曜日|火曜|周二|星期二|화요일|मंगलवार|"
                "วันอังคาร"
            ),
            2: (
                "mercoledì|quarta-feira|quarta feira|woensdag|środa|środę|středa|středu|"
                "streda|stredu|szerda|szerdán|srijeda|srijedu|sreda|sredo|miercuri|onsdag|"
                "keskiviikko|keskiviikkona|çarşamba|среда|среду|середа|середу|сряда|Τετάρτη|"
                "dimecres|trešdiena|trečiadienis|kolmapäev|rabu|thứ tư|יום רביעי|الأربعاء|"
                "水曜日|水曜|周三|星期三|수요일|बुधवार|วันพุธ"
            ),
            3: (
                "giovedì|quinta-feira|quinta feira|donderdag|czwartek|čtvrtek|štvrtok|"
                "csütörtök|csütörtökön|četvrtak|četrtek|joi|torsdag|torstai|torstaina|"
                "perşembe|четверг|четвер|четвъртък|Πέμπτη|dijous|ceturtdiena|ketvirtadienis|"
                "neljapäev|kamis|thứ năm|יום חמישי|الخميس|木曜日|木曜|周四|星期四|목요일|"
                "गुरुवार|วันพฤหัสบดี"
            ),
            4: (
                "venerdì|sexta-feira|sexta feira|vrijdag|piątek|pátek|piatok|péntek|pénteken|"
                "petak|petek|vineri|fredag|perjantai|perjantaina|cuma|пятница|пятницу|"
                "п'ятниця|п'ятницю|петък|петак|Παρασκευή|divendres|piektdiena|penktadienis|"
                "reede|jumat|thứ sáu|יום שישי|الجمعة|金曜日|金曜|周五|星期五|금요일|शुक्रवार|"
                "วันศุกร์"
            ),
            5: (
                "sabato|zaterdag|sobota|sobotę|sobotu|szombat|szombaton|subota|subotu|soboto|"
                "sâmbătă|lördag|lørdag|lauantai|lauantaina|cumartesi|суббота|субботу|субота|"
                "суботу|събота|Σάββατο|dissabte|sestdiena|šeštadienis|laupäev|sabtu|thứ bảy|"
                "שבת|יום שבת|السبت|土曜日|土曜|周六|星期六|토요일|शनिवार|วันเสาร์"
            ),
            6: (
                "domenica|zondag|niedziela|niedzielę|neděle|neděli|nedeľa|nedeľu|vasárnap|"
                "nedjelja|nedjelju|nedelja|nedeljo|duminică|söndag|søndag|sunnuntai|"
                "sunnuntaina|воскресенье|неділя|неділю|неделя|недеља|недељу|Κυριακή|diumenge|"
                "svētdiena|sekmadienis|pühapäev|chủ nhật|יום ראשון|الأحد|日曜日|日曜|周日|"
                "星期日|星期天|일요일|रविवार|วันอาทิตย์"
            ),
        },
        Kind.AT_ELSEWHERE: {
            0: (
                "alle|alle ore|ore|dalle|às|as|om|om kl|o|o godzinie|o godz|godz|v|ve|w|we|"
                "kl|kl.|klo|kello|la ora|ora|orele|saat|в|во|у|о|об|около|в районе|к|στις|"
                "στη|u|ob|de|pukul|jam|lúc|בשעה|ב|الساعة|ساعت"
            ),
        },
        Kind.HOURS: {
            0: ("時|点|點|시|uur|hodin|godzina|часов|ч|ώρα|uhr"),
        },
    }
)
