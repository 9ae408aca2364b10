package tagger

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto/reading/internal/token"
)

// Classes of words, as a lexicon gives them by a word's lower-case letters.
const (
	Role      = 1 << iota // minister, singer
	Honorific             // Mr, Sir
	OrgHead               // ministry, company
	PlaceHead             // river, island
	Saying                // said, told
	Small                 // stands with a small letter as a rule
	Given                 // a first name
	Surname
	Town       // the only word of a town's name
	City       // the same, of a large one
	Org        // the only word of an organisation's name
	First      // the first word of a listed name of several words
	Towns      // several words, the whole of a town's name
	Orgs       // several words, the whole of an organisation's name
	CommonName // a first name or surname as common in English
	Calendar
	Great // capitalised as a rule
	Body  // Human, Royal: of what bodies, works and events are named
	Land  // the only word of a region's, river's or mountain's name
	Lands // several words, the whole of one
	Work  // the only word of the name of a people, language, event or work
	Works // several words, the whole of one
)

// What a text says of a word elsewhere.
const (
	writtenSmall  = 1 << iota // with a small letter
	writtenInside             // with a capital inside a sentence
	lastOfName                // as the last word behind a first name
	firstOfLonger             // as the first of several capitals
	lastOfLonger              // as the last of several capitals
)

// word is what the features of a token are made of.
type word struct {
	hash  uint64
	bits  uint32
	shape uint8
	list  uint8 // its place in a listed name of several words: first, inner, last, of each kind
	run   int32 // the capitalised run that holds it, from 1
}

// capitals is a stretch of capitalised words without anything between but hyphens
// and points.
type capitals struct{ from, to int32 }

// Groups of classes.
const (
	// Listed are those that lists of names give.
	Listed = listed&^Small | First | wholes
	// Kinds are those that a word has whether or not it is in a name.
	Kinds = Role | Honorific | OrgHead | PlaceHead | Saying | Calendar | Great | Body

	listed = Small | Given | Surname | Town | City | Org | CommonName | Land | Work
	wholes = Towns | Orgs | Lands | Works
)

// GroupShift is from which bit on a word's group of like words stands, from 1.
const GroupShift = 22

// lists tells in which lists of names the word stands.
func (w word) lists() uint64 { return uint64(w.bits & listed) }

// group is the group of words that stand beside the same words; 0 none.
func (w word) group() uint64 { return uint64(w.bits >> GroupShift) }

// class is what kind of word it is, apart from those lists.
func (w word) class() uint64 { return uint64(w.bits & Kinds) }

// reader makes features of one text.
type reader struct {
	*Text
	lex   *Lexicon
	words []word
	runs  []capitals
	seen  map[uint64]uint32
}

func newReader(t *Text, lex *Lexicon) *reader {
	r := &reader{Text: t, lex: lex, words: make([]word, len(t.Toks)), seen: map[uint64]uint32{}}
	r.findRuns()
	r.readRepeats()
	r.findListed()
	return r
}

func (r *reader) capital(i int) bool { return r.Toks[i].Capital() && !r.Shout[i] }

func (r *reader) findRuns() {
	for i := 0; i < len(r.Toks); i++ {
		r.words[i].shape = r.shape(i)
		if !r.capital(i) {
			continue
		}
		j := i + 1
		for j < len(r.Toks) && !r.Toks[j].Line && !r.Starts[j] {
			if r.capital(j) {
				j++
				continue
			}
			if j+1 < len(r.Toks) && !r.Toks[j].Gap && r.capital(j+1) && !r.Toks[j+1].Line {
				if c := r.Toks[j].In(r.Text.Text); c == "-" && !r.Toks[j+1].Gap || c == "." && j-i < 4 && r.Toks[j-1].End-r.Toks[j-1].Start <= 3 {
					j += 2
					continue
				}
			}
			break
		}
		r.runs = append(r.runs, capitals{int32(i), int32(j)})
		for k := i; k < j; k++ {
			r.words[k].run = int32(len(r.runs))
		}
		i = j - 1
	}
}

// readRepeats learns from a text's other places what its capitalised words are.
func (r *reader) readRepeats() {
	for _, c := range r.runs {
		for k := c.from; k < c.to; k++ {
			w := r.at(int(k))
			var bits uint32
			if !r.Starts[k] {
				bits |= writtenInside
			}
			if c.to-c.from > 1 {
				switch k {
				case c.from:
					bits |= firstOfLonger
				case c.to - 1:
					bits |= lastOfLonger
					if r.at(int(c.from)).bits&Given != 0 {
						bits |= lastOfName
					}
				}
			}
			r.seen[w.hash] |= bits
		}
	}
	for _, t := range r.Toks {
		if t.Kind == token.Word && t.Shape == token.Lower {
			h := hashWord(t.In(r.Text.Text))
			if old, ok := r.seen[h]; ok {
				r.seen[h] = old | writtenSmall
			}
		}
	}
}

// longest is how many words a listed name has at most.
const longest = 7

// findListed marks listed names of several words.
func (r *reader) findListed() {
	for _, c := range r.runs {
		for k := int(c.from); k < int(c.to); k++ {
			if r.at(k).bits&First == 0 || r.words[k].list > 0 {
				continue
			}
			end, kind := r.listed(k)
			for j := k; j < end; j++ {
				place := uint8(1)
				switch j {
				case k:
					place = 0
				case end - 1:
					place = 2
				}
				r.words[j].list = 1 + 3*kind + place
			}
		}
	}
}

// listed returns where the longest listed name that begins at token k ends, 0 if
// none does, and its kind.
func (r *reader) listed(k int) (end int, kind uint8) {
	h, words := r.words[k].hash, 1
	for j := k + 1; j < len(r.Toks) && words < longest && !r.Toks[j].Line; j++ {
		if r.Toks[j].Kind == token.Mark {
			if r.Toks[j].Gap && r.Toks[j].In(r.Text.Text) != "&" {
				break
			}
			continue
		}
		h = join(h, r.at(j).hash)
		words++
		if b := r.lex.Bits(h) & wholes; b != 0 && (r.capital(j) || r.Toks[j].Kind == token.Number) {
			end = j + 1
			switch {
			case b&Orgs != 0:
				kind = 1
			case b&Lands != 0:
				kind = 2
			case b&Works != 0:
				kind = 3
			default:
				kind = 0
			}
		}
	}
	return end, kind
}

// Parts returns the words of a name, in lower case, as the lexicon takes them.
func Parts(name string) []string {
	var out []string
	for _, t := range token.Cut(name) {
		if t.Kind != token.Mark {
			out = append(out, strings.ToLower(t.In(name)))
		}
	}
	return out
}

// join hashes a sequence of words.
func join(h, next uint64) uint64 { return (h ^ next>>1) * mix64 }

// at returns the word at token i, one of two constants beyond the text.
func (r *reader) at(i int) word {
	if i < 0 {
		return word{hash: 1}
	}
	if i >= len(r.words) {
		return word{hash: 2}
	}
	w := &r.words[i]
	if w.hash == 0 {
		w.hash = hashWord(r.Toks[i].In(r.Text.Text))
		w.bits = r.lex.Bits(w.hash)
	}
	return *w
}

func (r *reader) shape(i int) uint8 {
	t := r.Toks[i]
	switch t.Kind {
	case token.Mark:
		return 10 + t.In(r.Text.Text)[0]%64
	case token.Number:
		if n := t.End - t.Start; n < 6 {
			return uint8(90 + n)
		}
		return 96
	case token.Sign:
		return 97
	}
	s := uint8(t.Shape)
	if t.Shape == token.Upper {
		s = 5
		if text := t.In(r.Text.Text); text[len(text)-1] == '.' {
			s = 6
			if len(text) > 2 {
				s = 7
			}
		} else if len(text) == 1 {
			s = 8
		}
	}
	return s
}

const mix64 = 0x9e3779b97f4a7c15

// hashWord hashes a word in lower case, without regard to points.
func hashWord(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return hashRunes(s)
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>29
}

func hashRunes(s string) uint64 {
	h := uint64(14695981039346656037)
	var b [utf8.UTFMax]byte
	for _, c := range s {
		n := utf8.EncodeRune(b[:], unicode.ToLower(c))
		for _, x := range b[:n] {
			h = (h ^ uint64(x)) * 1099511628211
		}
	}
	return h ^ h>>29
}

// key makes a feature's key of its kind and its values.
func key(kind uint64, values ...uint64) uint32 {
	h := kind * mix64
	for _, v := range values {
		h = (h ^ v) * mix64
		h ^= h >> 32
	}
	return uint32(h>>16) | 1
}

func hit(hits []Hit, i int) uint64 {
	if i < 0 || i >= len(hits) {
		return 0
	}
	return uint64(hits[i])
}

// features appends the keys of what stands at and beside token i.
func (r *reader) features(to []uint32, i int) []uint32 {
	w, a, b := r.at(i), r.at(i-1), r.at(i+1)
	aa, bb := r.at(i-2), r.at(i+2)
	text := r.Toks[i].In(r.Text.Text)
	start := uint64(0)
	if r.Starts[i] {
		start = 1
	}
	sh := func(x word) uint64 { return uint64(x.shape) }
	said := uint64(r.seen[w.hash])
	to = append(to,
		key(1),
		key(2, w.hash, sh(w)),
		key(3, w.hash, a.hash),
		key(4, w.hash, b.hash),
		key(5, a.hash, sh(w)),
		key(6, b.hash, sh(w)),
		key(7, aa.hash, sh(w)),
		key(8, bb.hash, sh(w)),
		key(9, aa.hash, a.hash),
		key(10, b.hash, bb.hash),
		key(11, sh(w), start),
		key(12, sh(a), sh(w), sh(b)),
		key(13, sh(aa), sh(a), sh(w)),
		key(14, sh(w), sh(b), sh(bb)),
		key(15, w.class(), sh(w), start),
		key(16, a.class(), w.class(), sh(w)),
		key(17, w.class(), b.class(), sh(w)),
		key(18, w.lists(), sh(w), start),
		key(19, a.lists(), w.lists(), sh(w), sh(a)),
		key(26, w.lists(), b.lists(), sh(w), sh(b)),
		key(27, aa.class(), sh(w)),
		key(28, bb.class(), sh(w)),
		key(60, w.group(), sh(w)),
		key(61, a.group(), sh(w)),
		key(62, b.group(), sh(w)),
		key(63, aa.group(), sh(w)),
		key(64, bb.group(), sh(w)),
		key(65, a.group(), b.group()),
		key(20, hit(r.Hits, i), sh(w)),
		key(21, hit(r.Hits, i-1), hit(r.Hits, i)),
		key(22, hit(r.Hits, i), hit(r.Hits, i+1), sh(b)),
		key(23, said, sh(w), start),
		key(24, said, w.lists()),
		key(25, uint64(a.list), uint64(w.list), uint64(b.list), sh(w)),
	)
	for b := w.lists(); b != 0; b &= b - 1 {
		to = append(to, key(80, uint64(bits.TrailingZeros64(b)), sh(w)))
	}
	for b := a.lists(); b != 0; b &= b - 1 {
		to = append(to, key(81, uint64(bits.TrailingZeros64(b)), sh(w)))
	}
	for b := b.lists(); b != 0; b &= b - 1 {
		to = append(to, key(82, uint64(bits.TrailingZeros64(b)), sh(w)))
	}
	if w.shape < 10 {
		for n := 2; n <= 4; n++ {
			if len(text) > n {
				to = append(to, key(30+uint64(n), hashWord(text[len(text)-n:]), sh(w)))
			}
		}
		if len(text) > 3 {
			to = append(to, key(36, hashWord(text[:3]), sh(w)))
		}
	}
	if w.run > 0 {
		c := r.runs[w.run-1]
		first, last := r.at(int(c.from)), r.at(int(c.to)-1)
		before, after := r.at(int(c.from)-1), r.at(int(c.to))
		n, p := uint64(min(c.to-c.from, 5)), uint64(min(i-int(c.from), 3))
		to = append(to,
			key(40, n, p, start),
			key(41, last.hash, p),
			key(42, last.class(), n),
			key(43, first.hash, min(p, 1)),
			key(44, first.class(), n, p),
			key(45, before.hash, n),
			key(46, after.hash, n),
			key(47, before.hash, after.hash),
			key(48, before.class(), n, p),
			key(49, after.class(), n, p),
			key(50, first.lists(), last.lists(), last.class(), min(n, 3), p),
			key(70, before.group(), n, p),
			key(71, after.group(), n, p),
			key(72, last.group(), p),
			key(73, first.group(), p),
			key(74, before.group(), after.group()),
			key(51, before.class(), after.class(), n, p),
		)
	}
	return to
}
