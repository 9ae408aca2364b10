package edition

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/desk/claim"
)

// Voice is one speaker with what they said, as the articles have it.
type Voice struct {
	Speaker string
	Role    string // as first given; "" when no article gives one
	Said    []Said
}

// Said is one statement. Its line holds the words, quotation marks as printed;
// what several articles tell of it is one line with several marks.
type Said struct {
	Line
	Reported bool   // wholly or partly in the article's words, not the speaker's
	When     Stamp  // on what day it was said; not Known where the article does not tell
	Relayed  string // by whom, or ""
	Backing  Backing
	Others   []Quoted // other publishers' words for it
}

// shownSpeakers is how many speakers stand on a story's page at once.
const shownSpeakers = 12

// Speakers are the first voices, Further the rest.
func (s *Story) Speakers() []Voice { return s.Voices[:min(len(s.Voices), shownSpeakers)] }

func (s *Story) Further() []Voice { return s.Voices[min(len(s.Voices), shownSpeakers):] }

// voices gathers the statements of a story's articles. Speakers with more
// independent origins behind them come first.
func (c *claims) voices(m *marks) []Voice {
	type voice struct {
		Voice
		origins map[string]bool
	}
	var order []*voice
	bySpeaker := map[string]*voice{}
	for i := range c.Statements {
		cl := &c.Statements[i]
		key := c.Speaker(cl)
		v := bySpeaker[key]
		if v == nil {
			v = &voice{origins: map[string]bool{}}
			bySpeaker[key] = v
			order = append(order, v)
		}
		for _, t := range cl.Tellings {
			s := &c.Items[t.Item].Article.Statements[t.N]
			v.origins[c.roots()[c.Items[t.Item].Article.ID]] = true
			v.Role = firstOf(v.Role, s.Role)
			if len(s.Speaker) > len(v.Speaker) {
				v.Speaker = s.Speaker
			}
		}
		v.Said = append(v.Said, c.said(m, cl))
	}
	slices.SortStableFunc(order, func(a, b *voice) int { return len(b.origins) - len(a.origins) })
	list := make([]Voice, len(order))
	for i, v := range order {
		list[i] = v.Voice
	}
	return list
}

// said is a claim in the words of the telling that has most of the speaker's
// own, the first of those.
func (c *claims) said(m *marks, cl *claim.Claim) Said {
	statement := func(t claim.Telling) *coranto.Statement { return &c.Items[t.Item].Article.Statements[t.N] }
	rank := map[string]int{coranto.Direct: 2, coranto.Mixed: 1}
	best := 0
	for i, t := range cl.Tellings {
		if c.Own(t.Item) && rank[statement(t).Mode] > rank[statement(cl.Tellings[best]).Mode] {
			best = i
		}
	}
	t := cl.Tellings[best]
	s, a := statement(t), c.Items[t.Item].Article
	line := Said{
		Line:     Line{Text: quoted(a, s), Language: a.Language, Marks: c.tellings(m, cl, -1)},
		Reported: s.Mode != coranto.Direct,
		Relayed:  s.RelayedBy,
		Backing:  c.backing(cl),
	}
	met := map[string]bool{sameWords(line.Text): true}
	for _, u := range cl.Tellings {
		o := statement(u)
		if o.SaidAt != "" && !line.When.Known() {
			line.When = When(o.SaidAt, o.SaidAt, "", m.edition.now())
		}
		words := quoted(c.Items[u.Item].Article, o)
		if met[sameWords(words)] || !c.Own(u.Item) {
			continue
		}
		met[sameWords(words)] = true
		line.Others = append(line.Others, Quoted{
			Press: m.edition.headPress(headOf(c.kept[u.Item])).Name,
			Line:  Line{Text: words, Language: c.Items[u.Item].Article.Language, Marks: []Mark{m.at(c.kept[u.Item], u.Span.Start)}},
		})
	}
	return line
}

// quotationMarks and the blanks that French sets inside them.
const quotationMarks = "\"'“”„‟‘’‚«»‹›「」『』 \u00a0\u202f"

// quoted returns a statement's words. Of a quotation that its cue splits, a part
// that goes on in lower case is joined to the one before it, quotation marks
// between them left out; any other part stands by itself. A comma before a last
// quotation mark belongs to the sentence around it and is left out too.
func quoted(a *coranto.Article, s *coranto.Statement) string {
	return guillemets.Replace(quotedWords(a, s))
}

// quotedWords is quoted with the blanks as the page has them.
func quotedWords(a *coranto.Article, s *coranto.Statement) string {
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
