package storyline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/desk/storyline"
)

// item is an article of the story of the same name, unless it says otherwise,
// about the persons named.
func item(id, day string, about ...string) storyline.Item {
	it := storyline.Item{ID: id, Story: id, Published: day, Chief: map[string]bool{}}
	for _, name := range about {
		it.Entities = append(it.Entities, coranto.Entity{Name: name, Type: coranto.Person})
		it.Chief[name] = true
	}
	return it
}

func appoints(it storyline.Item, what, on, where string, who ...string) storyline.Item {
	it.Appointments = append(it.Appointments, coranto.Appointment{What: what, Who: who, Where: where, From: on, To: on, Status: "announced", Confidence: 1})
	return it
}

func does(it storyline.Item, kind, actor, target, where string) storyline.Item {
	it.Events = append(it.Events, coranto.Event{Type: kind, Verb: verbs[kind], Actors: []string{actor}, Targets: []string{target}, Where: where, Modality: "happened",
		From: it.Published, To: it.Published, Confidence: 0.6})
	return it
}

// contest is what candidates do to each other.
func contest(it storyline.Item, where string) storyline.Item {
	it = does(it, "ASSAULT", "Velmark Party", "Signe Halvard", where)
	it.Events[0].Verb = "beat"
	return it
}

var verbs = map[string]string{"ASSAULT": "struck", "COERCE": "expelled", "SANCTION": "put tariffs on", "CONSULT": "met"}

// others are stories that have nothing to do with any.
func others(n int) (list []storyline.Item) {
	for i := range n {
		list = append(list, item(fmt.Sprint("other", i), "2031-05-01", fmt.Sprint("Somebody ", i), fmt.Sprint("Another ", i)))
	}
	return list
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []storyline.Item
		want  []string // "story <- precedent: why"
	}{
		{"the announcement, the meeting, and not last year's", []storyline.Item{
			appoints(item("last-year", "2030-05-01"), "talks", "2030-05-09", "", "Velmark", "Rodvania"),
			appoints(item("announced", "2031-05-01"), "talks", "2031-05-09", "", "Velmark", "Rodvania"),
			does(item("held", "2031-05-09"), "CONSULT", "Rodvania", "Velmark", ""),
		}, []string{"held <- announced: same appointment"}},
		{"tit for tat over somebody", []storyline.Item{
			does(item("expels", "2031-05-01", "Mikkel Rann"), "COERCE", "Velmark", "Rodvania", ""),
			does(item("expels-too", "2031-05-04", "Mikkel Rann"), "COERCE", "Rodvania", "Velmark", ""),
		}, []string{"expels-too <- expels: same two actors, answering"}},
		{"two states alone are not enough", []storyline.Item{
			does(item("tariffs", "2031-05-01"), "SANCTION", "Velmark", "Rodvania", ""),
			does(item("shots", "2031-05-04"), "ASSAULT", "Rodvania", "Velmark", ""),
		}, nil},
		{"an answer comes soon", []storyline.Item{
			does(item("expels", "2031-05-01", "Mikkel Rann"), "COERCE", "Velmark", "Rodvania", ""),
			does(item("months-later", "2031-08-04", "Mikkel Rann"), "COERCE", "Rodvania", "Velmark", ""),
		}, nil},
		{"one conflict at one place", []storyline.Item{
			does(item("strike", "2031-05-01", "Huda al-Sahli"), "ASSAULT", "drones", "terminal", "Mina Murjan"),
			does(item("second-strike", "2031-05-08", "Huda al-Sahli"), "ASSAULT", "Somebody", "terminal", "Mina Murjan"),
			does(item("elsewhere", "2031-05-08", "Huda al-Sahli"), "ASSAULT", "Somebody", "station", "Ghadran"),
		}, []string{"second-strike <- strike: same place and conflict"}},
		{"who attacks with words makes no conflict", []storyline.Item{
			contest(item("rally", "2031-05-01", "Henrik Solbrandt"), "Sundhavn"),
			contest(item("rally-again", "2031-05-03", "Henrik Solbrandt"), "Sundhavn"),
		}, nil},
		{"two names of one person are one", []storyline.Item{
			item("book", "2031-05-01", "Tove Lindmark", "Lindmark"),
			item("reading", "2031-05-20", "Tove Lindmark", "Lindmark"),
		}, nil},
		{"the same two people", []storyline.Item{
			item("trial", "2031-05-01", "Mikkel Rann", "Tove Lindmark"),
			item("verdict", "2031-05-20", "Tove Lindmark", "Mikkel Rann"),
			item("one-of-them", "2031-05-20", "Tove Lindmark", "Joren Aasvik"),
		}, []string{"verdict <- trial: same people"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := storyline.New(storyline.Options{})
			var got []string
			for _, it := range append(others(120), c.items...) {
				if l, ok := d.Decide(it); ok {
					got = append(got, fmt.Sprintf("%s <- %s: %s", l.Story, l.To, l.Why))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
		})
	}
}

// TestNoneSwallowsTheDesk has one pair in everything.
func TestNoneSwallowsTheDesk(t *testing.T) {
	d := storyline.New(storyline.Options{})
	linked := 0
	for i := range 400 {
		if _, ok := d.Decide(item(fmt.Sprint(i), "2031-05-01", "Signe Halvard", "Joren Aasvik")); ok {
			linked++
		}
	}
	if linked > 40 {
		t.Errorf("%d of 400 stories were linked by who is in all of them", linked)
	}
}

// TestRecall decides alike whether the desk went on or began anew, also after
// stories merged and articles moved and changed.
func TestRecall(t *testing.T) {
	const window = 200
	type kept struct {
		storyline.Item
	}
	run := func(restart bool) string {
		var out strings.Builder
		var all []*kept
		lines := map[string]string{}
		d := storyline.New(storyline.Options{Window: window})
		for i := range 320 {
			it := item(fmt.Sprint("a", i), fmt.Sprintf("2031-05-%02d", 1+i/18), fmt.Sprint("P", i/3), fmt.Sprint("Q", i/3), fmt.Sprint("R", i%9))
			it.Story = fmt.Sprint("s", i/2)
			if i%7 == 3 {
				to := fmt.Sprint("s", i/2-1)
				d.Merge(it.Story, to)
				for _, k := range all {
					if k.Story == it.Story {
						k.Story = to
					}
				}
				if lines[to] == "" {
					lines[to] = lines[it.Story]
				}
				it.Story = to
			}
			if l, ok := d.Decide(it); ok {
				lines[l.Story] = l.Storyline
				if lines[l.To] == "" {
					lines[l.To] = l.Storyline
				}
				fmt.Fprintln(&out, i, l)
			}
			all = append(all, &kept{Item: it})
			if restart {
				d = storyline.New(storyline.Options{Window: window})
				for _, k := range all[max(0, len(all)-window):] {
					d.Recall(k.Item, lines[k.Story])
				}
			}
		}
		return out.String()
	}
	went, anew := run(false), run(true)
	if went == "" {
		t.Fatal("no link was made")
	}
	if diff := cmp.Diff(went, anew); diff != "" {
		t.Errorf("begun anew each time (-went on +anew):\n%s", diff)
	}
}
