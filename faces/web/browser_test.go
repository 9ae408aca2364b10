package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// These tests say what a person sees in a browser. They are skipped where there
// is no Chromium, and fail there when CORANTO_BROWSER is "required". With
// CORANTO_SHOTS set to a folder, TestScreens leaves pictures of every page in it.

func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CORANTO_BROWSER") == "required" {
		t.Fatal("no Chromium found, and CORANTO_BROWSER=required")
	}
	t.Skip("no Chromium found: what a person sees is not tested")
	return ""
}

// reader is a browser with one open tab on a desk's pages.
type reader struct {
	t      *testing.T
	ctx    context.Context
	server string
	mu     sync.Mutex
	said   []string // what the console said
}

func newReader(t *testing.T) *reader {
	t.Helper()
	path := chromium(t)
	server := httptest.NewServer(newServer())
	t.Cleanup(server.Close)
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
	)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)

	r := &reader{t: t, ctx: ctx, server: server.URL}
	err := chromedp.Listen(ctx, func(ev any) {
		r.mu.Lock()
		defer r.mu.Unlock()
		switch ev := ev.(type) {
		case *runtime.EventConsoleAPICalled:
			r.said = append(r.said, fmt.Sprint(ev.Type))
		case *runtime.EventExceptionThrown:
			r.said = append(r.said, ev.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			r.said = append(r.said, ev.Entry.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	r.do(command(log.Enable, cdp.Empty{}), command(runtime.Enable, cdp.Empty{}))
	r.ctx, cancel = context.WithTimeout(r.ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return r
}

// command is a protocol command as an action.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

func (r *reader) do(actions ...chromedp.Action[chromedp.Void]) {
	r.t.Helper()
	if err := chromedp.Do(r.ctx, actions...); err != nil {
		r.t.Fatal(err)
	}
}

func get[T any](r *reader, action chromedp.Action[T]) T {
	r.t.Helper()
	v, err := chromedp.Run(r.ctx, action)
	if err != nil {
		r.t.Fatal(err)
	}
	return v
}

func (r *reader) open(path string) {
	r.t.Helper()
	r.do(chromedp.Navigate(r.server+path), chromedp.WaitReady("main"))
}

func (r *reader) view(width int, scheme string) {
	r.t.Helper()
	r.do(chromedp.EmulateViewport(int64(width), 900),
		command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		}))
}

// see evaluates a question about what is on the screen.
func see[T any](r *reader, js string) T {
	r.t.Helper()
	return get(r, chromedp.Evaluate[T](js))
}

func (r *reader) quiet() {
	r.t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.said) > 0 {
		r.t.Errorf("the browser complains: %q", r.said)
	}
}

var screens = []struct{ name, path string }{
	{"front", "/"},
	{"story", "/stories/gas"},
	{"story-single", "/stories/oped"},
	{"story-figures", "/stories/flood"},
	{"article", "/articles/gas-1?v=1#s3"},
	{"article-rtl", "/articles/gas-6"},
	{"article-old", "/articles/flood-1?v=1"},
	{"article-changes", "/articles/flood-1?since=1"},
	{"article-undated", "/articles/lost-1"},
	{"search", "/search?q=gas+tar"},
	{"search-nothing", "/search?q=zeppelin"},
	{"sources", "/sources"},
	{"figures", "/figures"},
	{"calendar", "/calendar"},
	{"storyline", "/storylines/rivers"},
	{"facts", "/articles/flood-1/facts"},
	{"arrange", "/stories/gas/arrange"},
	{"entity", "/entities/x7rzel23zvq5ozbk"},
	{"trouble", "/stories/none"},
}

// tooWide names what stands out of the screen.
const tooWide = `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth)
	.map(e => e.tagName + "." + e.className).slice(0, 5).join(" ")`

func TestScreens(t *testing.T) {
	r := newReader(t)
	dir := os.Getenv("CORANTO_SHOTS")
	schemes := []string{"light", "dark"}
	if dir == "" {
		schemes = schemes[:1] // what fits, fits in both
	}
	for _, scheme := range schemes {
		for _, width := range []int{1440, 900, 390, 320} {
			r.view(width, scheme)
			for _, s := range screens {
				r.open(s.path)
				if over := see[int](r, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
					t.Errorf("%s at %d is %d pixels wider than the screen: %s", s.name, width, over, see[string](r, tooWide))
				}
				if dir != "" {
					picture := get(r, chromedp.FullScreenshot(100))
					name := fmt.Sprintf("%s-%d-%s.png", s.name, width, scheme)
					if err := os.WriteFile(filepath.Join(dir, name), picture, 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

func TestSchemes(t *testing.T) {
	r := newReader(t)
	for scheme, want := range map[string][2]string{
		"light": {"rgb(253, 252, 249)", "rgb(27, 26, 23)"},
		"dark":  {"rgb(20, 20, 18)", "rgb(233, 230, 223)"},
	} {
		r.view(1440, scheme)
		r.open("/")
		got := [2]string{
			see[string](r, `getComputedStyle(document.documentElement).backgroundColor`),
			see[string](r, `getComputedStyle(document.body).color`),
		}
		if got != want {
			t.Errorf("%s: paper and ink are %v, want %v", scheme, got, want)
		}
	}
	r.quiet()
}

func TestFromFrontToSentence(t *testing.T) {
	r := newReader(t)
	r.view(1440, "light")
	r.open("/")
	headline := get(r, chromedp.Text(".lead h2"))
	if !strings.Contains(headline, "Tarn gas line") {
		t.Fatalf("the lead reads %q", headline)
	}
	r.do(chromedp.Click(".lead h2 a"), chromedp.WaitVisible("#said"))
	r.do(chromedp.Click(".speaker .mark a"), chromedp.WaitVisible(".piece"))
	lit := see[string](r, `document.querySelector(":target").textContent`)
	if !strings.Contains(lit, "The valves will be opened") {
		t.Errorf("the lit sentence reads %q", lit)
	}
	if see[bool](r, `getComputedStyle(document.querySelector(":target")).backgroundColor === "rgba(0, 0, 0, 0)"`) {
		t.Error("the sentence is not lit")
	}
	if top := see[float64](r, `document.querySelector(":target").getBoundingClientRect().top`); top < 0 || top > 850 {
		t.Errorf("the lit sentence stands at %v, out of sight", top)
	}
	r.quiet()
}

func TestMarkNamesItsPublisher(t *testing.T) {
	r := newReader(t)
	for _, width := range []int{1440, 390} {
		r.view(width, "light")
		r.open("/stories/gas")
		r.do(chromedp.Focus(".speaker .mark a"), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
		seen := see[string](r, `(() => {
			const w = document.activeElement.querySelector(".whose"), b = w.getBoundingClientRect();
			return b.width > 0 && b.left >= 0 && b.right <= innerWidth && b.top >= 0 && b.bottom <= innerHeight ? w.innerText : "out of sight";
		})()`)
		if seen != "Karsian News Agency and 2 wire copies" {
			t.Errorf("at %d the focused mark shows %q", width, seen)
		}
	}
}

func TestSearchByKeyboard(t *testing.T) {
	r := newReader(t)
	r.view(1440, "light")
	r.open("/")
	r.do(chromedp.KeyEvent(kb.Tab))
	if skip := see[string](r, `document.activeElement.className`); skip != "skip" {
		t.Errorf("the first stop is %q, want the skip link", skip)
	}
	for range 6 {
		r.do(chromedp.KeyEvent(kb.Tab))
		if see[string](r, `document.activeElement.id`) == "q" {
			break
		}
	}
	r.do(chromedp.KeyEvent("ambassador"), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".found"))
	if got := see[string](r, `document.querySelector(".found mark").textContent`); got != "ambassador" {
		t.Errorf("%q is lit", got)
	}
	r.do(chromedp.Click(".found h2 a"), chromedp.WaitVisible(".piece"))
	if lit := see[string](r, `document.querySelector(":target").textContent`); !strings.Contains(lit, "recalled its ambassador") {
		t.Errorf("the lit sentence reads %q", lit)
	}
	r.quiet()
}

func TestRightToLeft(t *testing.T) {
	r := newReader(t)
	r.view(1440, "light")
	r.open("/articles/gas-6")
	for _, selector := range []string{".piece h1", ".para p"} {
		if got := see[string](r, `getComputedStyle(document.querySelector("`+selector+`")).direction`); got != "rtl" {
			t.Errorf("%s runs %s", selector, got)
		}
	}
	// the text's right edges are even, its left ones are not
	ragged := see[bool](r, `(() => {
		const p = document.querySelector(".para p"), range = document.createRange();
		range.selectNodeContents(p);
		const box = p.getBoundingClientRect(), rects = [...range.getClientRects()];
		return rects.some(b => Math.abs(b.right - box.right) < 2) && !rects.every(b => Math.abs(b.left - box.left) < 2);
	})()`)
	if !ragged {
		t.Error("the text does not begin at the right edge")
	}
	r.quiet()
}
