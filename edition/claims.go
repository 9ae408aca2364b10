package edition

import (
	"strconv"
	"strings"
	"time"

	"coranto/archive"
	"coranto/desk/claim"
)

// items are a story's articles, given in order of time, as the desk compares
// them.
func (m *marks) items(articles []*archive.Kept) []claim.Item {
	root := rootsOf(articles)
	list := make([]claim.Item, len(articles))
	for i, k := range articles {
		p := m.edition.press(k.Article.Publisher.Name, k.Article.Publisher.Domain)
		list[i] = claim.Item{Article: &k.Article, At: instant(headOf(k).Published)}
		if p.key() != "" {
			list[i].Publisher = p.Name
		}
		if k.Article.Published != nil {
			printed, _ := parsePrinted(k.Article.Published.From)
			list[i].Exact = printed.layout == time.RFC3339
		}
		if r := root[k.Article.ID]; r != k.Article.ID {
			list[i].Copies = r
		}
	}
	return list
}

// known tells the desk who is of the press. A government that prints its own
// statements is not.
func (e *Edition) known(name string) (string, bool) {
	if e.names == nil {
		return "", false
	}
	p, ok := e.names.Publisher(name, "")
	return p.Name, ok && p.Name != "" && p.Kind != "government"
}

// claims are what a story's articles claim, with the articles they stand in.
type claims struct {
	*claim.Claims
	kept []*archive.Kept   // by item
	root map[string]string // by article
}

func (m *marks) claims(articles []*archive.Kept) claims {
	desk := claim.New(m.items(articles), m.edition.known)
	byID := make(map[string]*archive.Kept, len(articles))
	for _, k := range articles {
		byID[k.Article.ID] = k
	}
	c := claims{Claims: desk.Of(), kept: make([]*archive.Kept, len(desk.Items))}
	for i := range desk.Items {
		c.kept[i] = byID[desk.Items[i].Article.ID]
	}
	return c
}

// Backing says who tells a claim and where they have it from.
type Backing struct {
	Publishers int
	Origins    []string // names; "an unnamed publisher" for one without
	First      string   // who printed it before all others here; "" when dates do not tell
	Cited      []string // "Courier cites Meridian", each who has it from another
}

// Note says it in a few words; "" where one publisher tells it on its own.
func (s Backing) Note() string {
	switch {
	case s.Publishers < 2 && len(s.Cited) > 0:
		return strings.Join(s.Cited, ", ")
	case s.Publishers < 2:
		return ""
	case len(s.Origins) == 1:
		return strconv.Itoa(s.Publishers) + " publishers, one origin: " + s.Origins[0]
	}
	note := strconv.Itoa(s.Publishers) + " publishers, "
	if len(s.Origins) < s.Publishers {
		note += strconv.Itoa(len(s.Origins)) + " origins"
	} else {
		note += "none cites another"
	}
	if s.First != "" {
		note += "; first here: " + s.First
	}
	return note
}

func (c *claims) backing(cl *claim.Claim) Backing {
	s := Backing{Publishers: c.Publishers(cl)}
	for _, o := range cl.Origins {
		s.Origins = append(s.Origins, firstOf(o.Name, "an unnamed publisher"))
	}
	if cl.First >= 0 {
		s.First = c.Items[cl.Tellings[cl.First].Item].Publisher
	}
	met := map[string]bool{}
	for _, t := range cl.Tellings {
		if line := c.cites(t); line != "" && !met[line] {
			met[line] = true
			s.Cited = append(s.Cited, line)
		}
	}
	return s
}

// cites says from whom an article has what it tells: "Courier cites Meridian";
// "" for its own and its publisher's.
func (c *claims) cites(t claim.Telling) string {
	publisher := firstOf(c.Items[t.Item].Publisher, "an unnamed publisher")
	if via := via(t); via != "" && !strings.HasSuffix(via, " "+publisher) {
		return publisher + " " + via
	}
	return ""
}

// via is "cites Meridian", or "" for what an article has from nobody.
func via(t claim.Telling) string {
	if t.Basis == claim.Own {
		return ""
	}
	return string(t.Basis) + " " + firstOf(t.Via, "an unnamed publisher")
}

// tellings cites those of a claim, one of them first where first is not -1.
func (c *claims) tellings(m *marks, cl *claim.Claim, first int) []Mark {
	var list citation
	add := func(t claim.Telling) {
		how := via(t)
		if t.Basis == claim.Copies {
			how = "" // the mark says so
		}
		list.addVia(m, c.kept[t.Item], t.Span.Start, c.roots()[c.Items[t.Item].Article.ID], how)
	}
	if first >= 0 {
		add(cl.Tellings[first])
	}
	for _, t := range cl.Tellings {
		add(t)
	}
	return list.list()
}

// origins is how many independent sources are behind a story's articles: a copy
// has that of what it copies, an article that credits one agency that agency.
func (c *claims) origins() int {
	met := map[string]bool{}
	for i := range c.Items {
		if c.Own(i) {
			met[strings.ToLower(firstOf(c.Credited(i), c.Who(i)))] = true
		}
	}
	return max(1, len(met))
}
