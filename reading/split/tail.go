package split

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Behind an article's last sentence stands what is not of it: who wrote it, where
// to follow them, what a subscription costs, whose the rights are.

// How many blocks of that kind stand behind a text, and of how many words.
const (
	maxTail      = 6
	maxTailWords = 80
)

// cutTail takes what is not of the article from the end of its text.
func (p *page) cutTail(s story, authors []string) {
	for i, n := s.end-1, 0; i > s.body && n < maxTail; i-- {
		b := &p.blocks[i]
		if !b.role.isText() {
			continue
		}
		why := tailReason(b, authors)
		if b.told || why == "" {
			return
		}
		b.cut(why)
		n++
	}
}

// tailReason tells why a block at the end of a text is not of it, "" if it is.
func tailReason(b *block, authors []string) string {
	lowered := strings.ToLower(b.text)
	switch {
	case b.words > maxTailWords:
	case b.linked > 0 && b.words <= 9 && lastMark(b.text) == 0 && !strings.HasPrefix(b.text, "—"): // "Filed under"
		return "label"
	case furnitureText(b) != "", isAddress(b.text), b.words <= 3 && strings.Contains(b.text, "@"):
		return "promo"
	case strings.HasPrefix(lowered, "©"), b.words <= 40 && containsAny(lowered, reserved...):
		return "copyright"
	case presentsWriter(b.text[bulletLen(b.text):], authors):
		return "about the author"
	case price.MatchString(lowered) && containsAny(lowered, offers...):
		return "promo"
	case pointsElsewhere(lowered):
		return "promo"
	case containsAny(lowered, "comment", "kommentar", "coment", "коммент") && containsAny(lowered, "moderat", "moderier", "moderad", "modér", "модер", "freigeschaltet"):
		return "comments"
	}
	return ""
}

// reserved are the words with which rights are claimed, offers those with which
// something is sold.
var (
	reserved = []string{"all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "все права защищены", "جميع الحقوق محفوظة"}
	offers   = []string{"subscribe now", "subscribe for", "subscribe to", "click here", "free trial", "use the code", "issues for", "abonn", "testen sie", "suscr", "assine", "abbona", "подпис", "اشترك"}
)

// price matches a sum with the sign of its currency.
var price = regexp.MustCompile(`[$€£¥₹₽]\s?\d|\brs\.? ?\d|\d\s?[$€£¥₹₽]`)

// pointsElsewhere tells a short line that ends in an address, behind words that
// point there.
func pointsElsewhere(lowered string) bool {
	if len(lowered) > 200 || !containsAny(lowered, "http://", "https://", "www.") {
		return false
	}
	return slices.ContainsFunc([]string{"more ", "follow ", "read ", "see ", "for more", "mehr ", "plus ", "más ", "читайте "}, func(w string) bool { return strings.HasPrefix(lowered, w) })
}

// presentsWriter tells a note about who wrote: "Name Name is a reporter at ...".
// Of an author of the article it is enough that the note begins with the name and
// says what he or she is; others are told by their trade.
func presentsWriter(text string, authors []string) bool {
	rest, isAuthor := text, false
	for _, name := range authors {
		if after, ok := strings.CutPrefix(text, name); ok && isName(name) {
			rest, isAuthor = after, true
		}
	}
	words := strings.FieldsFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '.' })
	at := slices.IndexFunc(words, func(w string) bool { return copulas[w] })
	if at < 0 || at > 6 || !isAuthor && (at < 2 || !isName(strings.Join(words[:min(at, 4)], " ")) || at > 4) {
		return false
	}
	if isAuthor && at == 0 {
		return true
	}
	for _, w := range words[at:min(len(words), at+14)] {
		w = strings.ToLower(strings.Trim(w, "()'’:;"))
		if vocabularies["trade"].exact[w[strings.LastIndexByte(w, '-')+1:]] {
			return true
		}
	}
	return false
}

// copulas are the words behind a name by which a note says what somebody is.
var copulas = set("is", "are", "was", "covers", "writes", "reports", "ist", "schreibt", "berichtet", "est", "es", "é", "è", "jest", "är", "er")
