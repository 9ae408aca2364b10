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

// shownChanges is how many tolls that changed stand beside the news.
const shownChanges = 6

// Front is a front page: page 1, or an older one.
type Front struct {
	Page, Pages int
	Lead        *Item    // nil only when the desk is empty, and on older pages
	Seconds     []Item   // the next in weight
	Days        []Edge   // everything else, newest day first
	Changed     []Series // tolls that changed, the latest first
	Soon        []Coming // what is due today and this week, and what was due just now
	Voices      []Voice
	Press       []PressCount // who prints what stands on this page, most first
}

// Column tells whether voices and publishers fill a column beside the news: a
// column that is nearly empty is none.
func (f *Front) Column() bool {
	return f.Lead != nil && 3*len(f.Voices)+2*len(f.Changed)+2*len(f.Soon)+len(f.Press) >= 8
}

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
	New      int    // articles that came in since the last visit
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

// Front returns a front page, from 1. A page beyond the last is NotFound. What
// came in after since counts as new; the zero time means that nothing does.
//
// The weightiest stories stand large on page 1 and nowhere else; all others
// follow by day, newest first.
func (e *Edition) Front(ctx context.Context, page int, since time.Time) (*Front, error) {
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
	large, err := e.weightiest(ctx)
	if err != nil {
		return nil, err
	}
	front := &Front{Page: page, Pages: pages}
	if page == 1 {
		if err := e.fillTop(ctx, front, large, stories, since); err != nil {
			return nil, err
		}
		front.Press = e.pressCounts(append(large, stories...))
	}
	for _, s := range stories {
		if !slices.ContainsFunc(large, func(l coranto.Story) bool { return l.ID == s.ID }) {
			front.add(e.item(s, since), e.dayOf(s))
		}
	}
	return front, nil
}

// fillTop puts the weightiest stories at the head of the page, the voices heard
// in them beside it, and the tolls that changed in the page's stories.
func (e *Edition) fillTop(ctx context.Context, front *Front, large, stories []coranto.Story, since time.Time) error {
	m := e.newMarks()
	var faces []*archive.Kept
	for i, s := range large {
		item, kept, err := e.large(ctx, m, s, since)
		if err != nil {
			return err
		}
		if kept != nil {
			faces = append(faces, kept)
		}
		if i == 0 {
			item.Others = e.others(s.Articles)
			front.Lead = &item
		} else {
			front.Seconds = append(front.Seconds, item)
		}
	}
	heard := m.claims(faces)
	front.Voices = lately(heard.voices(m))
	var err error
	page := slices.DeleteFunc(slices.Clone(stories), func(s coranto.Story) bool {
		return slices.ContainsFunc(large, func(l coranto.Story) bool { return l.ID == s.ID })
	})
	if front.Changed, err = e.changed(ctx, m, append(slices.Clone(large), page...), shownChanges); err != nil {
		return err
	}
	front.Soon, err = m.soon(ctx)
	return err
}

// weighed is how many of the newest stories, and of the newest told more than
// once, are weighed for the head of the page.
const weighed = 150

// weightiest returns the stories that stand large, heaviest first. Weight is the
// number of publishers whose articles are no wire copies, less one half, so that
// a second publisher counts for more than a third; it halves with every two days
// that a story is older than the newest. An undated one counts as two weeks old.
func (e *Edition) weightiest(ctx context.Context) ([]coranto.Story, error) {
	stories, err := e.archive.Stories(ctx, archive.StoryQuery{Limit: PageSize})
	if err != nil {
		return nil, err
	}
	shared, err := e.archive.Stories(ctx, archive.StoryQuery{Limit: weighed, MinArticles: 2})
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	var latest time.Time
	for _, s := range stories {
		known[s.ID] = true
		if t := instant(s.To); t.After(latest) {
			latest = t
		}
	}
	for _, s := range shared {
		if !known[s.ID] {
			stories = append(stories, s)
		}
	}
	weight := map[string]float64{}
	for _, s := range stories {
		weight[s.ID] = e.weight(s, latest)
	}
	slices.SortStableFunc(stories, func(a, b coranto.Story) int { return cmp.Compare(weight[b.ID], weight[a.ID]) })
	return stories[:min(len(stories), 1+seconds)], nil
}

func (e *Edition) weight(s coranto.Story, latest time.Time) float64 {
	var own []coranto.Head
	for _, h := range s.Articles {
		if h.WireOf == "" {
			own = append(own, h)
		}
	}
	age := 14.0 // days
	if t := instant(s.To); !t.IsZero() {
		age = latest.Sub(t).Hours() / 24
	}
	publishers := max(1, reach(own, e.headPress).Publishers)
	return (float64(publishers) - 0.5) * math.Exp2(-age/2)
}

func (e *Edition) item(s coranto.Story, since time.Time) Item {
	from, to, basis := newest(s.Articles)
	item := Item{
		ID:       s.ID,
		Href:     storyHref(s.ID),
		Story:    storyHref(s.ID),
		Headline: firstOf(s.Headline, "(no headline)"),
		Reach:    reach(s.Articles, e.headPress),
		When:     When(from, to, basis, e.now()),
	}
	if face, ok := e.speaks(s); ok {
		item.Headline, item.Language = face.Headline, face.Language
	}
	if len(s.Articles) == 1 {
		item.Href = articleHref(s.Articles[0].ID)
	}
	for _, h := range s.Articles {
		if !since.IsZero() && h.Accepted.After(since) {
			item.New++
		}
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
func (e *Edition) large(ctx context.Context, m *marks, s coranto.Story, since time.Time) (Item, *archive.Kept, error) {
	item := e.item(s, since)
	face, ok := e.speaks(s)
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

// lately takes one statement of each of a few speakers: one in their own words,
// long enough to say something and short enough to stand whole.
func lately(voices []Voice) []Voice {
	var list []Voice
	for _, v := range voices {
		i := slices.IndexFunc(v.Said, func(s Said) bool { return !s.Reported && len(s.Text) >= 40 && len(s.Text) <= 240 })
		if i >= 0 && len(list) < 5 {
			list = append(list, Voice{v.Speaker, v.Role, v.Said[i : i+1]})
		}
	}
	return list
}

func (e *Edition) dayOf(s coranto.Story) string {
	t, _ := parsePrinted(s.To)
	switch {
	case day(s.To) == "":
		return "Undated"
	case sameDay(t.Time, e.now()):
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

// pressCounts counts each story once, also one given twice.
func (e *Edition) pressCounts(stories []coranto.Story) []PressCount {
	var list []PressCount
	place, counted := map[string]int{}, map[string]bool{}
	for _, s := range stories {
		if counted[s.ID] {
			continue
		}
		counted[s.ID] = true
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
	return list[:min(len(list), 9)]
}
