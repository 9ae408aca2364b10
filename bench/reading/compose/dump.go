package compose

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Form is a way in which crawlers leave a page's visible text.
type Form string

const (
	Lines   Form = "lines"   // a block a line, nothing between
	Spaced  Form = "spaced"  // an empty line between blocks, bullets before the items of lists
	Doubled Form = "doubled" // headlines twice, pictures' descriptions as lines of their own
)

// Forms are all of them.
var Forms = []Form{Lines, Spaced, Doubled}

// Dump returns the page as text.
func (p Page) Dump(form Form) (string, error) {
	doc, err := html.Parse(strings.NewReader(p.HTML))
	if err != nil {
		return "", fmt.Errorf("dump %s: %w", p.Name, err)
	}
	d := dumper{form: form, headlines: map[string]bool{}}
	for _, a := range p.Articles {
		d.headlines[a.Headline] = true
	}
	d.walk(doc)
	d.flush()
	return d.out.String(), nil
}

type dumper struct {
	form      Form
	headlines map[string]bool
	out, line strings.Builder
	item      bool // in the item of a list
}

var inlines = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Strong: true, atom.Em: true, atom.I: true, atom.Time: true, atom.Button: true,
	atom.Img: true, atom.Input: true,
}

func (d *dumper) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		d.line.WriteString(n.Data)
		return
	case n.DataAtom == atom.Head || n.DataAtom == atom.Script || n.DataAtom == atom.Style:
		return
	case n.DataAtom == atom.Img && d.form == Doubled:
		for _, a := range n.Attr {
			if a.Key == "alt" {
				d.block(a.Val)
			}
		}
	}
	block := n.Type == html.ElementNode && !inlines[n.DataAtom] && (n.DataAtom != atom.Span || d.form == Lines)
	if block {
		d.flush()
		d.item = n.DataAtom == atom.Li
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.walk(c)
	}
	if block {
		d.flush()
		d.item = false
	}
}

// flush ends the line.
func (d *dumper) flush() {
	text := strings.Join(strings.Fields(d.line.String()), " ")
	d.line.Reset()
	d.block(text)
	if d.form == Doubled && d.headlines[text] {
		d.block(text)
	}
}

func (d *dumper) block(text string) {
	switch {
	case text == "":
	case d.form == Spaced && d.item:
		d.out.WriteString("  • " + text + "\n")
	case d.form == Lines:
		d.out.WriteString(text + "\n")
	default:
		d.out.WriteString("\n" + text + "\n")
	}
}
