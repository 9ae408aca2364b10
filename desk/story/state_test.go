package story

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// state is what a desk remembers, as text that does not depend on how it came to
// be.
func (d *Desk) state() string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(d.groups)) {
		g := d.groups[id]
		fmt.Fprintf(&b, "story %s\n", id)
		for _, m := range g.members {
			fmt.Fprintf(&b, "  %s of %q mute %v\n", m.id, m.wireOf, m.mute)
		}
		for f, vocabulary := range g.vocabulary {
			var lines []string
			for _, h := range vocabulary {
				lines = append(lines, fmt.Sprintf("  %d %x %d %d\n", f, d.index.terms[h.term].hash, h.docs(), h.body()))
			}
			slices.Sort(lines)
			b.WriteString(strings.Join(lines, ""))
		}
	}
	var lines []string
	for hash, id := range d.index.ids {
		var docs []string
		for _, slot := range d.index.terms[id].docs {
			docs = append(docs, d.index.docs[slot].id)
		}
		lines = append(lines, fmt.Sprintf("term %x %d %v\n", hash, d.index.stats[id].df, docs))
	}
	slices.Sort(lines)
	b.WriteString(strings.Join(lines, ""))
	return b.String()
}
