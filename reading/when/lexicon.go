package when

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed words.txt
var wordFile string

// unit is a unit of time, from seconds to centuries.
type unit int

const (
	second unit = iota
	minute
	hour
	day
	week
	month
	year
	quarter
	decade
	century
	weekend
)

// count is a number of units, as words such as "two", "hours" or "ساعتين" have it.
type count struct {
	unit unit
	n    int // 0: the word names the unit alone
}

// lexicon is the date words of one language, or of all of them together. Keys
// are lower case; words of several tokens are joined by one blank.
type lexicon struct {
	months   map[string]int  // 1 to 12
	brief    map[string]bool // months that are abbreviated: "jan"
	solar    map[string]int  // months of the Iranian calendar, 1 to 12
	weekdays map[string]int  // 1, Monday, to 7
	near     map[string]int  // days from today
	spans    map[string]relative
	of       map[string]bool
	years    map[string]bool // what may follow a year
	units    map[string]count
	ago      map[string]bool
	numbers  map[string]int
	lately   map[string]bool
	print    map[string]bool
	am, pm   map[string]bool
	longest  int // tokens of its longest word
}

func newLexicon() *lexicon {
	return &lexicon{
		months: map[string]int{}, brief: map[string]bool{}, solar: map[string]int{}, weekdays: map[string]int{}, near: map[string]int{}, spans: map[string]relative{}, of: map[string]bool{}, years: map[string]bool{}, units: map[string]count{},
		ago: map[string]bool{}, numbers: map[string]int{}, lately: map[string]bool{}, print: map[string]bool{}, am: map[string]bool{}, pm: map[string]bool{}, longest: 1,
	}
}

var (
	lexicons = map[string]*lexicon{} // by language
	printing []*lexicon              // the same, in the order of the file
	anywhere = newLexicon()          // all languages; without month names that differ between them
)

func init() {
	clash, full := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(wordFile) {
		key, fields, ok := strings.Cut(strings.TrimSpace(line), ":")
		language, what, two := strings.Cut(key, " ")
		if !ok || !two || language == "#" || len(language) != 2 {
			continue
		}
		if lexicons[language] == nil {
			lexicons[language] = newLexicon()
			printing = append(printing, lexicons[language])
		}
		for i, field := range strings.Fields(fields) {
			for v, w := range strings.Split(field, "|") {
				w = strings.ReplaceAll(w, "_", " ")
				if w == "-" {
					continue
				}
				lexicons[language].add(what, w, i)
				if what == "months" {
					brief := v > 0 && utf8.RuneCountInString(w) <= 4
					lexicons[language].brief[w] = brief
					full[w] = full[w] || !brief
					anywhere.brief[w] = !full[w]
				}
				if m, known := anywhere.months[w]; what == "months" && known && m != i+1 {
					clash[w] = true
				}
				anywhere.add(what, w, i)
			}
		}
	}
	for w := range clash {
		delete(anywhere.months, w)
	}
}

func (l *lexicon) add(what, w string, i int) {
	switch what {
	case "months":
		l.months[w] = i + 1
	case "solar":
		l.solar[w] = i + 1
	case "weekdays":
		l.weekdays[w] = i + 1
	case "near":
		l.near[w] = i - 2
	case "last-week":
		l.spans[w] = relative{week, i - 1}
	case "last-month":
		l.spans[w] = relative{month, i - 1}
	case "last-year":
		l.spans[w] = relative{year, i - 1}
	case "of":
		l.of[w] = true
	case "year":
		l.years[w] = true
	case "units":
		if _, known := l.units[w]; !known {
			l.units[w] = count{unit(i), 0}
		}
	case "dual":
		l.units[w] = count{unit(i), 2}
	case "ago":
		l.ago[w] = true
	case "one":
		l.numbers[w] = 1
	case "numbers":
		l.numbers[w] = i + 2
	case "lately":
		l.lately[w] = true
	case "print":
		l.print[w] = true
	case "am":
		l.am[w] = true
	case "pm":
		l.pm[w] = true
	}
	l.longest = max(l.longest, 1+strings.Count(w, " "))
}

// lexiconOf returns the words of a language, and those of all where there are none.
func lexiconOf(language string) *lexicon {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if base == "no" || base == "nn" {
		base = "nb"
	}
	if l := lexicons[base]; l != nil {
		return l
	}
	return anywhere
}
