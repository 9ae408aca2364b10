package when

import (
	"strings"
	"testing"
	"unicode/utf8"

	"coranto/reading/lang"
)

// found writes the times of a text as "words=value" lines.
func found(text, at, language string) string {
	var lines []string
	for _, t := range Find(text, lang.Sentences(text), at, language) {
		lines = append(lines, text[t.Start:t.End]+" = "+t.Type+" "+t.Value)
	}
	return strings.Join(lines, "; ")
}

func TestFindEnglish(t *testing.T) {
	const at = "2025-06-11" // a Wednesday
	tests := []struct{ in, want string }{
		{"The summit opens on Feb. 4, 2026.", "Feb. 4, 2026 = DATE 2026-02-04"},
		{"It was signed on June 13, 2024, in Velmark.", "June 13, 2024 = DATE 2024-06-13"},
		{"It was signed on 13 June 2024.", "13 June 2024 = DATE 2024-06-13"},
		{"The talks began on Friday, June 6.", "Friday, June 6 = DATE 2025-06-06"},
		{"The minister said on Friday that he had resigned.", "Friday = DATE 2025-06-06"},
		{"The ministers will meet on Friday.", "Friday = DATE 2025-06-13"},
		{"The ministers will meet next Friday.", "next Friday = DATE 2025-06-13"},
		{"He resigned on Wednesday.", "Wednesday = DATE 2025-06-11"},
		{"Shelling went on late Monday night.", "late Monday night = TIME 2025-06-09TNI"},
		{"He left yesterday and returns tomorrow.", "yesterday = DATE 2025-06-10; tomorrow = DATE 2025-06-12"},
		{"He left last week.", "last week = DATE 2025-W23"},
		{"The vote is due this month.", "this month = DATE 2025-06"},
		{"It fell in October 2024 and in 2022.", "October 2024 = DATE 2024-10; 2022 = DATE 2022"},
		{"In early 2022 and the 1990s it rose.", "early 2022 = DATE 2022; the 1990s = DATE 199"},
		{"They waited three days, then two weeks.", "three days = DURATION P3D; two weeks = DURATION P2W"},
		{"It began two weeks ago.", "two weeks ago = DATE 2025-W22"},
		{"The council meets every Monday.", "every Monday = SET XXXX-WXX-1"},
		{"The call is at 10 a.m. on Thursday.", "10 a.m. on Thursday = TIME 2025-06-12T10:00"},
		{"It was announced last year, in the second quarter.", "last year = DATE 2024; the second quarter = DATE 2025-Q2"},
		{"He was elected last June.", "last June = DATE 2024-06"},
		{"It will take months.", "months = DURATION PXM"},
		{"The army now holds the bridge, which it recently took.", "now = DATE PRESENT_REF; recently = DATE PAST_REF"},
		{"The offer stands until the end of the month.", "the end of the month = DATE 2025-06"},
		{"Payment is due by July.", "July = DATE 2025-07"},
		{"Heading into Friday's primary, Korr led.", "Friday = DATE 2025-06-13"},
		{"On 3 August the minister wrote to the council.", "3 August = DATE 2024-08-03"},
		{"Exports fell between July and September.", "July = DATE 2024-07; September = DATE 2024-09"},
		{"The council has agreed to admit Velmark in early March.", "early March = DATE 2026-03"},
		{"The port would be closed on June 30.", "June 30 = DATE 2025-06-30"},
		{"They planned a rally on Saturday.", "Saturday = DATE 2025-06-14"},
		{"The rules, effective Aug. 1, were signed.", "Aug. 1 = DATE 2025-08-01"},
		{"Sales rose in the quarter ended March 31.", "the quarter = DATE 2025-Q1; March 31 = DATE 2025-03-31"},
		{"The bridge should stand by year's end.", "year's end = DATE 2025"},
		{"The port was closed in November.", "November = DATE 2024-11"},
		{"It opened on 2024-03-01.", "2024-03-01 = DATE 2024-03-01"},
		{"The truce lasted a year and a half.", "a year and a half = DURATION P1Y6M"},
		{"He spoke on Saturday, April 26: the first such speech.", "Saturday, April 26 = DATE 2025-04-26"},

		{"Some 2,000 troops and 1922 people crossed.", ""},
		{"It costs $2025 and weighs 1999 kg.", ""},
		{"He may march on Wall Street.", ""},
		{"The 52-year-old minister is 3 years older.", "3 years = DURATION P3Y"},
		{"The sun sat low.", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := found(tt.in, at, "en"); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// Without the day of publication only the calendar's own dates have a value.
func TestFindUndated(t *testing.T) {
	in := "He said on Friday that the summit of 13 June 2025 was agreed last week, two days late. It is now off until March 3."
	want := "Friday = DATE ; 13 June 2025 = DATE 2025-06-13; last week = DATE ; two days = DURATION P2D; now = DATE PRESENT_REF; March 3 = DATE "
	if got := found(in, "", "en"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestFindLanguages(t *testing.T) {
	const at = "2025-06-11"
	tests := []struct{ language, in, want string }{
		{"fr", "La réunion du 13 juin 2025 suit celle du 1er mai.", "13 juin 2025 = DATE 2025-06-13; 1er mai = DATE 2025-05-01"},
		{"de", "Das Treffen am 13. Juni 2025 folgt dem vom 1. Mai; am 03.10.1990 war es anders.", "13. Juni 2025 = DATE 2025-06-13; 1. Mai = DATE 2025-05-01; 03.10.1990 = DATE 1990-10-03"},
		{"es", "La cumbre del 13 de junio de 2025 sigue a la de octubre de 2024.", "13 de junio de 2025 = DATE 2025-06-13; octubre de 2024 = DATE 2024-10"},
		{"it", "Il vertice del 13 giugno 2025 segue quello di ieri.", "13 giugno 2025 = DATE 2025-06-13; ieri = DATE 2025-06-10"},
		{"nl", "De top van 13 juni 2025 volgt op die van gisteren.", "13 juni 2025 = DATE 2025-06-13; gisteren = DATE 2025-06-10"},
		{"pt", "A cúpula de 13 de junho de 2025 é amanhã.", "13 de junho de 2025 = DATE 2025-06-13; amanhã = DATE 2025-06-12"},
		{"pl", "Szczyt 13 czerwca 2025 r. odbył się wczoraj.", "13 czerwca 2025 r. = DATE 2025-06-13; wczoraj = DATE 2025-06-10"},
		{"tr", "Zirve 13 Haziran 2025 tarihinde yapıldı.", "13 Haziran 2025 = DATE 2025-06-13"},
		{"ru", "Встреча 13 июня 2025 года следует за встречей 1 мая.", "13 июня 2025 года = DATE 2025-06-13; 1 мая = DATE 2025-05-01"},
		{"uk", "Зустріч 13 червня 2025 року.", "13 червня 2025 року = DATE 2025-06-13"},
		{"ar", "عقد الاجتماع في ١٣ يونيو ٢٠٢٥ وقبله في 1 أيار.", "١٣ يونيو ٢٠٢٥ = DATE 2025-06-13; 1 أيار = DATE 2025-05-01"},
		{"ar", "عقد في 7 تشرين الأول 2024.", "7 تشرين الأول 2024 = DATE 2024-10-07"},
		{"fr", "Les 12 et 13 juin, puis le 2 mai.", "13 juin = DATE 2025-06-13; 2 mai = DATE 2025-05-02"},
		{"da", "Mødet var i går.", "i går = DATE 2025-06-10"},
		{"es", "Hay 3 ago. y 2 set más.", "3 ago = DATE 2025-08-03"},
		{"zh", "会议于2025年6月13日举行，上次是5月1日。", "2025年6月13日 = DATE 2025-06-13; 5月1日 = DATE 2025-05-01"},
		{"ja", "会議は2025年6月13日に開かれた。", "2025年6月13日 = DATE 2025-06-13"},
		{"ko", "회의는 2025년 6월 13일 열렸다.", "2025년 6월 13일 = DATE 2025-06-13"},
		{"und", "13 juin 2025, 13 июня 2025", "13 juin 2025 = DATE 2025-06-13; 13 июня 2025 = DATE 2025-06-13"},
		{"fr", "Quelque 2000 soldats sont venus.", ""},
		{"de", "Rund 2000 Soldaten kamen.", ""},
	}
	for _, tt := range tests {
		if got := found(tt.in, at, tt.language); got != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.language, tt.in, got, tt.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"On Friday, June 13, 2025 at 10:30 a.m. EST", "the end of the third quarter of 1989, a year-ago", "2025年6月13日", "١٣ يونيو ٢٠٢٥", "early mid- late '90s 2 1/2 years every other", "13.06.2025 13/06/2025 2025-06-13T14:05", "the year two thousand, nineteen ninety-six, last\n\nweek"} {
		f.Add(s, "2025-06-11", "en")
		f.Add(s, "", "und")
	}
	f.Fuzz(func(t *testing.T, text, at, language string) {
		last := 0
		for _, m := range Find(text, lang.Sentences(text), at, language) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("span %d-%d after %d in %d bytes", m.Start, m.End, last, len(text))
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End])) {
				t.Fatalf("span %d-%d cuts a character of %q", m.Start, m.End, text)
			}
			switch m.Type {
			case Date, Time, Duration, Set:
			default:
				t.Fatalf("type %q", m.Type)
			}
			last = m.End
		}
	})
}

func FuzzParsePrinted(f *testing.F) {
	for _, s := range []string{"07 October 2024", "2025-06-13T14:05:00+02:00", "۲۳ خرداد ۱۴۰۴", "2025年6月13日", "3 hours ago"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, ok := ParsePrinted(s)
		if ok != (date != "") {
			t.Fatalf("%q: %q, %v", s, date, ok)
		}
		if !ok {
			return
		}
		if again, ok := ParsePrinted(date); !ok || again != date {
			t.Fatalf("%q gives %q, which gives %q, %v", s, date, again, ok)
		}
	})
}

var sample = strings.Repeat("The foreign minister of Velmark said on Friday that talks would resume next week, two days after the truce of June 13, 2025 ended. Nothing else was told. ", 400)

func BenchmarkFind(b *testing.B) {
	sentences := lang.Sentences(sample)
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		Find(sample, sentences, "2025-06-20", "en")
	}
}

// Forms that nest or repeat must not cost more than their length.
func TestFindHostile(t *testing.T) {
	for _, s := range []string{"the early ", "the end of ", "early in the ", "more ", "two more ", "Friday, ", "13 of ", "10:30 ", "2025-", "13.06.", "last ", "June 13 June ", "1月", "a", "9"} {
		text := strings.Repeat(s, 1<<17/len(s))
		Find(text, nil, "2025-06-11", "en")
		Find(text, nil, "2025-06-11", "zh")
	}
}

// TestFindGames asks that a day takes the year of great games that its sentence
// names, where no day of publication is known.
func TestFindGames(t *testing.T) {
	for _, tt := range []struct{ in, at, want string }{
		{"He will attend the opening of the Beijing Winter Olympics on Feb. 4.", "", "Feb. 4 = DATE 2022-02-04"},
		{"The Beijing Olympics opened on August 8.", "", "August 8 = DATE 2008-08-08"},
		{"The Tokyo Summer Olympics opened on July 23.", "", "July 23 = DATE 2021-07-23"},
		{"He likes the Paris Olympics. She left on July 26.", "", "July 26 = DATE "},
		{"The Beijing Winter Olympics are over, he said on March 2.", "2022-03-03", "March 2 = DATE 2022-03-02"},
		{"The Winter Olympics begin on Feb. 4.", "", "Feb. 4 = DATE "},
	} {
		if got := found(tt.in, tt.at, "en"); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestFindSpans asks for the last, this and the next week, month and year, read
// on Wednesday 4 March 2026.
func TestFindSpans(t *testing.T) {
	for _, tt := range []struct{ language, in, want string }{
		{"fr", "Le sommet se tiendra la semaine prochaine.", "semaine prochaine = DATE 2026-W11"},
		{"fr", "Il est venu l'an dernier.", "l'an dernier = DATE 2025"},
		{"de", "Das Treffen findet nächste Woche statt.", "nächste Woche = DATE 2026-W11"},
		{"de", "Im vergangenen Jahr war es anders.", "vergangenen Jahr = DATE 2025"},
		{"es", "La cumbre será el próximo mes.", "próximo mes = DATE 2026-04"},
		{"it", "Il vertice si terrà la prossima settimana.", "prossima settimana = DATE 2026-W11"},
		{"pt", "A cúpula será na próxima semana.", "próxima semana = DATE 2026-W11"},
		{"nl", "De top is volgende maand.", "volgende maand = DATE 2026-04"},
		{"ru", "Саммит пройдет на следующей неделе.", "следующей неделе = DATE 2026-W11"},
		{"ru", "В прошлом году было иначе.", "прошлом году = DATE 2025"},
		{"ar", "تعقد القمة الأسبوع المقبل.", "الأسبوع المقبل = DATE 2026-W11"},
		{"zh", "峰会将于下周举行。", "下周 = DATE 2026-W11"},
		{"zh", "他昨天抵达,明天离开。", "昨天 = DATE 2026-03-03; 明天 = DATE 2026-03-05"},
		{"zh", "峰会将于本月20日举行。", "本月20日 = DATE 2026-03-20"},
		{"zh", "总统将于3月6日会见部长。", "3月6日 = DATE 2026-03-06"},
	} {
		if got := found(tt.in, "2026-03-04", tt.language); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.language, tt.in, got, tt.want)
		}
	}
}
