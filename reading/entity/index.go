package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"coranto"
	"coranto/reading/internal/token"
)

// use is what a listed name stands for when it is met.
type use uint8

const (
	asName    use = iota // the entity itself
	asDemonym            // "Russian": a reference to the state
	asSeat               // "Moscow": perhaps the state's government, perhaps the ground
)

// record is one entity of the gazetteer.
type record struct {
	name    string
	kind    coranto.EntityType
	state   string // whose organisation, where the place lies
	capital string // of a state
	offices []Office
}

// sense is one meaning of a listed name.
type sense struct {
	record int32
	use    use
	listed string // the name as listed
	shapes []token.Shape
}

// node is a step in the trie of names, token by token.
type node struct {
	next   map[string]*node
	senses []sense
}

// index finds names in text. given holds first names, those of the listed
// persons among them; domains and printers lead to Publishers.
type index struct {
	root     *node
	firsts   token.Filter // what names begin with
	records  []record
	given    map[string]bool
	domains  map[string]int
	printers map[string]int
	held     map[string][]term // by office: "president of Velmark"
}

func (n *Names) index() *index {
	n.once.Do(func() { n.built = newIndex(n) })
	return n.built
}

func newIndex(n *Names) *index {
	ix := &index{root: &node{}, given: map[string]bool{}, domains: map[string]int{}, printers: map[string]int{}, held: map[string][]term{}}
	for _, name := range strings.Fields(givenNames) {
		ix.given[name] = true
	}
	others := map[string][]string{} // what towns are called in other languages
	for _, p := range n.Places {
		others[p.Name] = p.Aliases
	}
	for _, s := range n.States {
		r := ix.record(record{name: s.Name, kind: coranto.State, state: s.Name, capital: s.Capital})
		ix.add(r, asName, s.Name, s.Official)
		ix.add(r, asName, s.Aliases...)
		for _, name := range sorted(s.Names) {
			ix.add(r, asName, name)
		}
		ix.add(r, asDemonym, s.Demonyms...)
		ix.add(r, asSeat, s.Capital)
		ix.add(r, asSeat, others[s.Capital]...)
		ix.add(r, asSeat, s.StandIns...)
	}
	for _, o := range n.Organisations {
		r := ix.record(record{name: o.Name, kind: coranto.Organisation, state: o.State})
		ix.add(r, asName, o.Name)
		ix.add(r, asName, o.Aliases...)
	}
	for _, p := range n.Persons {
		r := ix.record(record{name: p.Name, kind: coranto.Person, offices: p.Offices})
		ix.add(r, asName, p.Name)
		ix.add(r, asName, p.Aliases...)
		for _, o := range p.Offices {
			if o.From != "" && o.State != "" {
				office := o.Title + " of " + o.State
				ix.held[office] = append(ix.held[office], term{p.Name, o.From, o.To})
			}
		}
		if first, rest, ok := strings.Cut(p.Name, " "); ok && rest != "" && len(first) > 2 {
			ix.given[first] = true
		}
	}
	for _, p := range n.Places {
		r := ix.record(record{name: p.Name, kind: coranto.Place, state: p.State})
		ix.add(r, asName, p.Name)
		ix.add(r, asName, p.Aliases...)
	}
	for i, p := range n.Publishers {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			if _, taken := ix.printers[strings.ToLower(name)]; !taken {
				ix.printers[strings.ToLower(name)] = i
			}
		}
		if d := strings.TrimPrefix(strings.ToLower(p.Domain), "www."); d != "" {
			if _, taken := ix.domains[d]; !taken {
				ix.domains[d] = i
			}
		}
	}
	return ix
}

func (ix *index) record(r record) int32 {
	ix.records = append(ix.records, r)
	return int32(len(ix.records) - 1)
}

// add lists names under their exact letters and, where that cannot make a
// short foreign word of them, under their letters without accents too.
func (ix *index) add(r int32, u use, names ...string) {
	for _, name := range names {
		toks := token.Cut(name)
		if len(toks) == 0 || len(toks) == 1 && toks[0].Kind == token.Sign || len(toks) > 16 {
			continue
		}
		exact, folded := make([]string, len(toks)), make([]string, len(toks))
		shapes := make([]token.Shape, len(toks))
		for i, t := range toks {
			exact[i], folded[i], shapes[i] = string(appendKey(nil, t.In(name), false)), string(appendKey(nil, t.In(name), true)), t.Shape
		}
		ix.firsts.Add(exact[0])
		ix.root.put(exact, sense{r, u, name, shapes})
		if strings.Join(folded, " ") != strings.Join(exact, " ") && len(name) >= 7 {
			ix.firsts.Add(folded[0])
			ix.root.put(folded, sense{r, u, name, shapes})
		}
	}
}

func (n *node) put(keys []string, s sense) {
	for _, k := range keys {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		child := n.next[k]
		if child == nil {
			child = &node{}
			n.next[k] = child
		}
		n = child
	}
	for _, old := range n.senses {
		if old.record == s.record && old.use == s.use && slices.Equal(old.shapes, s.shapes) {
			return
		}
	}
	n.senses = append(n.senses, s)
}

// appendKey appends what a token is found by: lower case, initials without
// points, Arabic letters without their variants, Cyrillic words without their
// case endings, and on demand Latin letters without accents.
func appendKey(b []byte, word string, fold bool) []byte {
	from := len(b)
	dots := len(word) > 1 && word[len(word)-1] == '.'
	cyrillic := false
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			if dots && r == '.' {
				continue
			}
			b = append(b, byte(r))
			continue
		case r >= 0x0600 && r < 0x0700:
			if r = arabic(r); r == 0 {
				continue
			}
		case r >= 0x0400 && r < 0x0530:
			cyrillic = true
			r = unicode.ToLower(r)
			if r == 'ё' {
				r = 'е'
			}
		case r == '’' || r == 'ʼ' || r == '׳':
			r = '\''
		default:
			r = unicode.ToLower(r)
			if fold && int(r) < len(unaccented) && unaccented[r] != 0 {
				r = rune(unaccented[r])
			}
		}
		b = utf8.AppendRune(b, r)
	}
	if cyrillic {
		b = b[:from+stem(b[from:])]
	}
	return b
}

func arabic(r rune) rune {
	switch {
	case r == 'أ' || r == 'إ' || r == 'آ':
		return 'ا'
	case r == 'ى' || r == 'ی':
		return 'ي'
	case r == 'ة':
		return 'ه'
	case r == 'ک':
		return 'ك'
	case r == 'ـ' || r >= 0x064b && r <= 0x065f:
		return 0
	}
	return r
}

// unaccented maps Latin letters with accents to the letter without.
var unaccented = func() (table [0x250]byte) {
	for r := rune(0x80); r < rune(len(table)); r++ {
		if d := norm.NFD.String(string(r)); d[0] < utf8.RuneSelf && unicode.IsLetter(rune(d[0])) {
			table[r] = d[0]
		}
	}
	for r, c := range map[rune]byte{'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'ð': 'd'} {
		table[r] = c
	}
	return table
}()

// endings are those of Russian and Ukrainian nouns and adjectives, longest
// first.
var endings = []string{"ого", "ему", "ому", "ией", "ами", "ями", "ий", "им", "ым", "ой", "ей", "ом", "ем", "ам", "ах", "ях", "ию", "ии", "ия", "ія", "ії", "ію", "єю", "ою", "а", "у", "е", "и", "і", "ы", "я", "ю", "й", "ь", "о"}

// stem returns the length of a lower-case Cyrillic word without its case
// ending; at least four letters stay.
func stem(word []byte) int {
	for _, e := range endings {
		if n := len(word) - len(e); n >= 8 && string(word[n:]) == e {
			return n
		}
	}
	return len(word)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func sorted(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		keys[i] = m[k]
	}
	return keys
}
