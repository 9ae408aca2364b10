package compose

import (
	"fmt"
	"html"
	"strings"
)

// The parts of an article, as the layouts put them together.

func (w *writer) date(n int) string {
	return strings.NewReplacer("DD", fmt.Sprint(1+(w.number*7+n*3)%28), "MM", w.months[(w.number+n)%12], "YYYY", "2025").Replace(w.phrases.date)
}

// names are the authors as a line prints them.
func (w *writer) names(a Article) string {
	last := len(a.Authors) - 1
	if last == 0 {
		return a.Authors[0]
	}
	return strings.Join(a.Authors[:last], ", ") + " " + w.and + " " + a.Authors[last]
}

func (w *writer) byline(a Article, n int) {
	w.open("div", "byline")
	w.el("span", "author", w.by+" "+w.names(a))
	w.el("time", "date", w.date(n), fmt.Sprintf(`datetime="2025-%02d-%02d"`, 1+(w.number+n)%12, 1+(w.number*7+n*3)%28))
	w.end("div")
}

func (w *writer) shareRow() {
	w.open("ul", "share-row")
	for _, s := range w.share {
		w.open("li", "")
		w.link("share-link", s)
		w.end("li")
	}
	w.end("ul")
}

func (w *writer) figure() {
	caption := one(w, w.captions)
	w.open("figure", "picture")
	fmt.Fprintf(w, `<img src="/i/%s.jpg" alt="%s">`, hash(caption), html.EscapeString(caption))
	w.open("figcaption", "caption")
	w.WriteString(html.EscapeString(caption) + ". ")
	w.el("span", "credit", w.photo+": "+one(w, writers))
	w.end("figcaption")
	w.end("figure")
}

// body writes the blocks with what sites put between them. One paragraph has a
// link in it and one a few words in bold, as most do.
func (w *writer) body(a Article, crosshead string, interrupted bool) {
	middle := len(a.Blocks) / 2
	for i, b := range a.Blocks {
		if interrupted && i == middle && i > 0 {
			w.interruption()
		}
		if b.Crosshead {
			w.el(crosshead, "", b.Text)
			continue
		}
		w.open("p", "text")
		w.WriteString(inline(b.Text, i))
		w.end("p")
	}
}

// inline marks up the third and fourth word of some paragraphs; the words stay
// what they are.
func inline(text string, i int) string {
	words := strings.Split(text, " ")
	if len(words) < 12 || i%3 == 2 {
		return html.EscapeString(text)
	}
	open, end := `<a href="/topic">`, "</a>"
	if i%3 == 1 {
		open, end = "<strong>", "</strong>"
	}
	return html.EscapeString(strings.Join(words[:2], " ")) + " " + open + html.EscapeString(strings.Join(words[2:4], " ")) + end + " " + html.EscapeString(strings.Join(words[4:], " "))
}

// interruption is what stands in the middle of an article and is not of it.
func (w *writer) interruption() {
	switch w.IntN(4) {
	case 0:
		w.open("aside", "newsletter-box")
		w.el("h4", "", w.signUp[0])
		w.el("p", "", w.signUp[1])
		w.WriteString(`<form><input type="email" placeholder="name@example.org">`)
		w.el("button", "button", w.signUp[2])
		w.WriteString("</form>")
		w.end("aside")
	case 1:
		w.open("p", "inline-promo")
		w.el("strong", "", w.readMore+":")
		w.WriteString(" ")
		w.link("", one(w, headlines(w.others)))
		w.end("p")
	case 2:
		w.el("div", "advert", w.advert)
	case 3:
		w.open("div", "inline-teasers")
		w.el("h4", "", w.phrases.related)
		w.open("ul", "")
		for _, o := range w.others[:min(3, len(w.others))] {
			w.open("li", "")
			w.link("", o.Headline)
			w.end("li")
		}
		w.end("ul")
		w.end("div")
	}
}

func headlines(of []Article) (out []string) {
	for _, a := range of {
		out = append(out, a.Headline)
	}
	return out
}

func (w *writer) tags() {
	w.open("ul", "tag-list")
	for _, s := range w.sections[:3] {
		w.open("li", "")
		w.link("tag", s)
		w.end("li")
	}
	w.end("ul")
}

// teasers are cards that name other articles and begin them.
func (w *writer) teasers() {
	w.open("section", "teaser-grid")
	w.el("h3", "", w.mostRead)
	for _, o := range w.others[:min(3, len(w.others))] {
		w.open("div", "teaser-card")
		w.link("teaser-title", o.Headline)
		first := strings.Fields(o.Blocks[0].Text)
		w.el("p", "teaser-text", strings.Join(first[:min(18, len(first))], " ")+" ...")
		w.end("div")
	}
	w.end("section")
}

func (w *writer) commentPrompt() {
	w.open("section", "comments")
	w.el("h3", "", w.comments[0])
	w.el("p", "", w.comments[1])
	w.end("section")
}
