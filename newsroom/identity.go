package newsroom

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"coranto"
	"coranto/intake/link"
)

// identify gives each article of a page its identifier, which it keeps when the
// page is fetched again with other words: the id that came with it, else its
// own address in its canonical form, else its place on the page. The first
// article of a page is the one that the page's address means; those below it
// come and go, so they are known by their headlines.
func identify(page coranto.Page, articles []coranto.Article) {
	taken := map[string]bool{}
	key := link.Canonical(page.Key())
	for i := range articles {
		a := &articles[i]
		address := ownAddress(a.URL, page, len(articles) > 1)
		switch {
		case a.ExternalID != "":
			a.ID = coranto.NewID("article", "id", a.ExternalID)
		case address != "" && !taken[address]:
			taken[address] = true
			a.ID = coranto.NewID("article", "url", address)
		case page.Form == coranto.Record:
			a.ID = coranto.NewID("article", "line", string(page.Body))
		case i == 0:
			a.ID = coranto.NewID("article", "page", key)
		default:
			head := folded(a.Headline)
			for n := 2; taken[head]; n++ {
				head = folded(a.Headline) + "#" + strconv.Itoa(n)
			}
			taken[head] = true
			a.ID = coranto.NewID("article", "page", key, head)
		}
	}
}

// ownAddress is the canonical form of an article's address; "" when it says
// nothing of this article: some sites name their front page as the canonical
// address of every page. Where several articles share an address, and in a
// record, which is of one article whatever its address, a fragment may tell them
// apart.
func ownAddress(address string, page coranto.Page, shared bool) string {
	own, record := link.Canonical(address), page.Form == coranto.Record
	if !record && isFront(own) && own != link.Canonical(page.URL) {
		return ""
	}
	if _, fragment, ok := strings.Cut(address, "#"); ok && (shared || record) && !strings.Contains(own, "#") {
		own += "#" + fragment
	}
	return own
}

func isFront(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && strings.Trim(u.Path, "/")+u.RawQuery+u.Fragment == ""
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
