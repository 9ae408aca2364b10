package newsroom

import (
	"strconv"
	"strings"
	"unicode"

	"coranto"
)

// identify gives each article of a page its identifier, which it keeps when the
// page is fetched again with other words: the id that came with it, else its
// own address, else its place on the page. The first article of a page is the
// one that the page's address means; those below it come and go, so they are
// known by their headlines.
func identify(page coranto.Page, articles []coranto.Article) {
	taken := map[string]bool{}
	for i := range articles {
		a := &articles[i]
		switch {
		case a.ExternalID != "":
			a.ID = coranto.NewID("article", "id", a.ExternalID)
		case a.URL != "" && !taken[a.URL]:
			taken[a.URL] = true
			a.ID = coranto.NewID("article", "url", a.URL)
		case page.Form == coranto.Record:
			a.ID = coranto.NewID("article", "line", string(page.Body))
		case i == 0:
			a.ID = coranto.NewID("article", "page", page.Key())
		default:
			head := folded(a.Headline)
			for n := 2; taken[head]; n++ {
				head = folded(a.Headline) + "#" + strconv.Itoa(n)
			}
			taken[head] = true
			a.ID = coranto.NewID("article", "page", page.Key(), head)
		}
	}
}

// folded makes headlines equal that differ in case, spaces or punctuation only.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
