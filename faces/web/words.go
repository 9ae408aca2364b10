package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"time"

	"coranto/archive"
	"coranto/edition"
)

//go:embed templates/*.html
var templates embed.FS

// pages holds a template for every page, each with its own body.
var pages = parsePages("front", "story", "article", "changes", "entity", "facts", "corrections", "arrange", "calendar", "storyline", "figures", "search", "sources", "trouble")

func parsePages(names ...string) map[string]*template.Template {
	all := template.Must(template.New("").Funcs(words).ParseFS(templates, "templates/*.html"))
	set := map[string]*template.Template{}
	for _, name := range names {
		t := template.Must(all.Clone())
		set[name] = template.Must(t.Parse(`{{define "body"}}{{template "` + name + `" .}}{{end}}`))
	}
	return set
}

// styleAddress changes with the style sheet, which may be kept for ever.
var styleAddress = func() string {
	css, err := assets.ReadFile("assets/style.css")
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(css)
	return "/assets/style.css?" + hex.EncodeToString(sum[:4])
}()

var words = template.FuncMap{
	"count":    count,
	"join":     func(list []string) string { return strings.Join(list, ", ") },
	"few":      few,
	"lang":     language,
	"dir":      direction,
	"host":     host,
	"class":    runClass,
	"title":    runTitle,
	"datetime": runDate,
	"tallied":  tallied,
	"handled":  func(made []edition.Correction, hands bool) any { return handled[[]edition.Correction]{made, hands} },
	"arranged": func(made []edition.Arrangement, story string, hands bool) any {
		return struct {
			Made  []edition.Arrangement
			Story string
			Hands bool
		}{made, story, hands}
	},
	"factOf":  factOf,
	"plain":   func(field string) string { return strings.ReplaceAll(field, "_", " ") },
	"brief":   brief,
	"sign":    func(kind string) string { return signs[kind] },
	"outcome": func(s archive.Status) string { return outcomes[s].title },
	"meaning": func(s archive.Status) string { return outcomes[s].meaning },
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// few names at most five and counts the rest.
func few(names []string) string {
	const most = 5
	if len(names) <= most+1 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " and " + strconv.Itoa(len(names)-most) + " more"
}

// thousands sets a narrow blank between groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// language is a lang attribute: "" where it is not known.
func language(code string) string {
	if code == "und" {
		return ""
	}
	return code
}

var rightToLeft = map[string]bool{
	"ar": true, "arc": true, "ckb": true, "dv": true, "fa": true, "he": true, "iw": true, "ks": true, "nqo": true,
	"ps": true, "sd": true, "syr": true, "ug": true, "ur": true, "yi": true,
}

// direction is a dir attribute: what the language says, else what the words say.
func direction(code string) string {
	base, _, _ := strings.Cut(code, "-")
	switch {
	case base == "" || base == "und":
		return "auto"
	case rightToLeft[base]:
		return "rtl"
	default:
		return "ltr"
	}
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.")
}

func runClass(r edition.Run) string {
	var classes []string
	for _, c := range []struct {
		name string
		on   bool
	}{{"said", r.Said != ""}, {"date", r.Date != ""}, {"name", r.Name != ""}, {"figure", r.Figure != ""}, {"caveat", r.Caveat != ""}, {"damaged", r.Damaged}} {
		if c.on {
			classes = append(classes, c.name)
		}
	}
	return strings.Join(classes, " ")
}

func runTitle(r edition.Run) string {
	var parts []string
	if r.Damaged {
		parts = append(parts, "words are missing or spliced here")
	}
	if r.Name != "" {
		parts = append(parts, r.Name)
	}
	if r.Date != "" {
		parts = append(parts, r.Date)
	}
	if r.Figure != "" {
		parts = append(parts, r.Figure)
	}
	if r.Caveat != "" {
		parts = append(parts, r.Caveat)
	}
	if r.Said != "" {
		parts = append(parts, "said by "+r.Said)
	}
	return strings.Join(parts, "; ")
}

// runDate is a datetime attribute: the value where HTML has a form for it.
func runDate(r edition.Run) string {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if _, err := time.Parse(layout, r.Date); err == nil {
			return r.Date
		}
	}
	return ""
}

var outcomes = map[archive.Status]struct{ title, meaning string }{
	archive.Failed:  {"× Failed", "These could not be read. Each says why, and what to do."},
	archive.Skipped: {"○ Skipped", "These are nothing that is read here."},
	archive.Barren:  {"◌ Without an article", "These were read and hold only furniture: menus, teasers, promotion."},
}
