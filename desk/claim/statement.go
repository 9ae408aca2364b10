package claim

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"coranto"
	"coranto/desk/internal/words"
)

// Thresholds, chosen by reading what they join and keep apart in stories of
// ECB+ (topics 1 to 27) and of real pages.
const (
	sameRun     = 4    // telling words in a row: the same quotation
	sameSaid    = 0.55 // cosine from which two statements of one speaker are one
	sameWithin  = 0.80 // share of the shorter that stands in the longer
	leastWithin = 4    // telling words that have to be shared then
)

// statements joins what one speaker is told to have said by several articles.
func (d *Desk) statements() []Claim {
	var list []Claim
	bySpeaker := map[string][]int{}
	for i := range d.Items {
		a := d.Items[i].Article
		for n := range a.Statements[:min(len(a.Statements), maxFound)] {
			s := &a.Statements[n]
			if s.Speaker == "" || s.Text == "" || s.Fiction || !s.Sure() {
				continue
			}
			t := Telling{Item: i, Span: coranto.Span{Start: s.Start, End: s.End}, N: n, Giver: s.Speaker}
			t.Basis, t.Via = d.sourced(i, s.Start, s)
			t.value = d.value(a, t.Span)
			key := d.speakers[s.Speaker]
			at := d.sameStatement(list, bySpeaker[key], &t)
			if at < 0 {
				at = len(list)
				list = append(list, Claim{Kind: Statement})
				bySpeaker[key] = append(bySpeaker[key], at)
			}
			list[at].Tellings = append(list[at].Tellings, t)
		}
	}
	return list
}

// sameStatement returns the one of some claims that t tells too, -1 for none.
func (d *Desk) sameStatement(list []Claim, some []int, t *Telling) int {
	best, most := -1, 0.0
	for _, at := range some {
		for i := range list[at].Tellings {
			u := &list[at].Tellings[i]
			if how := d.alikeStatements(u, t); how > most {
				best, most = at, how
			}
		}
	}
	return best
}

// alikeStatements tells how sure it is that two statements of one speaker are
// one: 0 when they are not.
func (d *Desk) alikeStatements(u, t *Telling) float64 {
	a, b := d.statement(u), d.statement(t)
	if u.Item == t.Item && u.N != t.N && a.Text != b.Text {
		return 0 // an article that says two things means two
	}
	if !sameDay(d.saidAt(u), d.saidAt(t)) || base(d.Items[u.Item].Article.Language) != base(d.Items[t.Item].Article.Language) {
		return 0
	}
	s := compare(&u.value, &t.value)
	if slices.Equal(u.value.order, t.value.order) && sameText(a.Text, b.Text) {
		return 2
	}
	if s.words < 2 {
		return 0
	}
	if x, y := d.quoted(u), d.quoted(t); len(x) > 0 && len(y) > 0 {
		if r := run(x, y); r >= sameRun || r >= 3 && 10*r >= 7*min(len(x), len(y)) {
			return 1 + s.cosine
		}
	}
	if s.numbers || u.value.denied != t.value.denied {
		return 0
	}
	if s.cosine >= sameSaid && s.words >= 3 || s.contained >= sameWithin && s.words >= leastWithin {
		return s.cosine
	}
	return 0
}

// quoted returns the telling words of a statement that stand between quotation
// marks.
func (d *Desk) quoted(t *Telling) []uint64 {
	s := d.statement(t)
	a := d.Items[t.Item].Article
	if s.Mode == coranto.Reported {
		return nil
	}
	text := coranto.Span{Start: s.Start, End: s.End}.In(a.Text)
	if s.Mode == coranto.Mixed {
		from, to := strings.IndexAny(text, quoteMarks), strings.LastIndexAny(text, quoteMarks)
		if from < 0 || from == to {
			return nil
		}
		return d.value(a, coranto.Span{Start: s.Start + from, End: s.Start + to}).order
	}
	return t.value.order
}

// sameText tells whether two texts are the same but for case, marks and blanks.
func sameText(a, b string) bool {
	x, y := words.Cut(a, maxText), words.Cut(b, maxText)
	return len(x) > 1 && slices.EqualFunc(x, y, func(a, b words.Word) bool { return a.Text == b.Text })
}

const quoteMarks = "\"“”„«»‘"

func (d *Desk) statement(t *Telling) *coranto.Statement {
	return &d.Items[t.Item].Article.Statements[t.N]
}

// Speaker tells apart who said what: the one name of a statement's speaker.
func (c *Claims) Speaker(x *Claim) string { return c.speakers[x.Tellings[0].Giver] }

// saidAt is when a statement was made: as told, else when it was printed.
func (d *Desk) saidAt(t *Telling) time.Time {
	if at, err := time.Parse(time.DateOnly, firstDay(d.statement(t).SaidAt)); err == nil {
		return at
	}
	return d.Items[t.Item].At
}

func firstDay(date string) string { return date[:min(len(date), len(time.DateOnly))] }

// sameDay tells whether two moments may lie on one day as papers of several
// zones and of the morning after print it.
func sameDay(a, b time.Time) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	return a.Sub(b).Abs() <= 48*time.Hour
}

// denials turn a sentence into its opposite.
var denials = set("not no never none neither nor without denied denies deny denying n't cannot can't won't didn't doesn't isn't wasn't refused refuses insufficiently inadequately poorly")

// merely follows a "not" that denies nothing: "not just a liar".
var merely = set("just only merely simply necessarily")

func denies(s string) bool {
	all := strings.Fields(strings.ReplaceAll(strings.ToLower(s), "’", "'"))
	for i, w := range all {
		if w = strings.Trim(w, ".,;:!?\"“”()"); !denials[w] && !strings.HasSuffix(w, "n't") {
			continue
		}
		if i+1 == len(all) || !merely[strings.Trim(all[i+1], ",")] {
			return true
		}
	}
	return false
}

func base(language string) string {
	b, _, _ := strings.Cut(strings.ToLower(language), "-")
	return b
}

// within returns the statement of an article in which the byte at offset is
// told, nil for none: what a sentence reports is its speaker's, not the paper's.
func within(a *coranto.Article, offset int) *coranto.Statement {
	for i := range a.Statements {
		s := &a.Statements[i]
		if s.Start <= offset && offset < s.End && s.Sure() {
			return s
		}
	}
	return nil
}

// sameName tells whether two canonical names are one, or one is the other's
// last word.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	a, b = fold(a), fold(b)
	return a == b || a != "" && b != "" && (strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a))
}

// fold is words.Fold, at once for what needs none.
func fold(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return words.Fold(s)
		}
	}
	return strings.ToLower(s)
}

func anyShared(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return sameName(x, y) })
	})
}
