package split

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"coranto"
)

// maxNodes is how many elements a page may have; the parser itself refuses a
// page nested deeper than 512 elements. Real pages stay below 30,000 and 100.
const maxNodes = 250_000

// maxSteps bounds elements times depth: the parser looks for the container of
// each paragraph through all that are open.
const maxSteps = 8_000_000

// containers are the elements that nest and that no other tag closes.
var containers = set("div", "nav", "section", "article", "aside", "header", "footer", "main", "center", "blockquote", "ul", "ol", "dl", "details", "figure", "span", "fieldset")

// nesting estimates how deeply a page's containers are nested.
func nesting(s string) (deepest int) {
	depth := 0
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return deepest
		}
		s = s[i+1:]
		rest, closes := strings.CutPrefix(s, "/")
		n := 0
		for n < len(rest) && n < 12 && rest[n]|0x20 >= 'a' && rest[n]|0x20 <= 'z' {
			n++
		}
		switch {
		case !containers[strings.ToLower(rest[:n])]:
		case closes:
			depth = max(0, depth-1)
		default:
			depth++
			deepest = max(deepest, depth)
		}
	}
}

// element is an element of the page. Elements stand in document order, so the
// descendants of element i are the ones from i+1 to end, and a subtree's blocks
// are a stretch of the page's blocks.
type element struct {
	node       *html.Node
	tag        atom.Atom
	parent     int // index, -1 at the top
	end        int // index after the last descendant
	extent         // its blocks
	cues       cue
	standalone bool // breaks the line before and after it
	pictures   int  // images inside
	aside      bool // stands among comments or menus
	row        bool // articles in a row stand in it
}

// parseHTML takes a page apart into elements and blocks. It refuses pages beyond the caps on nodes and
// depth and takes time linear in the page's size.
func parseHTML(source, name string) (*page, error) {
	source = clean(withoutCode(source))
	tags := countTags(source)
	if tags > maxNodes {
		return nil, coranto.Errorf(coranto.TooLarge, "read", name, "give the article's own page", "the page has more than %d elements", maxNodes)
	}
	if tags > maxSteps/512 && tags*nesting(source) > maxSteps {
		return nil, coranto.Errorf(coranto.TooLarge, "read", name, "give the article's own page", "%d elements are nested too deeply", tags)
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		if strings.Contains(err.Error(), "exceeds 512") {
			return nil, coranto.Errorf(coranto.TooLarge, "read", name, "give the article's own page", "its elements are nested deeper than 512")
		}
		return nil, coranto.Errorf(coranto.Damaged, "read", name, "", "%w", err)
	}
	b := builder{doc: &page{elements: make([]element, 0, tags+8), blocks: make([]block, 0, tags/3+8), stamps: map[string]bool{}}, cues: map[string]cue{}}
	b.children(root, -1)
	b.flush()
	return b.doc, nil
}

func countTags(s string) (n int) {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			return n
		}
		if c := s[i+1] | 0x20; c >= 'a' && c <= 'z' {
			n++
		}
		s = s[i+1:]
	}
}

// builder walks the parsed page once and collects its elements and blocks.
type builder struct {
	doc                 *page
	cues                map[string]cue // by class attribute
	buf                 bytes.Buffer
	space               bool // white space is due before the next letter
	broken              bool // it began with the end of a line
	link, strong, slant int  // depths
	linked, bold, ital  int  // bytes so far in the block
	at                  int  // innermost block-level element
	pictures, shown     int  // so far, and up to the block before
}

func (b *builder) children(n *html.Node, parent int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			b.text(c.Data)
		case html.ElementNode:
			b.element(c, parent)
		}
	}
}

func (b *builder) element(n *html.Node, parent int) {
	b.doc.meta.collect(n)
	if unseen(n) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		b.lineBreak(n)
		return
	case atom.Wbr:
		return
	case atom.Img:
		b.space = true
		b.pictures++
		return
	}
	d := b.doc
	i := len(d.elements)
	cues, alone := b.cuesOf(n), standsAlone(n)
	if !alone && cues&cueHidden != 0 && n.DataAtom != atom.A && b.doc.headingLevel(parent) == 0 {
		return // "(opens in a new window)", read to those who do not see the page
	}
	d.elements = append(d.elements, element{node: n, tag: n.DataAtom, parent: parent, cues: cues, standalone: alone})
	outer := b.at
	if alone {
		b.flush()
		b.at = i
	}
	d.elements[i].from = len(d.blocks)
	before := b.pictures
	switch n.DataAtom {
	case atom.A:
		b.link++
	case atom.B, atom.Strong:
		b.strong++
	case atom.I, atom.Em:
		b.slant++
	}
	b.children(n, i)
	switch n.DataAtom {
	case atom.A:
		b.link--
	case atom.B, atom.Strong:
		b.strong--
	case atom.I, atom.Em:
		b.slant--
	}
	if alone {
		b.flush()
		b.at = outer
	}
	d.elements[i].end = len(d.elements)
	d.elements[i].pictures = b.pictures - before
	d.elements[i].to = len(d.blocks)
	if !alone && b.buf.Len() > 0 { // its text is in the block still open
		d.elements[i].to++
	}
}

// lineBreak ends the block at the second <br> in a row; a single one is white
// space.
func (b *builder) lineBreak(n *html.Node) {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if p.Type == html.ElementNode && p.DataAtom == atom.Br {
			b.flush()
			return
		}
		if p.Type != html.CommentNode && (p.Type != html.TextNode || strings.TrimSpace(p.Data) != "") {
			break
		}
	}
	if b.bold > 0 && b.bold >= b.buf.Len()-1 && b.buf.Len() < 100 {
		b.flush() // a heading in bold on a line of its own
		return
	}
	b.space, b.broken = true, true
}

// text adds running text, with white space collapsed as a browser does.
func (b *builder) text(s string) {
	start := b.buf.Len()
	for len(s) > 0 {
		i := 0
		for i < len(s) && !blankAt(s, i) {
			i++
		}
		if i > 0 {
			if b.space && b.buf.Len() > 0 && !(b.broken && parted(b.buf.Bytes(), s)) {
				b.buf.WriteByte(' ')
			}
			b.space, b.broken = false, false
			b.buf.WriteString(s[:i])
			s = s[i:]
			continue
		}
		b.broken = b.broken || !b.space && s[0] == '\n'
		b.space = true
		if s[0] == 0xc2 {
			s = s[1:]
		}
		s = s[1:]
	}
	n := b.buf.Len() - start
	if b.link > 0 {
		b.linked += n
	}
	if b.strong > 0 {
		b.bold += n
	}
	if b.slant > 0 {
		b.ital += n
	}
}

// parted tells whether a line may break between two texts without a blank, as in
// Chinese and Japanese: a break in the source is none on the page (CSS Text 3,
// segment break transformation).
func parted(before []byte, behind string) bool {
	a, _ := utf8.DecodeLastRune(before)
	b, _ := utf8.DecodeRuneInString(behind)
	return isWide(a) && isWide(b)
}

func isWide(r rune) bool {
	return r >= 0x3000 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60 || r >= 0x20000 && r <= 0x3ffff
}

// blankAt tells whether white space, the no-break space included, or a control
// character stands at s[i].
func blankAt(s string, i int) bool {
	c := s[i]
	return c <= ' ' || c == 0x7f || c == 0xc2 && i+1 < len(s) && (s[i+1] == 0xa0 || s[i+1] < 0xa0)
}

func (b *builder) flush() {
	b.space, b.broken = false, false
	t := strings.Trim(b.buf.String(), " \u3000") // Chinese and Japanese paragraphs are indented so
	if t == "" {
		b.buf.Reset()
		b.linked, b.bold, b.ital = 0, 0, 0
		return
	}
	b.doc.blocks = append(b.doc.blocks, block{text: t, elem: b.at, words: countWords(t), letter: len(t), linked: b.linked, strong: b.bold, slant: b.ital, pictures: b.pictures - b.shown})
	b.shown = b.pictures
	b.buf.Reset()
	b.linked, b.bold, b.ital = 0, 0, 0
}

// unseen tells whether an element is never set as text: code, widgets, controls,
// and what is hidden.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas,
		atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Input, atom.Button, atom.Option, atom.Datalist, atom.Head, atom.Title,
		atom.Link, atom.Meta, atom.Map, atom.Dialog, atom.Applet, atom.Noframes, atom.Frameset:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// standsAlone tells block-level elements from those set within a line.
func standsAlone(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
		atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q, atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Picture:
		return false
	case 0: // custom elements: containers, except within a line
		p := n.Parent
		return strings.Contains(n.Data, "-") && p != nil && p.DataAtom != atom.P && p.DataAtom != atom.Span && p.DataAtom != atom.A
	}
	return true
}

// attr returns an attribute's value, "" when it is absent.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
