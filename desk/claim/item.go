package claim

import (
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/desk/internal/words"
)

// Item is an article of a story, with what this room needs to know of it beside
// what it says.
type Item struct {
	Article   *coranto.Article
	Publisher string    // one name for all articles of a publisher; "" unknown
	Copies    string    // ID of the article of the same story whose text it is; "" for a text of its own
	At        time.Time // when it was printed, the end of the day where only a day is known; zero unknown
	Exact     bool      // At is a moment, not a day
}

// Bounds on what is compared: a story of twenty thousand articles costs no more
// than one of a few hundred.
const (
	maxItems     = 120 // articles
	maxSentences = 60  // of an article: news says at the start what it is about
	maxFound     = 80  // statements, figures and events of an article, of each kind
	leastWords   = 4   // content words of a sentence that says something
)

// Press tells whether a name is that of somebody who prints or broadcasts, and
// under which one name; false when that is not known.
type Press func(name string) (string, bool)

// Desk holds the articles of one story made ready to be compared. It does not
// change once made.
type Desk struct {
	Items    []Item // in order of time, undated last; at most maxItems
	Left     int    // how many articles of the story are not among them
	press    Press
	own      []bool // whether an item is a text of its own
	place    map[string]int
	texts    []text
	outlets  map[string]string
	speakers map[string]string
	language string // in which most texts of their own are
	cutter   cutter
}

// text is an article cut into sentences.
type text struct {
	sentences []sentence
	said      []place // by statement
	counted   []place // by figure
	done      []place // by event
	terms     map[uint64]bool
	head      sentence // of the headline
	lead      int      // the sentence with which its report begins, from 1
	voiced    bool     // its writer speaks for himself
}

// New makes the articles of one story ready, given in order of time. Of many,
// texts of their own go before copies, then the first and the newest before
// those between. Press may be nil: then only the story's own publishers are
// known.
func New(items []Item, press Press) *Desk {
	d := &Desk{press: press, place: map[string]int{}, outlets: map[string]string{}}
	d.Items = chosen(items)
	d.Left = len(items) - len(d.Items)
	for i := range d.Items {
		d.place[d.Items[i].Article.ID] = i
	}
	d.own = make([]bool, len(d.Items))
	for i := range d.Items {
		d.own[i] = d.Items[i].Copies == "" || d.Items[i].Copies == d.Items[i].Article.ID
		if p := d.Items[i].Publisher; p != "" && !plain(words.Fold(p)) {
			d.outlets[words.Fold(p)] = p
		}
	}
	d.texts, d.cutter = cutAll(d.Items)
	d.speakers = oneName(d.Items)
	d.language = d.mostly()
	return d
}

// chosen returns at most maxItems of a story's articles in their order.
func chosen(items []Item) []Item {
	if len(items) <= maxItems {
		return items
	}
	rank := make([]int, len(items))
	own := 0
	for _, it := range items {
		if it.Copies == "" {
			own++
		}
	}
	first := max(maxItems/2, maxItems-own)
	n := 0
	for i, it := range items {
		switch {
		case it.Copies != "":
			rank[i] = 2*len(items) + i
		default:
			if n >= first { // the newest of the rest go first
				rank[i] = len(items) + own - n
			} else {
				rank[i] = n
			}
			n++
		}
	}
	limit := slices.Clone(rank)
	slices.Sort(limit)
	list := make([]Item, 0, maxItems)
	for i, it := range items {
		if rank[i] < limit[maxItems] {
			list = append(list, it)
		}
	}
	return list
}

// who is who prints an item: articles of one publisher are one, those of unknown
// publishers one each.
func (d *Desk) who(i int) string {
	if p := d.Items[i].Publisher; p != "" {
		return words.Fold(p)
	}
	return "article " + d.Items[i].Article.ID
}

// Who tells the publishers of items apart.
func (d *Desk) Who(i int) string { return d.who(i) }

// root is the item whose text an item is: itself for a text of its own or where
// the original is not among the items.
func (d *Desk) root(i int) int {
	for range d.Items {
		j, ok := d.place[d.Items[i].Copies]
		if d.own[i] || !ok || j == i {
			break
		}
		i = j
	}
	return i
}

// Own tells whether an item is a text of its own and no copy.
func (d *Desk) Own(i int) bool { return d.own[i] }

// oneName gives speakers that a story names by surname alone the full name that
// ends in it, where there is one such name only.
func oneName(items []Item) map[string]string {
	names := map[string]bool{}
	var order []string
	for i := range items {
		for j := range items[i].Article.Statements {
			if n := items[i].Article.Statements[j].Speaker; n != "" && !names[n] {
				names[n] = true
				order = append(order, n)
			}
		}
	}
	one := map[string]string{}
	for _, n := range order {
		one[n] = strings.ReplaceAll(words.Fold(n), "’", "'")
		if strings.Contains(n, " ") {
			continue
		}
		full, several := "", false
		for _, o := range order {
			if o != n && strings.HasSuffix(words.Fold(o), " "+words.Fold(n)) {
				several = several || full != "" && full != words.Fold(o)
				full = words.Fold(o)
			}
		}
		if full != "" && !several {
			one[n] = full
		}
	}
	return one
}
