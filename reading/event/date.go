package event

import (
	"strings"

	"coranto"
	"coranto/reading/when"
)

func fields(s string) []string { return strings.Fields(s) }

// dateOf is when something takes place: the date nearest to the words that tell
// it, in their sentence; "" when it names none.
func (s *sentence) dateOf(v, noun int) (from, to string) {
	best, near := -1, 0
	for i, t := range s.times {
		if t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		if a, _ := when.Interval(t.Value); a == "" || s.saidThen(t) {
			continue
		}
		d := distance(t, s.Words[v].Span)
		if noun >= 0 {
			d = min(d, distance(t, s.Words[noun].Span))
		}
		if best < 0 || d < near {
			best, near = i, d
		}
	}
	if best < 0 {
		return "", ""
	}
	return when.Interval(s.times[best].Value)
}

// saidThen tells times at which something was said, by the cue beside them: "he
// said on Friday", "on Friday told".
func (s *sentence) saidThen(t coranto.Time) bool {
	for i, w := range s.Words {
		if w.Start < t.Start {
			continue
		}
		for k := i - 1; k >= max(0, i-2); k-- {
			if saying[s.Lemma(k)] && s.verbal(k) {
				return true
			}
			if s.Words[k].Tag != "ADP" {
				break
			}
		}
		for i < len(s.Words) && s.Words[i].Start < t.End {
			i++
		}
		return i < len(s.Words) && s.verbal(i) && saying[s.Lemma(i)]
	}
	return false
}

var saying = set("say tell announce report state add confirm declare explain note write warn reveal")

func distance(t coranto.Time, w coranto.Span) int {
	if t.Start >= w.End {
		return t.Start - w.End
	}
	return max(0, w.Start-t.End)
}

// whereOf is the place that hangs by "in" or "at" on what tells the event.
func (s *sentence) whereOf(v, noun int) string {
	for _, at := range []int{noun, v} {
		if at < 0 {
			continue
		}
		for _, k := range s.kids[at] {
			c := s.caseOf(k)
			if c != "in" && c != "at" && c != "near" && c != "across" || s.dated(k) {
				continue
			}
			if m := s.marks[k]; m >= 0 {
				if e := s.entities[s.scene.marks[m].entity]; e.Type == coranto.Place || e.Type == coranto.State {
					return e.Name
				}
			}
		}
	}
	return ""
}
