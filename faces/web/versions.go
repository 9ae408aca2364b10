package web

import (
	"net/http"
	"strings"

	"coranto/desk/compare"
	"coranto/edition"
)

// changes shows how an article became version v since version "since".
func (s *Server) changes(r *http.Request, version, since int) (sheet, error) {
	view, err := s.edition.Changes(r.Context(), r.PathValue("id"), version, since)
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "changes", Title: "What changed: " + view.Headline, View: view}, nil
}

// tallied says in words how two versions differ.
func tallied(t edition.Tally) string {
	var parts []string
	if t.Retitled {
		parts = append(parts, "another headline")
	}
	for _, c := range []struct {
		n    int
		what string
	}{{t.Added, "added"}, {t.Removed, "removed"}, {t.Changed, "changed"}} {
		if c.n > 0 {
			parts = append(parts, count(c.n, "sentence", "sentences")+" "+c.what)
		}
	}
	if t.Added+t.Removed+t.Changed == 0 {
		parts = append(parts, "the same text")
	}
	for _, a := range t.Around {
		parts = append(parts, "other "+a)
	}
	return strings.Join(parts, ", ")
}

// signs are the shapes beside the words for what became of a sentence.
var signs = map[string]string{string(compare.Added): "+", string(compare.Removed): "−", string(compare.Changed): "±"}
