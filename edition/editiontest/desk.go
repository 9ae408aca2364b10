// Package editiontest holds a small desk in memory, of invented articles by
// invented publishers, for tests of what readers see.
package editiontest

import (
	"context"
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/reading/lang"
)

// Now is the moment at which the desk's articles are fresh.
var Now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.FixedZone("", 3600))

// deskText holds the articles: "== ID", fields, an empty line, the text. In the
// text {s Speaker|role|"words"} is a statement, {d VALUE|words} a date, and
// {f what|value|bound|unit|who gives it|words} a figure, {v kind|by|words} a caveat,
// {m what|who;who|where|date|status|words} an appointment,
// {p NAME|words}, {c ...}, {l ...}, {o ...} name a person, a state, a place and
// an organisation.
//
//go:embed desk.txt
var deskText string

// Desk is an archive in memory. Its fields may be changed before it is asked.
type Desk struct {
	Kept    map[string][]archive.Kept // by article id, oldest version first
	Order   []string                  // article ids as filed
	Failed  []archive.Outcome
	Feeds   []coranto.Source
	Pages   map[string]coranto.Page
	ByHand  []coranto.Correction
	Moved   []coranto.Arrangement
	Failing error // when set, every question is answered by it
}

// New returns the sample articles as a desk.
func New() *Desk {
	d := &Desk{Kept: map[string][]archive.Kept{}, Pages: map[string]coranto.Page{}}
	for _, part := range strings.Split(deskText, "== ")[1:] {
		d.Add(parse(part))
	}
	first := d.Kept["flood-1"][0]
	first.Article.Headline = "Death toll in Lower Ister floods rises to seventeen"
	first.Article.Text = strings.Replace(first.Article.Text, "nineteen", "seventeen", 1)
	first.Article.Text = strings.Replace(first.Article.Text, " The water is expected to fall from Monday.", " Two bridges are closed, and the water is still rising, he said.", 1)
	first.Article.Figures = slices.Clone(first.Article.Figures)
	first.Article.Figures[0].Value = 17
	first.Article.Figures[0].End++ // "seventeen" is longer by a letter
	read(&first.Article)
	second := d.Kept["flood-1"][0]
	first.Version, second.Version = 1, 2
	first.Accepted = Now.Add(-3 * time.Hour)
	versions := []archive.Version{{V: 1, Headline: first.Article.Headline, Accepted: first.Accepted}, {V: 2, Headline: second.Article.Headline, Accepted: second.Accepted}}
	first.Versions, second.Versions = versions, versions
	d.Kept["flood-1"] = []archive.Kept{first, second}
	d.Feeds = []coranto.Source{
		{ID: "f1", URL: "https://courier.example/feed.xml", Kind: "feed", Title: "The Velmark Courier", Checked: Now.Add(-12 * time.Minute), Due: Now.Add(18 * time.Minute)},
		{ID: "f2", URL: "https://matin.example/rss", Kind: "feed", Title: "Le Matin d'Ostrana", Checked: Now.Add(-2 * time.Hour), Due: Now.Add(time.Hour), Failures: 3, LastError: "the server answered 503"},
		{ID: "f3", URL: "https://tidende.example/feed", Kind: "feed", Title: "Nordhaven Tidende"},
	}
	d.Failed = []archive.Outcome{
		{Seq: 31, Name: "inbox/november/bulletin-1911.html.gz", Status: archive.Failed, Kind: coranto.Damaged, Why: "the gzip stream ends too early", Hint: "fetch the file again"},
		{Seq: 33, Name: "inbox/november/menu.html", Status: archive.Barren},
		{Name: "inbox/november/photo.jpg", Status: archive.Skipped, Why: "a JPEG picture"},
		{Name: "inbox/private.txt", Status: archive.Failed, Kind: coranto.Unreadable, Why: "permission denied", Hint: "give read permission and import it again"},
	}
	return d
}

// Add files an article with its place.
func (d *Desk) Add(k archive.Kept) {
	k.Version = 1
	k.Accepted = Now.Add(-90 * time.Minute)
	k.Page = "page-" + k.Article.ID
	k.Article.Page = k.Article.ID + ".html"
	k.Article.N = 1
	k.Versions = []archive.Version{{V: 1, Headline: k.Article.Headline, Accepted: k.Accepted}}
	d.Kept[k.Article.ID] = []archive.Kept{k}
	d.Order = append(d.Order, k.Article.ID)
	d.Pages[k.Page] = coranto.Page{Name: k.Article.Page, URL: k.Article.URL, Form: coranto.HTML, MediaType: "text/html; charset=utf-8",
		Body: []byte("<!doctype html>\n<title>" + k.Article.Headline + "</title>\n<script>alert(1)</script>\n")}
}

// Names knows some of the desk's publishers.
type Names struct{}

var known = []coranto.Publisher{
	{Name: "Karsian News Agency", Domain: "kna.example", Country: "KS", Kind: "agency", Owner: "Ministry of Information", StateOwned: "yes"},
	{Name: "The Velmark Courier", Domain: "courier.example", Country: "VM", Kind: "newspaper", Owner: "Courier Trust", StateOwned: "no"},
	{Name: "Sarovia Today", Domain: "sarovia-today.example", Country: "SV", Kind: "newspaper", StateOwned: "no"},
	{Name: "The Port Sell Observer", Domain: "observer.example", Country: "VM", Kind: "newspaper"},
	{Name: "Radio Karsia", Domain: "radio-karsia.example", Country: "KS", Kind: "broadcaster", StateOwned: "yes"},
	{Name: "Le Matin d'Ostrana", Domain: "matin.example", Country: "OS", Kind: "newspaper"},
	{Name: "صوت الساحل", Domain: "sahel.example", Country: "SH"},
}

func (Names) Publisher(name, domain string) (coranto.Publisher, bool) {
	for _, p := range known {
		if p.Domain == domain || p.Name == name {
			return p, true
		}
	}
	return coranto.Publisher{}, false
}

func (Names) StateOf(name string) string {
	return map[string]string{"Dessa Orlin": "Karsia", "Tomas Hale": "Velmark", "Halma": "Karsia", "Port Sell": "Velmark"}[name]
}

func parse(part string) archive.Kept {
	id, rest, _ := strings.Cut(part, "\n")
	fields, body, _ := strings.Cut(rest, "\n\n")
	k := archive.Kept{}
	a := &k.Article
	a.ID, a.Kind, a.Language = id, coranto.Report, "en"
	damaged := ""
	for line := range strings.Lines(fields) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		parts := append(strings.Split(value, " | "), "", "")
		switch key {
		case "story":
			k.Story = value
		case "wire":
			k.WireOf = value
		case "publisher":
			a.Publisher = coranto.Byline{Name: parts[0], Domain: parts[1]}
		case "date":
			date, basis, _ := strings.Cut(value, " ")
			from, to, found := strings.Cut(date, "..")
			if !found {
				to = from
			}
			a.Published = &coranto.Dating{From: from, To: to, Basis: coranto.Basis(basis)}
		case "lang":
			a.Language = value
		case "dateline":
			a.Dateline = value
		case "kind":
			a.Kind = coranto.ArticleKind(value)
		case "headline":
			a.Headline = value
		case "url":
			a.URL = value
		case "author":
			a.Authors = append(a.Authors, value)
		case "key":
			a.KeyPoints = append(a.KeyPoints, value)
		case "tag":
			a.Tags = append(a.Tags, value)
		case "caption":
			a.Captions = append(a.Captions, coranto.Caption{Text: parts[0], Credit: parts[1], Date: parts[2]})
		case "furniture":
			a.Furniture = append(a.Furniture, coranto.Furniture{Why: parts[0], Text: parts[1]})
		case "damaged":
			damaged = value
		default:
			panic(fmt.Sprintf("editiontest: %s: unknown field %q", id, key))
		}
	}
	a.Text = strings.TrimSpace(body)
	mark(a)
	read(a)
	if i := strings.Index(a.Text, damaged); damaged != "" {
		a.Damaged = []coranto.Span{{Start: i, End: i + len(damaged)}}
	}
	return k
}

var markup = regexp.MustCompile(`\{(\w) ([^{}]*)\}`)

// mark takes the markup out of the text and keeps what it says.
func mark(a *coranto.Article) {
	var b strings.Builder
	entities := map[string]int{}
	types := map[string]coranto.EntityType{"p": coranto.Person, "c": coranto.State, "l": coranto.Place, "o": coranto.Organisation}
	at := 0
	for _, m := range markup.FindAllStringSubmatchIndex(a.Text, -1) {
		b.WriteString(a.Text[at:m[0]])
		at = m[1]
		kind, parts := a.Text[m[2]:m[3]], strings.Split(a.Text[m[4]:m[5]], "|")
		words := parts[len(parts)-1]
		span := coranto.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		switch kind {
		case "s":
			a.Statements = append(a.Statements, coranto.Statement{
				Speaker: parts[0], Role: parts[1], Cue: "said", Mode: coranto.Direct, Text: words, Confidence: 1,
				Start: span.Start, End: span.End, Spans: []coranto.Span{span},
			})
		case "d":
			a.Times = append(a.Times, coranto.Time{Start: span.Start, End: span.End, Type: "DATE", Value: parts[0]})
		case "f":
			value, err := strconv.ParseFloat(parts[1], 64)
			if err != nil {
				panic(err)
			}
			a.Figures = append(a.Figures, coranto.Figure{What: parts[0], Value: value, Bound: parts[2], Unit: parts[3], AttributedTo: parts[4], Confidence: 1, Start: span.Start, End: span.End})
		case "m":
			a.Appointments = append(a.Appointments, coranto.Appointment{What: parts[0], Who: strings.Split(parts[1], ";"), Where: parts[2],
				From: parts[3], To: parts[3], Status: parts[4], Confidence: 1, Start: span.Start, End: span.End})
		case "v":
			a.Caveats = append(a.Caveats, coranto.Caveat{Kind: parts[0], By: parts[1], Start: span.Start, End: span.End})
		default:
			i, ok := entities[parts[0]]
			if !ok {
				i = len(a.Entities)
				entities[parts[0]] = i
				a.Entities = append(a.Entities, coranto.Entity{Name: parts[0], Type: types[kind]})
			}
			a.Entities[i].Mentions = append(a.Entities[i].Mentions, span)
		}
	}
	b.WriteString(a.Text[at:])
	a.Text = b.String()
}

// read finds sentences and crossheads: a paragraph without an end stop.
func read(a *coranto.Article) {
	a.Sentences = lang.Sentences(a.Text)
	a.Crossheads = nil
	for _, p := range strings.Split(a.Text, "\n\n") {
		if !strings.ContainsAny(p[len(p)-1:], ".\"”»…") && !strings.HasSuffix(p, "。") && !strings.HasSuffix(p, "”") {
			a.Crossheads = append(a.Crossheads, p)
		}
	}
}

func notFound(op, subject string) error {
	return coranto.Errorf(coranto.NotFound, op, subject, "", "there is no such thing")
}

func head(k *archive.Kept) coranto.Head {
	a := &k.Article
	h := coranto.Head{ID: a.ID, Headline: a.Headline, Publisher: a.Publisher.Name, Domain: a.Publisher.Domain, WireOf: k.WireOf,
		Kind: a.Kind, Language: a.Language, Version: k.Version, Accepted: k.Accepted}
	if a.Published != nil {
		h.Published, h.Until, h.Basis = a.Published.From, a.Published.To, a.Published.Basis
	}
	return h
}

func (d *Desk) current(id string) *archive.Kept {
	versions := d.Kept[id]
	return &versions[len(versions)-1]
}

func (d *Desk) stories() []coranto.Story {
	var list []coranto.Story
	place := map[string]int{}
	for _, id := range d.Order {
		k := d.current(id)
		i, ok := place[k.Story]
		if !ok {
			i = len(list)
			place[k.Story] = i
			list = append(list, coranto.Story{ID: k.Story, Headline: k.Article.Headline})
		}
		s, h := &list[i], head(k)
		s.Articles = append(s.Articles, h)
		if h.Published != "" && (s.From == "" || h.Published < s.From) {
			s.From = h.Published
		}
		if h.Until > s.To {
			s.To = h.Until
		}
	}
	slices.SortStableFunc(list, func(a, b coranto.Story) int { return strings.Compare(b.To, a.To) })
	return list
}

func (d *Desk) Counts(context.Context) (archive.Counts, error) {
	c := archive.Counts{Pages: len(d.Pages), Articles: len(d.Order), Stories: len(d.stories())}
	names := map[string]bool{}
	for _, id := range d.Order {
		names[d.current(id).Article.Publisher.Name] = true
	}
	delete(names, "")
	c.Publishers = len(names)
	for _, o := range d.Failed {
		switch o.Status {
		case archive.Failed:
			c.Failed++
		case archive.Skipped:
			c.Skipped++
		case archive.Barren:
			c.Barren++
		}
	}
	return c, d.Failing
}

func (d *Desk) Stories(_ context.Context, q archive.StoryQuery) ([]coranto.Story, error) {
	list := slices.DeleteFunc(d.stories(), func(s coranto.Story) bool { return len(s.Articles) < q.MinArticles })
	list = list[min(q.Offset, len(list)):]
	if q.Limit > 0 {
		list = list[:min(q.Limit, len(list))]
	}
	return list, d.Failing
}

// Merged are identifiers of stories that are no more, and where each went.
var Merged = map[string]string{"gas-talks": "gas"}

func (d *Desk) Story(_ context.Context, id string) (coranto.Story, error) {
	for _, s := range d.stories() {
		if s.ID == id || s.ID == Merged[id] {
			return s, d.Failing
		}
	}
	return coranto.Story{}, notFound("open story", id)
}

func (d *Desk) Article(_ context.Context, id string, version int) (archive.Kept, error) {
	versions := d.Kept[id]
	if len(versions) == 0 || version > len(versions) {
		return archive.Kept{}, notFound("open article", id)
	}
	if version == 0 {
		version = len(versions)
	}
	return versions[version-1], d.Failing
}

func (d *Desk) Articles(_ context.Context, story string) ([]archive.Kept, error) {
	var list []archive.Kept
	for _, id := range d.Order {
		if k := d.current(id); k.Story == story || k.Story == Merged[story] {
			list = append(list, *k)
		}
	}
	return list, d.Failing
}

// Search holds an article to be found when it holds each word in one of its
// forms, the last one also as a beginning.
func (d *Desk) Search(_ context.Context, words [][]string, limit, offset int) ([]archive.Hit, int, error) {
	var hits []archive.Hit
	for _, id := range d.Order {
		k := d.current(id)
		all := true
		text := lang.SearchWords(k.Article.Headline+"\n"+k.Article.Text, k.Article.Language)
		for i, forms := range words {
			all = all && slices.ContainsFunc(text, func(t string) bool {
				return slices.Contains(forms, t) || i == len(words)-1 && strings.HasPrefix(t, forms[0])
			})
		}
		if all {
			hits = append(hits, archive.Hit{Head: head(k), Story: k.Story})
		}
	}
	total := len(hits)
	hits = hits[min(offset, total):]
	return hits[:min(limit, len(hits))], total, d.Failing
}

func (d *Desk) Original(_ context.Context, pageID string) (coranto.Page, error) {
	p, ok := d.Pages[pageID]
	if !ok {
		return p, notFound("open page", pageID)
	}
	return p, d.Failing
}

func (d *Desk) Outcomes(_ context.Context, statuses ...archive.Status) ([]archive.Outcome, error) {
	var list []archive.Outcome
	for _, o := range d.Failed {
		if slices.Contains(statuses, o.Status) {
			list = append(list, o)
		}
	}
	return list, d.Failing
}

func (d *Desk) Sources(context.Context) ([]coranto.Source, error) { return d.Feeds, d.Failing }

// Correct keeps what a reader did by hand.
func (d *Desk) Correct(_ context.Context, c coranto.Correction) error {
	d.ByHand = append(d.ByHand, c)
	return d.Failing
}

// UndoCorrection marks it as undone.
func (d *Desk) UndoCorrection(_ context.Context, id string, at time.Time) error {
	for i := range d.ByHand {
		if d.ByHand[i].ID == id {
			d.ByHand[i].Undone = at
		}
	}
	return d.Failing
}

// Corrections returns those of the articles, or all.
func (d *Desk) Corrections(_ context.Context, articleIDs ...string) ([]coranto.Correction, error) {
	var list []coranto.Correction
	for _, c := range d.ByHand {
		if len(articleIDs) == 0 || slices.Contains(articleIDs, c.Article) {
			list = append(list, c)
		}
	}
	return list, d.Failing
}

// Line is the desk's one storyline: its stories, each after the one before.
const Line = "rivers"

var inLine = []string{"gas", "flood"}

// Storyline returns the desk's one storyline.
func (d *Desk) Storyline(ctx context.Context, id string) (archive.Storyline, error) {
	if id != Line {
		return archive.Storyline{}, notFound("open storyline", id)
	}
	line := archive.Storyline{ID: id}
	for i, story := range inLine {
		s, err := d.Story(ctx, story)
		if err != nil {
			return line, err
		}
		line.Stories = append(line.Stories, s)
		if i > 0 {
			line.Links = append(line.Links, archive.Link{Storyline: id, Story: story, To: inLine[i-1], Why: "same people", What: "Dessa Orlin, Tomas Hale"})
		}
	}
	return line, nil
}

// Texts hands out the articles named, or all, the last filed first.
func (d *Desk) Texts(_ context.Context, q archive.TextQuery, yield func(archive.Text) error) error {
	ids := q.IDs
	if ids == nil {
		ids = slices.Clone(d.Order)
		slices.Reverse(ids)
	}
	for _, id := range ids {
		k := d.current(id)
		a := &k.Article
		if err := yield(archive.Text{Head: head(k), Story: k.Story, Text: a.Text, Sentences: a.Sentences, Times: a.Times}); err != nil {
			return err
		}
	}
	return d.Failing
}

// Naming returns the articles that name an entity, the last filed first.
func (d *Desk) Naming(_ context.Context, entityID string, limit int) ([]archive.Hit, error) {
	var hits []archive.Hit
	for _, id := range slices.Backward(d.Order) {
		k := d.current(id)
		if slices.ContainsFunc(k.Article.Entities, func(e coranto.Entity) bool { return e.ID() == entityID }) {
			hits = append(hits, archive.Hit{Head: head(k), Story: k.Story})
		}
	}
	return hits[:min(limit, len(hits))], d.Failing
}

// Findings returns what the current versions of articles say, in filing order.
func (d *Desk) Findings(_ context.Context, q archive.FindingQuery) ([]archive.Finding, error) {
	var list []archive.Finding
	for _, id := range d.Order {
		k := d.current(id)
		if q.Story != "" && k.Story != q.Story {
			continue
		}
		for _, f := range archive.Findings(&k.Article) {
			first, last := f.Asked(k.Article.Published)
			switch {
			case f.Kind != q.Kind, f.Confidence < q.MinConfidence, q.Since != "" && last < q.Since, q.Until != "" && (first == "" || first > q.Until),
				q.Subject != "" && f.Type != q.Subject && !slices.Contains(f.Subjects, q.Subject):
				continue
			}
			f.Article, f.Story = head(k), k.Story
			list = append(list, f)
		}
	}
	return list, d.Failing
}

// Arrange moves articles as a reader decided.
func (d *Desk) Arrange(_ context.Context, a coranto.Arrangement) (coranto.Arrangement, error) {
	for i, m := range a.Moves {
		k := d.current(m.Article)
		a.Moves[i].From, k.Story = k.Story, m.To
	}
	d.Moved = append(d.Moved, a)
	return a, d.Failing
}

// UndoArrangement moves them back.
func (d *Desk) UndoArrangement(_ context.Context, id string, at time.Time) error {
	for i, a := range d.Moved {
		if a.ID == id && a.Stands() {
			d.Moved[i].Undone = at
			for _, m := range a.Moves {
				d.current(m.Article).Story = m.From
			}
		}
	}
	return d.Failing
}

// Arrangements returns what readers decided about stories.
func (d *Desk) Arrangements(context.Context) ([]coranto.Arrangement, error) {
	return d.Moved, d.Failing
}
