// Package stream invents a stream of news of any size: events told by many
// publishers in other words, each with its known story. The same seed gives the
// same stream, and a longer stream begins as a shorter one.
//
// What happens in it: copies (an agency's text reprinted, shortened, under
// another headline), meetings that are announced, moved, held or cancelled,
// tolls that grow and differ by source, articles that arrive late, and noise
// (dates of 1970, of 2090 and none, 200 articles glued to one, a publisher that
// prints one word, one article under a hundred addresses).
package stream

import (
	"container/heap"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"time"
)

// Article is a line as `coranto import` takes it.
type Article struct {
	ID     string `json:"id"`
	URL    string `json:"url"`
	Date   string `json:"date,omitempty"`
	Source string `json:"source"`
	Lang   string `json:"lang"`
	Title  string `json:"title"`
	Text   string `json:"text"`
}

// Truth is what is known of an article.
type Truth struct {
	ID          string       `json:"id"`
	Event       string       `json:"event"`     // its story; of a digest and of a single word its own
	Storyline   string       `json:"storyline"` // the meeting from announcement to outcome, else the event
	Kind        string       `json:"kind"`      // report, copy, digest, word
	CopyOf      string       `json:"copy_of"`   // the article that it copies, or ""
	Happened    string       `json:"happened"`  // the event's day
	Figures     []Figure     `json:"figures"`
	Appointment *Appointment `json:"appointment"` // nil where none is told
}

// Figure is a number that an article gives.
type Figure struct {
	What  string `json:"what"`
	Value int    `json:"value"`
	By    string `json:"by"` // who gives it, or ""
}

// Appointment is a meeting as an article tells of it.
type Appointment struct {
	Who    []string `json:"who"`
	Where  string   `json:"where"`
	Day    string   `json:"day"`    // for which it is promised, or on which it was held
	Status string   `json:"status"` // announced, postponed, cancelled, happened
}

// Item is an article with its truth.
type Item struct {
	Article Article
	Truth   Truth
}

// Options of a stream. The zero value is good.
type Options struct {
	Seed   uint64
	PerDay int       // events that begin in a day; 0: 60
	Start  time.Time // zero: 2027-01-01
	Clean  bool      // without noise
}

// New returns a stream without end, in order of arrival.
func New(o Options) iter.Seq[Item] {
	if o.PerDay == 0 {
		o.PerDay = 60
	}
	if o.Start.IsZero() {
		o.Start = time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return func(yield func(Item) bool) {
		s := &stream{Options: o, world: newWorld(o.Seed)}
		for day := 0; ; day++ {
			for n := range o.PerDay {
				s.begin(day, n)
			}
			until := o.Start.AddDate(0, 0, day+1)
			for len(s.pending) > 0 && s.pending[0].arrives.Before(until) {
				if !yield(heap.Pop(&s.pending).(arrival).Item) {
					return
				}
			}
		}
	}
}

type stream struct {
	Options
	world   *world
	pending queue
	count   int
}

// arrival is an article on its way.
type arrival struct {
	Item
	arrives time.Time
	n       int // order of making, for those that arrive together
}

type queue []arrival

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, k int) bool {
	if !q[i].arrives.Equal(q[k].arrives) {
		return q[i].arrives.Before(q[k].arrives)
	}
	return q[i].n < q[k].n
}
func (q queue) Swap(i, k int) { q[i], q[k] = q[k], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(arrival)) }
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

// begin makes the nth event of a day, with all that will be printed of it.
func (s *stream) begin(day, n int) {
	number := uint64(day)<<20 | uint64(n)
	r := rand.New(rand.NewPCG(s.Seed, number))
	at := s.Start.AddDate(0, 0, day).Add(time.Duration(r.IntN(24*60)) * time.Minute)
	id := fmt.Sprintf("%d-%d", day, n)
	if r.IntN(6) == 0 {
		s.meeting(r, id, at)
	} else {
		s.tell(r, newEvent(r, s.world, id, at), tellers(r))
	}
	if s.Clean {
		return
	}
	switch r.IntN(150) {
	case 0:
		s.glued(r, id, at)
	case 1:
		s.word(r, id, at)
	}
}

// tellers draws how many tell of an event: most are told once or twice, a few
// by hundreds.
func tellers(r *rand.Rand) int {
	return min(300, 1+int(math.Pow(r.Float64(), -0.9)-1+2*r.Float64()))
}

// tell lets n publishers print an event over the following days.
func (s *stream) tell(r *rand.Rand, e *event, n int) {
	var wire *Item
	for i := range n {
		delay := time.Duration(r.ExpFloat64() * float64(14*time.Hour))
		p := &s.world.publishers[zipf(r, publisherCount-1)]
		if i == 0 && n > 2 {
			delay, p = 0, &s.world.agencies[r.IntN(agencyCount)]
		}
		printed := e.at.Add(delay)
		var it Item
		if wire != nil && i < n/2 && r.IntN(3) == 0 {
			it = copied(r, *wire, p)
		} else {
			it = e.article(r, p, printed)
		}
		it.Article.ID = fmt.Sprintf("%s-%d", e.id, i)
		it.Article.URL = fmt.Sprintf("https://%s.example/%s/%d", slug(p.name), e.id, i)
		it.Truth.ID = it.Article.ID
		it.Article.Source, it.Article.Lang = p.name, "en"
		it.Article.Date = printed.Format(time.RFC3339)
		arrives := printed.Add(time.Duration(r.ExpFloat64() * float64(time.Hour)))
		if r.IntN(100) == 0 {
			arrives = arrives.AddDate(0, 0, 5+r.IntN(40))
		}
		if p.agency {
			kept := it
			wire = &kept
		}
		if !s.Clean {
			s.disturb(r, &it, arrives)
		}
		s.push(it, arrives)
	}
}

func (s *stream) push(it Item, arrives time.Time) {
	if it.Truth.Figures == nil {
		it.Truth.Figures = []Figure{}
	}
	s.count++
	heap.Push(&s.pending, arrival{it, arrives, s.count})
}

// disturb gives some articles a date that cannot be, or a hundred addresses.
func (s *stream) disturb(r *rand.Rand, it *Item, arrives time.Time) {
	switch r.IntN(400) {
	case 0:
		it.Article.Date = "1970-01-01T00:00:00Z"
	case 1:
		it.Article.Date = "2090-12-31T00:00:00Z"
	case 2, 3, 4, 5:
		it.Article.Date = ""
	case 6:
		if r.IntN(20) > 0 {
			return
		}
		for i := range 99 {
			again := *it
			again.Article.ID = fmt.Sprintf("%s-again-%d", it.Article.ID, i)
			again.Article.URL = fmt.Sprintf("%s?ref=%d", it.Article.URL, i)
			again.Truth.ID, again.Truth.Kind, again.Truth.CopyOf = again.Article.ID, "copy", it.Article.ID
			s.push(again, arrives.Add(time.Duration(i+1)*time.Second))
		}
	}
}

// glued is 200 articles of other events in one.
func (s *stream) glued(r *rand.Rand, id string, at time.Time) {
	var text string
	for i := range 200 {
		other := newEvent(r, s.world, fmt.Sprintf("%s-glued-%d", id, i), at)
		text += other.article(r, &s.world.publishers[0], at).Article.Text + "\n\n"
	}
	it := Item{Article: Article{ID: id + "-glued", Date: at.Format(time.RFC3339), Source: s.world.publishers[0].name, Lang: "en", Title: "All that happened", Text: text}}
	it.Article.URL = "https://" + slug(it.Article.Source) + ".example/" + it.Article.ID
	it.Truth = Truth{ID: it.Article.ID, Event: it.Article.ID, Storyline: it.Article.ID, Kind: "digest", Happened: at.Format(time.DateOnly)}
	s.push(it, at)
}

// word is what the publisher that prints one word prints.
func (s *stream) word(r *rand.Rand, id string, at time.Time) {
	p := s.world.publishers[publisherCount-1]
	it := Item{Article: Article{ID: id + "-word", Date: at.Format(time.RFC3339), Source: p.name, Lang: "en", Title: pick(r, "Update", "Breaking", "Video", "Live")}}
	it.Article.URL = "https://" + slug(p.name) + ".example/" + it.Article.ID
	it.Truth = Truth{ID: it.Article.ID, Event: it.Article.ID, Storyline: it.Article.ID, Kind: "word", Happened: at.Format(time.DateOnly)}
	s.push(it, at)
}
