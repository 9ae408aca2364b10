// Package labelled reads articles that people have sorted into events, makes
// other streams of them (streams.go) and scores a desk on them. An article comes
// to the desk as the newsroom brings it, with what reading finds in it. The data
// stand outside the project.
package labelled

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"coranto"
	"coranto/desk/story"
	"coranto/newsroom"
	"coranto/reading"
	"coranto/reading/entity"
)

// Article is one line of a labelled set.
type Article struct {
	ID, Event                 string
	Headline, Text            string
	Language, Date, Publisher string
	draft                     *story.Draft
}

// Draft returns the article read and prepared, the same each time.
func (a *Article) Draft() *story.Draft {
	if a.draft == nil {
		read := coranto.Article{
			ID: a.ID, Kind: coranto.Report, Headline: a.Headline, Text: a.Text, Language: a.Language,
			Publisher: coranto.Byline{Name: a.Publisher},
		}
		if a.Date != "" {
			read.Published = &coranto.Dating{From: a.Date, To: a.Date}
		}
		reading.Annotate(&read, entity.Builtin())
		a.draft = story.Prepare(newsroom.Item(read, entity.Builtin()))
	}
	return a.draft
}

// Prepare prepares all articles, on all cores.
func (s Set) Prepare() {
	var wg sync.WaitGroup
	next := make(chan *Article)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for a := range next {
				a.Draft()
			}
		})
	}
	for i := range s.Articles {
		next <- &s.Articles[i]
	}
	close(next)
	wg.Wait()
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
		set.Articles = append(set.Articles, Article{
			ID: r.ID, Event: r.Event, Headline: r.Title, Text: r.Text, Language: r.Lang, Publisher: r.Source, Date: r.Date,
		})
	}
	return set, lines.Err()
}

// Invented reads a stream that bench/stories wrote into DIR.
func Invented(dir string) (Set, error) {
	set, err := Read(dir, "articles")
	if err != nil {
		return Set{}, err
	}
	truth, err := Read(dir, "truth")
	if err != nil {
		return Set{}, err
	}
	for i := range set.Articles {
		set.Articles[i].Event = truth.Articles[i].Event
	}
	set.Name = "invented"
	return set, nil
}

// Score is BCubed precision, recall and F1 (Bagga and Baldwin 1998).
type Score struct{ P, R, F1 float64 }

// Decide streams a set through a new desk and returns the stories in which its
// articles are in the end, in the order of the articles.
func Decide(s Set, o story.Options) []string {
	d := story.New(o)
	kept := NewKept()
	for i := range s.Articles {
		kept.File(s.Articles[i].ID, d.Decide(s.Articles[i].Draft()))
	}
	got := make([]string, len(s.Articles))
	for i, a := range s.Articles {
		got[i] = kept.Of[a.ID]
	}
	return got
}

// Kept is what an archive keeps of decisions: who is in which story.
type Kept struct {
	Of map[string]string   // story, by article
	In map[string][]string // articles, by story
}

// NewKept returns one that keeps nothing yet.
func NewKept() *Kept { return &Kept{map[string]string{}, map[string][]string{}} }

// File keeps a decision.
func (k *Kept) File(id string, dec story.Decision) {
	for _, r := range dec.Merges {
		for _, id := range slices.Clone(k.In[r.From]) {
			k.put(id, r.To)
		}
	}
	for _, m := range dec.Moves {
		k.put(m.Article, m.Story)
	}
	k.put(id, dec.Story)
}

func (k *Kept) put(id, story string) {
	if was, met := k.Of[id]; met {
		k.In[was] = slices.DeleteFunc(k.In[was], func(other string) bool { return other == id })
	}
	k.Of[id] = story
	k.In[story] = append(k.In[story], id)
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
