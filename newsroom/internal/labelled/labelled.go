// Package labelled reads articles that people have sorted into events, and
// scores a desk on them. The data stand outside the project.
package labelled

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto/desk/story"
)

// Article is one line of a labelled set.
type Article struct {
	story.Item
	Event string
	draft *story.Draft
}

// Draft returns the article prepared, the same each time.
func (a *Article) Draft() *story.Draft {
	if a.draft == nil {
		a.draft = story.Prepare(a.Item)
	}
	return a.draft
}

// Set is a stream of articles in order of arrival.
type Set struct {
	Name     string
	Articles []Article
}

// Files are the sets, by the names under which they are known: AllSides
// round-ups, ECB+, the UCI news aggregator, MEANTIME.
var Files = []string{"allsides_older", "ecbplus_t28-35", "uci_headlines_a", "meantime_airbus_gm"}

// Training is the set that lexical models may be made from.
const Training = "train/ecbplus_t1-27"

// Read reads DIR/NAME.jsonl.
func Read(dir, name string) (Set, error) {
	path := filepath.Join(dir, name+".jsonl")
	b, err := os.ReadFile(path)
	if err != nil {
		return Set{}, fmt.Errorf("labelled set %s: %w; give its folder with -data", name, err)
	}
	set := Set{Name: filepath.Base(name)}
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r struct{ ID, Date, Source, Lang, Title, Text, Event string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return Set{}, fmt.Errorf("labelled set %s: %w", path, err)
		}
		set.Articles = append(set.Articles, Article{story.Item{
			ID: r.ID, Headline: r.Title, Text: r.Text, Language: r.Lang, Publisher: r.Source, From: r.Date, To: r.Date,
		}, r.Event, nil})
	}
	return set, lines.Err()
}

// Shuffled returns the articles in another order.
func (s Set) Shuffled(seed uint64) Set {
	out := Set{Name: s.Name + " shuffled", Articles: append([]Article(nil), s.Articles...)}
	r := rand.New(rand.NewPCG(seed, seed))
	r.Shuffle(len(out.Articles), func(i, j int) { out.Articles[i], out.Articles[j] = out.Articles[j], out.Articles[i] })
	return out
}

// Undated returns the articles without their dates.
func (s Set) Undated() Set {
	return s.mapped(" undated", func(a *Article) { a.From, a.To = "", "" })
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

// Score is BCubed precision, recall and F1 (Bagga and Baldwin 1998).
type Score struct{ P, R, F1 float64 }

// Decide streams a set through a new desk and returns the stories it gave, in
// the order of the articles.
func Decide(s Set, o story.Options) []string {
	d := story.New(o)
	got := make([]string, len(s.Articles))
	for i := range s.Articles {
		got[i] = d.Decide(s.Articles[i].Draft()).Story
	}
	return got
}

// BCubed scores the stories given to the articles of a set.
func BCubed(s Set, got []string) Score {
	pred, gold, both := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for i, a := range s.Articles {
		pred[got[i]]++
		gold[a.Event]++
		both[[2]string{got[i], a.Event}]++
	}
	var sc Score
	for i, a := range s.Articles {
		b := float64(both[[2]string{got[i], a.Event}])
		sc.P += b / float64(pred[got[i]])
		sc.R += b / float64(gold[a.Event])
	}
	n := float64(len(s.Articles))
	sc.P, sc.R = sc.P/n, sc.R/n
	sc.F1 = 2 * sc.P * sc.R / (sc.P + sc.R)
	return sc
}
