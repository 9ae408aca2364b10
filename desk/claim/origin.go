package claim

import (
	"slices"
	"strings"
	"unicode/utf8"

	"coranto"
	"coranto/desk/internal/words"
)

// Basis is how a publisher comes to tell something, as far as its article says.
type Basis string

const (
	Own     Basis = "own"     // it names nobody of the press that told it first
	Copies  Basis = "copies"  // its text is another article's
	Cites   Basis = "cites"   // "according to CBS", beside what is told
	Credits Basis = "credits" // the article as a whole credits one news agency
)

// Origin is an independent source of a claim among those who print it: one
// publisher, or one whom others cite.
type Origin struct {
	Name     string // the publisher's or the cited one's; "" when unknown
	Item     int    // its own telling's item; -1 when it stands in none of these articles
	Tellings []int  // those that come from it, its own first
}

// derive finds tellings whose articles cite in their next sentence another
// publisher that tells the same and did not print it later.
func (d *Desk) derive(tellings []Telling) {
	for i := range tellings {
		t := &tellings[i]
		if t.Basis != Own || len(tellings) == 1 {
			continue
		}
		cited := d.citedIn(t.Item, d.Items[t.Item].Article.SentenceAt(t.Span.Start)+1)
		if cited != "" && !d.isOwn(t.Item, cited) && slices.ContainsFunc(tellings, func(u Telling) bool {
			return d.isOwn(u.Item, cited) && !d.isLater(u.Item, t.Item)
		}) {
			t.Basis, t.Via = Cites, cited
		}
	}
}

// isLater tells whether an item was surely printed after another.
func (d *Desk) isLater(a, b int) bool {
	x, y := d.Items[a].At, d.Items[b].At
	return !x.IsZero() && !y.IsZero() && x.After(y)
}

// origins joins tellings that come from one source.
func (d *Desk) origins(tellings []Telling) []Origin {
	key := make([]string, len(tellings))
	name := map[string]string{}
	cited := map[string]string{} // publisher in this claim: whom it cites itself
	for i, t := range tellings {
		k := d.who(t.Item)
		name[k] = d.Items[t.Item].Publisher
		if t.Basis == Copies {
			k = d.who(d.root(t.Item))
			name[k] = d.Items[d.root(t.Item)].Publisher
		}
		if t.Basis == Cites || t.Basis == Credits {
			k = words.Fold(t.Via)
			name[k] = t.Via
			if cited[d.who(t.Item)] == "" {
				cited[d.who(t.Item)] = k
			}
		}
		key[i] = k
	}
	for i := range key { // whom the cited cite themselves
		for range tellings {
			next := cited[key[i]]
			if next == "" || next == key[i] {
				break
			}
			key[i] = next
			if key[i] == d.who(tellings[i].Item) {
				break
			}
		}
	}
	var list []Origin
	for i, k := range key {
		at := slices.IndexFunc(list, func(o Origin) bool { return words.Fold(o.Name) == k || o.key(d, tellings) == k })
		if at < 0 {
			at = len(list)
			list = append(list, Origin{Name: name[k], Item: -1})
		}
		o := &list[at]
		if o.Item < 0 && d.who(tellings[i].Item) == k {
			o.Item = tellings[i].Item
			o.Tellings = append([]int{i}, o.Tellings...)
			continue
		}
		o.Tellings = append(o.Tellings, i)
	}
	return list
}

// key is what tells an origin without a name apart.
func (o Origin) key(d *Desk, tellings []Telling) string {
	if o.Name == "" && len(o.Tellings) > 0 {
		return d.who(d.root(tellings[o.Tellings[0]].Item))
	}
	return words.Fold(o.Name)
}

// sourced says how an item comes to tell what stands at a place of its text:
// said is the statement that it is told in, nil for none.
func (d *Desk) sourced(item int, at int, said *coranto.Statement) (Basis, string) {
	if !d.own[item] {
		return Copies, d.Items[d.root(item)].Publisher
	}
	if said != nil {
		for _, n := range []string{said.RelayedBy, said.Speaker} {
			if outlet := d.outlet(n); outlet != "" && !d.isOwn(item, outlet) {
				return Cites, outlet
			}
		}
	}
	if outlet := d.citedAt(item, at); outlet != "" && !d.isOwn(item, outlet) {
		return Cites, outlet
	}
	if agency := d.Credited(item); agency != "" {
		return Credits, agency
	}
	return Own, ""
}

// Credited returns the one news agency that an item as a whole credits: in a line
// of its own, at its head or at its end. "" for none, several, itself, or one
// that is only cited on the way.
func (d *Desk) Credited(item int) string {
	a := d.Items[item].Article
	if len(a.Agencies) != 1 {
		return ""
	}
	agency := firstOf(d.outlet(a.Agencies[0]), a.Agencies[0])
	if d.isOwn(item, agency) {
		return ""
	}
	for _, name := range []string{a.Agencies[0], agency} {
		first, last := strings.Index(a.Text, name), strings.LastIndex(a.Text, name)
		if first > edge && last < len(a.Text)-edge {
			return ""
		}
	}
	return agency
}

// edge is how many bytes at either end of a text its credits stand in.
const edge = 250

// before and behind are the words between which a cited outlet stands.
var (
	citedBefore = set("to citing quoting told by cited")
	citedBehind = set("reported reports said says quoted cited wrote writes revealed reporting report")
)

// citedAt returns the outlet that the sentence around the byte at offset cites.
func (d *Desk) citedAt(item, offset int) string {
	return d.citedIn(item, d.Items[item].Article.SentenceAt(offset))
}

// citedIn returns the outlet that a sentence, by its number from 1, cites.
func (d *Desk) citedIn(item, n int) string {
	a := d.Items[item].Article
	if n < 1 || n > len(a.Sentences) {
		return ""
	}
	sentence := a.Sentences[n-1]
	cites := func(m coranto.Span, names ...string) string {
		if !sentence.Contains(m) || !d.cues(a.Text, sentence, m) {
			return ""
		}
		for _, n := range names {
			if o := firstOf(d.outlet(n), d.shortened(a, n)); o != "" {
				return o
			}
		}
		return ""
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Type == coranto.Place || e.Type == coranto.State {
			continue
		}
		for _, m := range e.Mentions {
			if o := cites(m, e.Name, m.In(a.Text)); o != "" {
				return o
			}
		}
	}
	words := sentence.In(a.Text)
	for i := range d.Items { // the story's own publishers, where nobody marked them
		p := d.Items[i].Publisher
		if at := strings.Index(words, p); p != "" && at >= 0 && !plain(fold(p)) {
			if o := cites(coranto.Span{Start: sentence.Start + at, End: sentence.Start + at + len(p)}, p); o != "" {
				return o
			}
		}
	}
	return ""
}

// cues tells whether the words around a name say that something is had from it:
// "according to the state-run Xinhua", "Reuters reported". What is told to have
// happened after a report is not had from it.
func (d *Desk) cues(text string, sentence, m coranto.Span) bool {
	before := strings.Fields(words.Fold(text[max(sentence.Start, back(text, m.Start, 40)):m.Start]))
	behind := strings.Fields(words.Fold(text[m.End:min(sentence.End, forth(text, m.End, 24))]))
	near := before[max(0, len(before)-4):]
	for i, w := range slices.Backward(near) {
		if strings.ContainsAny(w, ",.;:") || aside[w] {
			break
		}
		if citedBefore[w] && (w != "to" || i > 0 && near[i-1] == "according") {
			return true
		}
	}
	if n := len(before); n > 0 && aside[before[n-1]] {
		return false
	}
	return len(behind) > 0 && citedBehind[strings.Trim(behind[0], ",.;:")]
}

// aside are words after which a report is only mentioned.
var aside = set("after since when before as than because until and")

// back and forth return the byte n before or behind at, on a rune's border.
func back(text string, at, n int) int {
	i := max(0, at-n)
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

func forth(text string, at, n int) int {
	i := min(len(text), at+n)
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
