package compose

import "strings"

// phrases are what pages of one language print around articles.
type phrases struct {
	common   string // its commonest words, by which a text is known to be in it
	sections []string
	by, and  string
	ago      []string // ages, as aggregators print them
	months   []string
	date     string // day, month, year
	photo    string
	captions []string
	share    []string
	signUp   []string // heading, sentence, button
	readMore string
	related  string
	next     string
	mostRead string
	advert   string
	comments []string
	cookies  string
	footer   []string
	world    string
	live     []string // headline, standfirst
	updated  string
	minutes  string
}

var languages = map[string]phrases{
	"en": {
		common:   "the of and to in that is for",
		sections: []string{"World", "Politics", "Business", "Science", "Culture", "Sport", "Opinion"},
		by:       "By", and: "and",
		ago:    []string{"2 hours ago", "5 hours ago", "11 hours ago", "a day ago", "2 days ago", "35 minutes ago"},
		months: strings.Fields("January February March April May June July August September October November December"),
		date:   "DD MM YYYY", photo: "Photograph",
		captions: []string{"Market stalls behind the harbour office on a quiet morning", "The reading room shortly before it opened", "A tram turns into the station square after rain"},
		share:    []string{"Share", "Facebook", "X", "WhatsApp", "Email", "Copy link"},
		signUp:   []string{"The morning letter", "Get the day's most important stories in your inbox every morning, free of charge.", "Sign up"},
		readMore: "Read more", related: "Related stories", next: "Next story", mostRead: "Most read", advert: "Advertisement",
		comments: []string{"Comments", "Log in to join the conversation."},
		cookies:  "We and our partners use cookies to keep this site running and to measure how it is used. You can change your choice at any time.",
		footer:   []string{"About us", "Contact", "Terms of use", "Privacy", "All rights reserved."},
		world:    "World news",
		live:     []string{"Live: the day as it happens", "Our reporters follow the events of the day, with the newest entry first."},
		updated:  "Updated", minutes: "min read",
	},
	"de": {
		common:   "der die und das den von ist nicht",
		sections: []string{"Ausland", "Politik", "Wirtschaft", "Wissen", "Kultur", "Sport", "Meinung"},
		by:       "Von", and: "und",
		ago:    []string{"vor 2 Stunden", "vor 5 Stunden", "vor 11 Stunden", "vor 1 Tag", "vor 2 Tagen", "vor 35 Minuten"},
		months: strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
		date:   "DD. MM YYYY", photo: "Foto",
		captions: []string{"Marktstände hinter dem Hafenamt an einem ruhigen Morgen", "Der Lesesaal kurz vor der Öffnung", "Eine Straßenbahn biegt nach dem Regen auf den Bahnhofsplatz ein"},
		share:    []string{"Teilen", "Facebook", "X", "WhatsApp", "E-Mail", "Link kopieren"},
		signUp:   []string{"Der Morgenbrief", "Die wichtigsten Meldungen des Tages jeden Morgen kostenlos in Ihrem Postfach.", "Anmelden"},
		readMore: "Lesen Sie auch", related: "Mehr zum Thema", next: "Nächster Artikel", mostRead: "Meistgelesen", advert: "Anzeige",
		comments: []string{"Kommentare", "Melden Sie sich an, um mitzureden."},
		cookies:  "Wir und unsere Partner verwenden Cookies, um diese Seite zu betreiben und ihre Nutzung zu messen. Sie können Ihre Wahl jederzeit ändern.",
		footer:   []string{"Über uns", "Kontakt", "Impressum", "Datenschutz", "Alle Rechte vorbehalten."},
		world:    "Nachrichten",
		live:     []string{"Liveticker: Der Tag im Überblick", "Unsere Reporter begleiten die Ereignisse des Tages, der neueste Eintrag steht oben."},
		updated:  "Aktualisiert", minutes: "Min. Lesezeit",
	},
}

// publishers are invented.
var publishers = []string{"The Vessholm Courier", "Rodvania One", "Sarykent Times", "Littoral Post", "Ghadran Observer", "Port-Sévrin Gazette", "Radio Zhilgan", "Samhara Daily"}

// writers sign the articles whose own authors are unknown.
var writers = []string{"Mirela Tovarek", "Jonas Felderin", "Ailsa Brannock", "Teodor Vasky", "Nadja Orlund", "Pascal Thévenaz"}

// Language tells in which of our languages a text is by its commonest words; ""
// for none of them.
func Language(text string) string {
	count := map[string]int{}
	total := 0
	for _, w := range strings.Fields(strings.ToLower(text)) {
		count[w]++
		total++
	}
	best, most := "", total/12
	for _, code := range []string{"en", "de"} {
		n := 0
		for _, w := range strings.Fields(languages[code].common) {
			n += count[w]
		}
		if n > most {
			best, most = code, n
		}
	}
	return best
}
