package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some crawlers leave an article as one long line, in which paragraphs meet
// without a blank ("the president said.'We have ...") and crossheads stand in
// the running text: "... he said. Freight would be counted The Transport
// Ministry has ...". They are told where a capital begins a new clause within a
// sentence, and only in lines that show their seams; the text stays as it is.

const (
	leastGluedLine = 120 // words of a line in which crossheads are looked for
	mostHeadWords  = 8
	leastGlued     = 2 // crossheads on a line: a single one is not sure
)

// gluedCrossheads returns the crossheads that stand inside the blocks of a text.
func gluedCrossheads(text string) (out []string) {
	for block := range strings.SplitSeq(text, "\n\n") {
		if len(block) < 5*leastGluedLine || !hasSeams(block) || countWords(block) < leastGluedLine {
			continue
		}
		if heads := gluedIn(block); len(heads) >= leastGlued {
			out = append(out, heads...)
		}
	}
	return out
}

// hasSeams tells whether two sentences of a block meet without a blank.
func hasSeams(block string) bool {
	for i := 1; i+1 < len(block); i++ {
		if isSeam(block, i) {
			return true
		}
	}
	return false
}

// isSeam tells a stop or colon at i behind a small letter and right before a
// capital or an opening quotation mark with one.
func isSeam(s string, i int) bool {
	if s[i] != '.' && s[i] != ':' && s[i] != '!' && s[i] != '?' || s[i-1] < 'a' || s[i-1] > 'z' {
		return false
	}
	next := s[i+1:]
	for _, q := range []string{"'", "‘", "“", "\""} {
		next = strings.TrimPrefix(next, q)
	}
	return next != "" && next[0] >= 'A' && next[0] <= 'Z'
}

// gluedIn looks at the beginning of each sentence for a crosshead.
func gluedIn(block string) (out []string) {
	small := smallWords(block)
	for i := 0; i+1 < len(block); i++ {
		start := i + 1
		switch {
		case i > 0 && isSeam(block, i):
		case strings.IndexByte(".!?'\"", block[i]) >= 0 && block[i+1] == ' ' && (block[i] != '\'' || i > 0 && strings.IndexByte(".!?,", block[i-1]) >= 0):
			start = i + 2
		default:
			continue
		}
		if head := crossheadAt(block[start:], small); head != "" {
			out = append(out, head)
		}
	}
	return out
}

// smallWords are the words that stand in small letters somewhere in a text.
func smallWords(text string) map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			words[strings.Trim(w, ",.;:!?'\"’”)")] = true
		}
	}
	return words
}

// Words about a crosshead: with which a sentence begins that only seems to be
// one, behind which a name belongs to what stands before it, with which a
// sentence may begin, and by which a clause is known behind its subject.
var (
	leadsIn   = set(strings.Fields("on in at after before during under over since until by for from with without as but and or so yet while when if though although because however meanwhile earlier later last next this these those that then here there it he she they we i you his her their its our my according asked among between despite both each")...)
	goesWith  = set(strings.Fields("the a an of in on at to for from by with into over under between among and or but as that which who whom whose than about against after before during until since like former new russian american chinese president minister prime foreign general")...)
	beginners = set(strings.Fields("the a an asked nobody no not all some many most two three four five six seven eight nine ten both each every it he she they there this that these those in on at after before when while")...)
	openVerbs = set(strings.Fields("said says told has had have is are was were will would could did does can may must added noted stressed warned asked claimed insisted argued stated replied denied called announced accused urged held")...)
)

// crossheadAt returns the crosshead with which a sentence seems to begin, ""
// when none does.
func crossheadAt(s string, small map[string]bool) string {
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return ""
	}
	at, words, lower := 0, 0, 0
	last := ""
	for words <= mostHeadWords+1 {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			return ""
		}
		word := s[at : at+end]
		if words >= 2 && lower > 0 && startsClause(s[at:], last, small, s) {
			return strings.TrimSpace(s[:at])
		}
		if r, _ := utf8.DecodeRuneInString(word); strings.ContainsAny(word, ".!?;:\"“”‘—") || unicode.IsUpper(r) && strings.HasSuffix(word, ",") || words == 0 && leadsIn[strings.ToLower(word)] {
			return ""
		}
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) {
			lower++
		}
		last, words, at = word, words+1, at+end+1
	}
	return ""
}

// startsClause tells whether a new sentence begins with s, behind the word last
// of the sentence head.
func startsClause(s, last string, small map[string]bool, head string) bool {
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || goesWith[strings.ToLower(last)] || strings.HasSuffix(last, ",") {
		return false
	}
	next := strings.Fields(s[:min(len(s), 120)])
	if len(next) < 3 {
		return false
	}
	if common := strings.ToLower(next[0]); small[common] || beginners[common] { // a word that needs no capital
		return !isTitle(next)
	}
	for i := 1; i < min(4, len(next)); i++ { // a name of up to three words and its verb
		if openVerbs[next[i]] {
			first, _, _ := strings.Cut(head, " ")
			said := next[i] == "said" || next[i] == "told" || next[i] == "did" || next[i] == "does"
			return said || !openNoun[strings.ToLower(first)]
		}
		if r, _ := utf8.DecodeRuneInString(next[i]); !unicode.IsUpper(r) || strings.HasSuffix(next[i-1], ",") || strings.HasSuffix(next[i], ",") {
			return false
		}
	}
	return false
}

// isTitle tells capitals that go on: a name of several words.
func isTitle(words []string) bool {
	r, _ := utf8.DecodeRuneInString(words[1])
	return unicode.IsUpper(r) && !openNoun[strings.ToLower(words[0])]
}
