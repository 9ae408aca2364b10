// Package web shows an edition to a browser: pages made on the server with
// html/template, one style sheet, no script and no request to anywhere else.
// Only a reader on the same machine can change anything through it (byhand.go).
package web

import (
	"bytes"
	"context"
	"embed"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"coranto"
	"coranto/edition"
)

//go:embed assets/style.css assets/icon.svg
var assets embed.FS

// answerWithin caps how long one page may take to be made.
const answerWithin = 20 * time.Second

// Options of a Server. The zero value is usable.
type Options struct {
	Log  *slog.Logger // where mistakes of ours are told; nil: slog.Default()
	Hand Hand         // keeps what a reader changes; nil: nothing can be changed
}

// Server answers the web addresses of an edition.
type Server struct {
	edition *edition.Edition
	log     *slog.Logger
	hand    Hand // nil where nothing can be changed
	handler http.Handler
}

// New returns a server of an edition.
func New(e *edition.Edition, opt Options) *Server {
	s := &Server{edition: e, log: opt.Log, hand: opt.Hand}
	if s.log == nil {
		s.log = slog.Default()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page(s.front))
	mux.HandleFunc("GET /stories/{id}", s.page(s.story))
	mux.HandleFunc("GET /articles/{id}", s.page(s.article))
	mux.HandleFunc("GET /articles/{id}/original", s.original)
	mux.HandleFunc("GET /entities/{id}", s.page(s.entity))
	mux.HandleFunc("GET /articles/{id}/facts", s.page(s.facts))
	mux.HandleFunc("POST /articles/{id}/facts", s.change(s.correct))
	mux.HandleFunc("GET /stories/{id}/arrange", s.page(s.arranging))
	mux.HandleFunc("POST /stories/{id}/arrange", s.change(s.arrange))
	mux.HandleFunc("POST /arrangements/{id}/undo", s.change(s.undoArrangement))
	mux.HandleFunc("GET /corrections", s.page(s.corrections))
	mux.HandleFunc("POST /corrections/{id}/undo", s.change(s.undo))
	mux.HandleFunc("GET /search", s.page(s.search))
	mux.HandleFunc("GET /storylines/{id}", s.page(s.storyline))
	mux.HandleFunc("GET /calendar", s.page(s.calendar))
	mux.HandleFunc("GET /calendar.ics", s.calendarFile)
	mux.HandleFunc("GET /figures", s.page(s.figures))
	mux.HandleFunc("GET /sources", s.page(s.sources))
	mux.HandleFunc("GET /assets/{name}", s.asset)
	mux.HandleFunc("/", s.page(nowhere))
	s.handler = http.NewCrossOriginProtection().Handler(guard(s.readOnly(mux)))
	return s
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// policy lets a page load our style sheet, our pictures and nothing else.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		ctx, cancel := context.WithTimeout(r.Context(), answerWithin)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (s *Server) readOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reads := r.Method == http.MethodGet || r.Method == http.MethodHead
		if !reads && (s.hand == nil || r.Method != http.MethodPost) {
			w.Header().Set("Allow", "GET, HEAD")
			s.trouble(w, r, http.StatusMethodNotAllowed, coranto.Errorf(coranto.Usage, "", "", "", "pages can be read here, not changed"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sheet is what every page is made of.
type sheet struct {
	Name     string // of the page's template
	Title    string
	Query    string // in the search field
	Style    string
	Masthead *edition.Masthead // nil when even that could not be had
	View     any
	Remember *http.Cookie // to be set; may be nil
	Moved    string       // the address where it is now; "" for here
}

// view makes a page, or says why it cannot.
type view func(r *http.Request) (sheet, error)

func (s *Server) page(make view) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sh, err := make(r)
		if sh.Moved != "" {
			http.Redirect(w, r, sh.Moved, http.StatusPermanentRedirect)
			return
		}
		if err == nil {
			var head edition.Masthead
			if head, err = s.edition.Masthead(r.Context()); err == nil {
				sh.Masthead = &head
				err = s.write(w, http.StatusOK, sh)
			}
		}
		if err != nil {
			s.trouble(w, r, statusOf(err), err)
		}
	}
}

// write sends a page, or nothing when it cannot be made whole.
func (s *Server) write(w http.ResponseWriter, status int, sh sheet) error {
	sh.Style = styleAddress
	var b bytes.Buffer
	if err := pages[sh.Name].ExecuteTemplate(&b, "page", sh); err != nil {
		return err
	}
	if sh.Remember != nil {
		http.SetCookie(w, sh.Remember)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "private, no-cache")
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(status)
	if _, err := b.WriteTo(w); err != nil {
		s.log.Debug("reader went away", "err", err)
	}
	return nil
}

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	body, err := assets.ReadFile("assets/" + name)
	if err != nil {
		s.page(nowhere)(w, r)
		return
	}
	mediaType := "text/css; charset=utf-8"
	if strings.HasSuffix(name, ".svg") {
		mediaType = "image/svg+xml"
	}
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
}
