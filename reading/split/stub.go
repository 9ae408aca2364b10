package split

import (
	"strings"

	"coranto"
)

// A stub is what a paywall leaves of an article: its beginning.

// How many words a stub has at most: where a paywall stands right behind the
// text, and where the page only says that it is not free.
const (
	mostStubWords  = 400
	shortStubWords = 120
)

// isStub tells whether an article's text ends early at a paywall. behind is what
// stands right behind the text.
func (p *page) isStub(a *coranto.Article, behind []string) bool {
	words := countWords(a.Text)
	if ld := p.meta.mainArticle(); ld != nil && !p.part {
		if ld.words > 2*words && ld.words > shortStubWords && words < mostStubWords && !ld.free {
			return true
		}
		if ld.paid && (words < shortStubWords || words < mostStubWords && (breaksOff(a.Text) || lastMark(a.Text) == 0)) {
			return true
		}
	}
	return isStub(words, behind)
}

// isStub tells a stub by what stands behind its few words.
func isStub(words int, behind []string) bool {
	if words > mostStubWords {
		return false
	}
	for _, b := range behind {
		if asksToPay(strings.ToLower(b)) {
			return true
		}
	}
	return false
}

// toRead and byPaying are the words with which paywalls promise the rest of the
// text, and what they ask for it.
var (
	toRead = []string{"continue reading", "keep reading", "read the full", "read the rest", "read on", "to read this", "read more of this", "full access", "unlimited access", "unlock this", "rest of this article",
		"weiterlesen", "weiterzulesen", "weiter zu lesen", "vollständigen artikel", "ganzen artikel", "artikel lesen", "lire la suite", "pour lire", "lire l'intégralité", "lire l’intégralité", "seguir leyendo", "leer el artículo", "sigue leyendo", "continua a leggere", "per leggere",
		"continuar lendo", "continue lendo", "verder lezen", "lees verder", "läsa vidare", "lese videre", "læse videre", "czytaj dalej", "читать дальше", "читать далее", "продолжить чтение", "полный текст", "لمتابعة القراءة", "続きを読む", "続きは", "この記事は", "계속 읽"}
	byPaying = []string{"subscri", "sign up", "log in", "sign in", "register", "free trial", "member", "abonn", "abo ", "anmeld", "registrier", "einloggen", "identifi", "inscri", "suscri", "iniciar sesión", "regístr", "registr", "abbon", "accedi", "assin",
		"logga in", "logg inn", "log ind", "prenumer", "подпис", "войдите", "зарегистр", "اشترك", "会員", "有料", "登録", "구독", "로그인"}
)

// paidAlready are the words that let in who has paid.
var paidAlready = []string{"already a subscriber", "already a member", "already subscribed", "already have an account", "have an account?", "bereits abonnent", "bereits abonniert", "schon abonnent", "déjà abonné", "ya eres suscriptor", "ya soy suscriptor", "già abbonato", "já é assinante", "al abonnee", "redan prenumerant", "allerede abonnent", "уже подписаны", "уже подписчик", "مشترك بالفعل"}

// asksToPay tells the words of a paywall.
func asksToPay(lowered string) bool {
	return len(lowered) < 400 && (containsAny(lowered, toRead...) && containsAny(lowered, byPaying...) || len(lowered) < 120 && containsAny(lowered, paidAlready...))
}

// maxPaywall is how many words a paywall has behind its first line.
const maxPaywall = 60

// cutPaywall cuts what a paywall says behind the text.
func cutPaywall(blocks []block) {
	words, first := 0, len(blocks)
	for i := len(blocks) - 1; i >= max(0, len(blocks)-maxPaywall) && words <= maxPaywall; i-- {
		b := &blocks[i]
		if b.role.isText() {
			words += b.words
		}
		if b.words <= maxPaywall && b.role != roleNone && !b.told && asksToPay(strings.ToLower(b.text)) {
			first = i
		}
	}
	for i := first; i < len(blocks); i++ {
		if !blocks[i].told {
			blocks[i].cut("paywall")
		}
	}
}

// behind returns the blocks that stand right behind the last of the text, cut
// ones included.
func (p *page) behind(s story) (out []string) {
	last := s.end - 1
	for last >= s.body && p.blocks[last].role != roleBody {
		last--
	}
	for i := last + 1; i < min(s.to, last+8); i++ {
		out = append(out, p.blocks[i].text)
	}
	return out
}
