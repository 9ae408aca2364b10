package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// From an article to what changed in it, and on to the sentence in its version.
func TestFromArticleToItsChanges(t *testing.T) {
	r := newReader(t)
	r.view(1440, "light")
	r.open("/articles/flood-1")
	r.do(chromedp.Click(".since-before a"), chromedp.WaitVisible(".edited"))
	if title := get(r, chromedp.Text("h1")); !strings.Contains(title, "nineteen") || !strings.Contains(title, "seventeen") {
		t.Errorf("the headline reads %q", title)
	}
	r.do(chromedp.Click(".notes .removed a"), chromedp.WaitVisible(":target"))
	if lit := see[string](r, `document.querySelector(":target").textContent`); !strings.Contains(lit, "Two bridges are closed") {
		t.Errorf("the lit sentence reads %q", lit)
	}
	r.quiet()
}

// What was put in and taken out can be told without colour, and is legible.
func TestChangesNeedNoColour(t *testing.T) {
	r := newReader(t)
	for _, scheme := range []string{"light", "dark"} {
		r.view(390, scheme)
		r.open("/articles/flood-1?since=1")
		for element, want := range map[string]string{"ins": "underline", "del": "line-through"} {
			if got := see[string](r, `getComputedStyle(document.querySelector(".para `+element+`")).textDecorationLine`); got != want {
				t.Errorf("%s: %s is set %q, want %q", scheme, element, got, want)
			}
			if see[bool](r, `(() => { const b = document.querySelector(".para `+element+` .unseen").getBoundingClientRect(); return b.width > 1 || b.height > 1 })()`) {
				t.Errorf("%s: the label of %s is seen", scheme, element)
			}
		}
	}
	r.quiet()
}
