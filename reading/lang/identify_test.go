package lang

import (
	"strings"
	"testing"
)

// Sentences of our own in each language, none of them long.
var written = []struct{ language, text string }{
	{"en", "Fire kills three in market"}, {"en", "Parliament delays vote on water law"}, {"en", "The council will meet again on Monday to discuss the bridge."}, {"en", "Minister resigns after storm"},
	{"fr", "Le conseil se réunira de nouveau lundi pour parler du pont."}, {"fr", "Incendie au marché : trois morts"}, {"fr", "La ministre démissionne après la tempête"},
	{"de", "Der Rat tritt am Montag wieder zusammen, um über die Brücke zu sprechen."}, {"de", "Ministerin tritt nach Sturm zurück"}, {"de", "Drei Tote bei Brand auf dem Markt"},
	{"es", "El consejo se reunirá de nuevo el lunes para hablar del puente."}, {"es", "Dimite la ministra tras la tormenta"},
	{"it", "Il consiglio si riunirà di nuovo lunedì per parlare del ponte."}, {"it", "Si dimette la ministra dopo la tempesta"},
	{"nl", "De raad komt maandag weer bijeen om over de brug te praten."}, {"nl", "Minister stapt op na de storm"},
	{"pt", "O conselho volta a reunir-se na segunda-feira para falar da ponte."}, {"pt", "Ministra demite-se após a tempestade"},
	{"pl", "Rada zbierze się ponownie w poniedziałek, aby rozmawiać o moście."}, {"cs", "Rada se znovu sejde v pondělí, aby jednala o mostu."}, {"sk", "Rada sa opäť zíde v pondelok, aby rokovala o moste."},
	{"sv", "Rådet möts igen på måndag för att tala om bron."}, {"da", "Rådet mødes igen på mandag for at tale om broen."}, {"nb", "Rådet møtes igjen på mandag for å snakke om broen."},
	{"fi", "Neuvosto kokoontuu jälleen maanantaina keskustelemaan sillasta."}, {"hu", "A tanács hétfőn ismét összeül, hogy a hídról tárgyaljon."},
	{"ro", "Consiliul se va întruni din nou luni pentru a discuta despre pod."}, {"tr", "Konsey köprüyü görüşmek için pazartesi günü yeniden toplanacak."},
	{"id", "Dewan akan bertemu lagi pada hari Senin untuk membahas jembatan itu."}, {"vi", "Hội đồng sẽ họp lại vào thứ Hai để bàn về cây cầu."},
	{"ru", "Совет снова соберётся в понедельник, чтобы обсудить мост."}, {"uk", "Рада знову збереться в понеділок, щоб обговорити міст."}, {"bg", "Съветът ще се събере отново в понеделник, за да обсъди моста."}, {"sr", "Савет ће се поново састати у понедељак да разговара о мосту."},
	{"ar", "يجتمع المجلس مرة أخرى يوم الاثنين لبحث أمر الجسر."}, {"fa", "شورا روز دوشنبه دوباره برای گفتگو دربارهٔ پل تشکیل می‌شود."}, {"ur", "کونسل پیر کو پل کے بارے میں بات کرنے کے لیے دوبارہ ملے گی۔"},
	{"he", "המועצה תתכנס שוב ביום שני כדי לדון בגשר."}, {"zh", "委员会将于星期一再次开会讨论这座桥。"}, {"ja", "評議会は橋について話し合うため月曜日に再び開かれる。"}, {"ko", "의회는 다리를 논의하기 위해 월요일에 다시 열린다."},
	{"th", "สภาจะประชุมอีกครั้งในวันจันทร์เพื่อหารือเรื่องสะพาน"}, {"el", "Το συμβούλιο θα συνεδριάσει ξανά τη Δευτέρα για τη γέφυρα."}, {"hi", "परिषद सोमवार को पुल पर चर्चा के लिए फिर बैठक करेगी।"},
	{"und", ""}, {"und", "12,5 %"}, {"und", "Tosk"}, {"und", "…!"},
}

func TestIdentify(t *testing.T) {
	for _, w := range written {
		if got := Identify(w.text); got != w.language {
			t.Errorf("Identify(%q) = %s, want %s", w.text, got, w.language)
		}
	}
}

func BenchmarkIdentify(b *testing.B) {
	text := strings.Repeat("The council will meet again on Monday to discuss the bridge. ", 200)
	for b.Loop() {
		Identify(text)
	}
}
