package edition

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/archive"
)

// Voice is one speaker with what they said, as the articles have it.
type Voice struct {
	Speaker string
	Role    string // as first given; "" when no article gives one
	Said    []Said
}

// Said is one statement. Its line holds the words, quotation marks as printed;
// the same words in several articles are one statement with several marks.
type Said struct {
	Line
	Reported bool   // wholly or partly in the article's words, not the speaker's
	When     Stamp  // on what day it was said; not Known where the article does not tell
	Relayed  string // by whom, or ""
}

// voices gathers the statements of a story's articles, given in the order in
// which they are to be cited. Speakers with more independent articles behind
// them come first.
func (m *marks) voices(articles []*archive.Kept) []Voice {
	root := rootsOf(articles)

	var order []*voice
	bySpeaker := map[string]*voice{}
	for _, k := range articles {
		for i := range k.Article.Statements {
			s := &k.Article.Statements[i]
			if s.Speaker == "" || s.Text == "" || s.Fiction || !s.Sure() {
				continue
			}
			v := bySpeaker[s.Speaker]
			if v == nil {
				v = &voice{Voice: Voice{Speaker: s.Speaker}, lines: map[string]*said{}, origins: map[string]bool{}}
				bySpeaker[s.Speaker] = v
				order = append(order, v)
			}
			v.add(m, k, s, root[k.Article.ID])
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return len(order[i].origins) > len(order[j].origins) })

	out := make([]Voice, len(order))
	for i, v := range order {
		out[i] = v.finish()
	}
	return out
}

// voice is a Voice in the making.
type voice struct {
	Voice
	lines   map[string]*said // by folded words
	order   []*said
	origins map[string]bool
}

type said struct {
	Said
	citation
}

func (v *voice) add(m *marks, k *archive.Kept, s *coranto.Statement, root string) {
	v.origins[root] = true
	if v.Role == "" {
		v.Role = s.Role
	}
	words := quoted(&k.Article, s)
	key := s.Mode + " " + sameWords(words)
	l := v.lines[key]
	if l == nil {
		l = &said{
			Said: Said{
				Line:     Line{Text: words, Language: k.Article.Language},
				Reported: s.Mode != coranto.Direct,
				Relayed:  s.RelayedBy,
			},
		}
		if s.SaidAt != "" {
			l.When = When(s.SaidAt, s.SaidAt, "", m.edition.now())
		}
		v.lines[key] = l
		v.order = append(v.order, l)
	}
	l.citation.add(m, k, s.Start, root)
}

func (v *voice) finish() Voice {
	for _, l := range v.order {
		l.Marks = l.citation.list()
		v.Said = append(v.Said, l.Said)
	}
	return v.Voice
}

// quotationMarks and the blanks that French sets inside them.
const quotationMarks = "\"'“”„‟‘’‚«»‹›「」『』 \u00a0\u202f"

// quoted returns a statement's words. Of a quotation that its cue splits, a part
// that goes on in lower case is joined to the one before it, quotation marks
// between them left out; any other part stands by itself. A comma before a last
// quotation mark belongs to the sentence around it and is left out too.
func quoted(a *coranto.Article, s *coranto.Statement) string {
	if len(s.Spans) == 0 {
		return withoutComma(tidy(s.Text))
	}
	if s.Mode != coranto.Direct {
		return strings.TrimPrefix(tidy(s.Text), "that ")
	}
	words := ""
	for i, span := range s.Spans {
		part := tidy(span.In(a.Text))
		inner := strings.TrimLeft(part, quotationMarks)
		first, _ := utf8.DecodeRuneInString(inner)
		switch {
		case i == 0:
			words = part
		case unicode.IsLower(first):
			words = strings.TrimRight(words, quotationMarks) + " " + inner
		default:
			words = withoutComma(words) + " " + part
		}
	}
	return withoutComma(words)
}

func withoutComma(s string) string {
	words := strings.TrimRight(s, quotationMarks)
	for _, comma := range []string{",", "،", "，"} {
		if strings.HasSuffix(words, comma) {
			return strings.TrimSuffix(words, comma) + s[len(words):]
		}
	}
	return s
}
