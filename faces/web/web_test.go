package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/cascadia"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"coranto"
	"coranto/edition"
	"coranto/edition/editiontest"
)

// newServer serves the sample articles as they stand at editiontest.Now.
func newServer() *Server { return serverOf(editiontest.New()) }

func serverOf(desk *editiontest.Desk) *Server {
	now := func() time.Time { return editiontest.Now }
	return New(edition.New(desk, editiontest.Names{}, now), Options{Log: slog.New(slog.DiscardHandler)})
}

func ask(s http.Handler, method, target string) *http.Response {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w.Result()
}

// sheetOf parses a page.
func sheetOf(t *testing.T, r *http.Response) *html.Node {
	t.Helper()
	doc, err := html.Parse(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// texts returns what stands in the elements that a selector finds, an attribute
// of them with "selector@name".
func texts(doc *html.Node, selector string) []string {
	selector, name, _ := strings.Cut(selector, "@")
	var list []string
	for _, n := range cascadia.QueryAll(doc, cascadia.MustCompile(selector)) {
		if name == "" {
			list = append(list, strings.Join(strings.Fields(textOf(n)), " "))
			continue
		}
		for _, a := range n.Attr {
			if a.Key == name {
				list = append(list, a.Val)
			}
		}
	}
	return list
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func TestPages(t *testing.T) {
	s := newServer()
	for _, c := range []struct {
		path, selector string
		first          string // what the first element found says; "" for none found
	}{
		{"/", "h1", "Coranto"},
		{"/", ".folio", "Saturday 21 November 2026 16 stories 11 publishers"},
		{"/", ".lead h2 a@href", "/stories/gas"},
		{"/", ".lead .data", "6 publishers in 4 countries, 2 wire copies 2 h ago"},
		{"/", ".lead .mark a@href", "/articles/gas-1?v=1#s1"},
		{"/", ".lead .mark a@aria-label", "Evidence 1: Karsian News Agency"},
		{"/", ".others [lang=ar]@dir", "rtl"},
		{"/", ".voice figcaption", "Dessa Orlin, Karsian foreign minister"},
		{"/", "[aria-current=page]", "Front"},
		{"/", ".pages", ""},
		{"/stories/gas", "h1", "Karsia and Velmark agree to reopen Tarn gas line on 1 December"},
		{"/stories/gas", "title", "Karsia and Velmark agree to reopen Tarn gas line on 1 December — Coranto"},
		{"/stories/gas", ".copies", "+2"},
		{"/stories/gas", ".mark a@aria-label", "Evidence 1: Karsian News Agency and 2 wire copies"},
		{"/stories/gas", ".tellers details summary", "2 wire copies"},
		{"/stories/gas", ".tellers details a@href", "/articles/gas-2"},
		{"/stories/flood", ".counts dt", "killed"},
		{"/articles/gas-2", ".notice", "⧉ Wire copy of Karsia and Velmark agree to reopen Tarn gas line on 1 December, Karsian News Agency another headline, 7 sentences removed, 1 sentence changed"},
		{"/articles/gas-2", ".made li a@href", "/articles/gas-1?v=1#s1"},
		{"/stories/flood", ".counts li", "12 no source named1The Port Sell Observer"},
		{"/stories/flood", ".counts li + li .data", "secours de Sarovie"},
		{"/stories/flood", ".counts .mark a@href", "/articles/flood-2?v=1#s1"},
		{"/stories/gas", ".caveats dt", "no comment Dessa Orlin"},
		{"/stories/gas", ".caveats dd .mark a@href", "/articles/gas-1?v=1#s4"},
		{"/articles/gas-1", "#s2 .figure@title", "11 hours, length of talks"},
		{"/articles/gas-1", "#s4 .caveat@title", "no comment, Dessa Orlin"},
		{"/articles/gas-1", ".notes .caveat a@href", "#s4"},
		{"/stories/flood", ".telling header .data", "3 publishers in 3 countries, 3 independent origins since 20 Nov, newest 1 h ago"},
		{"/stories/gas", ".chief li .data", "Karsian News Agency 3 publishers, one origin: Karsian News Agency"},
		{"/stories/gas", ".chief .mark a@href", "/articles/gas-1?v=1#s1"},
		{"/stories/gas", ".speaker .origins", "3 publishers, one origin: Karsian News Agency The Velmark Courier copies Karsian News Agency Sarovia Today copies Karsian News Agency"},
		{"/stories/flood", "#changed time@datetime", "2026-11-20"},
		{"/stories/flood", ".changes .data", "figure: killed"},
		{"/stories/flood", ".changes .before .mark a@href", "/articles/flood-2?v=1#s1"},
		{"/stories/flood?since=2026-11-21", "#changed + .data", "No article since."},
		{"/articles/gas-1", ".provenance", "Karsian News Agency KS, state agency report 5 h ago (stated)"},
		{"/articles/gas-1", "#s3", `"The valves will be opened on the first of December, and they will stay open," Orlin told reporters.`},
		{"/articles/gas-1", "#s3 .said@title", "said by Dessa Orlin"},
		{"/articles/gas-1", "#s1 .date time@datetime", "2026-11-21"},
		{"/articles/gas-1", "#s1 .name@title", "Karsia, state"},
		{"/articles/gas-1", ".crosshead", "What was agreed"},
		{"/articles/gas-1", ".points li", "Gas is to flow again through the Tarn line on 1 December"},
		{"/articles/gas-1", ".notes .said a@href", "#s3"},
		{"/articles/gas-1", ".furniture summary", "Furniture cut: 2 pieces"},
		{"/articles/gas-1", "a[rel~=external]@href", "https://kna.example/2026/11/21/tarn"},
		{"/articles/gas-1", ".about-it .label a@href", "/stories/gas"},
		{"/articles/gas-2", ".notice a@href", "/articles/gas-1"},
		{"/articles/gas-6", ".para p@dir", "rtl"},
		{"/articles/gas-6", ".para p@lang", "ar"},
		{"/articles/flood-1?v=1", "h1", "Death toll in Lower Ister floods rises to seventeen"},
		{"/articles/flood-1?v=1", ".notice a@href", "/articles/flood-1"},
		{"/articles/flood-1", ".notice", ""},
		{"/articles/flood-1", ".versions a@href", "/articles/flood-1?v=1"},
		{"/articles/lost-1", ".damaged", "whom the"},
		{"/articles/lost-1", ".provenance", "unknown publisher report undated"},
		{"/articles/deed-1", ".provenance time", "17–18 Nov"},
		{"/search?q=ambassador+recal", "#q@value", "ambassador recal"},
		{"/search?q=ambassador+recal", ".found p mark", "recalled"},
		{"/search?q=ambassador+recal", ".found h2 a@href", "/articles/envoy-1?v=1#s1"},
		{"/search?q=<script>alert(1)</script>", "h1", "Nothing with <script>alert(1)</script>"},
		{"/search", "h1", "Search"},
		{"/sources", ".outcomes:not(.feeds) li", "inbox/november/bulletin-1911.html.gz the gzip stream ends too early; fetch the file again"},
		{"/sources", ".feeds .state", "● well asked 12 min ago, next in 19 min"},
	} {
		t.Run(c.path+" "+c.selector, func(t *testing.T) {
			r := ask(s, "GET", c.path)
			if r.StatusCode != http.StatusOK {
				t.Fatalf("answers %d", r.StatusCode)
			}
			got := append(texts(sheetOf(t, r), c.selector), "")[0]
			if got != c.first {
				t.Errorf("says %q, want %q", got, c.first)
			}
		})
	}
}

// Every link that a page shows leads somewhere, every mark to a sentence.
func TestNoDeadLinks(t *testing.T) {
	s := newServer()
	todo, done := []string{"/"}, map[string]bool{"/": true}
	for len(todo) > 0 {
		path := todo[0]
		todo = todo[1:]
		address, fragment, _ := strings.Cut(path, "#")
		r := ask(s, "GET", address)
		if r.StatusCode != http.StatusOK {
			t.Errorf("%s answers %d", path, r.StatusCode)
			continue
		}
		doc := sheetOf(t, r)
		if fragment != "" && texts(doc, "[id="+fragment+"]") == nil {
			t.Errorf("%s is not on its page", path)
		}
		for _, href := range texts(doc, "[href]@href") {
			if strings.HasPrefix(href, "#") {
				href = address + href
			}
			if strings.HasPrefix(href, "/") && !done[href] {
				done[href] = true
				todo = append(todo, href)
			}
		}
	}
	if len(done) < 100 {
		t.Errorf("only %d addresses were found", len(done))
	}
}

// Every page has the landmarks and names that a screen reader goes by.
func TestLandmarks(t *testing.T) {
	s := newServer()
	for _, path := range []string{"/", "/stories/gas", "/articles/gas-1", "/search?q=gas", "/sources", "/figures", "/calendar", "/calendar?q=nobody", "/storylines/rivers", "/corrections", "/articles/flood-1/facts", "/nowhere"} {
		doc := sheetOf(t, ask(s, "GET", path))
		for selector, want := range map[string]int{
			"html[lang]": 1, "main#main": 1, "h1": 1, "header.masthead": 1, "nav[aria-label=Sections]": 1,
			"[role=search]": 1, "label[for=q]": 1, "a.skip[href='#main']": 1, "script": 0, "style": 0, "[style]": 0, "img:not([alt])": 0,
		} {
			if got := len(texts(doc, selector)); got != want {
				t.Errorf("%s has %d of %s, want %d", path, got, selector, want)
			}
		}
		seen := map[string]bool{}
		for _, id := range texts(doc, "[id]@id") {
			if seen[id] {
				t.Errorf("%s has two elements %q", path, id)
			}
			seen[id] = true
		}
	}
}

func TestFrontTurns(t *testing.T) {
	desk := editiontest.New()
	for i := range edition.PageSize {
		k := desk.Kept["fire-1"][0]
		k.Article.ID, k.Story = fmt.Sprintf("x%d", i), fmt.Sprintf("story-%d", i)
		desk.Add(k)
	}
	s := serverOf(desk)
	first, second := sheetOf(t, ask(s, "GET", "/")), sheetOf(t, ask(s, "GET", "/?page=2"))
	if diff := cmp.Diff([][]string{{"/?page=2"}, {"/"}, nil},
		[][]string{texts(first, ".pages a@href"), texts(second, ".pages a@href"), texts(second, ".lead")}); diff != "" {
		t.Error(diff)
	}
}

func TestEmptyDesk(t *testing.T) {
	doc := sheetOf(t, ask(serverOf(&editiontest.Desk{}), "GET", "/"))
	if got := texts(doc, ".empty h2"); len(got) != 1 {
		t.Errorf("an empty desk says %q", got)
	}
}

func TestOriginal(t *testing.T) {
	desk := editiontest.New()
	p := desk.Pages["page-gas-4"]
	p.MediaType, p.Body = "text/html; charset=ISO-8859-1", []byte("<script>alert('caf\xe9')</script>")
	desk.Pages["page-gas-4"] = p
	r := ask(serverOf(desk), "GET", "/articles/gas-4/original")
	if r.StatusCode != http.StatusOK {
		t.Fatal(r.Status)
	}
	for name, want := range map[string]string{
		"Content-Type":            "text/plain; charset=ISO-8859-1",
		"Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options":  "nosniff",
	} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if charsetOf("text/html; charset=\"a b\r\n\"") != "utf-8" || charsetOf("") != "utf-8" {
		t.Error("a charset is taken that is none")
	}
}

func TestTrouble(t *testing.T) {
	for _, c := range []struct {
		method, path string
		failing      error
		status       int
		says         string
	}{
		{"GET", "/stories/none", nil, 404, "This is not here"},
		{"GET", "/articles/none", nil, 404, "This is not here"},
		{"GET", "/articles/none/original", nil, 404, "This is not here"},
		{"GET", "/articles/gas-1?v=9", nil, 404, "This is not here"},
		{"GET", "/articles/gas-1?v=one", nil, 400, "That cannot be asked this way"},
		{"GET", "/?page=0", nil, 400, "That cannot be asked this way"},
		{"GET", "/?page=99", nil, 404, "This is not here"},
		{"GET", "/search?q=gas&page=9", nil, 404, "This is not here"},
		{"GET", "/assets/none.css", nil, 404, "This is not here"},
		{"GET", "/entities/x", nil, 404, "This is not here"},
		{"GET", "/search?q=" + strings.Repeat("w", 500), nil, 400, "That cannot be asked this way"},
		{"POST", "/", nil, 405, "Nothing can be changed here"},
		{"DELETE", "/articles/gas-1", nil, 405, "Nothing can be changed here"},
		{"GET", "/", coranto.Errorf(coranto.Busy, "read", "archive", "", "locked"), 503, "The archive is busy"},
		{"GET", "/", coranto.Errorf(coranto.Full, "read", "archive", "", "no room"), 507, "Insufficient Storage"},
		{"GET", "/", errors.New("a secret of the house"), 500, "Something went wrong here"},
	} {
		desk := editiontest.New()
		desk.Failing = c.failing
		r := ask(serverOf(desk), c.method, c.path)
		doc := sheetOf(t, r)
		if r.StatusCode != c.status {
			t.Errorf("%s %s answers %d, want %d", c.method, c.path, r.StatusCode, c.status)
		}
		if got := strings.Join(texts(doc, "main h1"), ""); got != c.says {
			t.Errorf("%s %s says %q, want %q", c.method, c.path, got, c.says)
		}
		if strings.Contains(textOf(doc), "secret") {
			t.Errorf("%s tells the reader %q", c.path, c.failing)
		}
	}
}

// A story that was merged into another redirects there.
func TestMovedStory(t *testing.T) {
	r := ask(serverOf(editiontest.New()), "GET", "/stories/gas-talks")
	if to := r.Header.Get("Location"); r.StatusCode != http.StatusPermanentRedirect || to != "/stories/gas" {
		t.Errorf("answers %d to %q", r.StatusCode, to)
	}
}

// Every kind of error has a status.
func TestEveryKindHasAStatus(t *testing.T) {
	for _, kind := range []coranto.Kind{
		coranto.Usage, coranto.Empty, coranto.Unreadable, coranto.Unsupported, coranto.Damaged, coranto.TooLarge,
		coranto.NotFound, coranto.Refused, coranto.Unreachable, coranto.Busy, coranto.Full, coranto.Internal,
	} {
		if status := statusOf(&coranto.Error{Kind: kind}); status < 400 {
			t.Errorf("%s: status %d", kind, status)
		}
	}
}

func TestHeaders(t *testing.T) {
	s := newServer()
	for _, path := range []string{"/", "/stories/none", "/assets/style.css"} {
		r := ask(s, "GET", path)
		if got := r.Header.Get("Content-Security-Policy"); got != policy {
			t.Errorf("%s: policy %q", path, got)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
	}
	head := ask(s, "HEAD", "/stories/gas")
	if head.StatusCode != http.StatusOK || head.Header.Get("Content-Length") == "" {
		t.Errorf("HEAD answers %d without a length", head.StatusCode)
	}
}

// What a hostile page calls itself stays text.
func TestHostileWords(t *testing.T) {
	desk := editiontest.New()
	k := desk.Kept["oped-1"][0]
	k.Article.ID, k.Story = "evil", "evil"
	k.Article.Headline = `<img src=x onerror=alert(1)>`
	k.Article.Publisher = coranto.Byline{Name: `"><script>alert(1)</script>`, Domain: "evil.example"}
	k.Article.URL = "javascript:alert(1)"
	k.Article.Language = `en" onmouseover="alert(1)`
	desk.Add(k)
	s := serverOf(desk)
	for _, path := range []string{"/", "/stories/evil", "/articles/evil"} {
		doc := sheetOf(t, ask(s, "GET", path))
		for _, selector := range []string{"script", "img", "[onerror]", "[onmouseover]", "a[href^=javascript]"} {
			if got := texts(doc, selector); got != nil {
				t.Errorf("%s lets %s through: %q", path, selector, got)
			}
		}
	}
}

func TestListen(t *testing.T) {
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for addr, want := range map[string]coranto.Kind{l.Addr().String(): coranto.Busy, "nonsense": coranto.Usage, "127.0.0.1:99999": coranto.Usage} {
		if _, err := Listen(addr); coranto.KindOf(err) != want {
			t.Errorf("Listen(%q): %v, want %s", addr, err, want)
		}
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- newServer().Serve(ctx, l) }()
	r, err := http.Get("http://" + l.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("it ends with %v", err)
	}
	if c, err := net.Dial("tcp", l.Addr().String()); err == nil {
		c.Close()
		t.Error("it still answers")
	}
}

var _ edition.Archive = (*editiontest.Desk)(nil)

func TestVisits(t *testing.T) {
	start := time.Unix(1_800_000_000, 0)
	var cookie *http.Cookie
	for _, step := range []struct {
		after time.Duration // since the start
		since time.Duration // of the last visit's end, -1 for none
	}{
		{0, -1}, {10 * time.Minute, -1}, {2 * time.Hour, 10 * time.Minute}, {125 * time.Minute, 10 * time.Minute}, {48 * time.Hour, 125 * time.Minute},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		if cookie != nil {
			r.AddCookie(cookie)
		}
		var since time.Time
		since, cookie = visit(r, start.Add(step.after))
		want := start.Add(step.since)
		if step.since < 0 {
			want = time.Time{}
		}
		if !since.Equal(want) {
			t.Errorf("after %v: since %v, want %v", step.after, since, want)
		}
	}
	r := httptest.NewRequest("GET", "/", nil)
	r.AddCookie(&http.Cookie{Name: visitCookie, Value: "x.99999999999999999999"})
	if since, _ := visit(r, start); !since.Before(start) {
		t.Errorf("a broken cookie says %v", since)
	}
}
