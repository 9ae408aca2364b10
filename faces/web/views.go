package web

import (
	"mime"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"time"

	"coranto"
	"coranto/edition"
)

// turn leads from one page of a list to the next.
type turn struct {
	Page, Pages          int
	Newer, Older         string // addresses
	NewerWord, OlderWord string
}

func (s *Server) front(r *http.Request) (sheet, error) {
	page, err := number(r, "page")
	if err != nil {
		return sheet{}, err
	}
	since, remember := visit(r, s.edition.Now())
	f, err := s.edition.Front(r.Context(), max(1, page), since)
	if err != nil {
		return sheet{}, err
	}
	view := struct {
		*edition.Front
		Turn turn
	}{f, turn{f.Page, f.Pages, "/", "/?page=" + strconv.Itoa(f.Page+1), "newer", "older"}}
	if f.Page > 2 {
		view.Turn.Newer = "/?page=" + strconv.Itoa(f.Page-1)
	}
	return sheet{Name: "front", View: view, Remember: remember}, nil
}

func (s *Server) story(r *http.Request) (sheet, error) {
	since, err := sinceOf(r)
	if err != nil {
		return sheet{}, err
	}
	view, err := s.edition.StorySince(r.Context(), r.PathValue("id"), since)
	if err != nil {
		return sheet{}, err
	}
	if last, _ := visit(r, s.edition.Now()); !last.IsZero() {
		view.Changed.Choices = append(view.Changed.Choices, edition.Choice{Text: "your last visit", Href: r.URL.Path + "?" + url.Values{"since": {last.UTC().Format(time.RFC3339)}, "by": {"arrival"}}.Encode()})
	}
	if view.ID != r.PathValue("id") { // it was merged into another
		return sheet{Moved: "/stories/" + view.ID}, nil
	}
	return sheet{Name: "story", Title: view.Headline, View: view}, nil
}

// sinceOf reads from which moment an address asks what changed: since=DATE, and
// by=arrival to go by when articles came in.
func sinceOf(r *http.Request) (edition.Since, error) {
	value := r.FormValue("since")
	if value == "" {
		return edition.Since{}, nil
	}
	since := edition.Since{Arrival: r.FormValue("by") == "arrival"}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		at, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		since.At = at
		if layout == time.DateOnly {
			since.At = edition.SinceDay(at).At
		}
		return since, nil
	}
	return since, coranto.Errorf(coranto.Usage, "open", "", "write 2026-10-12 or leave it out", "since=%q is no date", value)
}

func (s *Server) article(r *http.Request) (sheet, error) {
	version, err := number(r, "v")
	if err != nil {
		return sheet{}, err
	}
	if since, err := number(r, "since"); err != nil || since > 0 {
		if err != nil {
			return sheet{}, err
		}
		return s.changes(r, version, since)
	}
	view, err := s.edition.Article(r.Context(), r.PathValue("id"), version)
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "article", Title: view.Headline, View: view}, nil
}

func (s *Server) search(r *http.Request) (sheet, error) {
	page, err := number(r, "page")
	if err != nil {
		return sheet{}, err
	}
	found, err := s.edition.Search(r.Context(), r.FormValue("q"), page)
	if err != nil {
		return sheet{}, err
	}
	at := func(page int) string {
		return "/search?" + url.Values{"q": {found.Query}, "page": {strconv.Itoa(page)}}.Encode()
	}
	view := struct {
		*edition.Results
		Turn turn
	}{found, turn{found.Page, found.Pages, at(found.Page - 1), at(found.Page + 1), "better", "further"}}
	title := "Search"
	if found.Query != "" {
		title = found.Query
	}
	return sheet{Name: "search", Title: title, Query: found.Query, View: view}, nil
}

func (s *Server) entity(r *http.Request) (sheet, error) {
	since, err := sinceOf(r)
	if err != nil {
		return sheet{}, err
	}
	if since.At.IsZero() {
		since.At, _ = visit(r, s.edition.Now())
	}
	view, err := s.edition.Entity(r.Context(), r.PathValue("id"), since.At)
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "entity", Title: view.Name, View: view}, nil
}

func (s *Server) figures(r *http.Request) (sheet, error) {
	page, err := number(r, "page")
	if err != nil {
		return sheet{}, err
	}
	found, err := s.edition.Figures(r.Context(), r.FormValue("q"), page)
	if err != nil {
		return sheet{}, err
	}
	at := func(page int) string {
		return "/figures?" + url.Values{"q": {found.Query}, "page": {strconv.Itoa(page)}}.Encode()
	}
	view := struct {
		*edition.Figures
		Turn turn
	}{found, turn{found.Page, found.Pages, at(found.Page - 1), at(found.Page + 1), "newer", "older"}}
	return sheet{Name: "figures", Title: "Figures", View: view}, nil
}

func (s *Server) sources(r *http.Request) (sheet, error) {
	view, err := s.edition.Sources(r.Context())
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "sources", Title: "Sources", View: view}, nil
}

// original sends a page as it came, as text that no browser interprets.
func (s *Server) original(w http.ResponseWriter, r *http.Request) {
	version, err := number(r, "v")
	if err != nil {
		s.trouble(w, r, statusOf(err), err)
		return
	}
	page, err := s.edition.Original(r.Context(), r.PathValue("id"), version)
	if err != nil {
		s.trouble(w, r, statusOf(err), err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset="+charsetOf(page.MediaType))
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
	w.Header().Set("Content-Length", strconv.Itoa(len(page.Body)))
	w.Header().Set("Cache-Control", "private, no-cache")
	if _, err := w.Write(page.Body); err != nil {
		s.log.Debug("reader went away", "err", err)
	}
}

var charsetName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.:-]{0,39}$`)

// charsetOf returns the charset that a page's server declared, else UTF-8.
func charsetOf(mediaType string) string {
	if _, params, err := mime.ParseMediaType(mediaType); err == nil && charsetName.MatchString(params["charset"]) {
		return params["charset"]
	}
	return "utf-8"
}

func nowhere(r *http.Request) (sheet, error) {
	return sheet{}, coranto.Errorf(coranto.NotFound, "", "", "start from the front page, or search", "there is no page at this address")
}

// number returns the natural number that an address gives under a name, 0 when
// it gives none.
func number(r *http.Request, name string) (int, error) {
	value := r.FormValue(name)
	if value == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > 1<<30 {
		return 0, coranto.Errorf(coranto.Usage, "open", "", "leave it out", "%s=%q is not a number from 1", name, value)
	}
	return n, nil
}
