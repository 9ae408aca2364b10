package split

import (
	"slices"
	"strings"

	"coranto"
)

// leastText is how many words make an article; below it stands a label.
const leastText = 15

// article makes the article of a story from the roles of its blocks, from its
// head, and from what the page says of itself outside its text.
func (p *page) article(s story, opt Options) *coranto.Article {
	heading := p.heading(s)
	h := p.readHead(s, opt)
	p.cutTail(s, h.authors)
	a := p.text(s)
	a.Headline = p.meta.chooseHeadline(heading, p.address)
	a.URL = p.meta.canonicalURL(p.address)
	a.Publisher = p.meta.publisher(heading, p.address)
	if h.publisher != "" && fold(h.publisher) != fold(a.Publisher.Name) {
		a.Publisher = coranto.Byline{Name: h.publisher}
	}
	a.Authors, a.Age, a.Updated, a.Published = h.authors, h.age, h.updated, h.published
	if a.Tags = p.meta.articleTags(); a.Tags == nil {
		a.Tags = h.tags
	}
	if a.Language = opt.Language; a.Language == "" {
		a.Language = p.meta.articleLanguage(a.Headline + "\n" + a.Text)
	}
	if p.live {
		a.Kind, a.KindWhy = coranto.Live, "entries under their times"
	} else {
		setKind(a, p.meta.kinds(p.address))
	}
	a.Stub = p.isStub(a, p.behind(s))
	a.Dateline = p.dateline(s)
	if len(a.Crossheads) == 0 {
		a.Crossheads = gluedCrossheads(a.Text)
	}
	a.Damaged = damages(a.Text, a.Language)
	for _, c := range h.credits {
		a.Agencies = append(a.Agencies, agenciesIn(c)...)
	}
	a.Agencies = append(a.Agencies, creditedIn(a.Text)...)
	slices.Sort(a.Agencies)
	a.Agencies = slices.Compact(a.Agencies)
	if a.Published == nil {
		a.Published = inferDate(a)
	}
	return a
}

// text joins the blocks of a story by their roles: text, crossheads, captions,
// key points, furniture.
func (p *page) text(s story) *coranto.Article {
	a := &coranto.Article{}
	var parts []string
	var captions []int
	row := 0
	for i := s.from; i < s.end; i++ {
		b := &p.blocks[i]
		switch b.role {
		case roleBody:
			if b.group > 0 && b.group == row {
				parts[len(parts)-1] += " | " + b.text
				continue
			}
			row = b.group
			parts = append(parts, b.text)
		case roleCrosshead:
			parts = append(parts, b.text)
			a.Crossheads = append(a.Crossheads, b.text)
		case roleCaption:
			captions = append(captions, i)
		case roleKey:
			a.KeyPoints = append(a.KeyPoints, b.text[bulletLen(b.text):])
		}
	}
	a.Text = strings.Join(parts, "\n\n")
	a.Captions = p.captions(captions)
	a.Furniture = p.furnitureWithin(s.body, s.end)
	return a
}

// dateline returns the place from which a story was sent, as it stands at the
// beginning of its text, behind a standfirst too.
func (p *page) dateline(s story) string {
	for i := s.from; i < s.end; i++ {
		if !p.blocks[i].role.isText() {
			continue
		}
		if place := dateline(p.blocks[i].text); place != "" || i >= s.body {
			return place
		}
	}
	return ""
}

// furnitureWithin returns what was cut between the first and the last words of
// the text, neighbours of one kind together.
func (p *page) furnitureWithin(from, to int) (out []coranto.Furniture) {
	for from < to && !p.blocks[from].role.isText() {
		from++
	}
	for from < to && !p.blocks[to-1].role.isText() {
		to--
	}
	joined := false
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		if b.role != roleCut {
			joined = false
			continue
		}
		if last := len(out) - 1; joined && out[last].Why == b.why {
			out[last].Text += "\n" + b.text
			continue
		}
		out = append(out, coranto.Furniture{Text: b.text, Why: b.why})
		joined = true
	}
	return out
}

// captions reads the captions in blocks, the blocks of one figure together, each
// text once.
func (p *page) captions(blocks []int) (out []coranto.Caption) {
	var texts, credits []string
	box := 0
	for _, i := range blocks {
		b := &p.blocks[i]
		if b.group > 0 && b.group == box {
			texts[len(texts)-1] += " " + b.text
		} else {
			texts, credits, box = append(texts, b.text), append(credits, b.credit), b.group
		}
	}
	seen := map[string]bool{}
	for i, t := range texts {
		c := readCaption(t)
		if c.Credit == "" {
			c.Credit = credits[i]
		}
		if f := fold(t); !seen[f] && !seen[c.Text] {
			seen[f], seen[c.Text] = true, true
			out = append(out, c)
		}
	}
	return out
}
