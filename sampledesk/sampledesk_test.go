package sampledesk

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

func labels(t *testing.T) []Label {
	t.Helper()
	var all []Label
	if err := json.Unmarshal(Labels, &all); err != nil {
		t.Fatalf("labels.json: %v", err)
	}
	return all
}

// pages returns every page's bytes by path.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(Files, "pages", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(Files, name)
		all[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var (
	notText = regexp.MustCompile(`(?s)<head>.*?</head>|<script.*?</script>|<style.*?</style>`)
	tag     = regexp.MustCompile(`<[^>]*>`)
)

// words returns the words that a page shows.
func words(name, body string) []string {
	if strings.HasSuffix(name, ".html") {
		body = html.UnescapeString(tag.ReplaceAllString(notText.ReplaceAllString(body, " "), " "))
	}
	return strings.Fields(body)
}

// find returns the index after the first occurrence of want in have at or after
// from, or -1.
func find(have, want []string, from int) int {
	for i := from; i+len(want) <= len(have); i++ {
		if slices.Equal(have[i:i+len(want)], want) {
			return i + len(want)
		}
	}
	return -1
}

// furnitureOnly are the pages that hold no article.
var furnitureOnly = []string{"pages/pressline24/section-front.html"}

func TestLabelsAgreeWithPages(t *testing.T) {
	all := pages(t)
	var present, labelled []string
	for name := range all {
		if !slices.Contains(furnitureOnly, name) {
			present = append(present, name)
		}
	}
	at := map[string]int{} // how far into a page its labels have led
	for _, l := range labels(t) {
		id := fmt.Sprintf("%s#%d", l.Page, l.N)
		if l.N == 1 {
			labelled = append(labelled, l.Page)
		}
		have := words(l.Page, all[l.Page])
		headline := find(have, strings.Fields(l.Headline), at[l.Page])
		if headline < 0 {
			t.Errorf("%s: headline %q is not on the page", id, l.Headline)
			continue
		}
		starts := find(have, strings.Fields(l.Starts), headline)
		if starts < 0 {
			t.Errorf("%s: %q does not follow the headline", id, l.Starts)
			continue
		}
		ends := find(have, strings.Fields(l.Ends), starts)
		if ends < 0 {
			t.Errorf("%s: %q does not follow %q", id, l.Ends, l.Starts)
			continue
		}
		at[l.Page] = ends
		if n := ends - starts; n < 60 || n > 600 {
			t.Errorf("%s: %d words", id, n)
		}
	}
	slices.Sort(present)
	slices.Sort(labelled)
	if d := cmp.Diff(present, labelled); d != "" {
		t.Errorf("pages and labels differ (-pages +labels):\n%s", d)
	}
}

// What else the labels name stands on its page, word for word.
func TestPartsStandOnTheirPages(t *testing.T) {
	all := pages(t)
	for _, l := range labels(t) {
		page := strings.Join(words(l.Page, all[l.Page]), " ")
		for _, part := range slices.Concat(l.Authors, l.KeyPoints, l.Captions, l.Crossheads, l.Damaged, []string{l.Age, l.Updated}) {
			if !strings.Contains(page, strings.Join(strings.Fields(part), " ")) {
				t.Errorf("%s#%d: %q is nowhere on the page", l.Page, l.N, part)
			}
		}
	}
}

// The desk covers 5 October to 1 November 2026; one dump ends in an old report.
func TestWorldDates(t *testing.T) {
	old := 0
	for _, l := range labels(t) {
		switch {
		case l.World == "":
			if l.Published != nil {
				t.Errorf("%s#%d: published, but at no time in the world", l.Page, l.N)
			}
		case l.World < "2026-10-05":
			old++
		case l.World > "2026-11-01":
			t.Errorf("%s#%d: %s is after the end", l.Page, l.N, l.World)
		}
		if (l.Published == nil) != (l.Basis == "") {
			t.Errorf("%s#%d: published and basis come together", l.Page, l.N)
		}
		if l.Published != nil && *l.Published != l.World {
			t.Errorf("%s#%d: published %s, in the world %s", l.Page, l.N, *l.Published, l.World)
		}
	}
	if old != 1 {
		t.Errorf("%d articles from before the four weeks, want 1", old)
	}
}

func TestWireCopiesNameTheirOriginal(t *testing.T) {
	byID := map[string]Label{}
	all := labels(t)
	for _, l := range all {
		byID[fmt.Sprintf("%s#%d", l.Page, l.N)] = l
	}
	for id, l := range byID {
		if l.WireOf == "" {
			continue
		}
		original, ok := byID[l.WireOf]
		switch {
		case !ok:
			t.Errorf("%s: wire_of %q is no labelled article", id, l.WireOf)
		case original.Story != l.Story:
			t.Errorf("%s is of story %q, its original of %q", id, l.Story, original.Story)
		case l.World < original.World:
			t.Errorf("%s is older than its original", id)
		}
	}
}

type namesFile struct {
	State        []struct{ Name, Code, Capital string }
	Organisation []struct {
		Name    string
		Aliases []string
	}
	Person []struct {
		Name    string
		Aliases []string
		Offices []struct{ Title, State, From, To string }
	}
	Place     []struct{ Name string }
	Publisher []struct {
		Name, Domain, Country, Kind string
	}
}

func names(t *testing.T) namesFile {
	t.Helper()
	var f namesFile
	if _, err := toml.DecodeFS(Files, "names.toml", &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestNamesFileKnowsTheWorld(t *testing.T) {
	f := names(t)
	known, codes := map[string]bool{}, map[string]bool{}
	states := map[string]bool{"": true}
	for _, s := range f.State {
		states[s.Name], codes[s.Code] = true, true
	}
	for _, o := range f.Organisation {
		known[o.Name] = true
	}
	for _, p := range f.Person {
		known[p.Name] = true
		for _, o := range p.Offices {
			if !states[o.State] {
				t.Errorf("%s: office in unknown state %q", p.Name, o.State)
			}
		}
	}
	publishers := map[string]bool{"": true}
	for _, p := range f.Publisher {
		publishers[p.Name] = true
		if !codes[p.Country] || p.Kind == "" || !strings.HasSuffix(p.Domain, ".example") {
			t.Errorf("publisher %+v: want a country of this world, a kind and an .example domain", p)
		}
	}
	if len(f.State) != 6 || len(f.Publisher) != 10 {
		t.Errorf("%d states and %d publishers, want 6 and 10", len(f.State), len(f.Publisher))
	}
	for _, l := range labels(t) {
		if !publishers[l.Publisher] {
			t.Errorf("%s#%d: publisher %q is not in names.toml", l.Page, l.N, l.Publisher)
		}
		for _, s := range l.Speakers {
			marked := strings.HasPrefix(s, "*") || strings.HasPrefix(s, "(")
			if marked == known[s] {
				t.Errorf("%s#%d: speaker %q: want a name from names.toml, or one marked * or ( )", l.Page, l.N, s)
			}
		}
	}
}

// A speaker who is named stands in the article under one of his names.
func TestSpeakersStandOnTheirPages(t *testing.T) {
	spellings := map[string][]string{}
	f := names(t)
	for _, p := range f.Person {
		spellings[p.Name] = append([]string{p.Name}, p.Aliases...)
	}
	for _, o := range f.Organisation {
		spellings[o.Name] = append([]string{o.Name}, o.Aliases...)
	}
	all := pages(t)
	for _, l := range labels(t) {
		page := strings.Join(words(l.Page, all[l.Page]), " ")
		for _, s := range l.Speakers {
			if strings.HasPrefix(s, "(") {
				continue
			}
			s = strings.TrimPrefix(s, "*")
			if !slices.ContainsFunc(append(spellings[s], s), func(n string) bool { return strings.Contains(page, n) }) {
				t.Errorf("%s#%d: %s is nowhere on the page", l.Page, l.N, s)
			}
		}
	}
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"dimanche": 0, "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6,
	"воскресенье": 0, "понедельник": 1, "вторник": 2, "среду": 3, "среда": 3, "четверг": 4, "пятницу": 5, "пятница": 5, "субботу": 6, "суббота": 6,
	"الأحد": 0, "الاثنين": 1, "الثلاثاء": 2, "الأربعاء": 3, "الخميس": 4, "الجمعة": 5, "السبت": 6,
}

var months = map[string]time.Month{
	"january": 1, "october": 10, "oct": 10, "november": 11, "nov": 11, "octobre": 10, "novembre": 11,
	"октября": 10, "ноября": 11, "أكتوبر": 10, "نوفمبر": 11,
}

func keys[V any](m map[string]V) string {
	var all []string
	for k := range m {
		all = append(all, regexp.QuoteMeta(k))
	}
	slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) }) // longest first
	return strings.Join(all, "|")
}

// Where a weekday stands beside a date, it is that date's weekday, in 2026
// unless another year is named.
func TestWeekdaysAreRight(t *testing.T) {
	day, month := `(`+keys(weekdays)+`)`, `(`+keys(months)+`)`
	dayFirst := regexp.MustCompile(`(?i)` + day + `,? (?:le )?(\d{1,2})(?:er)? ` + month + `(?:,? (\d{4}))?`)
	monthFirst := regexp.MustCompile(`(?i)` + day + `, ` + month + `\.? (\d{1,2})(?:, (\d{4}))?`)
	found := 0
	check := func(name, words, weekday, d, m, y string) {
		found++
		if y == "" {
			y = "2026"
		}
		year, _ := strconv.Atoi(y)
		date, _ := strconv.Atoi(d)
		when := time.Date(year, months[strings.ToLower(m)], date, 0, 0, 0, 0, time.UTC)
		if when.Weekday() != weekdays[strings.ToLower(weekday)] {
			t.Errorf("%s: %q is a %s", path.Base(name), words, when.Weekday())
		}
	}
	for name, body := range pages(t) {
		text := strings.Join(words(name, body), " ")
		for _, m := range dayFirst.FindAllStringSubmatch(text, -1) {
			check(name, m[0], m[1], m[2], m[3], m[4])
		}
		for _, m := range monthFirst.FindAllStringSubmatch(text, -1) {
			check(name, m[0], m[1], m[3], m[2], m[4])
		}
	}
	if found < 25 {
		t.Errorf("only %d weekdays beside dates found: the patterns are wrong", found)
	}
}
