package compose

import (
	"fmt"
	"slices"
)

// whole writes an article as a page of its own would have it.
func (w *writer) whole(a Article, n int, tag, heading string) {
	w.open(tag, "story")
	w.open("header", "story-header")
	w.el(heading, "headline", a.Headline)
	w.byline(a, n)
	w.end("header")
	w.shareRow()
	w.figure()
	w.open("div", "story-body")
	w.body(a, "h3", true)
	w.end("div")
	w.tags()
	w.end(tag)
}

// related: the page's own article, and below it others in full, of other
// publishers, each under its age.
func (w *writer) related(all []Article) []Article {
	w.whole(all[0], 0, "article", "h1")
	w.commentPrompt()
	w.open("section", "related-stories")
	w.el("h2", "section-title", w.phrases.related)
	for i := range all[1:] {
		w.credited(&all[i+1], "h3", true)
	}
	w.end("section")
	return all
}

// credited writes an article below the name of its publisher and its age.
func (w *writer) credited(a *Article, heading string, wrapped bool) {
	a.Publisher, a.Age = one(w, publishers), one(w, w.ago)
	if wrapped {
		w.open("div", "story-item")
	}
	w.open("div", "story-meta")
	w.el("span", "source", a.Publisher)
	w.el("span", "age", a.Age)
	w.end("div")
	w.open(heading, "item-title")
	w.link("", a.Headline)
	w.end(heading)
	w.open("div", "item-body")
	w.body(*a, "h4", false)
	w.end("div")
	if wrapped {
		w.end("div")
	}
}

// articles: one <article> after the other under the name of a section.
func (w *writer) articles(all []Article) []Article {
	w.el("h1", "section-title", w.world)
	for i, a := range all {
		w.whole(a, i, "article", "h2")
		if i == 1 {
			w.teasers()
		}
	}
	return all
}

// divs: boxes without classes. The headline is a heading, a link in one, or no
// more than bold.
func (w *writer) divs(all []Article) []Article {
	w.el("h1", "section-title", w.world)
	for i, a := range all {
		w.open("div", "")
		switch w.number % 3 {
		case 0:
			w.el("h2", "", a.Headline)
		case 1:
			w.open("h3", "")
			w.link("", a.Headline)
			w.end("h3")
		case 2:
			w.open("div", "")
			w.el("b", "", a.Headline)
			w.end("div")
		}
		w.el("div", "", w.by+" "+w.names(a)+" | "+w.date(i))
		w.body(a, "h4", i%2 == 0)
		w.end("div")
	}
	return all
}

// flat: headlines, bylines and paragraphs of all articles in one container.
func (w *writer) flat(all []Article) []Article {
	w.open("div", "content")
	w.el("h1", "", w.world)
	for i, a := range all {
		w.el("h2", "", a.Headline)
		w.el("p", "byline", w.by+" "+w.names(a)+", "+w.date(i))
		w.body(a, "h3", i%2 == 1)
	}
	w.end("div")
	return all
}

// scroll: whole pages one below the other, with header and footer between.
func (w *writer) scroll(all []Article) []Article {
	for i, a := range all {
		w.open("div", "story-page", fmt.Sprintf(`data-url="/%s"`, hash(a.Headline)))
		if i > 0 {
			w.siteHeader()
		}
		w.whole(a, i, []string{"article", "div"}[w.number%2], "h1")
		w.commentPrompt()
		if i < len(all)-1 {
			w.teasers()
			w.siteFooter()
		}
		w.end("div")
	}
	return all
}

// next: the publisher's next story behind a divider.
func (w *writer) next(all []Article) []Article {
	for i, a := range all {
		if i > 0 {
			w.open("div", "divider")
			w.el("span", "", w.phrases.next)
			w.end("div")
		}
		w.whole(a, i, []string{"article", "section", "div"}[w.number%3], []string{"h1", "h2"}[min(i, 1)])
	}
	w.teasers()
	return all
}

// live: one running report; the beginnings of the articles are its entries.
func (w *writer) live(all []Article) []Article {
	report := Article{Headline: w.phrases.live[0], Blocks: []Block{{Text: w.phrases.live[1]}}}
	w.open("div", "live-page")
	w.el("h1", "headline", report.Headline)
	w.el("p", "standfirst", w.phrases.live[1])
	w.el("div", "date", w.updated+" "+w.date(0)+", 21:40")
	w.shareRow()
	for i, a := range all {
		entry := Article{Headline: a.Headline, Blocks: paragraphs(a, 4)}
		w.open([]string{"article", "div", "section"}[w.number%3], "live-entry")
		clock := fmt.Sprintf("%02d:%02d", 21-i, (w.number*13+i*17)%60)
		w.el("time", "entry-time", clock, fmt.Sprintf(`datetime="2025-03-%02dT%s:00+01:00"`, 1+w.number%28, clock))
		w.el("h3", "entry-title", entry.Headline)
		w.body(entry, "h4", i == 2)
		w.end([]string{"article", "div", "section"}[w.number%3])
		report.Blocks = slices.Concat(report.Blocks, []Block{{entry.Headline, true}}, entry.Blocks)
	}
	w.end("div")
	return []Article{report}
}

// paragraphs are the first n of an article.
func paragraphs(a Article, n int) (out []Block) {
	for _, b := range a.Blocks {
		if !b.Crosshead && len(out) < n {
			out = append(out, b)
		}
	}
	return out
}

// aggregator: articles of many publishers, name and age above each; in every
// other page without a box around each.
func (w *writer) aggregator(all []Article) []Article {
	w.open("div", "feed")
	w.el("h1", "section-title", w.world)
	for i := range all {
		w.credited(&all[i], "h2", w.number%2 == 0)
		if i == 1 {
			w.interruption()
		}
	}
	w.end("div")
	return all
}
