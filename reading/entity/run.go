package entity

import (
	"strings"

	"coranto/reading/internal/token"
)

// run is a stretch of tokens [from, to) that may make one name: capitalised
// words, with hyphens, apostrophes and particles between.
type run struct{ from, to int }

// runs returns the capitalised stretches of the text in order. A line in
// capitals, and one in which every longer word begins with one, tells nothing
// about names and has none.
func (f *finder) runs() []run {
	var out []run
	for i := 0; i < len(f.toks); i++ {
		if !f.capital(i) {
			continue
		}
		j := i + 1
		for j < len(f.toks) && !f.toks[j].Line {
			switch {
			case f.weekdayBehind(j):
			case f.capital(j) && f.joins(j):
				j++
				continue
			case j >= i+2 && f.givenName(j): // Tsai Ing-wen
				j += 2
				continue
			case j+1 < len(f.toks) && f.capital(j+1) && !f.toks[j+1].Line && f.links(j):
				j += 2
				continue
			case j+2 < len(f.toks) && isParticle[f.lower(j)] && isParticle[f.lower(j+1)] && f.capital(j+2) && f.toks[j].Gap:
				j += 3
				continue
			}
			break
		}
		out = append(out, run{i, j})
		i = j - 1
	}
	return out
}

func (f *finder) capital(i int) bool {
	return f.toks[i].Capital() && (!f.shout[i] || f.toks[i].Shape != token.Upper)
}

// joins tells whether token j continues the word or name before it.
func (f *finder) joins(j int) bool { return f.toks[j].Gap || f.toks[j-1].Kind == token.Word }

// weekdayBehind tells whether token j is a weekday that says when, and ends no
// name: "Korr |Thursday said".
func (f *finder) weekdayBehind(j int) bool {
	return weekdays[f.lower(j)] && f.toks[j].Gap && !dayNames[f.lower(j-1)]
}

var (
	weekdays = set(`monday tuesday wednesday thursday friday saturday sunday`)
	// dayNames stand before the weekday of a day with a name.
	dayNames = set(`black good super easter palm bloody ash holy fat cyber giving shrove maundy lazarus ruby any given gloomy blue whit the`)
)

// givenName tells whether the hyphen at token j joins the second syllable of a
// given name to the first, behind a surname of East Asia.
func (f *finder) givenName(j int) bool {
	return j >= 2 && j+1 < len(f.toks) && f.is(j, "-", "‑") && !f.toks[j].Gap && !f.toks[j+1].Gap && f.toks[j+1].Shape == token.Lower && f.toks[j+1].End-f.toks[j+1].Start <= 5 && f.toks[j-1].Gap && eastern[f.lower(j-2)] && f.toks[j-2].Capital()
}

var eastern = set(`tsai lai ma chen lin chang chiang wang lee li liu han hou ko su wu hsu hsieh huang kuo lu chou chu cheng kim park moon yoon choi chung jung jeong cho hwang ban roh noh kang shin song oh yang yun chun kwon ri pak jo hong han lim yu ahn an son paik baek seo suh chow tang tung leung lam yeung`)

// links tells whether token j may stand between two parts of one name.
func (f *finder) links(j int) bool {
	t := f.toks[j]
	switch w := t.In(f.text); {
	case w == "-" || w == "'" || w == "’" || w == "‑":
		return !t.Gap && !f.toks[j+1].Gap && (w == "-" || w == "‑" || f.toks[j-1].End-f.toks[j-1].Start <= 3)
	case w == ".":
		return !t.Gap && f.toks[j+1].Gap && isHonorific[f.lower(j-1)]
	case t.Kind == token.Word && t.Gap && f.toks[j+1].Gap:
		if f.at[j-1] != 0 && f.at[j+1] != 0 && (w == "y" || w == "e") { // Pekín y Nueva York
			return false
		}
		return isParticle[w]
	case t.Kind == token.Word && (w == "al" || w == "el"):
		return true
	}
	return false
}

// lower returns token i in lower case, without points; "" beyond the text.
func (f *finder) lower(i int) string {
	if i < 0 || i >= len(f.toks) {
		return ""
	}
	if f.small[i] == "" {
		w := f.toks[i].In(f.text)
		if f.toks[i].Kind != token.Mark {
			w = strings.ToLower(strings.Trim(w, "."))
		}
		f.small[i] = w
	}
	return f.small[i]
}

func (f *finder) is(i int, words ...string) bool {
	l := f.lower(i)
	for _, w := range words {
		if l == w {
			return true
		}
	}
	return false
}

// trim takes words off the front of a run that open a sentence and are no name.
func (f *finder) trim(r run) run {
	for r.from < r.to {
		l := f.lower(r.from)
		opens := isOpener[l] && !(len(l) == 1 && strings.HasSuffix(f.toks[r.from].In(f.text), ".")) && !f.listed(r.from)
		verb := f.starts[r.from] && (strings.HasSuffix(l, "ing") || strings.HasSuffix(l, "ed")) && !f.ix.given[f.toks[r.from].In(f.text)]
		if !opens && !verb {
			break
		}
		r.from++
		if r.from < r.to && f.toks[r.from].Kind == token.Mark {
			r.from++
		}
	}
	return r
}
