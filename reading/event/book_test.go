package event_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"coranto"
)

// example is a paragraph of the book of examples and what it appoints.
type example struct {
	at, text string
	want     []coranto.Appointment
}

// book reads a file of testdata; its form stands at the head of book.txt.
func book(t *testing.T, name string) []example {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	at := ""
	for n, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "at "):
			at = strings.TrimPrefix(line, "at ")
		case strings.HasPrefix(line, "\t"):
			f := strings.Split(line, "|")
			head := strings.Fields(f[0])
			if len(f) != 3 || len(head) != 3 {
				t.Fatalf("%s:%d: want what, status, days | who | where", name, n+1)
			}
			a := coranto.Appointment{What: head[0], Status: head[1], Where: strings.TrimSpace(f[2])}
			if head[2] != "-" {
				var until bool
				a.From, a.To, until = strings.Cut(head[2], "..")
				if !until {
					a.To = a.From
				}
			}
			for who := range strings.SplitSeq(f[1], ",") {
				a.Who = append(a.Who, strings.TrimSpace(who))
			}
			last := &all[len(all)-1]
			last.want = append(last.want, a)
		default:
			all = append(all, example{at: at, text: line})
		}
	}
	return all
}

// tally counts appointments read: found has its day and somebody in common with
// one of the book, right has all who, what, days and status of it.
type tally struct{ asked, given, found, right, shown, shownRight, where, wherever int }

func (c tally) String() string {
	of := func(a, b int) string { return fmt.Sprintf("%.3f (%d of %d)", float64(a)/float64(max(1, b)), a, b) }
	return fmt.Sprintf("found P %s R %s; right P %s R %s; shown right P %s R %s; where %s",
		of(c.found, c.given), of(c.found, c.asked), of(c.right, c.given), of(c.right, c.asked), of(c.shownRight, c.shown), of(c.shownRight, c.asked), of(c.where, c.wherever))
}

func same(a, b coranto.Appointment) bool {
	x, y := slices.Sorted(slices.Values(a.Who)), slices.Sorted(slices.Values(b.Who))
	return a.What == b.What && a.Status == b.Status && a.From == b.From && a.To == b.To && slices.Equal(x, y)
}

func near(a, b coranto.Appointment) bool {
	return a.From == b.From && slices.ContainsFunc(a.Who, func(w string) bool { return slices.Contains(b.Who, w) })
}

func printed(a coranto.Appointment) string {
	sure := ""
	if a.Sure() {
		sure = " (shown)"
	}
	return fmt.Sprintf("%s %s %s..%s | %s | %s%s", a.What, a.Status, a.From, a.To, strings.Join(a.Who, ", "), a.Where, sure)
}

// count reads a book and tells what is not as it says.
func count(t *testing.T, name string) tally {
	var c tally
	for _, x := range book(t, name) {
		_, got := read(t, x.text, x.at)
		left := slices.Clone(x.want)
		c.asked += len(left)
		c.given += len(got)
		wrong := false
		take := func(alike func(a, b coranto.Appointment) bool, count func(a, b coranto.Appointment)) {
			got = slices.DeleteFunc(got, func(a coranto.Appointment) bool {
				i := slices.IndexFunc(left, func(b coranto.Appointment) bool { return alike(a, b) })
				if i < 0 {
					return false
				}
				count(a, left[i])
				left = slices.Delete(left, i, i+1)
				return true
			})
		}
		for _, a := range got {
			if a.Sure() {
				c.shown++
			}
		}
		var lines []string
		take(same, func(a, b coranto.Appointment) {
			c.found++
			c.right++
			if a.Sure() {
				c.shownRight++
			}
			c.wherever++
			if a.Where == b.Where {
				c.where++
			} else {
				lines = append(lines, fmt.Sprintf("  where %q, want %q", a.Where, b.Where))
			}
		})
		take(near, func(a, b coranto.Appointment) {
			wrong = true
			c.found++
			lines = append(lines, "  half  "+printed(a), "  want  "+printed(b))
		})
		for _, a := range got {
			lines = append(lines, "  wrong "+printed(a))
		}
		for _, a := range left {
			lines = append(lines, "  lost  "+printed(a))
		}
		if wrong || len(lines) > 0 {
			t.Logf("%s\n%s", x.text, strings.Join(lines, "\n"))
		}
	}
	t.Logf("%s: %v", name, c)
	return c
}

// TestBook holds what share of the examples is read right. Of what may be shown
// nearly all must be: a wrong day costs more than a missing one.
func TestBook(t *testing.T) {
	for _, c := range []struct {
		name                string
		right, recall, sure float64 // of what is given, of the book, of what is shown
	}{
		{"book.txt", 0.95, 0.95, 0.97},
		{"unseen.txt", 0.9, 0.85, 0.95},
		{"later.txt", 0.9, 0.85, 0.95},
		{"fourth.txt", 0.8, 0.75, 0.95},
		{"fifth.txt", 0.9, 0.85, 0.95},
		{"sixth.txt", 0.9, 0.85, 0.95},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := count(t, c.name)
			if p := float64(got.right) / float64(got.given); p < c.right {
				t.Errorf("%.3f of those given are right, want %.2f", p, c.right)
			}
			if r := float64(got.right) / float64(got.asked); r < c.recall {
				t.Errorf("%.3f of those in the book are read right, want %.2f", r, c.recall)
			}
			if p := float64(got.shownRight) / float64(got.shown); p < c.sure {
				t.Errorf("%.3f of those shown are right, want %.2f", p, c.sure)
			}
		})
	}
}
