package split

import (
	"net/url"
	"strings"

	"coranto"
)

// kindNames are words of JSON-LD types, sections and addresses that name a kind.
var kindNames = map[string]coranto.ArticleKind{
	"opinionnewsarticle": coranto.Opinion, "opinion": coranto.Opinion, "opinions": coranto.Opinion, "commentisfree": coranto.Opinion, "editorial": coranto.Opinion, "editorials": coranto.Opinion,
	"oped": coranto.Opinion, "columnists": coranto.Opinion, "kommentar": coranto.Opinion, "kommentare": coranto.Opinion, "meinung": coranto.Opinion, "opinie": coranto.Opinion, "opinión": coranto.Opinion, "tribune": coranto.Opinion, "мнения": coranto.Opinion, "رأي": coranto.Opinion,
	"analysisnewsarticle": coranto.Analysis, "backgroundnewsarticle": coranto.Analysis, "analysis": coranto.Analysis, "analyse": coranto.Analysis, "analyses": coranto.Analysis, "analysen": coranto.Analysis, "explainers": coranto.Analysis, "hintergrund": coranto.Analysis, "análisis": coranto.Analysis, "аналитика": coranto.Analysis,
	"liveblogposting": coranto.Live, "liveblog": coranto.Live, "liveticker": coranto.Live, "live": coranto.Live,
	"interview": coranto.Interview, "interviews": coranto.Interview, "entrevista": coranto.Interview, "entretien": coranto.Interview, "интервью": coranto.Interview,
	"briefing": coranto.Briefing, "briefings": coranto.Briefing, "newsletter": coranto.Briefing,
}

// kindWords are the words at the beginning of a headline, or anywhere in it
// where marked with a star, that name a kind of article.
var kindWords = []struct {
	kind  coranto.ArticleKind
	words []string
}{
	{coranto.Live, []string{"live:", "live updates", "live blog", "*live updates", "*– live", "*- live", "en direct", "liveticker", "онлайн:", "مباشر"}},
	{coranto.Takeaways, []string{"*takeaways", "*things to know", "*what to know", "*three things", "*four things", "*five things", "*six things", "*seven things", "*ten things"}},
	{coranto.Opinion, []string{"opinion:", "opinion |", "op-ed", "editorial:", "commentary:", "view:", "viewpoint:", "comment:", "tribune", "kommentar:", "opinión:", "мнение:", "رأي:", "*| opinion"}},
	{coranto.Analysis, []string{"analysis:", "analysis |", "explainer:", "analyse", "анализ:", "análisis:", "تحليل:", "*| analysis", "*- analysis"}},
	{coranto.Interview, []string{"interview:", "interview with", "q&a:", "*: interview", "entretien", "интервью:", "مقابلة:"}},
	{coranto.Briefing, []string{"briefing:", "morning briefing", "evening briefing", "daily briefing", "world briefing", "news briefing", "world brief", "*news in brief", "*in brief:", "week in review", "the week in ", "the week on ", "*this week in ", "*: what happened", "round-up", "roundup"}},
}

// setKind tells an article's kind and the reason: from what the page says of it,
// from its headline, from the form of its text; a report, with no reason, when
// nothing says otherwise. stated are the words by which the page sorts it, nil
// when it does not.
func setKind(a *coranto.Article, stated []statedKind) {
	for _, s := range stated {
		if k, ok := kindNames[strings.ToLower(s.word)]; ok {
			a.Kind, a.KindWhy = k, s.where+": "+s.word
			return
		}
	}
	if a.Kind, a.KindWhy = kindOf(a.Headline); a.KindWhy != "" {
		return
	}
	blocks := strings.Split(a.Text, "\n\n")
	switch {
	case isInterview(blocks):
		a.Kind, a.KindWhy = coranto.Interview, "questions and answers"
	case isBriefing(a.Headline, blocks, a.Crossheads):
		a.Kind, a.KindWhy = coranto.Briefing, "a part for each thing that the headline lists"
	}
}

// statedKind is a word by which a page sorts its article, and where it stands.
type statedKind struct{ where, word string }

// kinds returns the words of JSON-LD's types and sections and of the address.
func (m *meta) kinds(address string) (out []statedKind) {
	add := func(where string, words ...string) {
		for _, w := range words {
			out = append(out, statedKind{where, w})
		}
	}
	if a := m.mainArticle(); a != nil {
		add("type", a.types...)
		add("section", a.sections...)
	}
	add("section", m.tag("article:section"))
	if u, err := url.Parse(m.canonicalURL(address)); err == nil {
		parts := strings.Split(strings.Trim(u.Path, "/"), "/")
		last := len(parts) - 1
		add("address", parts[:last]...)
		first, _, _ := strings.Cut(strings.TrimLeft(parts[last], "0123456789-"), "-") // "/interview-with-...", "/20261018-live"
		add("address", first)
	}
	return out
}

// kindOf tells an article's kind from its headline alone, and the words that
// tell it; Report and "" when none do.
func kindOf(headline string) (kind coranto.ArticleKind, why string) {
	h := strings.ToLower(headline)
	for _, k := range kindWords {
		for _, w := range k.words {
			at := 0
			if anywhere, ok := strings.CutPrefix(w, "*"); ok {
				w, at = anywhere, strings.Index(h, anywhere)
			} else if !strings.HasPrefix(h, w) {
				continue
			}
			if at >= 0 && (endsWord(h, at+len(w)) || !isLetterByte(w[len(w)-1])) {
				return k.kind, "headline: " + strings.TrimSpace(strings.Trim(w, "*:|–- "))
			}
		}
	}
	if w := explains(h); w != "" {
		return coranto.Analysis, "headline: " + w
	}
	return coranto.Report, ""
}

// isLetterByte tells a byte of a word, of any script, from a mark or a blank.
func isLetterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

// explaining are the words with which a headline promises to explain, in the
// form of a statement: at its beginning or behind a colon.
var explaining = []string{"why ", "what it means", "what this means", "warum ", "wieso ", "weshalb ", "pourquoi ", "por qué ", "perché ", "почему ", "зачем ", "чего не ", "что значит ", "что это значит", "لماذا ", "ماذا يعني"}

func explains(lowered string) string {
	if strings.ContainsAny(lowered, "?؟？") || containsAny(lowered, " should", " must ", " soll", " muss", " doit", " debe") {
		return ""
	}
	_, behind, _ := strings.Cut(lowered, ": ")
	for _, w := range explaining {
		for _, s := range []string{lowered, behind} {
			if rest, ok := strings.CutPrefix(s, w); ok && !strings.HasPrefix(rest, "i ") && !strings.HasPrefix(rest, "ich ") && !strings.HasPrefix(rest, "we ") {
				return strings.TrimSpace(w)
			}
		}
	}
	return ""
}

// How many questions make an interview, and of ten blocks how many questions
// and answers stand in one.
const (
	leastQuestions = 3
	leastInTen     = 6
)

// isInterview tells questions and answers in turns: short blocks that ask, or
// that begin with the name of who asks, each before a block that does not.
func isInterview(blocks []string) bool {
	turns, marked := 0, 0
	speakers := map[string]int{}
	for i, b := range blocks {
		name, said, found := strings.Cut(b, ":")
		if found && said != "" && countWords(name) <= 4 && len(name) < 40 {
			if speakers[name]++; speakers[name] > 1 {
				marked++
			}
		}
		if asks(b) && countWords(b) <= 60 && i+1 < len(blocks) && !asks(blocks[i+1]) {
			turns++
		}
	}
	if turns < leastQuestions {
		return false
	}
	return turns*2*10 >= len(blocks)*leastInTen || len(speakers) >= 2 && marked*10 >= len(blocks)*leastInTen
}

func asks(block string) bool {
	return strings.ContainsRune("?？؟", lastMark(block))
}

// isBriefing tells a text of headed parts, one or two paragraphs each, below a
// headline that lists about as many things.
func isBriefing(headline string, blocks, crossheads []string) bool {
	if len(crossheads) < 3 || len(blocks) > 4*len(crossheads) {
		return false
	}
	if _, list, ok := strings.Cut(headline, ": "); ok {
		headline = list
	}
	things := len(strings.FieldsFunc(headline, func(r rune) bool { return strings.ContainsRune(",;،，、", r) }))
	return things >= 3 && things <= len(crossheads)+1 && len(crossheads) <= 2*things
}
