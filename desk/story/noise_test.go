package story

import (
	"fmt"
	"strings"
	"testing"

	"coranto"
)

// event tells in some hundred words of the nth of many fires, in one of three
// ways.
func event(n, way int) Item {
	town, firm, chief, street := invent(n, 1), invent(n, 2), invent(n, 3), invent(n, 4)
	return Item{
		ID: fmt.Sprintf("event %d/%d", n, way), Language: "en", Publisher: fmt.Sprint("paper ", (n+way)%7),
		From: fmt.Sprintf("2026-03-%02dT%02d:00:00Z", 1+n%27, 8+way), To: fmt.Sprintf("2026-03-%02dT%02d:00:00Z", 1+n%27, 8+way),
		Headline: []string{
			fmt.Sprintf("Fire at %s works in %s", title(firm), title(town)),
			fmt.Sprintf("%s plant in %s burns down", title(firm), title(town)),
			fmt.Sprintf("Blaze destroys %s hall of %s", title(town), title(firm)),
		}[way],
		Text: []string{
			fmt.Sprintf("A fire destroyed the works of %s in %s on Tuesday. Fire chief %s said that sprinklers had failed. The smoke drifted over %s Street, where %d people left their homes.", title(firm), title(town), title(chief), title(street), 100+n),
			fmt.Sprintf("The plant of %s in %s burned to the ground on Tuesday; %d people had to leave their homes in %s Street. Sprinklers did not work, according to fire chief %s.", title(firm), title(town), 100+n, title(street), title(chief)),
			fmt.Sprintf("Flames tore through a hall of %s in %s. \"No sprinkler worked,\" said %s, the fire chief. In %s Street %d residents were led out of the smoke on Tuesday.", title(firm), title(town), title(chief), title(street), 100+n),
		}[way],
	}
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Whatever came before, two reports of one event are one story afterwards, and
// that story holds nothing else.
func TestNoiseDrawsNothingIn(t *testing.T) {
	dated := func(it Item, from string) Item { it.From, it.To = from, from; return it }
	var glued strings.Builder
	for n := range 200 {
		glued.WriteString(event(n, n%3).Text + "\n\n")
	}
	for name, noise := range map[string]func(d *Desk){
		"no dates": func(d *Desk) {
			for n := range 300 {
				d.Place(dated(event(n+100, 0), ""))
			}
		},
		"1970 and 2090": func(d *Desk) {
			for n := range 300 {
				d.Place(dated(event(n+100, 0), []string{"1970-01-01", "2090-12-31"}[n%2]))
			}
		},
		"a clock that jumps": func(d *Desk) {
			for n := range 300 {
				d.Place(dated(event(n+100, 0), fmt.Sprintf("20%02d-01-01", n*37%90+10)))
			}
		},
		"one article under a hundred addresses": func(d *Desk) {
			for n := range 100 {
				it := event(100, 0)
				it.ID = fmt.Sprint("address ", n)
				d.Place(it)
			}
		},
		"a publisher that prints one word": func(d *Desk) {
			for n := range 300 {
				d.Place(Item{ID: fmt.Sprint("word ", n), Headline: []string{"Fire", "Live", "Update"}[n%3], Publisher: "terse", From: "2026-03-02", To: "2026-03-02"})
			}
		},
		"two hundred articles glued together": func(d *Desk) {
			for n := range 5 {
				d.Place(Item{ID: fmt.Sprint("glued ", n), Headline: "All that happened", Language: "en", Text: glued.String()[n:], From: "2026-03-02", To: "2026-03-02"})
			}
		},
		"a story of thousands": func(d *Desk) {
			for n := range 600 {
				it := event(100, n%3)
				it.ID, it.Text = fmt.Sprint("told ", n), it.Text+fmt.Sprintf(" A %s from %s spoke to %s about %s.", invent(n, 5), invent(n, 6), invent(n, 7), invent(n, 8))
				d.Place(it)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := New(Options{})
			noise(d)
			for way := range 2 {
				for n := range 20 {
					d.Place(event(n, way))
				}
			}
			for n := range 20 {
				first, second := d.docs[event(n, 0).ID], d.docs[event(n, 1).ID]
				if first.group != second.group {
					t.Errorf("event %d is in two stories", n)
				}
				for _, m := range first.group.members {
					if m != first && m != second && m.id != event(n, 0).ID {
						t.Errorf("event %d holds %s", n, m.id)
					}
				}
			}
		})
	}
}

// The work for one article does not grow with the story it meets, nor with what
// the desk holds.
func TestWorkIsBounded(t *testing.T) {
	// In full with candidates; then two drawn over, each with its own story and the
	// new one; a tie of two groups; and once in a while a story as a whole.
	const most = maxCompared + maxDrawn*2*maxFacing + 2*2*2*maxAsked*maxFacing + maxParted*maxParted/2
	d := New(Options{})
	for n := range 700 {
		it := event(1, n%3)
		it.ID, it.Text = fmt.Sprint("told ", n), it.Text+fmt.Sprintf(" A %s from %s spoke to %s.", invent(n, 5), invent(n, 6), invent(n, 7))
		before := d.index.compared
		d.Place(it)
		if done := d.index.compared - before; done > most {
			t.Fatalf("article %d: compared with %d articles, at most %d are allowed", n, done, most)
		}
	}
	if largest := len(d.docs[fmt.Sprint("told ", 0)].group.members); largest < 300 {
		t.Fatalf("the story has %d articles: too few to tell", largest)
	}
	if story := d.Place(Item{ID: "other", Headline: "Novelist dies", Text: "Marta Oling, who wrote The Salt Road, died at her home in Selm."}).Story; story != coranto.NewID("story", "other") {
		t.Error("the large story draws in another event")
	}
}
