package labelled

import (
	"fmt"
	"strings"
)

// Pairs reads pairs of articles, in the form of testdata/pairs.txt: a line "same" or
// "unlike" with dates in brackets ("?" unknown), then two lines with an article
// each. All first articles come before all second ones; of unlike ones each is an
// event of its own.
func Pairs(name, text string) (Set, error) {
	var halves [2][]Article
	for n, block := range strings.Split(strings.TrimSpace(text), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		kind, rest, _ := strings.Cut(lines[0], " ")
		rest, _, _ = strings.Cut(strings.TrimPrefix(rest, "["), "]")
		dates := strings.Fields(rest)
		if len(lines) != 3 || kind != "same" && kind != "unlike" {
			return Set{}, fmt.Errorf("pairs %s: block %d: want same or unlike and two articles", name, n+1)
		}
		for i, line := range lines[1:] {
			a := Article{ID: fmt.Sprintf("%s/%d/%d", name, n, i), Event: fmt.Sprintf("%s/%d", name, n), Publisher: fmt.Sprint("paper ", (n+7*i)%10)}
			if kind == "unlike" {
				a.Event = a.ID
			}
			a.Headline, a.Text, _ = strings.Cut(line, " | ")
			if len(dates) > 0 && dates[min(i, len(dates)-1)] != "?" {
				a.Date = dates[min(i, len(dates)-1)]
			}
			halves[i] = append(halves[i], a)
		}
	}
	return Set{Name: name, Articles: append(halves[0], halves[1]...)}, nil
}
