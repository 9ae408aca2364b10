package edition

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"coranto"
	"coranto/desk/claim"
)

// Counted is what a story's articles count, with every number that is given for
// it: where sources differ, both stand.
type Counted struct {
	What  string
	Given []Given
}

// Given is one number with who gives it.
type Given struct {
	Value    string // "at least 639", "$12 million", "5–7%"
	Where    string // the state or place named behind it, or ""
	By       string // "" when nobody is named
	Language string
	Disputed bool   // another number is given for the same thing at the same time
	Note     string // from how many origins it comes; "" for one publisher's own
	Marks    []Mark
}

// Counts are a story's numbers: first those that most independent articles tell.
type Counts struct {
	First []Counted
	Rest  []Counted
}

// shownCounts is how many things counted stand on a story's page at once.
const shownCounts = 10

// counts gathers the figures of a story's articles. A number that is not sure, or
// of which the text does not say what it counts, is left out.
func (c *claims) counts(m *marks) Counts {
	var order []*counted
	byWhat := map[string]*counted{}
	grounds := make([]map[int]string, len(c.Items))
	for i := range c.Figures {
		cl := &c.Figures[i]
		for _, t := range cl.Tellings {
			a := c.Items[t.Item].Article
			f := &a.Figures[t.N]
			key := strings.ToLower(f.What) + " " + f.Unit
			x := byWhat[key]
			if x == nil {
				x = &counted{Counted: Counted{What: f.What}, lines: map[lineOf]*given{}, origins: map[string]bool{}}
				byWhat[key] = x
				order = append(order, x)
			}
			if grounds[t.Item] == nil {
				grounds[t.Item] = groundsOf(a)
			}
			x.add(m, c, cl, t, grounds[t.Item])
		}
	}
	slices.SortStableFunc(order, func(a, b *counted) int { return len(b.origins) - len(a.origins) })
	list := make([]Counted, len(order))
	for i, x := range order {
		list[i] = x.finish()
	}
	n := min(len(list), shownCounts)
	return Counts{First: list[:n], Rest: list[n:]}
}

// counted is a Counted in the making.
type counted struct {
	Counted
	lines   map[lineOf]*given // by value, place and giver
	order   []*given
	origins map[string]bool
}

type given struct {
	Given
	citation
}

func (x *counted) add(m *marks, c *claims, cl *claim.Claim, t claim.Telling, ground map[int]string) {
	k := c.kept[t.Item]
	f := &k.Article.Figures[t.N]
	root := c.roots()[k.Article.ID]
	x.origins[root] = true
	key := lineOf{figureValue(f), placeBehind(k.Article.Text, f.End, ground), sameWords(f.AttributedTo)}
	g := x.lines[key]
	if g == nil {
		g = &given{Given: Given{Value: key.value, Where: key.where, By: f.AttributedTo, Language: k.Article.Language}}
		x.lines[key] = g
		x.order = append(x.order, g)
	}
	g.Disputed = g.Disputed || len(cl.Against) > 0
	if note := c.backing(cl).Note(); g.Note == "" {
		g.Note = note
	}
	how := via(t)
	if t.Basis == claim.Copies {
		how = ""
	}
	g.citation.addVia(m, k, f.Start, root, how)
}

func (c *counted) finish() Counted {
	for _, g := range c.order {
		g.Marks = g.citation.list()
		c.Given = append(c.Given, g.Given)
	}
	return c.Counted
}

// lineOf is what makes two numbers one line.
type lineOf struct{ value, where, by string }

// groundsOf returns the states and places that an article names, by the byte at
// which each mention begins.
func groundsOf(a *coranto.Article) map[int]string {
	at := map[int]string{}
	for _, e := range a.Entities {
		if e.Type != coranto.Place && e.Type != coranto.State {
			continue
		}
		for _, s := range e.Mentions {
			at[s.Start] = e.Name
		}
	}
	return at
}

// placeBehind returns what of ground stands right behind the byte at offset:
// "639 people dead |in Iran".
func placeBehind(text string, offset int, ground map[int]string) string {
	if offset < 0 || offset > len(text) {
		return ""
	}
	for _, before := range []string{" in ", " in the ", " on ", " across ", " near ", " at "} {
		if strings.HasPrefix(text[offset:], before) {
			if name := ground[offset+len(before)]; name != "" {
				return name
			}
		}
	}
	return ""
}

// figureValue prints a figure's number with its bound and unit.
func figureValue(f *coranto.Figure) string {
	value := number(f.Value)
	if f.Max != nil {
		value += "–" + number(*f.Max)
	}
	unit, per, rated := strings.Cut(f.Unit, "/")
	switch sign := currencySigns[unit]; {
	case sign != "":
		value = sign + value
	case len(unit) == 3 && strings.ToUpper(unit) == unit:
		value = unit + " " + value
	case unit == "percent":
		value += "%"
	case unit != "":
		if f.Value == 1 && f.Max == nil && len(unit) > 2 {
			unit = strings.TrimSuffix(unit, "s")
		}
		value += " " + unit
	}
	if rated {
		value += " a " + per
	}
	if f.Bound != "" && f.Bound != "exact" {
		value = f.Bound + " " + value
	}
	return value
}

var currencySigns = map[string]string{"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}

var magnitudes = []struct {
	size float64
	word string
}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}

// number prints a number: millions and more in words where that is exact, else
// with a narrow blank between groups of three digits.
func number(v float64) string {
	for _, m := range magnitudes {
		if n := v / m.size; n >= 1 && math.Abs(n*1000-math.Round(n*1000)) < 1e-6 {
			return strconv.FormatFloat(n, 'f', -1, 64) + m.word
		}
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, fraction, divided := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	if divided {
		return whole + "." + fraction
	}
	return whole
}

// figureLabel prints a figure in one line: "at least 12 killed".
func figureLabel(f *coranto.Figure) string {
	label := figureValue(f)
	switch {
	case f.What == "":
	case f.Unit == "":
		label += " " + f.What
	default:
		label += ", " + f.What
	}
	return label
}
