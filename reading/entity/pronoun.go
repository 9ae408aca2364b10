package entity

import (
	"coranto"
	"coranto/reading/internal/token"
)

var (
	forHim = set(`he him his himself`)
	forHer = set(`she her hers herself`)
	mister = set(`mr sir lord king prince pope father brother son husband uncle spokesman chairman congressman businessman herr monsieur`)
	missis = set(`mrs ms miss lady dame queen princess mother sister daughter wife aunt spokeswoman chairwoman congresswoman businesswoman actress frau madame`)
)

// readPronouns refers "he" and "she" to the one person whom the paragraph has
// named before, in the same sentence or the one before it, where nothing speaks
// against it: nobody else named there, and no person called both.
func (f *finder) readPronouns() {
	held := make([]*found, len(f.toks))
	for _, e := range f.all {
		if e.kind != coranto.Person {
			continue
		}
		for _, s := range e.mentions {
			for i := f.tokenAt(s.Start); i < len(f.toks) && f.toks[i].Start < s.End; i++ {
				held[i] = e
			}
		}
	}
	type use struct {
		e   *found
		at  int
		his bool
	}
	var uses []use
	male, female := map[*found]int{}, map[*found]int{}
	var who *found
	alone, quoted := true, false
	since := 0
	for i, t := range f.toks {
		if t.Line {
			who, alone, quoted, since = nil, true, false, 0
		}
		if f.starts[i] && who != nil {
			since++
		}
		if e := held[i]; e != nil {
			if who != nil && who != e {
				alone = false
			}
			who, since = e, 0
			if i > 0 && mister[f.lower(i-1)] || i > 1 && f.lower(i-1) == "." && mister[f.lower(i-2)] {
				male[e] += 2
			}
			if i > 0 && missis[f.lower(i-1)] || i > 1 && f.lower(i-1) == "." && missis[f.lower(i-2)] {
				female[e] += 2
			}
		}
		if t.Kind == token.Mark {
			switch t.In(f.text) {
			case "“":
				quoted = true
			case "”":
				quoted = false
			case "\"":
				quoted = !quoted
			}
			continue
		}
		l := ""
		if t.Kind == token.Word && t.End-t.Start <= 7 && t.Shape != token.Upper {
			l = f.lower(i)
		}
		if his := forHim[l]; (his || forHer[l]) && who != nil && alone && !quoted && since < 2 {
			uses = append(uses, use{who, i, his})
			if his {
				male[who]++
			} else {
				female[who]++
			}
		}
	}
	for _, u := range uses {
		if male[u.e] == 0 || female[u.e] == 0 {
			f.ref(u.e, u.at, u.at+1)
		}
	}
}
