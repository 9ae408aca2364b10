package web

import (
	"errors"
	"net/http"
	"strings"

	"coranto"
	"coranto/edition"
)

// statuses maps what went wrong to the HTTP status that says so.
var statuses = map[coranto.Kind]int{
	coranto.Usage:       http.StatusBadRequest,
	coranto.Empty:       http.StatusNotFound,
	coranto.NotFound:    http.StatusNotFound,
	coranto.Refused:     http.StatusForbidden,
	coranto.TooLarge:    http.StatusRequestEntityTooLarge,
	coranto.Unsupported: http.StatusUnsupportedMediaType,
	coranto.Unreachable: http.StatusBadGateway,
	coranto.Busy:        http.StatusServiceUnavailable,
	coranto.Full:        http.StatusInsufficientStorage,
	coranto.Unreadable:  http.StatusInternalServerError,
	coranto.Damaged:     http.StatusInternalServerError,
	coranto.Internal:    http.StatusInternalServerError,
}

func statusOf(err error) int { return statuses[coranto.KindOf(err)] }

// titles say a status in the reader's words.
var titles = map[int]string{
	http.StatusNotFound:            "This is not here",
	http.StatusBadRequest:          "That cannot be asked this way",
	http.StatusMethodNotAllowed:    "Nothing can be changed here",
	http.StatusServiceUnavailable:  "The archive is busy",
	http.StatusInternalServerError: "Something went wrong here",
}

// apology is what a page of trouble says; Home is where to go from there.
type apology struct{ Title, Why, Hint, Home string }

// trouble answers with a page that says what went wrong and what to do. What
// lies inside the house is told to the log, not to the reader.
func (s *Server) trouble(w http.ResponseWriter, r *http.Request, status int, err error) {
	view := apology{Title: titles[status], Home: "/"}
	if view.Title == "" {
		view.Title = http.StatusText(status)
	}
	var e *coranto.Error
	if errors.As(err, &e) && status < http.StatusInternalServerError {
		view.Why, view.Hint = sentenced(e.Why()), sentenced(e.Hint)
	} else {
		s.log.Error("page failed", "path", r.URL.Path, "status", status, "err", err)
		view.Why = "The page could not be made; the log says why."
	}
	sh := sheet{Name: "trouble", Title: view.Title, Query: r.FormValue("q"), View: view}
	if head, err := s.edition.Masthead(r.Context()); err == nil {
		sh.Masthead = &head
	} else {
		sh.Masthead = (*edition.Masthead)(nil)
	}
	if err := s.write(w, status, sh); err != nil {
		s.log.Error("page of trouble failed", "err", err)
		http.Error(w, view.Title, status)
	}
}

// sentenced makes an error's words a sentence.
func sentenced(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
