package claim

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/desk/internal/words"
	"coranto/desk/story"
)

// isOwn tells whether an outlet is an item's publisher, under its name, a short
// form of it or its initials: "Huff Post" of the Huffington Post.
func (d *Desk) isOwn(item int, outlet string) bool {
	a, b := nameWords(outlet), nameWords(d.Items[item].Publisher)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if initialsOf(a) == strings.Join(b, "") || initialsOf(b) == strings.Join(a, "") {
		return true
	}
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !strings.HasPrefix(a[i], b[i]) && !strings.HasPrefix(b[i], a[i]) {
			return false
		}
	}
	return true
}

// nameWords are the words of a publisher's name, folded, without its article.
func nameWords(name string) []string {
	f := strings.FieldsFunc(words.Fold(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == '_' })
	if len(f) > 1 && f[0] == "the" {
		f = f[1:]
	}
	return f
}

// initialsOf are the first letters of several words; "" of fewer than three.
func initialsOf(f []string) string {
	if len(f) < 3 {
		return ""
	}
	b := ""
	for _, w := range f {
		r, _ := utf8.DecodeRuneInString(w)
		b += string(r)
	}
	return b
}

// outletWords end the names of those who print and broadcast; outletNames do
// without one. Facts of the trade.
//
//go:embed outlets.txt
var outletText string

var outletNames, outletWords = func() (map[string]string, map[string]bool) {
	names, ends := map[string]string{}, map[string]bool{}
	for line := range strings.Lines(outletText) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		if end, ok := strings.CutPrefix(line, "* "); ok {
			for _, w := range strings.Fields(end) {
				ends[w] = true
			}
			continue
		}
		all := strings.Split(line, "\t")
		for _, n := range all {
			if n != "" {
				names[words.Fold(n)] = all[0]
			}
		}
	}
	return names, ends
}()

// outlet returns the one name of an outlet of the press, "" for who is none.
func (d *Desk) outlet(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	if name == "" || len(name) > 60 {
		return ""
	}
	folded := words.Fold(name)
	if o, ok := d.outlets[folded]; ok {
		return o
	}
	o := ""
	if plain(folded) {
		d.outlets[folded] = ""
		return ""
	}
	if d.press != nil {
		if found, ok := d.press(name); ok {
			o = found
		}
	}
	if o == "" {
		o = outletNames[folded]
	}
	if o == "" {
		o = d.ownPublisher(folded)
	}
	if o == "" {
		if f := strings.Fields(folded); len(f) > 1 && len(f) < 6 && upper(name) &&
			(outletWords[f[len(f)-1]] || f[len(f)-1] == "agency" && (slices.Contains(f, "news") || slices.Contains(f, "press"))) {
			o = name
		}
	}
	d.outlets[folded] = o
	return o
}

// plain tells whether a name is one common English word, which a text may use as
// such: "Space", "Hosted".
func plain(folded string) bool {
	return !strings.Contains(folded, " ") && outletNames[folded] == "" && story.Share(story.Stem("en")(folded)) > 0
}

// ownPublisher finds a publisher of the story by its name without article, by
// its initials or by the words it begins with.
func (d *Desk) ownPublisher(folded string) string {
	for i := range d.Items {
		p := d.Items[i].Publisher
		f := nameWords(p)
		if len(f) > 0 && (folded == strings.Join(f, " ") || folded == initialsOf(f)) {
			return p
		}
	}
	return ""
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// shortened returns the outlet whose name an article gives in full and that a
// last word stands for elsewhere in it: "the Times".
func (d *Desk) shortened(a *coranto.Article, name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	if name == "" || strings.Contains(name, " ") {
		return ""
	}
	for i := range a.Entities {
		full := a.Entities[i].Name
		if strings.HasSuffix(full, " "+name) {
			if o := d.outlet(full); o != "" {
				return o
			}
		}
	}
	return ""
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
