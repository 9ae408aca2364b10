package edition

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"coranto"
	"coranto/archive"
)

// PageSize is how many stories one front page holds.
const PageSize = 36

// seconds is how many stories stand large below the lead.
const seconds = 6

// Front is a front page: page 1, or an older one.
type Front struct {
	Page, Pages int
	Lead        *Item  // nil only when the desk is empty, and on older pages
	Seconds     []Item // the next in weight
	Days        []Edge // everything else, newest day first
	Voices      []Voice
	Press       []PressCount // who prints what stands on this page, most first
}

// Column tells whether voices and publishers fill a column beside the news: a
// column that is nearly empty is none.
func (f *Front) Column() bool { return f.Lead != nil && 3*len(f.Voices)+len(f.Press) >= 8 }

// Item is a story on the front page.
type Item struct {
	ID       string
	Href     string // of the story; of a story's only article
	Story    string // address of the story
	Headline string
	Language string
	Opening  Line
	Reach    Reach
	Press    []Press // distinct, in order of time, first few
	When     Stamp
	Others   []Told // how other publishers head it, for the lead
}

// Edge is the stories of one day, headlines only.
type Edge struct {
	Date  string // "Friday 21 November", or "Undated"
	Items []Item
}

// PressCount is a publisher with the number of its articles.
type PressCount struct {
	Press    Press
	Articles int
}

// Front returns a front page, from 1. A page beyond the last is NotFound.
//
// The archive gives stories newest first. Of a page's stories the weightiest
// stand large: weight is the number of publishers whose articles are no wire
// copies, halved for every two days that a story is older than the page's
// newest; an undated one counts as two weeks old. The rest follow by day.
func (e *Edition) Front(ctx context.Context, page int) (*Front, error) {
	counts, err := e.archive.Counts(ctx)
	if err != nil {
		return nil, err
	}
	pages := max(1, (counts.Stories+PageSize-1)/PageSize)
	if page < 1 || page > pages {
		return nil, coranto.Errorf(coranto.NotFound, "open", "front page", "go to the newest page",
			"there are pages 1 to %d", pages)
	}
	stories, err := e.archive.Stories(ctx, archive.StoryQuery{Limit: PageSize, Offset: (page - 1) * PageSize})
	if err != nil {
		return nil, err
	}
	front := &Front{Page: page, Pages: pages, Press: e.pressCounts(stories)}
	large := weightiest(stories, e.headPress)
	if page > 1 {
		large = nil
	}
	m := e.newMarks()
	var faces []*archive.Kept
	for i, at := range large {
		item, kept, err := e.large(ctx, m, stories[at])
		if err != nil {
			return nil, err
		}
		if kept != nil {
			faces = append(faces, kept)
		}
		if i == 0 {
			item.Others = e.others(stories[at].Articles)
			front.Lead = &item
		} else {
			front.Seconds = append(front.Seconds, item)
		}
	}
	front.Voices = lately(m.voices(faces))
	for i, s := range stories {
		if !slices.Contains(large, i) {
			front.add(e.item(s), e.dayOf(s))
		}
	}
	return front, nil
}

// weightiest returns the indices of the stories that stand large, heaviest
// first. A page of few stories keeps some of them for its days.
func weightiest(stories []coranto.Story, press func(coranto.Head) Press) []int {
	var latest time.Time
	for _, s := range stories {
		if t := instant(s.To); t.After(latest) {
			latest = t
		}
	}
	weight := make([]float64, len(stories))
	order := make([]int, len(stories))
	for i, s := range stories {
		order[i] = i
		var own []coranto.Head
		for _, h := range s.Articles {
			if h.WireOf == "" {
				own = append(own, h)
			}
		}
		age := 14.0
		if t := instant(s.To); !t.IsZero() {
			age = latest.Sub(t).Hours() / 24
		}
		weight[i] = float64(max(1, reach(own, press).Publishers)) * math.Exp2(-age/2)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	return order[:min(len(order), 1+seconds)]
}

func (e *Edition) item(s coranto.Story) Item {
	from, to, basis := newest(s.Articles)
	item := Item{
		ID:       s.ID,
		Href:     storyHref(s.ID),
		Story:    storyHref(s.ID),
		Headline: firstOf(s.Headline, "(no headline)"),
		Reach:    reach(s.Articles, e.headPress),
		When:     When(from, to, basis, e.now()),
	}
	if face, ok := e.Face(s.Articles); ok {
		item.Headline, item.Language = face.Headline, face.Language
	}
	if len(s.Articles) == 1 {
		item.Href = articleHref(s.Articles[0].ID)
	}
	seen := map[string]bool{}
	for _, i := range byTime(s.Articles) {
		p := e.headPress(s.Articles[i])
		if len(item.Press) < 4 && !seen[p.Name] {
			seen[p.Name] = true
			item.Press = append(item.Press, p)
		}
	}
	return item
}

// large is an item with its opening sentence, and the article that it is from.
func (e *Edition) large(ctx context.Context, m *marks, s coranto.Story) (Item, *archive.Kept, error) {
	item := e.item(s)
	face, ok := e.Face(s.Articles)
	if !ok {
		return item, nil, nil
	}
	kept, err := e.archive.Article(ctx, face.ID, 0)
	if err != nil {
		return Item{}, nil, err
	}
	item.Opening = m.opening(&kept)
	return item, &kept, nil
}

// others lists how publishers other than the one that speaks for a story head
// it, each once, newest first, without wire copies: one or two, or whole rows of
// three.
func (e *Edition) others(heads []coranto.Head) []Told {
	face, _ := e.Face(heads)
	headlines := map[string]bool{"": true, sameWords(face.Headline): true}
	publishers := map[string]bool{e.headPress(face).key(): true, "": false}
	var list []Told
	for _, i := range slices.Backward(byTime(heads)) {
		h := heads[i]
		words, publisher := sameWords(h.Headline), e.headPress(h).key()
		if h.WireOf != "" || headlines[words] || publisher != "" && publishers[publisher] {
			continue
		}
		headlines[words], publishers[publisher] = true, true
		list = append(list, e.told(h))
	}
	if len(list) > 3 {
		list = list[:min(len(list)/3*3, 6)]
	}
	return list
}

// lately takes one statement of each of a few speakers.
func lately(voices []Voice) []Voice {
	voices = voices[:min(len(voices), 6)]
	for i := range voices {
		voices[i].Said = voices[i].Said[:1]
		voices[i].Said[0].Text = cut(voices[i].Said[0].Text, 220)
	}
	return voices
}

func (e *Edition) dayOf(s coranto.Story) string {
	t, layout := parsePrinted(s.To)
	switch {
	case layout != time.RFC3339 && layout != time.DateOnly:
		return "Undated"
	case sameDay(t, e.now()):
		return "Today"
	case t.Year() == e.now().Year():
		return t.Format("Monday 2 January")
	default:
		return t.Format("Monday 2 January 2006")
	}
}

func (f *Front) add(item Item, date string) {
	if n := len(f.Days); n == 0 || f.Days[n-1].Date != date {
		f.Days = append(f.Days, Edge{Date: date})
	}
	if item.When.Plain { // the day stands above
		item.When = Stamp{}
	}
	last := &f.Days[len(f.Days)-1]
	last.Items = append(last.Items, item)
}

func (e *Edition) pressCounts(stories []coranto.Story) []PressCount {
	var list []PressCount
	place := map[string]int{}
	for _, s := range stories {
		for _, h := range s.Articles {
			p := e.headPress(h)
			k := p.key()
			if k == "" {
				continue
			}
			i, ok := place[k]
			if !ok {
				i = len(list)
				place[k] = i
				list = append(list, PressCount{Press: p})
			}
			list[i].Articles++
		}
	}
	slices.SortStableFunc(list, func(a, b PressCount) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Press.Name, b.Press.Name))
	})
	return list[:min(len(list), 12)]
}
