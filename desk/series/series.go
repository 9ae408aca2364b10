// Package series puts the numbers that articles give for one thing side by side:
// one series per thing counted, place and story, with every value, who gives it
// and when it was told. Where sources differ, both stand; nothing is averaged.
//
// It is careful with change. A toll that rose is told by a later article with
// another number for the same thing. An article with two numbers, unless one of
// them was told before, speaks of two things, and the series says so.
package series

import (
	"cmp"
	"slices"
	"strings"

	"coranto/desk/internal/days"
)

// Told is a number in an article.
type Told struct {
	What     string   `json:"-"` // what is counted
	Unit     string   `json:"-"`
	Where    string   `json:"-"` // "" when no place is named
	Value    float64  `json:"-"`
	Max      *float64 `json:"-"` // of a range
	Bound    string   `json:"-"` // exact, at least, about, up to
	By       string   `json:"-"` // who gives it, "" when nobody is named
	Story    string   `json:"-"`
	Day      string   `json:"day"` // when it was printed, "" unknown; of a toll the day that it is told of
	On       string   `json:"-"`   // the day that the article tells it of, "" when none
	Article  string   `json:"article"`
	Version  int      `json:"version"`
	Origin   string   `json:"origin"` // the article whose text it is: itself, or what it copies
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Sentence int      `json:"sentence"`
}

// Series is what is told of one thing counted. Points are in the order in which
// they were first told, undated ones last.
type Series struct {
	Story  string  `json:"story"`
	What   string  `json:"what"`
	Unit   string  `json:"unit"`
	Where  string  `json:"where"`
	Mixed  bool    `json:"mixed"` // an article gives several numbers: perhaps of several things
	Points []Point `json:"points"`
}

// Point is one number from one giver, with all who tell it, the first first.
type Point struct {
	Value   float64  `json:"value"`
	Max     *float64 `json:"max"`
	Bound   string   `json:"bound"`
	By      string   `json:"by"`
	Day     string   `json:"day"` // first told
	Told    []Told   `json:"told"`
	Origins int      `json:"origins"` // texts of its own that tell it: copies count once
}

// Gather makes series of what was told, in the order in which each was first
// told.
func Gather(told []Told) []Series {
	told = slices.DeleteFunc(slices.Clone(told), func(t Told) bool { return t.longAgo() })
	for i := range told {
		if t := &told[i]; t.looksBack() {
			t.Day = t.On // "it reported nine on Monday"
		}
	}
	slices.SortStableFunc(told, func(a, b Told) int { return byDay(a.Day, b.Day) })
	var list []*Series
	at := map[key]*Series{}
	places := placesOf(told)
	for _, t := range told {
		if t.Where == "" {
			t.Where = places[sameOf(t)]
		}
		key := keyOf(t)
		s := at[key]
		if s == nil {
			s = &Series{What: t.What, Unit: t.Unit, Where: t.Where, Story: t.Story}
			at[key] = s
			list = append(list, s)
		}
		s.add(t)
	}
	all := make([]Series, len(list))
	for i, s := range list {
		s.count()
		all[i] = *s
	}
	return all
}

// looksBack tells a toll that is told of a day before it was printed.
func (t Told) looksBack() bool {
	return Toll(t.What, t.Unit) && t.On != "" && t.Day != "" && t.On < t.Day
}

// sameMatter is how many days back an article tells a toll of its own matter;
// farther back lies another one's.
const sameMatter = 31

func (t Told) longAgo() bool {
	return t.looksBack() && days.Between(t.On, t.Day) > sameMatter
}

// key is what makes two numbers count one thing.
type key struct {
	story, what, unit, where string
	value, most              float64
}

// keyOf leaves numbers of what may be several things apart unless they are equal.
func keyOf(t Told) key {
	k := key{story: t.Story, what: fold(t.What), unit: t.Unit, where: t.Where}
	if several(k.what, k.unit) {
		k.value, k.most = t.Value, t.most()
		if isCurrency(t.Unit) && t.Value >= telling {
			k.what = "" // spent, given, invested: one sum in the words of several
		}
	}
	return k
}

// telling is a sum that two texts of one story hardly name of two things.
const telling = 10_000

// several tells whether a story may well count several things of one name:
// "people" of two sentences are hardly the same people, one matter costs several
// sums, is voted on in two chambers, and of one whole there are many shares.
func several(what, unit string) bool {
	words := strings.Fields(what)
	switch {
	case Toll(what, unit):
		return false
	case len(words) < 2, strings.HasPrefix(what, "votes "), strings.HasPrefix(what, "share of "):
		return true
	default:
		return isCurrency(unit) && len(words) < 3
	}
}

// isCurrency tells a code of ISO 4217 by its form.
func isCurrency(unit string) bool {
	return len(unit) == 3 && strings.ToUpper(unit) == unit
}

// most is the upper end of a range, else the value.
func (t Told) most() float64 {
	if t.Max != nil {
		return *t.Max
	}
	return t.Value
}

// sameOf is what two texts that tell one number have in common, wherever it is.
func sameOf(t Told) key {
	return key{story: t.Story, what: fold(t.What), unit: t.Unit, value: t.Value, most: t.most()}
}

// placesOf returns where each number of a story is, as far as one place alone is
// named for it: a text that names none then means that place.
func placesOf(told []Told) map[key]string {
	places := map[key]string{}
	several := map[key]bool{}
	for _, t := range told {
		if t.Where == "" {
			continue
		}
		k := sameOf(t)
		if before := places[k]; before != "" && before != t.Where {
			several[k] = true
		}
		places[k] = t.Where
	}
	for k := range several {
		delete(places, k)
	}
	return places
}

func (s *Series) add(t Told) {
	for i := range s.Points {
		if p := &s.Points[i]; p.same(t) {
			p.Told = append(p.Told, t)
			return
		}
	}
	s.Points = append(s.Points, Point{Value: t.Value, Max: t.Max, Bound: t.Bound, By: t.By, Day: t.Day, Told: []Told{t}})
}

func (p *Point) same(t Told) bool {
	return p.Bound == t.Bound && fold(p.By) == fold(t.By) && p.equal(Point{Value: t.Value, Max: t.Max})
}

// count counts the texts behind each point and finds whether the series is
// mixed: an article gives two values that nobody gave before it. A toll that two
// name, each another number, or that is told of two days, is one thing for all that.
func (s *Series) count() {
	type tale struct{ article, by, day string }
	first := map[float64]string{} // when each value was first told
	fresh := map[tale]float64{}   // the value that an article is among the first to give
	toll := Toll(s.What, s.Unit)
	for i := range s.Points {
		p := &s.Points[i]
		if _, told := first[p.Value]; !told {
			first[p.Value] = p.Day
		}
		origins := map[string]bool{}
		for _, t := range p.Told {
			origins[t.Origin] = true
			if before := first[p.Value]; before != "" && before < t.Day {
				continue
			}
			k := tale{article: t.Article}
			if toll && p.By != "" {
				k.by, k.day = fold(p.By), t.On
			}
			if v, given := fresh[k]; given && v != t.Value {
				s.Mixed = true
			}
			fresh[k] = t.Value
		}
		p.Origins = len(origins)
	}
}

// Change is the newest number of a series and the one before it.
type Change struct {
	From Point `json:"from"`
	To   Point `json:"to"`
}

// tolls are the words for what happens to people and things in an event: such
// counts are told anew as more becomes known. Of anything else ("26 trains", "60
// trains a week") another number is hardly the same number changed.
var tolls = []string{"killed", "dead", "deaths", "wounded", "injured", "injuries", "missing", "detained", "arrested", "arrests", "displaced",
	"evacuated", "rescued", "hospitalised", "hospitalized", "infected", "cases", "casualties", "victims", "hostages", "captured", "homeless",
	"destroyed", "damaged", "stranded", "trapped"}

// Toll tells whether what is counted is what an event did.
func Toll(what, unit string) bool {
	words := strings.Fields(fold(what))
	return unit == "" && len(words) > 0 && slices.Contains(tolls, words[len(words)-1])
}

// Change returns how a toll last changed; false when it did not, when that
// cannot be told, or when the series is mixed. The numbers of a giver are
// compared with that giver's, and those that nobody is named for with each other.
func (s *Series) Change() (Change, bool) {
	if s.Mixed || !Toll(s.What, s.Unit) {
		return Change{}, false
	}
	var best Change
	for i, to := range s.Points {
		for _, from := range s.Points[:i] {
			if from.Day != "" && to.Day > from.Day && to.Value != from.Value && fold(from.By) == fold(to.By) &&
				(to.Day > best.To.Day || to.Day == best.To.Day && from.Day >= best.From.Day) {
				best = Change{from, to}
			}
		}
	}
	return best, best.To.Day != ""
}

// Disputed returns two givers whose numbers for the same day cannot both be
// right; false when there are none. "At least 12" does not dispute 19.
func (s *Series) Disputed() (a, b Point, disputed bool) {
	if s.Mixed {
		return a, b, false
	}
	for i, a := range s.Points {
		for _, b := range s.Points[i+1:] {
			if a.By != "" && b.By != "" && fold(a.By) != fold(b.By) && a.Day != "" && a.Day == b.Day && !a.agrees(b) && !b.agrees(a) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// agrees tells whether b's number may be right where a's is.
func (p Point) agrees(b Point) bool {
	most := p.Value
	if p.Max != nil {
		most = *p.Max
	}
	switch p.Bound {
	case "at least":
		return b.Value >= p.Value
	case "up to":
		return b.Value <= most
	case "about":
		return b.Value > 0.8*p.Value && b.Value < 1.25*most
	default:
		return b.Value >= p.Value && b.Value <= most
	}
}

// Telling tells whether a series says more than one text's single number: it
// changed, has several numbers for one thing, or one that several texts tell.
func (s *Series) Telling() bool {
	if _, changed := s.Change(); changed {
		return true
	}
	for i := range s.Points {
		p, first := &s.Points[i], &s.Points[0]
		if p.Origins > 1 || !s.Mixed && (!p.equal(*first) || p.Told[0].Origin != first.Told[0].Origin) {
			return true
		}
	}
	return false
}

// equal tells whether two points give the same number, whatever their bounds.
func (p *Point) equal(q Point) bool {
	return p.Value == q.Value && (p.Max == nil) == (q.Max == nil) && (p.Max == nil || *p.Max == *q.Max)
}

// byDay orders days, unknown ones last.
func byDay(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

func fold(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "’", "'")
	return strings.TrimPrefix(strings.ToLower(s), "the ")
}
