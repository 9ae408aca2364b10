package labelled

import (
	"hash/fnv"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"coranto/reading/lang"
)

// Shuffled returns the articles in another order.
func (s Set) Shuffled(seed uint64) Set {
	out := Set{Name: s.Name + " shuffled", Articles: append([]Article(nil), s.Articles...)}
	r := rand.New(rand.NewPCG(seed, seed))
	r.Shuffle(len(out.Articles), func(i, j int) { out.Articles[i], out.Articles[j] = out.Articles[j], out.Articles[i] })
	return out
}

// Told returns the articles as if each were another's report: beside its first
// sentence every second one of it alone, which ones its language decides.
func (s Set) Told() Set {
	return s.mapped(" told", func(a *Article) {
		odd := len(a.Language) > 0 && (a.Language[0]^a.Language[1])&1 == 1
		var kept []string
		for i, span := range lang.Sentences(a.Text) {
			if i == 0 || (i%2 == 1) == odd {
				kept = append(kept, a.Text[span.Start:span.End])
			}
		}
		a.Text = strings.Join(kept, " ")
	})
}

// Undated returns the articles without their dates.
func (s Set) Undated() Set {
	return s.mapped(" undated", func(a *Article) { a.Date = "" })
}

// Headlines returns the articles without their texts.
func (s Set) Headlines() Set {
	return s.mapped(" headlines", func(a *Article) { a.Text = "" })
}

// Excerpts returns the articles with the first bytes of their texts.
func (s Set) Excerpts(length int) Set {
	return s.mapped(" excerpts", func(a *Article) {
		if len(a.Text) > length {
			a.Text = strings.ToValidUTF8(a.Text[:length], "")
		}
	})
}

// Sample returns the articles of every nth event, in order of first mention.
func (s Set) Sample(n int) Set {
	out := Set{Name: s.Name + " sampled"}
	taken := map[string]bool{}
	for _, a := range s.Articles {
		if _, met := taken[a.Event]; !met {
			taken[a.Event] = len(taken)%n == 0
		}
		if taken[a.Event] {
			out.Articles = append(out.Articles, a)
		}
	}
	return out
}

// Counterfeited returns the articles with, beside every nth event, an invented
// one that is told in the same words: names, numbers and some rare words are
// others, the same throughout the event. It is a trap: like words, unlike event.
func (s Set) Counterfeited(n int, seed uint64) Set {
	out := Set{Name: s.Name + " counterfeited"}
	taken, told := map[string]bool{}, map[string]int{}
	for _, a := range s.Articles {
		out.Articles = append(out.Articles, a)
		if _, met := taken[a.Event]; !met {
			taken[a.Event] = len(taken)%n == 0
		}
		if told[a.Event]++; !taken[a.Event] || told[a.Event] > 6 {
			continue
		}
		salt := strconv.FormatUint(seed, 10) + a.Event
		a.draft = nil
		a.ID, a.Event = "counterfeit/"+a.ID, "counterfeit/"+a.Event
		a.Headline, a.Text = counterfeit(a.Headline, salt), counterfeit(a.Text, salt)
		out.Articles = append(out.Articles, a)
	}
	return out
}

// Slotted is Counterfeited where an invented event differs in one word alone,
// the one most headlines of the event hold, and in the headlines' numbers: who
// won in one state, and who in another.
func (s Set) Slotted(n int, seed uint64) Set {
	out := Set{Name: s.Name + " slotted"}
	keys := s.keyWords()
	taken, told := map[string]bool{}, map[string]int{}
	for _, a := range s.Articles {
		out.Articles = append(out.Articles, a)
		if _, met := taken[a.Event]; !met {
			taken[a.Event] = len(taken)%n == 0
		}
		key := keys[a.Event]
		replace := func(text string, numbers bool) string {
			return word.ReplaceAllStringFunc(text, func(w string) string {
				first, _ := utf8.DecodeRuneInString(w)
				if strings.EqualFold(w, key) || numbers && unicode.IsDigit(first) {
					return counterfeit("K"+strings.ToLower(w), strconv.FormatUint(seed, 10)+a.Event)
				}
				return w
			})
		}
		headline := replace(a.Headline, true)
		if told[a.Event]++; !taken[a.Event] || told[a.Event] > 6 || headline == a.Headline {
			continue
		}
		a.draft = nil
		a.ID, a.Headline, a.Text = "slotted/"+a.ID, headline, replace(a.Text, false)
		a.Event = "slotted/" + a.Event
		out.Articles = append(out.Articles, a)
	}
	return out
}

// keyWords returns the word of more than three letters that most headlines of
// each event hold.
func (s Set) keyWords() map[string]string {
	counts := map[string]map[string]int{}
	for _, a := range s.Articles {
		if counts[a.Event] == nil {
			counts[a.Event] = map[string]int{}
		}
		for _, w := range word.FindAllString(strings.ToLower(a.Headline), -1) {
			if len(w) > 3 {
				counts[a.Event][w]++
			}
		}
	}
	keys := map[string]string{}
	for event, words := range counts {
		for w, n := range words {
			if best := keys[event]; best == "" || n > words[best] || n == words[best] && w < best {
				keys[event] = w
			}
		}
	}
	return keys
}

// Thinned returns all articles of every nth event, in order of first mention, and
// of the others one article each: most of what a desk sees is told once.
func (s Set) Thinned(n int) Set {
	out := Set{Name: s.Name + " thinned"}
	met := map[string]int{}
	told := map[string]bool{}
	for _, a := range s.Articles {
		if _, known := met[a.Event]; !known {
			met[a.Event] = len(met)
		}
		if met[a.Event]%n == 0 || !told[a.Event] {
			out.Articles = append(out.Articles, a)
		}
		told[a.Event] = true
	}
	return out
}

// Hurried returns the articles in the time of days: the events of years are told
// as those of one season, each article as long after its event's first as before.
func (s Set) Hurried(days int) Set {
	first, last := map[string]time.Time{}, time.Time{}
	begin := last
	for _, a := range s.Articles {
		t, err := time.Parse(time.DateOnly, a.Date)
		if err != nil {
			continue
		}
		if f, met := first[a.Event]; !met || t.Before(f) {
			first[a.Event] = t
		}
		if begin.IsZero() || t.Before(begin) {
			begin = t
		}
		if t.After(last) {
			last = t
		}
	}
	whole := last.Sub(begin)
	out := s.mapped(" hurried", func(a *Article) {
		t, err := time.Parse(time.DateOnly, a.Date)
		if err != nil {
			return
		}
		f := first[a.Event]
		at := int(float64(days) * float64(f.Sub(begin)) / float64(whole))
		a.Date = begin.AddDate(0, 0, at).Add(t.Sub(f)).Format(time.DateOnly)
	})
	slices.SortStableFunc(out.Articles, func(a, b Article) int { return strings.Compare(a.Date, b.Date) })
	return out
}

// Dated gives undated articles dates: an event is told on a day of so many, and
// on the two after it.
func (s Set) Dated(days int, seed uint64) Set {
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	r := rand.New(rand.NewPCG(seed, seed))
	of := map[string]int{}
	out := s.mapped(" dated", func(a *Article) {
		at, met := of[a.Event]
		if !met {
			at = r.IntN(days)
			of[a.Event] = at
		}
		a.Date = begin.AddDate(0, 0, at+r.IntN(3)).Format(time.DateOnly)
	})
	slices.SortStableFunc(out.Articles, func(a, b Article) int { return strings.Compare(a.Date, b.Date) })
	return out
}

// PartlyDated returns the articles, every other without its date.
func (s Set) PartlyDated() Set {
	n := 0
	return s.mapped(" partly dated", func(a *Article) {
		if n++; n%2 == 0 {
			a.Date = ""
		}
	})
}

// Namesakes returns the articles and, for every nth event, times invented ones
// about the same names: the first articles of other events, with the names of
// this one in the place of theirs. Like names, unlike event.
func (s Set) Namesakes(n, times int) Set {
	out := Set{Name: s.Name + " namesakes"}
	var events []string
	of := map[string][]Article{}
	for _, a := range s.Articles {
		if of[a.Event] == nil {
			events = append(events, a.Event)
		}
		of[a.Event] = append(of[a.Event], a)
	}
	out.Articles = slices.Clone(s.Articles)
	for k := range len(events) / n * times {
		i := k / times * n
		here, other := of[events[i]], of[events[(i+1+(k%times)*len(events)/(times+1))%len(events)]]
		to := namesIn(here[0].Headline + " . " + here[0].Text)
		if len(to) == 0 {
			continue
		}
		as := map[string]string{}
		for _, a := range other[:min(len(other), 2)] {
			for _, name := range namesIn(a.Headline + " . " + a.Text) {
				if as[name] == "" {
					as[name] = to[len(as)%len(to)]
				}
			}
			rename := func(text string) string {
				return word.ReplaceAllStringFunc(text, func(w string) string {
					if to := as[w]; to != "" {
						return to
					}
					return w
				})
			}
			b := here[0]
			b.draft = nil
			b.ID, b.Event = "namesake/"+events[i]+"/"+a.ID, "namesake/"+events[i]+"/"+a.Event
			b.Headline, b.Text = rename(a.Headline), rename(a.Text)
			out.Articles = append(out.Articles, b)
		}
	}
	return out
}

// namesIn returns the capitalised words of more than three letters, but those
// that stand in small letters too, the most frequent first.
func namesIn(text string) []string {
	counts := map[string]int{}
	var names []string
	for _, w := range word.FindAllString(text, -1) {
		if counts[w]++; counts[w] == 1 {
			names = append(names, w)
		}
	}
	names = slices.DeleteFunc(names, func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(first) || len(w) <= 3 || counts[strings.ToLower(w)] > 0
	})
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	return names
}

// Digested returns the articles with, after every nth, a digest: the beginnings
// of six articles of here and there.
func (s Set) Digested(n int) Set {
	out := Set{Name: s.Name + " digested"}
	for i, a := range s.Articles {
		out.Articles = append(out.Articles, a)
		if i%n != 0 {
			continue
		}
		var text []string
		for k := range 6 {
			words := strings.Fields(s.Articles[(i+k*len(s.Articles)/6)%len(s.Articles)].Text)
			text = append(text, strings.Join(words[:min(len(words), 45)], " "))
		}
		a.draft = nil
		a.ID, a.Event = "digest/"+a.ID, "digest/"+a.ID
		a.Text = strings.Join(text, "\n\n")
		out.Articles = append(out.Articles, a)
	}
	return out
}

// Instalments returns the articles with, after every nth that holds three
// numbers or more, one that differs in its numbers alone: the next day's prices.
func (s Set) Instalments(n int, seed uint64) Set {
	out := Set{Name: s.Name + " instalments"}
	for i, a := range s.Articles {
		out.Articles = append(out.Articles, a)
		if i%n != 0 || len(number.FindAllString(a.Text, 4)) < 3 {
			continue
		}
		replace := func(text string) string {
			return number.ReplaceAllStringFunc(text, func(w string) string {
				return counterfeit(w, strconv.FormatUint(seed, 10)+a.ID)
			})
		}
		b := a
		b.draft = nil
		b.ID, b.Event = "instalment/"+a.ID, "instalment/"+a.ID
		b.Headline, b.Text = replace(a.Headline), replace(a.Text)
		out.Articles = append(out.Articles, b)
	}
	return out
}

var number = regexp.MustCompile(`[0-9]+`)

var word = regexp.MustCompile(`[\p{L}\p{N}]+`)

// counterfeit replaces capitalised words, numbers and one long word in five.
func counterfeit(text, salt string) string {
	return word.ReplaceAllStringFunc(text, func(w string) string {
		h := fnv.New64a()
		h.Write([]byte(salt + strings.ToLower(w)))
		v := h.Sum64()
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsDigit(first):
			return strconv.FormatUint(1+v%(3*uint64(len(w))*uint64(len(w))*uint64(len(w))), 10)
		case unicode.IsUpper(first) && len(w) > 3:
			return "K" + invented(v)
		case len(w) > 5 && v%5 == 0:
			return invented(v)
		}
		return w
	})
}

func invented(v uint64) string {
	var b strings.Builder
	for range 3 {
		b.WriteByte("bdfgklmnprstvz"[v%14])
		b.WriteByte("aeiou"[v/14%5])
		v /= 70
	}
	return b.String()
}

func (s Set) mapped(name string, change func(*Article)) Set {
	out := Set{Name: s.Name + name, Articles: append([]Article(nil), s.Articles...)}
	for i := range out.Articles {
		change(&out.Articles[i])
		out.Articles[i].draft = nil
	}
	return out
}

// Joined returns the articles of all sets, one set after another, with ids and
// events kept apart.
func Joined(name string, sets ...Set) Set {
	out := Set{Name: name}
	for _, s := range sets {
		for _, a := range s.Articles {
			a.draft = nil
			a.ID, a.Event = s.Name+"/"+a.ID, s.Name+"/"+a.Event
			out.Articles = append(out.Articles, a)
		}
	}
	return out
}
