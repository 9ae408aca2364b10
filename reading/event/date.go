package event

import (
	"strings"

	"coranto"
)

func fields(s string) []string { return strings.Fields(s) }

// dateOf is when something took or takes place: the day nearest to the words that
// tell it, in their clause; "" when it names none. A year that stands before a
// noun ("the 1994 treaty") is none of its days, nor is "since 1994".
func (s *sentence) dateOf(v, noun int) (from, to string) {
	m, walls, ok := s.dayFor(v, noun, false)
	if !ok || walls > 1 || m.until || m.word > 0 && s.word(m.word-1) == "since" {
		return "", ""
	}
	if m.last+1 < len(s.Words) && m.End-m.Start == len("1994") && (s.Words[m.last+1].Tag == "NOUN" || s.Words[m.last+1].Tag == "ADJ") {
		return "", ""
	}
	return m.from, m.to
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
