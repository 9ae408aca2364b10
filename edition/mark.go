package edition

import (
	"strconv"
	"strings"

	"coranto"
	"coranto/archive"
	"coranto/desk/claim"
)

// Mark is a line's evidence: a small number that names its publisher and leads
// to the sentence. Wire copies share the mark of what they copy.
type Mark struct {
	N      int // the article's number on this page, from 1
	Href   string
	Press  string // the publisher's name
	Copies int    // wire copies that have the same words
	Via    string // from whom it has what it tells: "cites Meridian"; "" for its own
}

// Label says in words what the mark stands for.
func (m Mark) Label() string {
	label := m.Press
	switch m.Copies {
	case 0:
	case 1:
		label += " and 1 wire copy"
	default:
		label += " and " + strconv.Itoa(m.Copies) + " wire copies"
	}
	if m.Via != "" {
		label += ", " + m.Via
	}
	return label
}

// Line is something derived, with where it was taken from. Language is that of
// the words, for their direction and fonts.
type Line struct {
	Text     string
	Language string
	Marks    []Mark
}

// marks numbers the articles of one page in the order in which they are first
// named, as a list of references does.
type marks struct {
	edition *Edition
	numbers map[string]int
}

func (e *Edition) newMarks() *marks { return &marks{edition: e, numbers: map[string]int{}} }

func (m *marks) number(articleID string) int {
	if n, ok := m.numbers[articleID]; ok {
		return n
	}
	n := len(m.numbers) + 1
	m.numbers[articleID] = n
	return n
}

// at marks the sentence of an article that holds the byte at offset.
func (m *marks) at(k *archive.Kept, offset int) Mark {
	a := &k.Article
	return Mark{
		N:     m.number(a.ID),
		Href:  sentenceHref(a.ID, k.Version, a.SentenceAt(offset)),
		Press: m.edition.press(a.Publisher.Name, a.Publisher.Domain).Name,
	}
}

// opening returns an article's first sentence that is long enough to tell
// something, with its mark. An article without text has none.
func (m *marks) opening(k *archive.Kept) Line {
	a := &k.Article
	crosshead := map[string]bool{}
	for _, c := range a.Crossheads {
		crosshead[c] = true
	}
	for _, s := range a.Sentences {
		words := tidy(s.In(a.Text))
		if len(words) < 40 || crosshead[words] {
			continue
		}
		return Line{Text: cut(withoutDateline(words, a.Dateline), 320), Language: a.Language, Marks: []Mark{m.at(k, s.Start)}}
	}
	return Line{}
}

// sentence returns the words of the sentence that holds the byte at offset,
// without a dateline.
func sentence(a *coranto.Article, offset int) string {
	n := a.SentenceAt(offset)
	if n == 0 {
		return ""
	}
	words := tidy(a.Sentences[n-1].In(a.Text))
	if a.Dateline != "" && strings.HasPrefix(words, a.Dateline) {
		return withoutDateline(words, a.Dateline)
	}
	return words[claim.Dateline(words):]
}

// withoutDateline takes "HALMA, Karsia (KNA) — " or "HALMA: " from the beginning of an
// article, where dateline is "HALMA".
func withoutDateline(words, dateline string) string {
	rest, ok := strings.CutPrefix(words, dateline)
	if !ok || dateline == "" {
		return words
	}
	for _, dash := range []string{" — ", " – ", " - ", ": "} {
		if before, after, found := strings.Cut(rest, dash); found && len(before) <= 60 {
			return after
		}
	}
	return words
}
