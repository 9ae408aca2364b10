package split

import (
	"strings"
	"time"
	"unicode"

	"coranto"
	"coranto/reading/lang"
	"coranto/reading/when"
)

// A page that prints no date may still tell it: the picture above a report was
// taken on the 13th, a Friday, and the report speaks of what happened "on
// Friday" and will happen "on Sunday". Neither tells alone: pictures come from
// archives, and a bare weekday comes every week. Together they do, where picture
// and report are about one matter.

// The days that a bare weekday reaches, and those within which a report follows
// the picture that was taken for it.
const (
	weekdayReach = 6
	pictureReach = 3
)

// inferDate returns when an article was published as far as the dates of its
// pictures and the weekdays of its text agree on it, nil where they do not: the
// day of the picture and up to the next day that lies ahead in the text, or the
// day itself where the first paragraph reports of it. English only.
func inferDate(a *coranto.Article) *coranto.Dating {
	if a.Language != "en" {
		return nil
	}
	picture, printed, ok := latestPicture(a)
	if !ok {
		return nil
	}
	days := weekdays(a.Text, picture)
	taken := picture.Format(time.DateOnly)
	var seen, lead, next *weekday
	for i := range days {
		d := &days[i]
		switch {
		case d.date == taken && seen == nil:
			seen = d
		case d.date > taken && (next == nil || d.date < next.date):
			next = d
		}
		if d.paragraph == 0 && d.date <= taken && lead == nil {
			lead = d
		}
	}
	if seen == nil {
		return nil
	}
	from, to := picture, picture.AddDate(0, 0, weekdayReach)
	evidence := printed + " … " + seen.words
	if lead != nil { // the news of the day: the first such weekday from the picture on
		from = onOrAfter(picture, lead.date)
		to = from
		if from.Sub(picture) > pictureReach*24*time.Hour {
			return nil
		}
		if lead != seen {
			evidence += " … " + lead.words
		}
	} else if next != nil {
		if ahead, err := time.Parse(time.DateOnly, next.date); err == nil && ahead.Before(to) {
			to = ahead.AddDate(0, 0, -1)
			evidence += " … " + next.words
		}
	}
	return &coranto.Dating{From: from.Format(time.DateOnly), To: to.Format(time.DateOnly), Basis: coranto.Inferred, Evidence: evidence}
}

// latestPicture returns the last day on which a picture of the article was
// taken, as printed too; not ok when none is dated, or when the latest may come
// from an archive: it says so, shows something else, or is older than a year
// that the text names.
func latestPicture(a *coranto.Article) (day time.Time, printed string, ok bool) {
	best := -1
	for i, c := range a.Captions {
		if c.Date != "" && (best < 0 || c.Date > a.Captions[best].Date) {
			best = i
		}
	}
	if best < 0 {
		return day, "", false
	}
	c := a.Captions[best]
	day, err := time.Parse(time.DateOnly, c.Date)
	if err != nil || fromArchive(c) || !sameMatter(c.Text, a) {
		return day, "", false
	}
	for _, t := range when.Find(a.Text, nil, "", "en") {
		if t.Type == when.Date && len(t.Value) >= 4 && t.Value[:4] > c.Date[:4] && t.Value[0] == '2' && len(t.Value) != len("201") {
			return day, "", false
		}
	}
	for _, t := range when.Find(c.Text, nil, "", "en") {
		if strings.HasPrefix(t.Value, c.Date) {
			return day, c.Text[t.Start:t.End], true
		}
	}
	return day, "", false
}

func fromArchive(c coranto.Caption) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(c.Text+" "+c.Credit), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if archival[w] {
			return true
		}
	}
	return false
}

var archival = set("file", "archive", "archives", "archival", "undated")

// sameMatter tells whether a picture shows what the article is about: at least
// two names of its caption stand in headline or first paragraph, and a place or
// body that it names ("at the ...", "in ...") stands in the text.
func sameMatter(caption string, a *coranto.Article) bool {
	first, _, _ := strings.Cut(a.Text, "\n\n")
	top, all := stems(a.Headline+" "+first), stems(a.Headline+" "+a.Text)
	names, where := map[string]bool{}, false
	before := ""
	venue := false
	for i, w := range strings.FieldsFunc(caption, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) {
		if !unicode.IsUpper(firstRune(w)) {
			if !articles[w] {
				before, venue = w, false
			}
			continue
		}
		venue = venue || venues[before]
		before = ""
		stem := stemOf(w)
		if stem == "" || i == 0 {
			continue
		}
		if top[stem] {
			names[stem] = true
		}
		where = where || venue && all[stem]
	}
	return len(names) >= 2 && where
}

var (
	articles = set("the", "a", "an")
	venues   = set("at", "in", "outside", "inside", "near", "off", "of", "from", "over", "north", "south", "east", "west")
	// titles are capital words that name nobody and no place
	titles = set("pres", "prim", "mini", "fore", "gene", "depu", "secr", "janu", "febr", "marc", "apri", "june", "july", "augu", "sept", "octo", "nove", "dece")
)

// stems returns the stems of a text's words.
func stems(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) {
		if s := stemOf(w); s != "" {
			all[s] = true
		}
	}
	return all
}

// stemOf is a name's first four letters, so that "Iranian" meets "Iran"; "" for
// shorter words and titles.
func stemOf(w string) string {
	r := []rune(strings.ToLower(w))
	if len(r) < 4 {
		return ""
	}
	if s := string(r[:4]); !titles[s] {
		return s
	}
	return ""
}

// weekday is a bare weekday in a text.
type weekday struct {
	date      string // the day it means if the text is of the picture's day: later ones lie ahead
	words     string
	paragraph int
}

// weekdays returns the bare weekdays of a text as they read on a given day. One
// of the same name as the day itself is read on the morrow, or it would not show
// whether it lies ahead.
func weekdays(text string, day time.Time) []weekday {
	var days []weekday
	sentences := lang.Sentences(text)
	read := func(at time.Time) []coranto.Time {
		return when.Find(text, sentences, at.Format(time.DateOnly), "en")
	}
	today, morrow := read(day), read(day.AddDate(0, 0, 1))
	if len(today) != len(morrow) {
		return nil
	}
	paragraph, counted := 0, 0
	for i, t := range today {
		words := text[t.Start:t.End]
		if strings.ContainsFunc(words, unicode.IsDigit) || !namesWeekday(words) {
			continue
		}
		if strings.Contains(strings.ToLower(words), strings.ToLower(day.Weekday().String())) {
			t = morrow[i]
		}
		if len(t.Value) < len(time.DateOnly) {
			continue
		}
		paragraph += strings.Count(text[counted:t.Start], "\n\n")
		counted = t.Start
		from := max(0, t.Start-40)
		from += strings.LastIndexAny(text[from:max(from, t.Start-1)], " \n") + 1
		days = append(days, weekday{t.Value[:len(time.DateOnly)], text[from:t.End], paragraph})
	}
	return days
}

func namesWeekday(words string) bool {
	lowered := strings.ToLower(words)
	for _, other := range []string{"last", "next", "week"} { // "last Friday" is not the latest
		if strings.Contains(lowered, other) {
			return false
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.Contains(lowered, strings.ToLower(d.String())) {
			return true
		}
	}
	return false
}

// onOrAfter returns the first day from day on that has the weekday of date.
func onOrAfter(day time.Time, date string) time.Time {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return day
	}
	return day.AddDate(0, 0, (int(t.Weekday())-int(day.Weekday())+7)%7)
}
