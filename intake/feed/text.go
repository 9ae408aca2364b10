package feed

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Text returns what an item's HTML says: its blocks, separated by a blank line,
// without tags, scripts and styles. Plain text comes back as it is, white space
// evened out.
func Text(content string) string {
	var blocks []string
	var block strings.Builder
	end := func() {
		if s := clean(block.String()); s != "" {
			blocks = append(blocks, s)
		}
		block.Reset()
	}
	hidden := 0
	for z := html.NewTokenizer(strings.NewReader(content)); ; {
		kind := z.Next()
		if kind == html.ErrorToken { // the end: a string has no other error
			end()
			return strings.Join(blocks, "\n\n")
		}
		switch t := z.Token(); kind {
		case html.TextToken:
			if hidden == 0 {
				text(&block, t.Data, end)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			switch {
			case t.DataAtom == atom.Script, t.DataAtom == atom.Style, t.DataAtom == atom.Noscript, t.DataAtom == atom.Iframe, t.DataAtom == atom.Template:
				if kind == html.StartTagToken {
					hidden++
				} else if kind == html.EndTagToken && hidden > 0 {
					hidden--
				}
			case !inline[t.DataAtom]:
				end()
			}
		}
	}
}

// text adds words to the block; a blank line in them ends it.
func text(block *strings.Builder, words string, end func()) {
	for i, part := range strings.Split(strings.ReplaceAll(words, "\r\n", "\n"), "\n\n") {
		if i > 0 {
			end()
		}
		block.WriteString(part)
	}
}

// inline are the elements that stand within a line; all others break it.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true,
	atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}
