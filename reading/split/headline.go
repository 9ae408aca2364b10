package split

import "strings"

// withoutSites returns a title without what may be the name of the site behind
// a bar or a dash, at most five words and fewer than stand before it: once for
// each kind of bar or dash in it.
func withoutSites(title string) []string {
	var cut []string
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / "} {
		if i := strings.LastIndex(title, sep); i > 0 {
			head, site := title[:i], title[i+len(sep):]
			if n := countWords(site); n <= 5 && n < countWords(head) {
				cut = append(cut, strings.TrimSpace(head))
			}
		}
	}
	return cut
}
