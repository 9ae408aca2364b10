package edition

import (
	"sort"

	"coranto"
	"coranto/archive"
)

// Told is an article as a list names it, with the wire copies made of it.
type Told struct {
	N        int // its number among the page's marks; 0 without
	ID       string
	Href     string
	Headline string
	Language string
	Kind     coranto.ArticleKind
	Press    Press
	When     Stamp
	Accepted Stamp
	Opening  Line // only where a list shows it
	Copies   []Told
}

func (e *Edition) told(h coranto.Head) Told {
	return Told{
		ID:       h.ID,
		Href:     articleHref(h.ID),
		Headline: firstOf(h.Headline, "(no headline)"),
		Language: h.Language,
		Kind:     h.Kind,
		Press:    e.headPress(h),
		When:     When(h.Published, h.Until, h.Basis, e.now()),
		Accepted: At(h.Accepted, e.now()),
	}
}

func headOf(k *archive.Kept) coranto.Head {
	a := &k.Article
	h := coranto.Head{
		ID: a.ID, ExternalID: a.ExternalID, Headline: a.Headline,
		Publisher: firstOf(a.Publisher.Name, a.Publisher.Domain), Domain: a.Publisher.Domain,
		WireOf: k.WireOf, Kind: a.Kind, Language: a.Language, Version: k.Version, Accepted: k.Accepted,
	}
	if a.Published != nil {
		h.Published, h.Until, h.Basis = a.Published.From, a.Published.To, a.Published.Basis
	}
	return h
}

// byTime returns the indices of heads in the order of publication, undated
// ones last, otherwise as they come.
func byTime(heads []coranto.Head) []int {
	order := make([]int, len(heads))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := heads[order[i]].Published, heads[order[j]].Published
		if (a == "") != (b == "") {
			return b == ""
		}
		return instant(a).Before(instant(b))
	})
	return order
}

// roots gives for every article of a story the article whose text it is: itself,
// or what it copies, as far back as that stands in the same story. Articles that
// copy each other in a circle are their own.
func roots(heads []coranto.Head) map[string]string {
	copied := map[string]string{}
	for _, h := range heads {
		copied[h.ID] = h.WireOf
	}
	root := make(map[string]string, len(heads))
	for _, h := range heads {
		id := h.ID
		for range heads {
			next := copied[id]
			if _, here := copied[next]; !here {
				break
			}
			id = next
			if id == h.ID {
				break
			}
		}
		root[h.ID] = id
	}
	return root
}
