// Package tagger labels the words of English text as parts of names of persons,
// organisations, places and other things: a linear-chain conditional random
// field (Lafferty, McCallum, Pereira 2001) over the words in and beside
// stretches of capitals. It proposes; who calls it decides.
package tagger

import (
	"coranto/reading/internal/token"
)

// Text is what the tagger reads. All slices are as long as Toks.
type Text struct {
	Text   string
	Toks   []token.Token
	Starts []bool // the token begins a sentence
	Shout  []bool // the token stands in a line of capitals, which tells nothing
	Hits   []Hit
}

// Hit is what a list of names says of a token: 0 nothing, otherwise a kind,
// and whether the token is not the first of the listed name.
type Hit uint8

// The kinds of hits.
const (
	NoHit Hit = iota
	HitState
	HitSeat
	HitDemonym
	HitPerson
	HitOrganisation
	HitPlace
	HitInside Hit = 8 // added to a kind
)

// Kind is what a name is of.
type Kind uint8

// The kinds of names.
const (
	Person Kind = iota
	Organisation
	Place
	Other // works, events, peoples ...
	kinds
)

// Span is a name: tokens [From, To), with the probability that it begins and
// ends there and is of that kind.
type Span struct {
	From, To int
	Kind     Kind
	Sure     float32
}

// Labels are 0 for words outside of names, 1+2k for the first word of a name of
// kind k, 2+2k for a further one.
const Labels = 1 + 2*int(kinds)

// Follows tells whether label b may stand right behind label a.
func Follows(a, b int) bool { return b == 0 || b%2 == 1 || a == b || a == b-1 }

// Stretch is a run of tokens [From, To) that may hold names.
type Stretch struct{ From, To int }

// Stretches returns the runs of capitalised words, with up to three small words,
// numbers or marks between them of the kind that stands inside names.
func Stretches(t *Text) []Stretch {
	var out []Stretch
	n := len(t.Toks)
	capital := func(i int) bool { return t.Toks[i].Capital() && !t.Shout[i] }
	for i := 0; i < n; i++ {
		if !capital(i) {
			continue
		}
		s := Stretch{i, i + 1}
		if i > 0 && t.Toks[i-1].Kind == token.Number && !t.Toks[i].Line && !t.Starts[i] { // 10 Downing Street
			s.From--
		}
		for j := s.To; j < n && j < s.To+4 && !t.Toks[j].Line && !(t.Starts[j]); j++ {
			if capital(j) {
				s.To = j + 1
			} else if !inner(t, j) {
				break
			}
			if s.To-s.From > 60 {
				break
			}
		}
		if j := s.To; j < n && t.Toks[j].Kind == token.Number && !t.Toks[j].Line && !t.Starts[j] { // Apollo 11
			s.To++
		}
		out = append(out, s)
		i = s.To - 1
	}
	return out
}

func inner(t *Text, j int) bool {
	tok := t.Toks[j]
	switch tok.Kind {
	case token.Number:
		return true
	case token.Mark:
		switch tok.In(t.Text) {
		case "-", "'", "’", "&", ".", ",", "‑", "–", "/", "!", "+", "\"", ":":
			return true
		}
	case token.Word:
		return innerWords[tok.In(t.Text)]
	}
	return false
}

var innerWords = map[string]bool{}

func init() {
	for _, w := range []string{"of", "the", "and", "for", "on", "in", "at", "to", "a", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "der", "den", "ten", "ter", "bin", "ibn", "al", "el", "ul", "y", "e", "af", "av", "zu", "with", "against", "s", "n", "'n", "or", "from", "by", "es", "et", "und", "las", "los", "les"} {
		innerWords[w] = true
	}
}
