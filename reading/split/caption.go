package split

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/reading/when"
)

// cutCredit parts the credit of a picture from its caption: in brackets at the
// end ("... on Monday. (Agency)"), behind the last full stop ("... on Monday.
// Name/Agency via Pool"), or a line that begins with "Photo:". ok is false for a
// line that ends in no credit. The source of a picture is told by an agency's
// name, a slash between names, or a word for a picture.
func cutCredit(text string) (caption, credit string, ok bool) {
	if open := lastBracket(text); open > 0 {
		inside := bracketed(text, open)
		if isCredit(inside) {
			return strings.TrimSpace(text[:open]), inside, true
		}
	}
	if i := lastStop(text); i > 0 {
		tail := strings.TrimSpace(text[i:])
		if tail != "" && countWords(tail) <= 20 && lastMark(tail) == 0 && isCredit(tail) && (strings.ContainsRune(tail, '/') || hasCreditWord(tail)) {
			return strings.TrimSpace(text[:i]), tail, true
		}
	}
	if caption, credit, ok := cutLabelled(text); ok {
		return caption, credit, true
	}
	if label, rest, found := strings.Cut(text, ":"); found && countWords(text) <= 60 && vocabularies["credit"].exact[strings.ToLower(strings.TrimSpace(label))] {
		if rest = strings.TrimSpace(rest); countWords(rest) <= 6 {
			return "", rest, rest != ""
		}
		return rest, "", true
	}
	return text, "", false
}

// cutLabelled parts "... last week / Photo: Name": a word for a picture, with a
// colon, and few words behind it.
func cutLabelled(text string) (caption, credit string, ok bool) {
	colon := strings.LastIndex(text, ":")
	if colon <= 0 || countWords(text) > 60 || countWords(text[colon:]) > 6 || lastMark(text) != 0 {
		return "", "", false
	}
	before := strings.TrimRight(text[:colon], " \u00a0")
	i := strings.LastIndexAny(before, " \u00a0(/|") + 1
	if i <= 0 || !vocabularies["credit"].exact[strings.ToLower(before[i:])] || unicode.IsLower(firstRune(before[i:])) {
		return "", "", false
	}
	caption, credit = trimMarks(strings.TrimRight(before[:i], "(")), strings.Trim(text[colon+1:], " )\u00a0")
	return caption, credit, countWords(caption) >= 3 && credit != ""
}

// maxBracket bounds a credit in brackets, in bytes.
const maxBracket = 300

// lastBracket returns where the bracket opens that closes the text, -1 if none.
func lastBracket(text string) int {
	t := strings.TrimRight(text, " .")
	if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "）") {
		return -1
	}
	depth := 0
	for i := len(t); i > 0 && len(t)-i < maxBracket; {
		r, n := utf8.DecodeLastRuneInString(t[:i])
		i -= n
		switch r {
		case ')', '）':
			depth++
		case '(', '（':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// bracketed returns what stands in the last brackets, which open at open.
func bracketed(text string, open int) string {
	t := strings.TrimRight(text, " .")
	_, first := utf8.DecodeRuneInString(t[open:])
	_, last := utf8.DecodeLastRuneInString(t)
	return strings.TrimSpace(t[open+first : len(t)-last])
}

// lastStop returns the offset behind the last full stop that is followed by a
// blank, -1 if there is none.
func lastStop(text string) int {
	best := -1
	for _, stop := range []string{". ", "! ", "? ", ".” ", ".\" ", "۔ ", "؟ ", "。"} {
		if i := strings.LastIndex(text, stop); i >= 0 {
			best = max(best, i+len(stop))
		}
	}
	return best
}

func isCredit(s string) bool {
	if s == "" || countWords(s) > 20 {
		return false
	}
	return isAgency(s) || hasCreditWord(s) || namesAgency(s) || slashed.MatchString(s)
}

// slashed matches names parted by a slash: "Ministry of Defence/Handout".
var slashed = regexp.MustCompile(`^[^\d\s/][^/]{1,60}/\s?[^\d\s/]`)

func hasCreditWord(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" /,:()", r) }) {
		if vocabularies["credit"].exact[w] {
			return true
		}
	}
	return false
}

// readCaption parts text, credit and the picture's own date.
func readCaption(line string) coranto.Caption {
	text, credit, ok := cutCredit(line)
	if open := lastBracket(line); !ok && open > 0 && lastMark(line) == 0 && countWords(line[open:]) <= 8 {
		text, credit = strings.TrimSpace(line[:open]), bracketed(line, open)
	}
	c := coranto.Caption{Text: text, Credit: credit}
	for _, t := range when.Find(text, []coranto.Span{{Start: 0, End: len(text)}}, "", "") {
		if len(t.Value) >= len("2006-01-02") && t.Type != "DURATION" {
			c.Date = t.Value[:len("2006-01-02")]
		}
	}
	return c
}

// markPictures makes captions of what stands above a line that only says whose
// picture it is, and of an earlier printing of the same words. Behind a paragraph
// the line may be of a picture without a caption.
func markPictures(lines []block) {
	for i := 1; i < len(lines); i++ {
		l := &lines[i-1]
		if lines[i].look != caption || l.words < 3 || l.words > maxCaption || l.head || i == 1 || !isOnlyCredit(lines[i].text) {
			continue
		}
		above := lines[i-2].look
		if l.look == short && (above != prose || l.words >= 5) || l.look == unsure && above != prose || l.look == prose && above != prose && above != short {
			_, credit, _ := cutCredit(lines[i].text)
			l.look, l.credit = caption, credit
			lines[i].why = "credit of the caption above"
		}
	}
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], lines[i]
		if b.look == caption && a.words >= 3 && a.look != caption && a.look != stamp && strings.HasPrefix(b.folded, a.folded) {
			a.look = caption
		}
	}
}

// maxCaption bounds the words of a caption whose credit stands below it.
const maxCaption = 40

// markCredited turns lines with an agency's credit back into text where they
// close a paragraph rather than a picture: the last paragraph of wire copy, or
// its only one, ends in "(AFP)" too. A picture's credit stands in a head, beside
// another caption, or names a photographer.
func markCredited(lines []block) {
	for i := range lines {
		l := &lines[i]
		if l.look != caption || l.head || l.twin || l.words < 8 {
			continue
		}
		_, credit, ok := cutCredit(l.text)
		if !ok || !isAgency(credit) || i+1 < len(lines) && lines[i+1].look == prose {
			continue
		}
		last := followsProse(lines, i) && !startsAnew(lines, i)
		only := i > 0 && lines[i-1].head && l.words >= 25
		if last || only {
			l.look = prose
		}
	}
}
