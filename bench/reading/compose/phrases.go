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
	"fr": {
		common:   "le la les et des du une est",
		sections: []string{"Monde", "Politique", "Économie", "Sciences", "Culture", "Sport", "Opinions"},
		by:       "Par", and: "et",
		ago:    []string{"il y a 2 heures", "il y a 5 heures", "il y a 11 heures", "il y a un jour", "il y a 2 jours", "il y a 35 minutes"},
		months: strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		date:   "DD MM YYYY", photo: "Photo",
		captions: []string{"Des étals derrière la capitainerie par un matin calme", "La salle de lecture peu avant l'ouverture", "Un tramway sur la place de la gare après la pluie"},
		share:    []string{"Partager", "Facebook", "X", "WhatsApp", "E-mail", "Copier le lien"},
		signUp:   []string{"La lettre du matin", "Recevez chaque matin, gratuitement, l'essentiel de l'actualité dans votre boîte.", "S'inscrire"},
		readMore: "Lire aussi", related: "Sur le même sujet", next: "Article suivant", mostRead: "Les plus lus", advert: "Publicité",
		comments: []string{"Commentaires", "Connectez-vous pour participer."},
		cookies:  "Nous et nos partenaires utilisons des cookies pour faire fonctionner ce site et mesurer son audience. Vous pouvez changer d'avis à tout moment.",
		footer:   []string{"Qui sommes-nous", "Contact", "Mentions légales", "Confidentialité", "Tous droits réservés."},
		world:    "Actualités",
		live:     []string{"En direct : la journée heure par heure", "Nos journalistes suivent les événements du jour, le plus récent en premier."},
		updated:  "Mis à jour", minutes: "min de lecture",
	},
	"es": {
		common:   "el la los las que del una por",
		sections: []string{"Internacional", "Política", "Economía", "Ciencia", "Cultura", "Deportes", "Opinión"},
		by:       "Por", and: "y",
		ago:    []string{"hace 2 horas", "hace 5 horas", "hace 11 horas", "hace un día", "hace 2 días", "hace 35 minutos"},
		months: strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
		date:   "DD de MM de YYYY", photo: "Foto",
		captions: []string{"Puestos del mercado detrás de la capitanía en una mañana tranquila", "La sala de lectura poco antes de abrir", "Un tranvía entra en la plaza de la estación tras la lluvia"},
		share:    []string{"Compartir", "Facebook", "X", "WhatsApp", "Correo", "Copiar enlace"},
		signUp:   []string{"La carta de la mañana", "Reciba cada mañana y gratis las noticias más importantes del día en su correo.", "Apuntarse"},
		readMore: "Lea también", related: "Noticias relacionadas", next: "Siguiente noticia", mostRead: "Lo más leído", advert: "Publicidad",
		comments: []string{"Comentarios", "Inicie sesión para participar."},
		cookies:  "Nosotros y nuestros socios usamos cookies para que este sitio funcione y para medir su uso. Puede cambiar su elección en cualquier momento.",
		footer:   []string{"Quiénes somos", "Contacto", "Aviso legal", "Privacidad", "Todos los derechos reservados."},
		world:    "Actualidad",
		live:     []string{"En directo: el día, hora a hora", "Nuestros reporteros siguen los acontecimientos del día, con lo más reciente arriba."},
		updated:  "Actualizado", minutes: "min de lectura",
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
	for _, code := range []string{"en", "de", "fr", "es"} {
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
