package story

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

type pair struct {
	same     bool
	articles [2]Item
}

var braced = regexp.MustCompile(`\{([^}]*)\}`)

func pairs(t *testing.T, file string) []pair {
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var all []pair
	for n, block := range strings.Split(string(b), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		head := strings.Fields(strings.NewReplacer("[", " ", "]", " ").Replace(lines[0]))
		if len(lines) != 3 || head[0] != "same" && head[0] != "unlike" {
			t.Fatalf("block %d: %q", n, block)
		}
		p := pair{same: head[0] == "same"}
		for i, line := range lines[1:] {
			it := Item{ID: fmt.Sprintf("%d/%d", n, i), Language: "en", Publisher: fmt.Sprint("paper ", (n+7*i)%10)}
			for _, name := range braced.FindAllStringSubmatch(line, -1) {
				it.Names = append(it.Names, name[1])
			}
			it.Headline, it.Text, _ = strings.Cut(strings.TrimSpace(braced.ReplaceAllString(line, "")), " | ")
			if len(head) > 1 {
				it.From = head[1+min(i, len(head)-2)]
				it.To = it.From
			}
			p.articles[i] = it
		}
		all = append(all, p)
	}
	return all
}

// The pairs of a file come to one desk, all first halves before all second ones,
// as full texts and as headlines alone. What is asked is a little less than what
// the built-in weights reach, so that a change for the worse shows.
func TestPairs(t *testing.T) {
	for _, c := range []struct {
		file     string
		headline bool
		least    float64 // share of pairs decided rightly
	}{
		{"pairs.txt", false, 0.86}, {"pairs.txt", true, 0.65},
		{"pairs-blind.txt", false, 0.65}, {"pairs-blind.txt", true, 0.4},
	} {
		name := c.file
		if c.headline {
			name += " headlines"
		}
		t.Run(name, func(t *testing.T) {
			all := pairs(t, c.file)
			right := 0
			d, got := placed(all, c.headline)
			for k, p := range all {
				same := d.docs[p.articles[0].ID].group == d.docs[p.articles[1].ID].group
				if same == p.same {
					right++
				} else {
					t.Logf("same %v, wanted %v: %q and %q (%s)", same, p.same, p.articles[0].Headline, p.articles[1].Headline, got[k].Why)
				}
			}
			share := float64(right) / float64(len(all))
			t.Logf("%d of %d pairs", right, len(all))
			if share < c.least {
				t.Errorf("%.2f of the pairs decided rightly, want %.2f", share, c.least)
			}
		})
	}
}

// placed returns a desk that all pairs came to, and how it decided on their second
// halves.
func placed(all []pair, headlines bool) (*Desk, []Decision) {
	d := New(Options{})
	var got []Decision
	for i := range 2 {
		for _, p := range all {
			it := p.articles[i]
			if headlines {
				it.Text = ""
			}
			dec := d.Place(it)
			if i == 1 {
				got = append(got, dec)
			}
		}
	}
	return d, got
}
