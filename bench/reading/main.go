// Command reading compares programs that take articles from pages, side by side
// in one run: the quality of what they find on labelled pages and on composed
// pages of several articles, and what a page costs them.
//
//	go run ./reading -data DIR [-markdown] [-failures] [-pages DIR]
//
// DIR holds pages/aeb, the article extraction benchmark (ground-truth.json,
// html/*.html.gz), and pages/fundus, pages of the Fundus parser tests
// (gold.json, html/*/*.html.gz).
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"coranto/bench/reading/compose"
)

func main() {
	data := flag.String("data", "", "`folder` that holds pages/aeb and pages/fundus")
	markdown := flag.Bool("markdown", false, "print tables as Markdown")
	rounds := flag.Int("rounds", 5, "how often each program is timed; 0 leaves costs out")
	failures := flag.Bool("failures", false, "name the pages on which coranto falls short, on standard error")
	pages := flag.String("pages", "", "write the composed pages into this `folder`, to be looked at")
	peak := flag.String("peak", "", "print the peak memory of one `program` and end (used by the command itself)")
	flag.Parse()
	if err := run(*data, *markdown, *failures, *rounds, *pages, *peak); err != nil {
		fmt.Fprintf(os.Stderr, "reading: %v\n", err)
		os.Exit(1)
	}
}

func complain(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

func run(data string, markdown, failures bool, rounds int, pages, peak string) error {
	if data == "" {
		return errors.New("there are no pages to read; name their folder: make bench-reading DATA=DIR, or -data DIR")
	}
	aebDir, fundusDir := filepath.Join(data, "pages", "aeb"), filepath.Join(data, "pages", "fundus")
	for _, dir := range []string{aebDir, fundusDir} {
		if _, err := os.Stat(dir); err != nil {
			return fmt.Errorf("the labelled pages are not there: %w; -data names the folder that holds pages/aeb and pages/fundus", err)
		}
	}
	if peak != "" {
		return printPeak(peak, aebDir)
	}
	aeb, err := loadAEB(aebDir)
	if err != nil {
		return err
	}
	fundus, err := loadFundus(fundusDir)
	if err != nil {
		return err
	}
	several, err := composeFrom(aeb, fundus)
	if err != nil {
		return err
	}
	if pages != "" {
		return writePages(pages, several)
	}
	b := bench{aeb: aeb, fundus: fundus, several: several}
	b.findQuality()
	if failures {
		b.tellFailures()
	}
	tables := b.qualityTables()
	if rounds > 0 {
		costs, err := b.costs(rounds, data)
		if err != nil {
			return err
		}
		tables = append(tables, costs)
	}
	for _, t := range tables {
		t.write(os.Stdout, markdown)
	}
	return nil
}

func printPeak(name, dir string) error {
	p, err := only(name)
	if err != nil {
		return err
	}
	grown, err := growth(func() error {
		return eachAEB(dir, func(pg page) { p.guarded(pg) })
	})
	if err != nil {
		return err
	}
	fmt.Printf("%.0f\n", grown)
	return nil
}

func writePages(dir string, several []composed) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, c := range several {
		name := strings.ReplaceAll(c.name, " ", "-") + map[bool]string{true: ".html", false: ".txt"}[c.form == "html"]
		if err := os.WriteFile(filepath.Join(dir, name), c.body, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// bench holds the pages and what the programs made of them.
type bench struct {
	aeb, fundus []labelled
	several     []composed
	results     []result
	lost        [][]string // of composed pages, by program, in words
}

type result struct {
	program
	aeb, fundus quality
	several     map[string]*recovered
}

func (b *bench) findQuality() {
	for _, p := range programs() {
		if p.name == parseAlone {
			continue
		}
		r := result{program: p, aeb: assess(p, b.aeb), fundus: assess(p, b.fundus)}
		var lost []string
		r.several, lost = takeApart(p, b.several)
		b.results = append(b.results, r)
		b.lost = append(b.lost, lost)
	}
}

// tellFailures names, for the first program, the pages on which another is
// better or the body is poor, what it says wrongly of real pages, and what it
// does not recover of composed ones.
func (b *bench) tellFailures() {
	first := b.results[0]
	for _, set := range []func(result) quality{func(r result) quality { return r.aeb }, func(r result) quality { return r.fundus }} {
		ours := set(first)
		for _, page := range sortedKeys(ours.tp) {
			best, name := ours.tp[page]+.02, ""
			for _, r := range b.results {
				if tp := set(r).tp[page]; tp > best {
					best, name = tp, r.name
				}
			}
			switch {
			case name != "":
				complain("%s: body %.3f; %s %.3f", page, ours.tp[page], name, best)
			case ours.tp[page] < .9:
				complain("%s: body %.3f; no other better", page, ours.tp[page])
			}
		}
		for _, w := range ours.wrong {
			complain("%s", w)
		}
	}
	for _, l := range b.lost[0] {
		complain("%s", l)
	}
}

func (b *bench) qualityTables() []table {
	real := table{
		title:  fmt.Sprintf("Real pages, one article each: %d of the article extraction benchmark, %d of Fundus", len(b.aeb), len(b.fundus)),
		header: []string{"", "aeb F1", "P", "R", "exact", "Fundus F1", "P", "R", "title", "date", "authors"},
	}
	html := table{
		title:  "Composed pages, HTML: share of articles recovered whole, by layout; extra articles; headlines and names (authors or publisher) right",
		header: append(append([]string{""}, compose.Layouts()...), "all", "extra", "headlines", "names"),
	}
	dumps := table{
		title:  "Composed pages as plain-text dumps, which no other program reads: share of articles recovered whole, by form and layout",
		header: append([]string{"", "lines", "spaced", "doubled"}, append(compose.Layouts(), "all", "extra", "headlines", "names")...),
	}
	one := func(f float64) string { return fmt.Sprintf("%.3f", f) }
	for _, r := range b.results {
		a, f := r.aeb, r.fundus
		real.add(r.name, one(a.body.F1), one(a.body.P), one(a.body.R), figure(a.exact, a.pages), one(f.body.F1), one(f.body.P), one(f.body.R),
			figure(f.title, f.pages), figure(f.date, f.pages), figure(f.authors, f.haveAuthors))
		row := []string{r.name}
		for _, l := range compose.Layouts() {
			row = append(row, r.whole(l))
		}
		html.add(append(row, r.totals("")...)...)
		if !r.dumps {
			continue
		}
		row = []string{r.name}
		for _, f := range compose.Forms {
			row = append(row, r.whole(string(f)))
		}
		for _, l := range compose.Layouts() {
			row = append(row, r.whole("dumps "+l))
		}
		dumps.add(append(row, r.totals("dumps")...)...)
	}
	most := []string{"(articles)"}
	for _, l := range append(compose.Layouts(), "") {
		most = append(most, fmt.Sprint(b.results[0].several[l].known))
	}
	html.add(append(most, "", "", "")...)
	return []table{real, html, dumps}
}

func (r result) whole(kind string) string {
	s := r.several[kind]
	if s == nil {
		return "-"
	}
	return figure(s.whole, s.known)
}

// totals are the share recovered whole, the extra articles and the shares of
// headlines and names.
func (r result) totals(kind string) []string {
	s := r.several[kind]
	return []string{figure(s.whole, s.known), fmt.Sprint(s.extra), figure(s.headlines, s.known), figure(s.named, s.names)}
}

func (b *bench) costs(rounds int, data string) (table, error) {
	pages := make([]page, len(b.aeb))
	size := 0
	for i, l := range b.aeb {
		pages[i] = l.page
		size += len(l.body)
	}
	all := programs()
	cost := measureCost(all, pages, rounds)
	t := table{
		title: fmt.Sprintf("Cost on one core, aeb, raw HTML to articles (%d kB a page; processor time, median of %d rounds in turns; peak: growth of resident memory in a process of its own)",
			size/len(pages)/1024, rounds),
		header: []string{"", "pages/s", "times parse", "MB allocated/page", "peak MB"},
	}
	for _, p := range all {
		peak, err := peakOf(p, data)
		if err != nil {
			return t, err
		}
		c := cost[p.name]
		t.add(p.name, fmt.Sprintf("%.0f", c.perSecond), fmt.Sprintf("%.1f", cost[parseAlone].perSecond/c.perSecond),
			fmt.Sprintf("%.1f", c.allocated/(1<<20)), megabytes(peak))
	}
	return t, nil
}

// megabytes prints a size, "-" where it is unknown.
func megabytes(bytes float64) string {
	if bytes == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f", bytes/(1<<20))
}
