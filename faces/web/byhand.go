package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"coranto"
	"coranto/edition"
)

// Hand keeps what a reader does by hand.
type Hand interface {
	Correct(ctx context.Context, c coranto.Correction) error
	UndoCorrection(ctx context.Context, id string, at time.Time) error
	Arrange(ctx context.Context, a coranto.Arrangement) (coranto.Arrangement, error)
	UndoArrangement(ctx context.Context, id string, at time.Time) error
}

// formLimit caps the bytes of what a reader sends.
const formLimit = 64 << 10

// handled is a view that has forms where things can be changed.
type handled[T any] struct {
	View  T
	Hands bool
}

func (s *Server) facts(r *http.Request) (sheet, error) {
	version, err := number(r, "v")
	if err != nil {
		return sheet{}, err
	}
	view, err := s.edition.Facts(r.Context(), r.PathValue("id"), version)
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "facts", Title: "What was found: " + view.Headline, View: handled[*edition.Facts]{view, s.hand != nil}}, nil
}

// handwork is all that readers did by hand.
type handwork struct {
	Corrections  []edition.Correction
	Arrangements []edition.Arrangement
}

func (s *Server) corrections(r *http.Request) (sheet, error) {
	var view handwork
	var err error
	if view.Corrections, err = s.edition.Corrections(r.Context()); err != nil {
		return sheet{}, err
	}
	if view.Arrangements, err = s.edition.Arrangements(r.Context()); err != nil {
		return sheet{}, err
	}
	return sheet{Name: "corrections", Title: "By hand", View: handled[handwork]{view, s.hand != nil}}, nil
}

// correct hides a fact, or sets those of its fields that a form changed.
func (s *Server) correct(r *http.Request) (back string, err error) {
	var at coranto.Span
	var version int
	for name, n := range map[string]*int{"v": &version, "start": &at.Start, "end": &at.End} {
		if *n, err = strconv.Atoi(r.PostFormValue(name)); err != nil {
			return "", coranto.Errorf(coranto.Usage, "correct", "", "go back to the article and choose anew", "%s=%q is no number", name, r.PostFormValue(name))
		}
	}
	values := map[string]string{}
	for name := range r.PostForm {
		if field, ok := strings.CutPrefix(name, "set."); ok {
			values[field] = strings.TrimSpace(r.PostForm.Get(name))
		}
	}
	id := r.PathValue("id")
	made, err := s.edition.Corrected(r.Context(), id, version, coranto.FactKind(r.PostFormValue("kind")), at,
		r.PostForm.Has("hide"), values, time.Now().UTC())
	if err != nil {
		return "", err
	}
	for _, c := range made {
		if err := s.hand.Correct(r.Context(), c); err != nil {
			return "", err
		}
	}
	return "/articles/" + url.PathEscape(id) + "/facts?v=" + strconv.Itoa(version), nil
}

func (s *Server) undo(r *http.Request) (back string, err error) {
	if err := s.hand.UndoCorrection(r.Context(), r.PathValue("id"), time.Now().UTC()); err != nil {
		return "", err
	}
	if article := r.PostFormValue("article"); article != "" {
		return "/articles/" + url.PathEscape(article) + "/facts", nil
	}
	return "/corrections", nil
}

func (s *Server) arranging(r *http.Request) (sheet, error) {
	view, err := s.edition.Arranging(r.Context(), r.PathValue("id"))
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "arrange", Title: "Arrange: " + view.Headline, View: handled[*edition.Arranging]{view, s.hand != nil}}, nil
}

// arrange does to a story what the pressed button says.
func (s *Server) arrange(r *http.Request) (back string, err error) {
	id, now := r.PathValue("id"), time.Now().UTC()
	a := coranto.Arrangement{Made: now}
	switch deed := r.PostFormValue("do"); deed {
	case "pin":
		a.Pins = []coranto.Pinned{{Story: id, Article: r.PostFormValue("headline")}}
		a = a.Identify()
	case "split", "move", "join":
		articles, into := r.PostForm["article"], strings.TrimSpace(r.PostFormValue("into"))
		switch {
		case deed == "split":
			into = ""
		case into == "":
			return "", coranto.Errorf(coranto.Usage, "arrange", "", "choose a story, or give its address", "it is not said which story")
		}
		if deed == "join" {
			articles = nil
		} else if len(articles) == 0 {
			return "", coranto.Errorf(coranto.Usage, "arrange", "", "tick the articles that are meant", "no article is chosen")
		}
		if a, err = s.edition.Moving(r.Context(), id, articles, into, now); err != nil {
			return "", err
		}
	default:
		return "", coranto.Errorf(coranto.Usage, "arrange", "", "use the buttons of the page", "%q is nothing that can be done", deed)
	}
	if _, err := s.hand.Arrange(r.Context(), a); err != nil {
		return "", err
	}
	if len(a.Moves) > 0 {
		id = a.Moves[0].To
	}
	return "/stories/" + url.PathEscape(id) + "/arrange", nil
}

func (s *Server) undoArrangement(r *http.Request) (back string, err error) {
	if err := s.hand.UndoArrangement(r.Context(), r.PathValue("id"), time.Now().UTC()); err != nil {
		return "", err
	}
	if story := r.PostFormValue("story"); story != "" {
		return "/stories/" + url.PathEscape(story) + "/arrange", nil
	}
	return "/corrections", nil
}

// change lets a reader change something and then shows what came of it.
func (s *Server) change(do func(r *http.Request) (back string, err error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, formLimit)
		err := r.ParseForm()
		if err != nil {
			err = coranto.Errorf(coranto.Usage, "correct", "", "send the page's own form", "%w", err)
		}
		var back string
		if err == nil {
			back, err = do(r)
		}
		if err != nil {
			s.trouble(w, r, statusOf(err), err)
			return
		}
		http.Redirect(w, r, back, http.StatusSeeOther)
	}
}

// factForm is a fact with what its form needs.
type factForm struct {
	edition.Fact
	Of    *edition.Facts
	Hands bool
}

func factOf(f edition.Fact, of *edition.Facts, hands bool) factForm { return factForm{f, of, hands} }

// brief is the beginning of a passage.
func brief(s string) string {
	const most = 120
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most]) + "…"
}
